package style

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"linkvet/advisor"
)

// texts are the tokens that text is set in.
func (p palette) texts() map[string]pen {
	return map[string]pen{"muted": p.muted, "accent": p.accent, "good": p.good, "review": p.review, "caution": p.caution, "decline": p.decline, "danger": p.danger}
}

// Every text of every theme can be read on every background, also where the
// terminal has 256 colors or 16.
func TestContrast(t *testing.T) {
	for _, theme := range Themes() {
		for _, bg := range []Background{BackgroundLight, BackgroundDark} {
			if theme == ThemeLight && bg == BackgroundDark || theme == ThemeDark && bg == BackgroundLight {
				continue // the person's own wish
			}
			need := readable
			if theme == ThemeContrast {
				need = readableHC
			}
			for token, p := range paletteOf(theme, bg).texts() {
				if on, got := faintest(p.color, bg); got < need {
					t.Errorf("%s, %s: %s on %s has a contrast of %.2f, want %.1f", theme, token, p.color, on, got, need)
				}
			}
		}
		for token, p := range paletteOf(theme, BackgroundUnknown).texts() {
			switch {
			case p.color == "" || theme == ThemeLight || theme == ThemeDark:
			case theme != ThemeAuto:
				t.Errorf("%s: %s has the color %s before a background that is not known", theme, token, p.color)
			default:
				for _, on := range backgrounds(BackgroundUnknown) {
					if got := contrast(p.color, on); got < readable {
						t.Errorf("%s, %s: %s on %s has a contrast of %.2f", theme, token, p.color, on, got)
					}
				}
			}
		}
	}
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
func lab(hex string, m [3][3]float64) [3]float64 {
	c := rgb(hex)
	var linear, seen [3]float64
	for i, v := range []uint8{c.R, c.G, c.B} {
		linear[i] = luminance(fmt.Sprintf("#%02x%02x%02x", v, v, v))
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
		for _, bg := range []Background{BackgroundLight, BackgroundDark} {
			p := paletteOf(ThemeColorBlind, bg)
			colors := []string{p.good.color, p.review.color, p.caution.color, p.decline.color, p.danger.color}
			for i, a := range colors {
				for _, b := range colors[:i] {
					x, y := lab(a, m), lab(b, m)
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

// A color of one's own that is hard to read is told of with what can be read, and
// one that can be is not.
func TestFaintColors(t *testing.T) {
	for _, c := range []struct {
		base, color string
		bg          Background
		on          string // "" where it can be read
	}{
		{ThemeDark, "#8fd6a5", BackgroundLight, ""},
		{ThemeDark, "#445566", BackgroundUnknown, "#2e3440"},
		{ThemeLight, "#8fd6a5", BackgroundDark, "#eff1f5"},
		{"", "#8fd6a5", BackgroundDark, ""},
		{"", "#8fd6a5", BackgroundUnknown, "#ffffff"},
		{"", "#767676", BackgroundUnknown, ""},
		{ThemeDark, "blue", BackgroundUnknown, "#000000"},
		{ThemeLight, "bright-yellow", BackgroundUnknown, "#ffffff"},
		{ThemeDark, "bright-white", BackgroundUnknown, ""},
		{ThemeContrast, "#8a8a8a", BackgroundDark, "#2e3440"},
	} {
		theme := OwnTheme{"Dusk", map[string]string{"accept": c.color, "border": "black"}}
		if c.base != "" {
			theme.Colors["base"] = c.base
		}
		found := theme.Faint(c.bg)
		if c.on == "" {
			if len(found) > 0 {
				t.Errorf("%s on %q: %s", c.color, c.base, found[0])
			}
			continue
		}
		if len(found) != 1 || found[0].Key != "accept" || found[0].On != c.on {
			t.Errorf("%s on %q: %v, want it to be hard to read on %s", c.color, c.base, found, c.on)
			continue
		}
		if c.base == "" { // a color for black and for white at once there may not be
			continue
		}
		theme.Colors["accept"] = found[0].Try
		if again := theme.Faint(c.bg); found[0].Try == "" || len(again) > 0 {
			t.Errorf("%s instead of %s is hard to read, too: %v", found[0].Try, c.color, again)
		}
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
