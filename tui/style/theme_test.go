package style

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"linkvet/advisor"
)

// luminance is how bright a color is, as WCAG 2.2 defines it.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		t.Fatalf("%q: %v", hex, err)
	}
	channel := func(v uint64) float64 {
		c := float64(v&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(n>>16) + 0.7152*channel(n>>8) + 0.0722*channel(n)
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Backgrounds that terminals come with or that people give them: black, Windows
// Terminal, VS Code, One Dark, Solarized, Nord, Dracula; white and its like.
var backgrounds = map[Background][]string{
	BackgroundDark:  {"#000000", "#0c0c0c", "#1e1e1e", "#282c34", "#002b36", "#2e3440", "#282a36"},
	BackgroundLight: {"#ffffff", "#fafafa", "#fdf6e3", "#eff1f5"},
}

// What terminals with sixteen colors make of them: the Linux console and xterm.
var sixteen = [][16]string{
	{"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa", "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"},
	{"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5", "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"},
}

// texts are the tokens that text is set in.
func (p palette) texts() map[string]pen {
	return map[string]pen{"muted": p.muted, "accent": p.accent, "good": p.good, "review": p.review, "caution": p.caution, "decline": p.decline, "danger": p.danger}
}

// Every text of every theme can be read on every background, also where the
// terminal has 256 colors or 16.
func TestContrast(t *testing.T) {
	for _, theme := range Themes() {
		for bg, colors := range backgrounds {
			if theme == ThemeLight && bg == BackgroundDark || theme == ThemeDark && bg == BackgroundLight {
				continue // the person's own wish
			}
			need := 4.5
			if theme == ThemeContrast {
				need = 7
			}
			for token, p := range paletteOf(theme, bg).texts() {
				for _, pair := range pairs(t, p.color, bg, colors) {
					if got := contrast(t, pair[0], pair[1]); got < need {
						t.Errorf("%s, %s: %s on %s has a contrast of %.2f, want %.1f", theme, token, pair[0], pair[1], got, need)
					}
				}
			}
		}
		for token, p := range paletteOf(theme, BackgroundUnknown).texts() {
			switch {
			case p.color == "" || theme == ThemeLight || theme == ThemeDark:
			case theme != ThemeAuto:
				t.Errorf("%s: %s has the color %s before a background that is not known", theme, token, p.color)
			default:
				for _, on := range []string{"#000000", "#ffffff"} {
					if got := contrast(t, p.color, on); got < 4.5 {
						t.Errorf("%s, %s: %s on %s has a contrast of %.2f", theme, token, p.color, on, got)
					}
				}
			}
		}
	}
}

// pairs are a color as terminals show it, each with the backgrounds there.
func pairs(t *testing.T, color string, bg Background, colors []string) [][2]string {
	t.Helper()
	var all [][2]string
	switch {
	case color == "":
	case !strings.HasPrefix(color, "#"):
		n, err := strconv.Atoi(color)
		if err != nil {
			t.Fatal(err)
		}
		on := map[Background]string{BackgroundDark: "#000000", BackgroundLight: "#ffffff"}[bg]
		for _, palette := range sixteen {
			all = append(all, [2]string{palette[n], on})
		}
	default:
		shown := []string{color}
		if c, ok := parsed(color); ok {
			r, g, b, _ := ansi.Convert256(c).RGBA()
			shown = append(shown, fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8))
		}
		for _, c := range shown {
			for _, on := range colors {
				all = append(all, [2]string{c, on})
			}
		}
	}
	return all
}

func parsed(hex string) (c ansi.RGBColor, ok bool) {
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	return ansi.RGBColor{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}, err == nil
}

// The recommendations are told apart by sign and by word in every theme, and where
// there is color by that or by weight too.
func TestRecommendationsLookDifferent(t *testing.T) {
	signs, words := map[string]bool{}, map[string]bool{}
	for _, r := range advisor.Recommendations() {
		signs[RecommendationSymbol(r)], words[r.Label()] = true, true
	}
	if n := len(advisor.Recommendations()); len(signs) != n || len(words) != n {
		t.Errorf("%d signs and %d words for %d recommendations", len(signs), len(words), n)
	}
	for _, theme := range Themes() {
		for _, bg := range []Background{BackgroundLight, BackgroundDark} {
			if theme == ThemeMono {
				continue
			}
			st := New(Look{Theme: theme, Background: bg})
			inks := map[Ink]advisor.Recommendation{}
			for _, r := range []advisor.Recommendation{advisor.Accept, advisor.ReviewAndAccept, advisor.IgnoreOrVetFurther, advisor.Decline, advisor.DeclineAndBlock} {
				ink := st.Recommendation(r)
				if other, same := inks[ink]; same {
					t.Errorf("%s, background %d: %s looks like %s", theme, bg, r, other)
				}
				inks[ink] = r
			}
		}
	}
}

// What people see who cannot tell red from green (Machado and others, 2009), as
// linear light.
var blindness = map[string][3][3]float64{
	"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
	"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
}

// lab is where a color lies for the eye, as somebody with that blindness sees it.
func lab(t *testing.T, hex string, m [3][3]float64) [3]float64 {
	t.Helper()
	c, ok := parsed(hex)
	if !ok {
		t.Fatal(hex)
	}
	var linear, seen [3]float64
	for i, v := range []uint8{c.R, c.G, c.B} {
		linear[i] = luminance(t, fmt.Sprintf("#%02x%02x%02x", v, v, v))
	}
	for i := range seen {
		seen[i] = min(max(m[i][0]*linear[0]+m[i][1]*linear[1]+m[i][2]*linear[2], 0), 1)
	}
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((.4124*seen[0] + .3576*seen[1] + .1805*seen[2]) / .9505)
	y := f(.2126*seen[0] + .7152*seen[1] + .0722*seen[2])
	z := f((.0193*seen[0] + .1192*seen[1] + .9505*seen[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// A difference of 25 in Lab is seen at a glance.
func TestColorBlindThemeIsSafe(t *testing.T) {
	for name, m := range blindness {
		for bg := range backgrounds {
			p := paletteOf(ThemeColorBlind, bg)
			colors := []string{p.good.color, p.review.color, p.caution.color, p.decline.color, p.danger.color}
			for i, a := range colors {
				for _, b := range colors[:i] {
					x, y := lab(t, a, m), lab(t, b, m)
					if d := math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2])); d < 25 {
						t.Errorf("%s: %s and %s are only %.1f apart", name, a, b, d)
					}
				}
			}
		}
	}
}

// A theme of one's own lies over the one it begins with.
func TestOwnTheme(t *testing.T) {
	own := OwnTheme{"Dusk", map[string]string{"base": ThemeDark, "accept": "#ABCDEF", "block": "bright-red"}}
	if p := own.Check(); p != nil {
		t.Fatalf("%+v", p)
	}
	st := New(Look{Theme: "dusk", Own: []OwnTheme{own}})
	if !strings.Contains(st.Good.Begin(), "38;2;171;205;239") || !strings.Contains(st.Danger.Begin(), "91m") || st.Review != New(Look{Theme: ThemeDark}).Review {
		t.Errorf("good %q, danger %q, review %q", st.Good.Begin(), st.Danger.Begin(), st.Review.Begin())
	}
	for key, value := range map[string]string{"base": "pink", "acept": "red", "accept": "reddish", "block": "#12345", "muted": "#12345g"} {
		if p := (OwnTheme{"Dusk", map[string]string{key: value}}).Check(); p == nil || p.Key != key || len(p.Allowed) == 0 {
			t.Errorf("%s: %s passes as %+v", key, value, p)
		}
	}
	if p := (OwnTheme{Name: "Dark"}).Check(); p == nil {
		t.Error("a theme may be called as one of the program's own")
	}
}

// Where there are but sixteen colors, no theme asks for others.
func TestFewColors(t *testing.T) {
	for _, theme := range []string{ThemeAuto, ThemeDark, ThemeLight, ThemeContrast, ThemeColorBlind} {
		st := New(Look{Theme: theme, Background: BackgroundDark, Few: true})
		for _, ink := range []Ink{st.Muted, st.Accent, st.Good, st.Review, st.Caution, st.Decline, st.Danger, st.Border} {
			if strings.Contains(ink.Begin(), "38;") {
				t.Errorf("%s: %q", theme, ink.Begin())
			}
		}
	}
}

func TestTerminalGuesses(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	for _, c := range []struct {
		env  []string
		want Background
	}{
		{nil, BackgroundUnknown},
		{[]string{"TERM", "linux"}, BackgroundDark},
		{[]string{"COLORFGBG", "15;0"}, BackgroundDark},
		{[]string{"COLORFGBG", "0;default;15"}, BackgroundLight},
		{[]string{"COLORFGBG", "0;7"}, BackgroundLight},
		{[]string{"COLORFGBG", "x;y"}, BackgroundUnknown},
		{[]string{"COLORFGBG", "15;default"}, BackgroundUnknown},
	} {
		if got := GuessBackground(env(c.env...)); got != c.want {
			t.Errorf("%v: %d, want %d", c.env, got, c.want)
		}
	}
	for _, c := range []struct {
		env  []string
		want bool
	}{
		{nil, true},
		{[]string{"LANG", "en_US.UTF-8"}, true},
		{[]string{"LANG", "de_DE.utf8"}, true},
		{[]string{"LANG", "en_US.UTF-8", "LC_ALL", "C"}, false},
		{[]string{"LC_ALL", "C.UTF-8"}, true},
		{[]string{"LC_CTYPE", "de_DE@euro", "LANG", "de_DE.UTF-8"}, false},
		{[]string{"LANG", "POSIX"}, false},
	} {
		if got := ShowsUTF8(env(c.env...)); got != c.want {
			t.Errorf("%v: %v", c.env, got)
		}
	}
}
