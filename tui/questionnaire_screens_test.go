package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"linkvet/tui/frame"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// The colours themselves, of the screens that a person decides by.
func TestVettingColours(t *testing.T) {
	decisive := []string{"signs-suggested", "question-marked", "settled", "review", "verdict-block"}
	for _, s := range vettingShows() {
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

func TestVettingScreens(t *testing.T) {
	for _, s := range vettingShows() {
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s/%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, s.open(t, size[0], size[1], style.ThemeDark).Shows())
			})
		}
	}
}

// Nothing is told by colour alone.
func TestVettingSaysTheSameInEveryTheme(t *testing.T) {
	for _, s := range vettingShows() {
		dark := s.open(t, 110, 30, style.ThemeDark).Shows()
		for _, theme := range []string{style.ThemeLight, style.ThemeMono} {
			d := s.open(t, 110, 30, theme)
			if got := d.Shows(); got != dark {
				t.Errorf("%s differs in %s:\n%s\n\nin dark:\n%s", s.name, theme, got, dark)
			}
			if theme == style.ThemeMono && strings.Contains(d.Raw(), "\x1b[38") {
				t.Errorf("%s uses colour in mono", s.name)
			}
		}
	}
}

func TestVettingFitsEveryWidth(t *testing.T) {
	for _, s := range vettingShows() {
		d := s.open(t, 80, 24, style.ThemeDark)
		for _, w := range []int{30, 40, 41, 47, 53, 60, 67, 79, 80, 88, 95, 96, 99, 100, 101, 113, 127, 160, 200} {
			for _, h := range []int{10, 15, 24, 60} {
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

// No key is dead: none is offered twice, and each reaches its action.
func TestEveryVettingKeyWorks(t *testing.T) {
	for _, s := range vettingShows() {
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
func TestEveryVettingActionDoesSomething(t *testing.T) {
	for _, s := range vettingShows() {
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
