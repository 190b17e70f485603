package tui

import (
	"linkvet/advisor"
	"linkvet/store"
	"testing"
)

func inboxShows() []show {
	return []show{
		{name: "inbox-changed", options: withChanged},
		{name: "inbox-selected", options: withLists, keys: []string{"space", "space", "j"}},
		{name: "inbox-own-list", options: withLists, keys: []string{"5"}},
		{name: "inbox-later-due", options: withLists, keys: []string{"2"}},
		{name: "inbox-sorted", options: withLists, keys: []string{"4", "f5", "3"}},
		{name: "inbox-match", options: withLists, keys: []string{"4", "/"}, text: "an", then: []string{"esc", "n", "n"}},
		{name: "inbox-clone", options: withLists, keys: []string{"j", "j", "j", "j", "P", "P", "J"}},
		{name: "inbox-no-such-field", options: withLists, keys: []string{"/"}, text: "city:oslo"},
		{name: "inbox-preview-off", options: withLists, keys: []string{"p"}},
		{name: "sort", options: withLists, keys: []string{"f5"}},
		{name: "tags", options: withLists, keys: []string{"space", "space", "t"}, text: "old -me"},
		{name: "edit", options: withLists, keys: []string{"e"}, text: "Hello. "},
		{name: "copy", options: withLists, keys: []string{"y"}},
		{name: "export", options: withLists, keys: []string{"A", "E"}},
		{name: "delete", options: withLists, keys: []string{"x"}},
		{name: "decide-many", options: withLists, keys: []string{"A", "d"}},
		{name: "save-list", options: withLists, keys: []string{"/"}, text: "recruiter is:waiting", then: []string{"ctrl+o"}},
		{name: "settings", options: withLists, keys: []string{"s", "j"}},
		{name: "settings-keys", options: withLists, keys: []string{"s", "j", "j", "j", "enter"}, text: "sort", then: []string{"enter"}},
		{name: "settings-lists", options: withLists, keys: []string{"s", "j", "j", "j", "j", "enter"}},
		{name: "settings-no-lists", options: withPeople, keys: []string{"s", "j", "j", "j", "j", "enter"}},
		{name: "taken", options: withTaken},
		{name: "taken-looking", options: withTaken, keys: []string{"l"}},
	}
}

// strangers opens the questions about the first of withStrangers.
func strangers(t testing.TB, w, h int, keys ...string) (*driver, *fakeStorage) {
	t.Helper()
	o := withStrangers()
	d := newDriver(t, w, h, o)
	d.press("enter")
	d.wants("Victor Almgren")
	d.press(keys...)
	return d, o.Storage.(*fakeStorage)
}

// withStrangers are people whose notes suggest answers, and one somebody began
// with before.
func withStrangers() Options {
	now := testNow()
	f := newFakeStorage(
		store.Invitation{ID: "m1sc", Name: "Victor Almgren", Headline: "Business Manager at Global Company", SentAt: now.AddDate(0, 0, -1),
			URL:  "https://www.linkedin.com/in/victor-almgren-example",
			Note: "Hello dear, I can teach you to trade like I do. Please write me on WhatsApp +1 202 555 0143, it is urgent."},
		store.Invitation{ID: "n2ve", Name: "Oyelaran Vale", Headline: "Sales", Company: "Brightkite Software", SentAt: now.AddDate(0, 0, -2),
			Note: "Hi, can I book you for a demo next week?"},
		store.Invitation{ID: "o3be", Name: "Ana Kovalenko", SentAt: now.AddDate(0, 0, -3), Answers: begunAnswers(),
			Recommendation: advisor.IgnoreOrVetFurther, AnswerNotes: map[string]string{"role": "asked Mia, she met them once"}},
	)
	f.drafts = map[string]string{begunKey: "o3be"}
	return Options{Storage: f}
}

// begunAnswers are those of somebody who has seen no stop sign, does not know
// them, and was put off by the first vetting question.
func begunAnswers() advisor.Answers {
	a := advisor.Answers{"know": {"no"}, "role": {"peer"}, "off_platform": {"no"}, "too_good": {"no"}, "generic_identity": {"no"},
		"care_notice": {advisor.DontKnow}, "reputable": {"yes"}}
	for _, question := range advisor.Questions() {
		if question.Stage == advisor.StageStopSigns {
			a[question.ID] = []string{noneOf(question)}
		}
	}
	return a
}

// vettingShows are the screens of vetting, in each of their states.
func vettingShows() []show {
	return []show{
		{name: "signs", options: withPeople, keys: []string{"enter"}},
		{name: "signs-ticked", options: withPeople, keys: []string{"enter", "2", "down", "-", "down"}},
		{name: "signs-kind", options: withPeople, keys: []string{"enter", "7", "down"}},
		{name: "signs-suggested", options: withStrangers, keys: []string{"enter"}},
		{name: "signs-taken", options: withStrangers, keys: []string{"enter", "t"}},
		{name: "warnings", options: withStrangers, keys: []string{"enter", "n", "3", "3", "y"}},
		{name: "question", options: withPeople, keys: []string{"enter", "n"}},
		{name: "question-marked", options: withPeople, keys: []string{"enter", "n", "3", "j", "j"}},
		{name: "question-yesno", options: withPeople, keys: []string{"enter", "n", "1"}},
		{name: "question-again", options: withPeople, keys: []string{"enter", "n", "3", "b"}},
		{name: "question-suggested", options: withStrangers, keys: []string{"j", "enter", "n", "3"}},
		{name: "question-noted", options: withStrangers, keys: []string{"c", "b", "b"}},
		{name: "question-why", options: withPeople, keys: []string{"enter", "n", "3", "w"}},
		{name: "question-note", options: withPeople, keys: []string{"enter", "n", "m"}},
		{name: "question-aside", options: withPeople, keys: []string{"enter", "n", "3", "3", "y", "b", "b", "2"}},
		{name: "question-taken-back", options: withPeople, keys: []string{"enter", "n", "3", "z"}},
		{name: "question-many", options: withPeople, keys: []string{"enter", "n", "3", "g", "G", "k", "k", "k", "k", "k", "k", "k", "k", "k", "enter", "1", "down"}},
		{name: "question-cjk", options: withPeople, keys: []string{"j", "enter", "n"}},
		{name: "question-emoji", options: withPeople, keys: []string{"j", "j", "enter", "n"}},
		{name: "question-rtl", options: withPeople, keys: []string{"j", "j", "j", "enter", "n"}},
		{name: "question-longname", options: withPeople, keys: []string{"j", "j", "j", "j", "j", "enter", "n"}},
		{name: "note", options: withPeople, keys: []string{"enter", "n", "N"}, text: "Asked Mia: met them in Ljubljana"},
		{name: "pages", options: withPeople, keys: []string{"enter", "n", "3", "o", "j"}},
		{name: "settled", options: withPeople, keys: []string{"enter", "1", "enter"}},
		{name: "overview", options: withPeople, keys: []string{"enter", "n", "3", "3", "y", "g", "G"}},
		{name: "review", options: withStrangers, keys: []string{"c", "r"}},
		{name: "review-empty", options: withPeople, keys: []string{"enter", "r"}},
		{name: "review-against", options: withPeople, keys: []string{"enter", "n", "1", "y", "esc", "r", "d", "4"}, text: "moved away"},
		{name: "verdict-accept", options: withPeople, keys: []string{"enter", "n", "1", "y"}},
		{name: "verdict-done", options: withPeople, keys: []string{"enter", "n", "1", "y", "esc"}},
		{name: "verdict-open", options: withPeople, keys: []string{"enter", "n", "3", "2", "v"}},
		{name: "verdict-block", options: withPeople, keys: []string{"enter", "1", "enter", "enter"}},
		{name: "verdict-noted", options: withStrangers, keys: []string{"c", "v"}},
		{name: "verdict-editing", options: withPeople, keys: []string{"enter", "n", "1", "y", "t"}, text: " See you!"},
		{name: "verdict-because", options: withPeople, keys: []string{"enter", "n", "1", "y", "d"}, text: "moved away"},
		{name: "verdict-end", options: withPeople, keys: []string{"enter", "n", "3", "2", "v", "G"}},
		{name: "session", options: withPeople, keys: []string{"V", "n", "1", "y", "a"}},
		{name: "session-paused", options: withPeople, keys: []string{"V", "n", "1", "y", "a", "S", "esc"}},
		{name: "session-done", options: withPeople, keys: []string{"V", "S", "S", "S", "S", "S", "S"}},
	}
}

// vetting opens the questions about the first of some people.
func startVetting(t testing.TB, w, h int) (*driver, *fakeStorage) {
	t.Helper()
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, w, h, Options{Storage: f})
	d.press("enter")
	d.wants("Katarína Žilinská", "Have you seen any of these?")
	return d, f
}

// show is one screen in one state, and how to get there.
type show struct {
	name    string
	options func() Options
	keys    []string
	text    string   // typed after the keys
	then    []string // pressed after the text
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

// overStore is a driver over a real store at path.
func overStore(t *testing.T, path string) *driver {
	t.Helper()
	s, err := store.Open(path, store.Options{Now: testNow, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatal(err)
	}
	return newDriver(t, 100, 30, Options{Storage: realStorage{Store: s}, Unwritable: s.Unwritable(), Claim: func() (bool, error) {
		return true, s.Unwritable()
	}})
}
