package tui

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func inboxShows() []show {
	return []show{
		{name: "inbox-changed", options: frametest.WithChanged},
		{name: "first-pass", options: frametest.WithLists, keys: []string{"F"}},
		{name: "first-pass-on-the-way", options: frametest.WithLists, keys: []string{"F", "1", "j", "2"}},
		{name: "first-pass-signs", options: frametest.WithLists, keys: []string{"F", "1", "j", "1", "1"}},
		{name: "first-pass-done", options: frametest.WithLists, keys: []string{"F", "1", "j", "1", "1", "n"}},
		{name: "inbox-selected", options: frametest.WithLists, keys: []string{"space", "space", "j"}},
		{name: "inbox-own-list", options: frametest.WithLists, keys: []string{"6"}},
		{name: "inbox-later-due", options: frametest.WithLists, keys: []string{"2"}},
		{name: "inbox-sorted", options: frametest.WithLists, keys: []string{"5", "f5", "3"}},
		{name: "inbox-match", options: frametest.WithLists, keys: []string{"5", "/"}, text: "an", then: []string{"esc", "n", "n"}},
		{name: "inbox-clone", options: frametest.WithLists, keys: []string{"j", "j", "j", "j", "P", "P", "J"}},
		{name: "inbox-no-such-field", options: frametest.WithLists, keys: []string{"/"}, text: "city:oslo"},
		{name: "inbox-preview-off", options: frametest.WithLists, keys: []string{"p"}},
		{name: "sort", options: frametest.WithLists, keys: []string{"f5"}},
		{name: "tags", options: frametest.WithLists, keys: []string{"space", "space", "t"}, text: "old -me"},
		{name: "edit", options: frametest.WithLists, keys: []string{"e"}, text: "Hello. "},
		{name: "copy", options: frametest.WithLists, keys: []string{"y"}},
		{name: "export", options: frametest.WithLists, keys: []string{"A", "E"}},
		{name: "delete", options: frametest.WithLists, keys: []string{"x"}},
		{name: "decide-many", options: frametest.WithLists, keys: []string{"A", "d"}},
		{name: "save-list", options: frametest.WithLists, keys: []string{"/"}, text: "recruiter is:waiting", then: []string{"ctrl+o"}},
		{name: "settings", options: frametest.WithLists, keys: []string{"s", "j"}},
		{name: "settings-keys", options: frametest.WithLists, keys: []string{"s", "j", "j", "j", "enter"}, text: "sort", then: []string{"enter"}},
		{name: "settings-lists", options: frametest.WithLists, keys: []string{"s", "j", "j", "j", "j", "enter"}},
		{name: "settings-no-lists", options: frametest.WithPeople, keys: []string{"s", "j", "j", "j", "j", "enter"}},
		{name: "taken", options: frametest.WithTaken},
		{name: "taken-looking", options: frametest.WithTaken, keys: []string{"l"}},
	}
}

// reachingShows are the screens for inviting others and for joining.
func reachingShows() []show {
	return []show{
		{name: "outgoing", options: frametest.WithReaching, keys: []string{"4"}},
		{name: "outgoing-pending", options: frametest.WithReaching, keys: []string{"4", "j", "j", "j"}},
		{name: "outgoing-empty", options: frametest.WithArchive, keys: []string{"i", "enter", "enter", "enter", "esc", "4"}},
		{name: "outgoing-add", options: frametest.WithReaching, keys: []string{"4", "a"}},
		{name: "outgoing-detail", options: frametest.WithReaching, keys: []string{"4", "j", "j", "j", "enter"}},
		{name: "outgoing-sort", options: frametest.WithReaching, keys: []string{"4", "S"}},
		{name: "note", options: frametest.WithReaching, keys: []string{"4", "L"}},
		{name: "note-parts", options: frametest.WithReaching, keys: []string{"4", "j", "j", "L"}, text: "could you introduce me to Jim"},
		{name: "note-edit", options: frametest.WithReaching, keys: []string{"4", "L", "t"}, text: " I'd like to add you to my professional network on LinkedIn."},
		{name: "note-kept", options: frametest.WithReaching, keys: []string{"4", "L", "right", "enter"}},
		{name: "outgoing-questions", options: frametest.WithReaching, keys: []string{"4", "j", "j", "enter"}},
		{name: "outgoing-verdict", options: frametest.WithReaching, keys: []string{"4", "enter", "v"}},
		{name: "outgoing-not-yet", options: frametest.WithReaching, keys: []string{"4", "j", "enter", "v"}},
		{name: "joining", options: frametest.WithReaching, keys: []string{"j"}},
		{name: "joining-questions", options: frametest.WithReaching, keys: []string{"enter", "1", "y"}},
		{name: "joining-verdict", options: frametest.WithReaching, keys: []string{"j", "enter", "v"}},
		{name: "join-decide", options: frametest.WithReaching, keys: []string{"j", "d"}},
		{name: "steps", options: frametest.WithReaching, keys: []string{"j", "B", "3"}},
	}
}

// show is one screen in one state, and how to get there.
type show struct {
	name    string
	options func() screen.Options
	keys    []string
	text    string   // typed after the keys
	then    []string // pressed after the text
}

func allShows() []show {
	return append(append(inboxShows(), reachingShows()...), []show{
		{name: "inbox", options: frametest.WithPeople, keys: []string{"j"}},
		{name: "inbox-all", options: frametest.WithPeople, keys: []string{"5", "G"}},
		{name: "inbox-filter", options: frametest.WithPeople, keys: []string{"/"}, text: "ŽIL"},
		{name: "inbox-filter-nothing", options: frametest.WithPeople, keys: []string{"/"}, text: "zebra"},
		{name: "inbox-filter-wrong", options: frametest.WithPeople, keys: []string{"/"}, text: "is:lost now"},
		{name: "inbox-empty-tab", options: func() screen.Options {
			return screen.Options{Storage: frametest.NewFakeStorage(frametest.SomePeople()[0])}
		}, keys: []string{"2"}},
		{name: "inbox-unreadable", options: func() screen.Options {
			f := frametest.NewFakeStorage()
			f.Unread = frametest.ErrTest
			return screen.Options{Storage: f}
		}},
		{name: "welcome", options: frametest.WithNothing, keys: []string{"j"}},
		{name: "welcome-left", options: frametest.WithNothing, keys: []string{"esc"}},
		{name: "import", options: frametest.WithNothing, keys: []string{"i"}},
		{name: "import-looked", options: frametest.WithArchive, keys: []string{"i", "enter"}},
		{name: "import-done", options: frametest.WithArchive, keys: []string{"i", "enter", "enter"}},
		{name: "profile", options: frametest.WithPeople, keys: []string{"s", "enter", "space", "down", "down", "space", "tab", "right"}},
		{name: "profile-first", options: frametest.WithArchive, keys: []string{"i", "enter", "enter", "enter"}},
		{name: "add", options: frametest.WithPeople, keys: []string{"a"}, text: "Renée", then: []string{"tab", "tab"}},
		{name: "add-wrong", options: frametest.WithPeople, keys: []string{"a", "shift+tab", "shift+tab", "shift+tab"}, text: "soon", then: []string{"ctrl+o"}},
		{name: "decide", options: frametest.WithPeople, keys: []string{"j", "d", "j"}},
		{name: "decide-because", options: frametest.WithPeople, keys: []string{"j", "d", "1"}, text: "an old colleague vouches for them"},
		{name: "later", options: frametest.WithPeople, keys: []string{"l"}, text: "2 weeks"},
		{name: "later-wrong", options: frametest.WithPeople, keys: []string{"l"}, text: "whenever"},
		{name: "open-profile", options: frametest.WithPeople, keys: []string{"o"}},
		{name: "detail", options: frametest.WithPeople, keys: []string{"3", "G", "enter"}},
		{name: "reading", options: frametest.WithReading, keys: []string{"C"}},
		{name: "reading-wrong", options: frametest.WithReading, keys: []string{"C"}, text: "~/feed.html", then: []string{"enter"}},
		{name: "reading-read", options: frametest.WithReading, keys: []string{"C"}, text: "~/Downloads/profile.html", then: []string{"enter", "j", "space"}},
		{name: "reading-differs", options: frametest.WithReadingOfAnother, keys: []string{"C"}, text: "~/Downloads/profile.html", then: []string{"enter"}},
		{name: "statistics", options: frametest.WithLists, keys: []string{"I"}},
		{name: "statistics-down", options: frametest.WithLists, keys: []string{"I", "pgdown"}},
		{name: "statistics-empty", options: frametest.WithNothing, keys: []string{"esc", "I"}},
		{name: "guide", options: frametest.WithPeople, keys: []string{"H", "pgdown"}},
		{name: "keys", options: frametest.WithPeople, keys: []string{"?"}},
		{name: "commands", options: frametest.WithPeople, keys: []string{"ctrl+p"}, text: "put off"},
	}...)
}

// open brings a program to the state of a show.
func (s show) open(t testing.TB, w, h int, theme string) *frametest.Driver {
	t.Helper()
	o := s.options()
	o.Theme = theme
	d := newDriver(t, w, h, o)
	d.Press(s.keys...)
	d.Enter(s.text)
	d.Press(s.then...)
	return d
}

// overStore is a driver over a real store at path.
func overStore(t *testing.T, path string) *frametest.Driver {
	t.Helper()
	return newDriver(t, 100, 30, frametest.StoreAt(t, path))
}
