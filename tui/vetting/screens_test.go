package vetting

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"linkvet/tui/frame"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// show is one screen in one state, and how to get there.
type show struct {
	name    string
	options func() screen.Options
	id      string // whom the questions are about; "" for all who wait
	keys    []string
	text    string   // typed after the keys
	then    []string // pressed after the text
}

// shows are the screens of vetting, in each of their states.
func shows() []show {
	people, others := frametest.WithPeople, withStrangers
	return []show{
		{name: "who", options: people, id: "a1ka"},
		{name: "who-known", options: people, id: "a1ka", keys: []string{"2"}},
		{name: "who-aside", options: people, id: "a1ka", keys: []string{"n", "3", "y", "b", "down", "2"}},
		{name: "who-again", options: people, id: "a1ka", keys: []string{"n", "2", "b"}},
		{name: "who-suggested", options: others, id: "n2ve", keys: []string{"n"}},
		{name: "who-noted", options: others, id: "o3be", keys: []string{"b", "b", "down"}},
		{name: "who-cjk", options: people, id: "b2li"},
		{name: "who-rtl", options: people, id: "d4ar"},
		{name: "who-longname", options: people, id: "f6lo"},
		{name: "signs", options: people, id: "a1ka", keys: []string{"n", "2"}},
		{name: "signs-ticked", options: people, id: "a1ka", keys: []string{"n", "2", "down", "space", "down", "u"}},
		{name: "signs-kind", options: people, id: "a1ka", keys: []string{"n", "2", "up", "up", "up", "up", "up"}},
		{name: "signs-nothing", options: people, id: "a1ka", keys: []string{"n", "2", "enter"}},
		{name: "signs-suggested", options: others, id: "m1sc", keys: []string{"n", "3", "y"}},
		{name: "signs-denied", options: others, id: "m1sc", keys: []string{"n", "3", "y", "n"}},
		{name: "profile", options: people, id: "a1ka", keys: []string{"n", "2", "n"}},
		{name: "profile-answered", options: people, id: "a1ka", keys: []string{"n", "2", "n", "1", "1", "3", "n", "u"}},
		{name: "profile-suggested", options: others, id: "m1sc", keys: []string{"n", "3", "y", "n", "n", "down", "down", "down"}},
		{name: "profile-why", options: people, id: "a1ka", keys: []string{"n", "2", "n", "down", "w"}},
		{name: "profile-note", options: people, id: "a1ka", keys: []string{"n", "2", "n", "m"}},
		{name: "profile-taken-back", options: people, id: "a1ka", keys: []string{"n", "2", "n", "1", "1", "z"}},
		{name: "looked-up", options: people, id: "a1ka", keys: []string{"n", "2", "n", "1", "1", "3", "enter"}},
		{name: "worth", options: people, id: "a1ka", keys: []string{"n", "2", "n", "1", "1", "3", "enter", "1", "enter", "1", "1", "right"}},
		{name: "favors", options: people, id: "a1ka", keys: []string{"2", "y", "2", "n"}},
		{name: "account", options: people, id: "a1ka", keys: []string{"2", "y", "2", "n", "enter"}},
		{name: "outgoing", options: people, id: "l3ou"},
		{name: "emoji-verdict", options: people, id: "c3em"},
		{name: "note", options: people, id: "a1ka", keys: []string{"N"}, text: "Asked Mia: met them in Ljubljana"},
		{name: "pages", options: people, id: "a1ka", keys: []string{"n", "3", "o", "j"}},
		{name: "overview", options: people, id: "a1ka", keys: []string{"n", "3", "y", "g", "G"}},
		{name: "review", options: others, id: "o3be", keys: []string{"r"}},
		{name: "review-empty", options: people, id: "a1ka", keys: []string{"r"}},
		{name: "review-against", options: people, id: "a1ka", keys: []string{"1", "y", "n", "e", "d", "4"}, text: "moved away"},
		{name: "verdict-accept", options: people, id: "a1ka", keys: []string{"1", "y", "n"}},
		{name: "verdict-open", options: people, id: "a1ka", keys: []string{"n", "2", "n", "v"}},
		{name: "verdict-no-way", options: people, id: "a1ka", keys: []string{"1", "n", "1", "n"}},
		{name: "verdict-block", options: people, id: "a1ka", keys: []string{"n", "2", "space", "enter"}},
		{name: "verdict-noted", options: others, id: "o3be", keys: []string{"v"}},
		{name: "verdict-editing", options: people, id: "a1ka", keys: []string{"1", "y", "n", "t"}, text: " See you!"},
		{name: "verdict-because", options: people, id: "a1ka", keys: []string{"1", "y", "n", "d"}, text: "moved away"},
		{name: "verdict-end", options: people, id: "a1ka", keys: []string{"n", "2", "n", "v", "G"}},
		{name: "run", options: people, keys: []string{"1", "y", "n", "a"}},
		{name: "run-paused", options: people, keys: []string{"1", "y", "n", "a", "S", "esc"}},
		{name: "run-done", options: people, keys: []string{"S", "S", "S", "S", "S", "S"}},
	}
}

// open brings a program to the state of a show.
func (s show) open(t testing.TB, w, h int, theme string) *frametest.Driver {
	t.Helper()
	o := s.options()
	o.Theme = theme
	d := vettingDriver(t, 80, 24, o)
	if s.id == "" {
		d.Open(screen.VettingRunPage{})
	} else {
		d.Open(screen.QuestionsPage{ID: s.id})
	}
	d.Press(s.keys...)
	d.Enter(s.text)
	d.Press(s.then...)
	d.Resize(w, h)
	return d
}

// The colors themselves, of the screens that a person decides by.
func TestColors(t *testing.T) {
	decisive := []string{"signs-suggested", "profile-answered", "review", "verdict-block", "verdict-open"}
	for _, s := range shows() {
		if !slices.Contains(decisive, s.name) {
			continue
		}
		for _, theme := range []string{style.ThemeDark, style.ThemeLight, style.ThemeMono} {
			t.Run(s.name+"/"+theme, func(t *testing.T) {
				golden.RequireEqual(t, s.open(t, 100, 30, theme).Raw())
			})
		}
	}
}

func TestScreens(t *testing.T) {
	for _, s := range shows() {
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s/%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, s.open(t, size[0], size[1], style.ThemeDark).Shows())
			})
		}
	}
}

// Nothing is told by color alone.
func TestScreensSayTheSameInEveryTheme(t *testing.T) {
	for _, s := range shows() {
		dark := s.open(t, 110, 30, style.ThemeDark).Shows()
		for _, theme := range []string{style.ThemeLight, style.ThemeMono} {
			d := s.open(t, 110, 30, theme)
			if got := d.Shows(); got != dark {
				t.Errorf("%s differs in %s:\n%s\n\nin dark:\n%s", s.name, theme, got, dark)
			}
			if theme == style.ThemeMono && strings.Contains(d.Raw(), "\x1b[38") {
				t.Errorf("%s uses color in mono", s.name)
			}
		}
	}
}

func TestScreensFitEveryWidth(t *testing.T) {
	for _, s := range shows() {
		d := s.open(t, 80, 24, style.ThemeDark)
		for _, w := range []int{40, 47, 60, 79, 80, 96, 99, 100, 113, 160, 200} {
			for _, h := range []int{10, 15, 20, 24, 60} {
				d.Resize(w, h)
				first := d.Raw()
				if second := d.Raw(); first != second {
					t.Fatalf("%s at %dx%d: drawn twice, it differs", s.name, w, h)
				}
				frametest.CheckFits(t, fmt.Sprintf("%s at %dx%d", s.name, w, h), first, w, h)
			}
		}
	}
}

// No key is dead: none is offered twice, each reaches its action, and the check
// for conflicts knows which are offered side by side.
func TestEveryKeyWorks(t *testing.T) {
	for _, s := range shows() {
		d := s.open(t, 120, 40, style.ThemeDark)
		offered := slices.Concat(d.Root.Top().Actions(), keys.Global())
		taken := map[string]keys.ID{}
		for _, id := range offered {
			a, ok := d.Root.Env.Keys.ByID[id]
			if !ok {
				t.Errorf("%s offers %q, which is not in the table", s.name, id)
			}
			for _, k := range a.Keys {
				if other, dead := taken[k]; dead && other != id {
					t.Errorf("%s: %q is offered for both %s and %s", s.name, k, other, id)
				}
				taken[k] = id
			}
			for _, other := range offered {
				if b := d.Root.Env.Keys.ByID[other]; id != other && !keys.SideBySide(a, b) {
					t.Errorf("%s offers %s (%s) beside %s (%s)", s.name, id, a.Group, other, b.Group)
				}
			}
		}
		for k, id := range taken {
			msg := frametest.KeyPress(k)
			if d.Root.Top().InText() && msg.Text != "" {
				continue
			}
			if got, ok := d.Root.Env.Keys.Find(msg, offered, d.Root.Top().InText()); !ok || got != id {
				t.Errorf("%s: %q is promised for %s and gives %q", s.name, k, id, got)
			}
		}
	}
}

// What is offered does something, from every state: something on the screen is
// different afterwards.
func TestEveryActionDoesSomething(t *testing.T) {
	for _, s := range shows() {
		d := s.open(t, 80, 24, style.ThemeDark)
		for i, id := range d.Root.Top().Actions() {
			k := d.Root.Env.Keys.ByID[id].Keys[0]
			if frame.Quiet(id) || d.Root.Top().InText() && frametest.KeyPress(k).Text != "" {
				continue // a list's end has nowhere to go; letters are typed
			}
			fresh := s.open(t, 80, 24, style.ThemeDark)
			if got := fresh.Root.Top().Actions()[i]; got != id {
				t.Fatalf("%s offers %s, then %s", s.name, id, got)
			}
			before := fresh.Raw()
			if fresh.Press(k); fresh.Raw() == before && !fresh.Quit {
				t.Errorf("%s: %q for %s changes nothing", s.name, k, id)
			}
		}
	}
}

// While a text is typed, the keys that move in it and delete from it are the
// text's.
func TestTextsKeepTheirKeys(t *testing.T) {
	for _, s := range shows() {
		d := s.open(t, 120, 40, style.ThemeDark)
		top := d.Root.Top()
		if !top.InText() {
			continue
		}
		for _, key := range []string{"left", "right", "home", "end", "backspace", "delete", "ctrl+left", "alt+right"} {
			if id, ok := d.Root.Env.Keys.Find(frametest.KeyPress(key), top.Actions(), true); ok {
				t.Errorf("%s takes %s for %s while a text is typed", s.name, key, id)
			}
		}
	}
}
