package widget

import (
	"linkvet/tui/keys"
)

// Cursor is the marked row of a list and the first row shown. The zero cursor
// is at the top.
type Cursor struct {
	At  int
	top int
}

// Move changes the cursor as a list action asks, in a list of n rows, where
// h are shown at once, and reports whether the action was one.
func (c *Cursor) Move(id keys.ID, n, h int) bool {
	h = max(h, 1)
	switch id {
	case keys.Up, keys.LineUp:
		c.At--
	case keys.Down, keys.LineDown:
		c.At++
	case keys.PageUp:
		c.At -= h
	case keys.PageDown:
		c.At += h
	case keys.HalfUp:
		c.At -= max(h/2, 1)
	case keys.HalfDown:
		c.At += max(h/2, 1)
	case keys.First:
		c.At = 0
	case keys.Last:
		c.At = n - 1
	default:
		return false
	}
	c.Settle(n, h)
	return true
}

// Settle brings the cursor into the list and the list's window to the cursor.
func (c *Cursor) Settle(n, h int) {
	c.At = max(min(c.At, n-1), 0)
	c.top = c.Window(n, h)
}

// Window is the first row to show so that the marked one is among the h shown.
func (c Cursor) Window(n, h int) int {
	h = max(h, 1)
	top := min(max(c.top, c.At-h+1), c.At)
	return max(min(top, n-h), 0)
}
