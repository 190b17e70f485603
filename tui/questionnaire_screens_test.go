package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"linkvet/advisor"
	"linkvet/store"
)

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
