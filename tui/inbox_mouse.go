package tui

import tea "charm.land/bubbletea/v2"

// wheelRows is how many rows a turn of the wheel moves.
const wheelRows = 3

// wheel moves the cursor, or scrolls the preview when over it.
func (s *inbox) wheel(msg tea.MouseWheelMsg) {
	down := msg.Button == tea.MouseWheelDown
	l := s.layout(s.env.width, s.env.height)
	if l.place == placeRight && msg.X > l.listWidth || l.place == placeBelow && msg.Y > listHead+l.rows+2 {
		if down {
			s.changePane(actPreviewDown)
		} else {
			s.changePane(actPreviewUp)
		}
		return
	}
	id := actUp
	if down {
		id = actDown
	}
	for range wheelRows {
		s.cursors[s.tab].move(id, len(s.shown()), s.pageRows())
	}
}

// Click chooses a list by its name, or marks a row; a second click on the marked
// row opens it.
func (s *inbox) Click(x, y int) step {
	if s.list == nil {
		return step{}
	}
	if y == 0 {
		for t, span := range s.tabSpans(s.env.width) {
			if x >= span.from && x < span.to {
				return s.show(t)
			}
		}
		return step{}
	}
	l := s.layout(s.env.width, s.env.height)
	first := listHead
	if l.heads {
		first++
	}
	cur := &s.cursors[s.tab]
	shown := s.shown()
	at := cur.window(len(shown), l.rows) + y - first
	if y < first || y >= first+l.rows || at >= len(shown) || x >= l.listWidth {
		return step{}
	}
	if at == cur.at {
		return s.actOn(actOpen)
	}
	cur.at = at
	s.settle()
	next := step{}
	next.cmd = s.fetchDossiers()
	return next
}
