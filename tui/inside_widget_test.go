package tui

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCursorStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := listActions()
		c := cursor{}
		for range rapid.IntRange(1, 60).Draw(t, "moves") {
			n := rapid.IntRange(0, 40).Draw(t, "n")
			h := rapid.IntRange(0, 12).Draw(t, "h")
			c.move(ids[rapid.IntRange(0, len(ids)-1).Draw(t, "id")], n, h)
			if c.at < 0 || n > 0 && c.at >= n || c.top < 0 || c.at < c.top || h > 0 && c.at >= c.top+h {
				t.Fatalf("cursor %+v in %d rows of which %d show", c, n, h)
			}
		}
	})
}
