package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestMatchesAreUnderlined(t *testing.T) {
	st := newStyles(ThemeMono, backgroundUnknown)
	for _, c := range []struct{ text, words, want string }{
		{"Katarína Žilinská", "zil", "Katarína <Žil>inská"},
		{"Ana Banana", "ana", "<Ana> B<ana>na"},
		{"Straße 1", "ss", "Stra<ß>e 1"},
		{"李小龍", "小", "李<小>龍"},
		{"nothing", "x", "nothing"},
		{"a\u0301b", "a", "<a\u0301>b"},
	} {
		got := strings.NewReplacer(st.Match.open, "<", st.Match.close, ">").Replace(st.highlight(c.text, []string{c.words}))
		if got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.words, c.text, got, c.want)
		}
	}
}

func TestThemeFollowsTheTerminal(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.send(tea.BackgroundColorMsg{Color: lightGrey{}})
	if d.root.env.styles.dark {
		t.Error("a light background got the dark theme")
	}
	o := withPeople()
	o.Theme = ThemeDark
	d = newDriver(t, 80, 24, o)
	d.send(tea.BackgroundColorMsg{Color: lightGrey{}})
	if !d.root.env.styles.dark {
		t.Error("the theme asked for was not kept")
	}
}

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

// The quick way to count agrees with the thorough one wherever it judges at all.
func TestPlainWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-zA-Zžß…·│─›✓»↑↓→←✔●◐○✕■‹“”▏ -]|\x1b\[[0-9;]{0,6}m|李|👩|\x{0301}|\x{200d}|\x1b\[2K){0,30}`).Draw(t, "text")
		if n, ok := plainWidth(text); ok && n != ansi.StringWidth(text) {
			t.Fatalf("plainWidth(%q) = %d, want %d", text, n, ansi.StringWidth(text))
		}
	})
}

// A style within another does not end it: the marked row is marked to its end,
// also behind what a filter found.
func TestStylesNest(t *testing.T) {
	st := newStyles(ThemeDark, backgroundDark)
	line := st.Selected.Render("Nancy " + st.Match.Render("Martin") + " new")
	inside := strings.TrimSuffix(strings.TrimPrefix(line, st.Selected.open), st.Selected.close)
	pieces := strings.Split(inside, st.Match.close)
	if len(pieces) != 2 || pieces[0] != "Nancy "+st.Match.open+"Martin" || pieces[1] != st.Selected.open+" new" {
		t.Errorf("drawn as %q", line)
	}
}
