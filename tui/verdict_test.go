package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"linkvet/advisor"
	"linkvet/store"
)

// advised opens the advice on a stranger of whom nothing is known.
func advised(t testing.TB, w, h int, o Options) (*driver, *fakeStorage) {
	t.Helper()
	f := newFakeStorage(somePeople()...)
	o.Storage = f
	d := newDriver(t, w, h, o)
	d.press("enter", "n", "3", "5", "v")
	if got := d.top(); got != "verdict" {
		t.Fatalf("v leads to %s", got)
	}
	d.wants("Ignore or vet further", "not settled yet")
	return d, f
}

func TestADecisionAgainstTheAdviceAsksWhy(t *testing.T) {
	d, f := advised(t, 80, 24, Options{})
	d.press("a")
	d.wants("Why?")
	d.enter("met at the fair")
	d.press("enter")
	if inv := vetted(f); inv.Decision != store.Accepted || inv.Because != "met at the fair" {
		t.Errorf("stored: %q because %q", inv.Decision, inv.Because)
	}
	if got := d.top(); got != "inbox" {
		t.Errorf("then the screen is %s", got)
	}
}

func TestEachDecisionHasItsKey(t *testing.T) {
	for key, want := range map[string]store.Decision{
		"a": store.Accepted, "i": store.Ignored, "d": store.Declined, "x": store.Blocked, "R": store.Reported,
	} {
		d, f := advised(t, 80, 24, Options{})
		d.press(key)
		if d.top() == "decideDialog" {
			d.press("enter")
		}
		if got := vetted(f).Decision; got != want {
			t.Errorf("%s records %q, not %q", key, got, want)
		}
	}
}

func TestLaterAsksForADate(t *testing.T) {
	d, f := advised(t, 80, 24, Options{})
	d.press("l")
	d.enter("2 weeks")
	d.press("enter")
	if vetted(f).LaterUntil.IsZero() || d.top() != "inbox" {
		t.Errorf("put off until %v, on %s", vetted(f).LaterUntil, d.top())
	}
}

func TestOutgoingInvitationsAreSentOrNot(t *testing.T) {
	f := newFakeStorage(store.Invitation{ID: "out1", Name: "Nia Ó Briain", Direction: store.Outgoing, SentAt: testNow()})
	e := newDriver(t, 80, 24, Options{Storage: f}).root.env
	v := newVerdict(e, f.all["out1"])
	acts := v.Actions()
	if !slices.Contains(acts, actSent) || !slices.Contains(acts, actNotSent) || slices.Contains(acts, actAccepted) {
		t.Errorf("offers %v", acts)
	}
}

func TestBackToTheAnswers(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	d.press("e")
	d.wants("Review", "Do you know them", "· No")
	d.press("esc")
	if got := d.top(); got != "questionnaire" {
		t.Errorf("esc leads to %s", got)
	}
}

func TestDraftsAreChosenEditedAndKept(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	v := d.root.top().(*verdict)
	if len(v.drafts.replies) < 2 {
		t.Fatalf("only %d drafts", len(v.drafts.replies))
	}
	first := v.drafts.text()
	d.press("right")
	if second := v.drafts.text(); second == first {
		t.Error("right shows the same draft")
	}
	d.press("left", "t")
	d.enter(" " + alphabet)
	if got := v.drafts.text(); got != first+" "+alphabet || d.top() != "verdict" {
		t.Errorf("typed at the end of %q: %q on %s", first, got, d.top())
	}
	d.press("esc")
	d.wants("(changed)", "too many for a note")
	d.press("esc", "v")
	if got := d.root.top().(*verdict).drafts.text(); got != first+" "+alphabet {
		t.Errorf("what was typed is lost: %q", got)
	}
	d.press("t", "ctrl+x", "y")
	if got := d.root.top().(*verdict).drafts.text(); got != first {
		t.Errorf("after throwing away: %q", got)
	}
}

func TestCopyingFallsBackOnTheTerminal(t *testing.T) {
	copied := ""
	d, _ := advised(t, 80, 24, Options{Copy: func(text string) error { copied = text; return nil }})
	d.press("y")
	if text := d.root.top().(*verdict).drafts.text(); copied != text || text == "" {
		t.Errorf("copied %q", copied)
	}
	d.wants("Copied the draft to the clipboard")
	d, _ = advised(t, 80, 24, Options{Copy: func(string) error { return errors.New("no clipboard") }})
	d.press("y")
	d.wants("Asked the terminal to copy the draft (OSC 52)", "thank you for the invitation")
	d.press("g", "t")
	d.send(paste(strings.Repeat("much too long ", maxTerminalCopy/10)))
	d.press("esc", "y")
	d.wants("Could not copy the draft: too long for the terminal", "much too long")
}

func TestTheVerdictScrolls(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	d.press("j")
	if got := d.root.top().(*verdict).top; got != 1 {
		t.Errorf("j scrolls to line %d", got)
	}
	d.press("G")
	d.wants("I left it until a date")
	d.wantsNot("more lines")
	d.press("g")
	d.wants("not settled yet")
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

// The colours themselves, of the screens that a person decides by.
func TestVettingColours(t *testing.T) {
	decisive := []string{"signs-suggested", "question-marked", "settled", "review", "verdict-block"}
	for _, s := range vettingShows() {
		if !slices.Contains(decisive, s.name) {
			continue
		}
		for _, theme := range []string{ThemeDark, ThemeLight, ThemeMono} {
			t.Run(s.name+"/"+theme, func(t *testing.T) {
				golden.RequireEqual(t, s.open(t, 100, 30, theme).raw())
			})
		}
	}
}

func TestVettingScreens(t *testing.T) {
	for _, s := range vettingShows() {
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s/%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, s.open(t, size[0], size[1], ThemeDark).shows())
			})
		}
	}
}

// Nothing is told by colour alone.
func TestVettingSaysTheSameInEveryTheme(t *testing.T) {
	for _, s := range vettingShows() {
		dark := s.open(t, 110, 30, ThemeDark).shows()
		for _, theme := range []string{ThemeLight, ThemeMono} {
			d := s.open(t, 110, 30, theme)
			if got := d.shows(); got != dark {
				t.Errorf("%s differs in %s:\n%s\n\nin dark:\n%s", s.name, theme, got, dark)
			}
			if theme == ThemeMono && strings.Contains(d.raw(), "\x1b[38") {
				t.Errorf("%s uses colour in mono", s.name)
			}
		}
	}
}

func TestVettingFitsEveryWidth(t *testing.T) {
	for _, s := range vettingShows() {
		d := s.open(t, 80, 24, ThemeDark)
		for _, w := range []int{30, 40, 41, 47, 53, 60, 67, 79, 80, 88, 95, 96, 99, 100, 101, 113, 127, 160, 200} {
			for _, h := range []int{10, 15, 24, 60} {
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

// No key is dead: none is offered twice, and each reaches its action.
func TestEveryVettingKeyWorks(t *testing.T) {
	for _, s := range vettingShows() {
		d := s.open(t, 120, 40, ThemeDark)
		offered := slices.Concat(d.root.top().Actions(), globalActions())
		taken := map[string]actionID{}
		for _, id := range offered {
			a, ok := d.root.env.keys.byID[id]
			if !ok {
				t.Errorf("%s offers %q, which is not in the table", s.name, id)
			}
			for _, k := range a.keys {
				if other, dead := taken[k]; dead && other != id {
					t.Errorf("%s: %q is offered for both %s and %s", s.name, k, other, id)
				}
				taken[k] = id
			}
		}
		for k, id := range taken {
			msg := keyPress(k)
			if d.root.top().InText() && msg.Text != "" {
				continue
			}
			if got, ok := d.root.env.keys.find(msg, offered, d.root.top().InText()); !ok || got != id {
				t.Errorf("%s: %q is promised for %s and gives %q", s.name, k, id, got)
			}
		}
	}
}

// What is offered does something, from every state: something on the screen is
// different afterwards.
func TestEveryVettingActionDoesSomething(t *testing.T) {
	for _, s := range vettingShows() {
		d := s.open(t, 80, 24, ThemeDark)
		for i, id := range d.root.top().Actions() {
			k := d.root.env.keys.byID[id].keys[0]
			if quiet(id) || d.root.top().InText() && keyPress(k).Text != "" {
				continue // a list's end has nowhere to go; letters are typed
			}
			fresh := s.open(t, 80, 24, ThemeDark)
			if got := fresh.root.top().Actions()[i]; got != id {
				t.Fatalf("%s offers %s, then %s", s.name, id, got)
			}
			before := fresh.raw()
			if fresh.press(k); fresh.raw() == before && !fresh.quit {
				t.Errorf("%s: %q for %s changes nothing", s.name, k, id)
			}
		}
	}
}
