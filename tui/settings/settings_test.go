package settings

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// What is changed in the settings holds at once and is kept; the paths of the
// files can be copied.
func TestSettings(t *testing.T) {
	copied := ""
	o := frametest.WithLists()
	o.Theme = style.ThemeDark
	o.Copy = func(text string) error { copied = text; return nil }
	own := o.Settings.(*frametest.FakeSettings)
	d := settingsDriver(t, 100, 30, o)
	d.Press("j", "right")
	d.Wants("‹ 16-colors ›", "✔ Accept", "■ Decline, block", "heading", "› marked")
	d.Press("left", "left", "left", "left")
	if own.Look != style.ThemeMono || !d.Root.Env.Styles.Mono {
		t.Errorf("the theme is %q", own.Look)
	}
	d.Press("right", "right")
	if own.Look != style.ThemeLight || d.Root.Env.Styles.Dark {
		t.Errorf("the theme is %q", own.Look)
	}
	d.Press("j", "right")
	d.Wants("Mouse       ‹ on ›")
	if !own.Mouse || !d.Root.Env.Mouse() {
		t.Error("the mouse is still off")
	}
	d.Press("G", "enter")
	d.Wants("Copied to the clipboard: the path")
	if copied != "/home/me/.config/linkvet/config.yaml" {
		t.Errorf("copied %q", copied)
	}
	d.Press("g", "enter", "space", "ctrl+o")
	d.Wants("1 goal")
}

// settingsDriver is the program with the settings alone, over a stub of the
// inbox.
func settingsDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	d := frametest.New(t, w, h, o, func(e *screen.Env, page screen.Page) screen.Screen {
		if _, ok := page.(screen.SettingsPage); ok {
			return New(e)
		}
		return &frametest.Stub{Page: page}
	})
	d.Open(screen.SettingsPage{})
	return d
}

func TestThePaceOfTheQuestionsIsTurned(t *testing.T) {
	settings := &frametest.FakeSettings{Asked: true}
	d := settingsDriver(t, 100, 30, screen.Options{Storage: frametest.NewFakeStorage(), Settings: settings})
	d.Wants("Questions", "in pages")
	d.Press("j", "j", "j", "j", "j", "right")
	d.Wants("one at a time")
	if !settings.Single {
		t.Error("it is not kept")
	}
}

// A theme of one's own with a color that is hard to read says so where it is
// chosen, with what to write, and fits its window.
func TestFaintColorsAreTold(t *testing.T) {
	o := frametest.WithPeople()
	o.Themes = []style.OwnTheme{{Name: "Dusk", Colors: map[string]string{"base": style.ThemeDark, "muted": "#445566", "accept": "#334455"}}}
	o.Theme = "Dusk"
	d := settingsDriver(t, 100, 30, o)
	d.Press("j")
	d.Wants("Accept is #334455, which has a contrast of", "1 other: linkvet doctor names all")
	d.Resize(60, 15)
	d.Wants("‹ Dusk ›", "2 colors are hard to", "linkvet doctor says which")
}
