package tui

import "testing"

// What is changed in the settings holds at once and is kept; the paths of the
// files can be copied.
func TestSettings(t *testing.T) {
	copied := ""
	o := withLists()
	o.Theme = ThemeDark
	o.Copy = func(text string) error { copied = text; return nil }
	settings := o.Settings.(*fakeSettings)
	d := newDriver(t, 100, 30, o)
	d.press("s", "j", "right")
	if settings.theme != ThemeMono || !d.root.env.styles.mono {
		t.Errorf("the theme is %q", settings.theme)
	}
	d.press("left", "left")
	if settings.theme != ThemeLight || d.root.env.styles.dark {
		t.Errorf("the theme is %q", settings.theme)
	}
	d.press("j", "right")
	d.wants("Mouse       ‹ on ›")
	if !settings.mouse || !d.root.env.mouse {
		t.Error("the mouse is still off")
	}
	d.press("G", "enter")
	d.wants("Copied the path")
	if copied != "/home/me/.config/linkvet/config.yaml" {
		t.Errorf("copied %q", copied)
	}
	d.press("g", "enter", "space", "ctrl+o")
	d.wants("1 goal")
}
