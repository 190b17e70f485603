package tui

import (
	"strings"
	"testing"

	"linkvet/tui/style"
)

// The terminal's cursor is on the marked line of every screen that has one, for
// screen readers and magnifiers, and the window is named after the screen.
func TestTheCursorIsOnTheMarkedLine(t *testing.T) {
	marked := 0
	for _, s := range allShows() {
		d := s.open(t, 100, 30, style.ThemeDark)
		view := d.Root.View()
		if !strings.HasSuffix(view.WindowTitle, " · linkvet") || strings.HasPrefix(view.WindowTitle, " ") {
			t.Errorf("%s: the window is called %q", s.name, view.WindowTitle)
		}
		if d.Root.Top().InText() {
			if view.Cursor == nil {
				t.Errorf("%s: no cursor although text is typed", s.name)
			}
			continue
		}
		if !strings.Contains(d.Root.Top().View(80, 20), "›") {
			continue
		}
		marked++
		if view.Cursor == nil {
			t.Errorf("%s: no cursor", s.name)
			continue
		}
		if line := strings.Split(d.Shows(), "\n")[view.Cursor.Y]; !strings.Contains(line, "›") {
			t.Errorf("%s: the cursor is on %q", s.name, line)
		}
	}
	if marked < 10 {
		t.Errorf("only %d screens have a marked line", marked)
	}
}
