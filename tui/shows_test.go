package tui

import (
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/vetting"
)

func inboxShows() []show {
	return []show{
		{name: "inbox-changed", options: frametest.WithChanged},
		{name: "inbox-selected", options: frametest.WithLists, keys: []string{"space", "space", "j"}},
		{name: "inbox-own-list", options: frametest.WithLists, keys: []string{"5"}},
		{name: "inbox-later-due", options: frametest.WithLists, keys: []string{"2"}},
		{name: "inbox-sorted", options: frametest.WithLists, keys: []string{"4", "f5", "3"}},
		{name: "inbox-match", options: frametest.WithLists, keys: []string{"4", "/"}, text: "an", then: []string{"esc", "n", "n"}},
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

// strangers opens the questions about the first of withStrangers.
func strangers(t testing.TB, w, h int, keys ...string) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	o := withStrangers()
	d := newDriver(t, w, h, o)
	d.Press("enter")
	d.Wants("Victor Almgren")
	d.Press(keys...)
	return d, o.Storage.(*frametest.FakeStorage)
}

// withStrangers are people whose notes suggest answers, and one somebody began
// with before.
func withStrangers() screen.Options {
	now := frametest.TestNow()
	f := frametest.NewFakeStorage(
		record.Invitation{ID: "m1sc", Name: "Victor Almgren", Headline: "Business Manager at Global Company", SentAt: now.AddDate(0, 0, -1),
			URL:  "https://www.linkedin.com/in/victor-almgren-example",
			Note: "Hello dear, I can teach you to trade like I do. Please write me on WhatsApp +1 202 555 0143, it is urgent."},
		record.Invitation{ID: "n2ve", Name: "Oyelaran Vale", Headline: "Sales", Company: "Brightkite Software", SentAt: now.AddDate(0, 0, -2),
			Note: "Hi, can I book you for a demo next week?"},
		record.Invitation{ID: "o3be", Name: "Ana Kovalenko", SentAt: now.AddDate(0, 0, -3), Answers: begunAnswers(),
			Recommendation: advisor.IgnoreOrVetFurther, AnswerNotes: map[string]string{"role": "asked Mia, she met them once"}},
	)
	f.Typed = map[string]string{"begun": "o3be"}
	return screen.Options{Storage: f}
}

// begunAnswers are those of somebody who has seen no stop sign, does not know
// them, and was put off by the first vetting question.
func begunAnswers() advisor.Answers {
	a := advisor.Answers{"know": {"no"}, "role": {"peer"}, "off_platform": {"no"}, "too_good": {"no"}, "generic_identity": {"no"},
		"care_notice": {advisor.DontKnow}, "reputable": {"yes"}}
	for _, question := range advisor.Questions() {
		if question.Stage == advisor.StageStopSigns {
			a[question.ID] = []string{vetting.NoneOf(question)}
		}
	}
	return a
}

// vettingShows are the screens of vetting, in each of their states.
func vettingShows() []show {
	return []show{
		{name: "signs", options: frametest.WithPeople, keys: []string{"enter"}},
		{name: "signs-ticked", options: frametest.WithPeople, keys: []string{"enter", "2", "down", "-", "down"}},
		{name: "signs-kind", options: frametest.WithPeople, keys: []string{"enter", "7", "down"}},
		{name: "signs-suggested", options: withStrangers, keys: []string{"enter"}},
		{name: "signs-taken", options: withStrangers, keys: []string{"enter", "t"}},
		{name: "warnings", options: withStrangers, keys: []string{"enter", "n", "3", "3", "y"}},
		{name: "question", options: frametest.WithPeople, keys: []string{"enter", "n"}},
		{name: "question-marked", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "j", "j"}},
		{name: "question-yesno", options: frametest.WithPeople, keys: []string{"enter", "n", "1"}},
		{name: "question-again", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "b"}},
		{name: "question-suggested", options: withStrangers, keys: []string{"j", "enter", "n", "3"}},
		{name: "question-noted", options: withStrangers, keys: []string{"c", "b", "b"}},
		{name: "question-why", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "w"}},
		{name: "question-note", options: frametest.WithPeople, keys: []string{"enter", "n", "m"}},
		{name: "question-aside", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "3", "y", "b", "b", "2"}},
		{name: "question-taken-back", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "z"}},
		{name: "question-many", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "g", "G", "k", "k", "k", "k", "k", "k", "k", "k", "k", "enter", "1", "down"}},
		{name: "question-cjk", options: frametest.WithPeople, keys: []string{"j", "enter", "n"}},
		{name: "question-emoji", options: frametest.WithPeople, keys: []string{"j", "j", "enter", "n"}},
		{name: "question-rtl", options: frametest.WithPeople, keys: []string{"j", "j", "j", "enter", "n"}},
		{name: "question-longname", options: frametest.WithPeople, keys: []string{"j", "j", "j", "j", "j", "enter", "n"}},
		{name: "note", options: frametest.WithPeople, keys: []string{"enter", "n", "N"}, text: "Asked Mia: met them in Ljubljana"},
		{name: "pages", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "o", "j"}},
		{name: "settled", options: frametest.WithPeople, keys: []string{"enter", "1", "enter"}},
		{name: "overview", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "3", "y", "g", "G"}},
		{name: "review", options: withStrangers, keys: []string{"c", "r"}},
		{name: "review-empty", options: frametest.WithPeople, keys: []string{"enter", "r"}},
		{name: "review-against", options: frametest.WithPeople, keys: []string{"enter", "n", "1", "y", "esc", "r", "d", "4"}, text: "moved away"},
		{name: "verdict-accept", options: frametest.WithPeople, keys: []string{"enter", "n", "1", "y"}},
		{name: "verdict-done", options: frametest.WithPeople, keys: []string{"enter", "n", "1", "y", "esc"}},
		{name: "verdict-open", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "2", "v"}},
		{name: "verdict-block", options: frametest.WithPeople, keys: []string{"enter", "1", "enter", "enter"}},
		{name: "verdict-noted", options: withStrangers, keys: []string{"c", "v"}},
		{name: "verdict-editing", options: frametest.WithPeople, keys: []string{"enter", "n", "1", "y", "t"}, text: " See you!"},
		{name: "verdict-because", options: frametest.WithPeople, keys: []string{"enter", "n", "1", "y", "d"}, text: "moved away"},
		{name: "verdict-end", options: frametest.WithPeople, keys: []string{"enter", "n", "3", "2", "v", "G"}},
		{name: "session", options: frametest.WithPeople, keys: []string{"V", "n", "1", "y", "a"}},
		{name: "session-paused", options: frametest.WithPeople, keys: []string{"V", "n", "1", "y", "a", "S", "esc"}},
		{name: "session-done", options: frametest.WithPeople, keys: []string{"V", "S", "S", "S", "S", "S", "S"}},
	}
}

// vetting opens the questions about the first of some people.
func startVetting(t testing.TB, w, h int) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, w, h, screen.Options{Storage: f})
	d.Press("enter")
	d.Wants("Katarína Žilinská", "Have you seen any of these?")
	return d, f
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
	return append(inboxShows(), []show{
		{name: "inbox", options: frametest.WithPeople, keys: []string{"j"}},
		{name: "inbox-all", options: frametest.WithPeople, keys: []string{"4", "G"}},
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
