package inbox

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// wheelRows is how many rows a turn of the wheel moves.
const wheelRows = 3

// wheel moves the cursor, or scrolls the preview when over it.
func (s *inbox) wheel(msg tea.MouseWheelMsg) {
	down := msg.Button == tea.MouseWheelDown
	l := s.layout(s.env.Width, s.env.Height)
	if l.place == placeRight && msg.X > l.listWidth || l.place == placeBelow && msg.Y > listHead+l.rows+2 {
		if down {
			s.changePane(keys.PreviewDown)
		} else {
			s.changePane(keys.PreviewUp)
		}
		return
	}
	id := keys.Up
	if down {
		id = keys.Down
	}
	for range wheelRows {
		s.cursors[s.chosen].Move(id, len(s.shown()), s.pageRows())
	}
}

// Click chooses a list by its name, or marks a row; a second click on the marked
// row opens it.
func (s *inbox) Click(x, y int) screen.Step {
	if s.listing == nil {
		return screen.Step{}
	}
	if y == 0 {
		for t, span := range s.tabSpans(s.env.Width) {
			if x >= span.from && x < span.to {
				return s.show(t)
			}
		}
		return screen.Step{}
	}
	l := s.layout(s.env.Width, s.env.Height)
	first := listHead
	if l.heads {
		first++
	}
	cur := &s.cursors[s.chosen]
	shown := s.shown()
	at := cur.Window(len(shown), l.rows) + y - first
	if y < first || y >= first+l.rows || at >= len(shown) || x >= l.listWidth {
		return screen.Step{}
	}
	if at == cur.At {
		return s.actOn(keys.Open)
	}
	cur.At = at
	s.settle()
	next := screen.Step{}
	next.Cmd = s.fetchHistories()
	return next
}
