package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"linkvet/store"
	"linkvet/store/linkedin"
)

// show is one screen in one state, and how to get there.
type show struct {
	name    string
	options func() Options
	keys    []string
	text    string   // typed after the keys
	then    []string // pressed after the text
}

func withPeople() Options { return Options{Storage: newFakeStorage(somePeople()...)} }

func withNothing() Options {
	return Options{
		Storage:  newFakeStorage(),
		Settings: &fakeSettings{},
		Archives: []string{"/home/me/Downloads/Complete_LinkedInDataExport_11-02-2026.zip", "/home/me/Downloads/Basic_LinkedInDataExport_03-01-2026.zip"},
		OpenDemo: func() (Storage, Settings, error) {
			return newFakeStorage(somePeople()...), &fakeSettings{asked: true}, nil
		},
	}
}

func withArchive() Options {
	o := withNothing()
	f := newFakeStorage()
	f.report = store.ImportReport{
		Waiting: 47, Accepted: 1203, Outgoing: 88, Added: 1338, Connections: 5000,
		Skipped: []linkedin.Skip{
			{File: "Invitations.csv", Line: 12, Reason: "the row has 3 of 7 fields"},
			{File: "Invitations.csv", Line: 931, Reason: "neither a name nor a profile address"},
		},
		Warnings: []string{"12 connections are hidden by their members and were only counted"},
	}
	o.Storage = f
	return o
}

func allShows() []show {
	return append(inboxShows(), []show{
		{name: "inbox", options: withPeople, keys: []string{"j"}},
		{name: "inbox-all", options: withPeople, keys: []string{"4", "G"}},
		{name: "inbox-filter", options: withPeople, keys: []string{"/"}, text: "ŽIL"},
		{name: "inbox-filter-nothing", options: withPeople, keys: []string{"/"}, text: "zebra"},
		{name: "inbox-filter-wrong", options: withPeople, keys: []string{"/"}, text: "is:lost now"},
		{name: "inbox-empty-tab", options: func() Options { return Options{Storage: newFakeStorage(somePeople()[0])} }, keys: []string{"2"}},
		{name: "inbox-unreadable", options: func() Options {
			f := newFakeStorage()
			f.unread = errTest
			return Options{Storage: f}
		}},
		{name: "welcome", options: withNothing, keys: []string{"j"}},
		{name: "welcome-left", options: withNothing, keys: []string{"esc"}},
		{name: "import", options: withNothing, keys: []string{"i"}},
		{name: "import-looked", options: withArchive, keys: []string{"i", "enter"}},
		{name: "import-done", options: withArchive, keys: []string{"i", "enter", "enter"}},
		{name: "profile", options: withPeople, keys: []string{"s", "enter", "space", "down", "down", "space", "tab", "right"}},
		{name: "profile-first", options: withArchive, keys: []string{"i", "enter", "enter", "enter"}},
		{name: "add", options: withPeople, keys: []string{"a"}, text: "Renée", then: []string{"tab", "tab"}},
		{name: "add-wrong", options: withPeople, keys: []string{"a", "shift+tab", "shift+tab", "shift+tab"}, text: "soon", then: []string{"ctrl+o"}},
		{name: "decide", options: withPeople, keys: []string{"j", "d", "j"}},
		{name: "decide-because", options: withPeople, keys: []string{"j", "d", "1"}, text: "an old colleague vouches for them"},
		{name: "later", options: withPeople, keys: []string{"l"}, text: "2 weeks"},
		{name: "later-wrong", options: withPeople, keys: []string{"l"}, text: "whenever"},
		{name: "open-profile", options: withPeople, keys: []string{"o"}},
		{name: "detail", options: withPeople, keys: []string{"3", "G", "enter"}},
		{name: "guide", options: withPeople, keys: []string{"H", "pgdown"}},
		{name: "keys", options: withPeople, keys: []string{"?"}},
		{name: "commands", options: withPeople, keys: []string{"ctrl+p"}, text: "put off"},
	}...)
}

// open brings a program to the state of a show.
func (s show) open(t testing.TB, w, h int, theme string) *driver {
	t.Helper()
	o := s.options()
	o.Theme = theme
	d := newDriver(t, w, h, o)
	d.press(s.keys...)
	d.enter(s.text)
	d.press(s.then...)
	return d
}

func TestScreens(t *testing.T) {
	for _, s := range allShows() {
		for _, size := range [][2]int{{60, 15}, {80, 24}, {100, 30}, {120, 40}, {160, 50}} {
			t.Run(fmt.Sprintf("%s/%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, s.open(t, size[0], size[1], ThemeDark).shows())
			})
		}
	}
}

// The themes differ in colours alone: what is told stays told without them.
func TestScreensSayTheSameInEveryTheme(t *testing.T) {
	for _, s := range allShows() {
		if s.name == "settings" {
			continue // it names the theme
		}
		dark := s.open(t, 100, 30, ThemeDark)
		for _, theme := range []string{ThemeLight, ThemeMono} {
			if got := s.open(t, 100, 30, theme).shows(); got != dark.shows() {
				t.Errorf("%s differs in %s:\n%s\n\nin dark:\n%s", s.name, theme, got, dark.shows())
			}
		}
	}
}

func TestMonoHasNoColour(t *testing.T) {
	for _, s := range allShows() {
		raw := s.open(t, 100, 30, ThemeMono).raw()
		for _, colour := range []string{"\x1b[38", "\x1b[48", ";38;", ";48;", "\x1b[3m3"} {
			if strings.Contains(raw, colour) {
				t.Errorf("%s uses colour %q in mono", s.name, colour)
			}
		}
	}
}

// No row may be wider than the window nor the screen higher, at any width, and
// drawing twice gives the same.
func TestScreensFitEveryWidth(t *testing.T) {
	widths := []int{20, 39, 40, 43, 47, 55, 58, 60, 66, 72, 79, 80, 81, 99, 100, 101, 119, 137, 160, 200}
	for _, s := range allShows() {
		d := s.open(t, 80, 24, ThemeDark)
		for _, w := range widths {
			for _, h := range []int{9, 13, 24, 50} {
				d.resize(w, h)
				first := d.raw()
				if second := d.raw(); first != second {
					t.Fatalf("%s at %dx%d: drawn twice, it differs", s.name, w, h)
				}
				checkFits(t, fmt.Sprintf("%s at %dx%d", s.name, w, h), first, w, h)
			}
		}
	}
}

func checkFits(t *testing.T, what, screen string, w, h int) {
	t.Helper()
	lines := strings.Split(screen, "\n")
	if len(lines) > h {
		t.Errorf("%s: %d rows", what, len(lines))
	}
	for i, line := range lines {
		if n := ansi.StringWidth(line); n > w {
			t.Errorf("%s: row %d is %d columns wide: %q", what, i, n, ansi.Strip(line))
		}
	}
}
