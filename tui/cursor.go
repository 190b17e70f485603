package tui

// cursor is the marked row of a list and the first row shown. The zero cursor
// is at the top.
type cursor struct {
	at  int
	top int
}

// move changes the cursor as a list action asks, in a list of n rows of which
// h are shown at once, and reports whether the action was one.
func (c *cursor) move(id actionID, n, h int) bool {
	h = max(h, 1)
	switch id {
	case actUp, actLineUp:
		c.at--
	case actDown, actLineDown:
		c.at++
	case actPageUp:
		c.at -= h
	case actPageDown:
		c.at += h
	case actHalfUp:
		c.at -= max(h/2, 1)
	case actHalfDown:
		c.at += max(h/2, 1)
	case actFirst:
		c.at = 0
	case actLast:
		c.at = n - 1
	default:
		return false
	}
	c.settle(n, h)
	return true
}

// settle brings the cursor into the list and the list's window to the cursor.
func (c *cursor) settle(n, h int) {
	c.at = max(min(c.at, n-1), 0)
	c.top = c.window(n, h)
}

// window is the first row to show so that the marked one is among the h shown.
func (c cursor) window(n, h int) int {
	h = max(h, 1)
	top := min(max(c.top, c.at-h+1), c.at)
	return max(min(top, n-h), 0)
}
