package tui

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/style"
)

// While a text is typed, the keys that move in it and delete from it are the
// text's, on every screen.
func TestTextsKeepTheirKeys(t *testing.T) {
	texts := 0
	for _, s := range allShows() {
		d := s.open(t, 120, 40, style.ThemeDark)
		top := d.Root.Top()
		if !top.InText() {
			continue
		}
		texts++
		for _, key := range []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+left", "alt+right"} {
			if id, ok := d.Root.Env.Keys.Find(frametest.KeyPress(key), top.Actions(), true); ok {
				t.Errorf("%s takes %s for %s while a text is typed", s.name, key, id)
			}
		}
	}
	if texts == 0 {
		t.Error("no screen takes text")
	}
}
