package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/style"
)

func TestScreens(t *testing.T) {
	for _, s := range allShows() {
		for _, size := range [][2]int{{60, 15}, {80, 24}, {100, 30}, {120, 40}, {160, 50}} {
			t.Run(fmt.Sprintf("%s/%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, s.open(t, size[0], size[1], style.ThemeDark).Shows())
			})
		}
	}
}

// The themes differ in colors alone: what is told stays told without them.
func TestScreensSayTheSameInEveryTheme(t *testing.T) {
	for _, s := range allShows() {
		if s.name == "settings" {
			continue // it names the theme
		}
		dark := s.open(t, 100, 30, style.ThemeDark)
		for _, theme := range style.Themes() {
			if got := s.open(t, 100, 30, theme).Shows(); got != dark.Shows() {
				t.Errorf("%s differs in %s:\n%s\n\nin dark:\n%s", s.name, theme, got, dark.Shows())
			}
		}
	}
}

func TestMonoHasNoColor(t *testing.T) {
	for _, s := range allShows() {
		raw := s.open(t, 100, 30, style.ThemeMono).Raw()
		for _, color := range []string{"\x1b[38", "\x1b[48", ";38;", ";48;", "\x1b[3m3"} {
			if strings.Contains(raw, color) {
				t.Errorf("%s uses color %q in mono", s.name, color)
			}
		}
	}
}

// No row may be wider than the window nor the screen higher, at any width, and
// drawing twice gives the same.
func TestScreensFitEveryWidth(t *testing.T) {
	widths := []int{20, 39, 40, 43, 47, 55, 58, 60, 66, 72, 79, 80, 81, 99, 100, 101, 119, 137, 160, 200}
	for _, s := range allShows() {
		d := s.open(t, 80, 24, style.ThemeDark)
		for _, w := range widths {
			for _, h := range []int{9, 13, 24, 50} {
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
