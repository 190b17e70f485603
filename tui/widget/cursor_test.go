package widget

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"linkvet/tui/keys"
)

func TestCursorStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := keys.ListMoves()
		c := Cursor{}
		for range rapid.IntRange(1, 60).Draw(t, "moves") {
			n := rapid.IntRange(0, 40).Draw(t, "n")
			h := rapid.IntRange(0, 12).Draw(t, "h")
			c.Move(ids[rapid.IntRange(0, len(ids)-1).Draw(t, "id")], n, h)
			if c.At < 0 || n > 0 && c.At >= n || c.top < 0 || c.At < c.top || h > 0 && c.At >= c.top+h {
				t.Fatalf("cursor %+v in %d rows of which %d show", c, n, h)
			}
		}
	})
}

// TestPastedLines: however a terminal ends the lines of what is pasted, they
// are as many as they were.
func TestPastedLines(t *testing.T) {
	for _, text := range []string{"one\ntwo", "one\r\ntwo", "one\rtwo", "one\vtwo"} {
		a := NewArea("")
		a.Update(nil, tea.PasteMsg{Content: text})
		if got := a.Value(); got != "one\ntwo" {
			t.Errorf("%q became %q", text, got)
		}
	}
}
