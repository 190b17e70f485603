package style

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// What a text needs to be read, and what it needs in the theme of high contrast:
// https://www.w3.org/TR/WCAG22/#contrast-minimum and #contrast-enhanced.
const (
	readable   = 4.5
	readableHC = 7
)

// luminance is how bright a color #rrggbb is, from 0 to 1, as WCAG 2.2 defines it.
func luminance(hex string) float64 {
	n, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	channel := func(v uint64) float64 {
		c := float64(v&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(n>>16) + 0.7152*channel(n>>8) + 0.0722*channel(n)
}

// contrast is that of two colors, from 1 to 21.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// backgrounds are those that terminals come with or that people give them: black,
// Windows Terminal, VS Code, One Dark, Solarized, Nord, Dracula; white and its like.
// Where none is known, a color has to do on black and on white.
func backgrounds(bg Background) []string {
	switch bg {
	case BackgroundDark:
		return []string{"#000000", "#0c0c0c", "#1e1e1e", "#282c34", "#002b36", "#2e3440", "#282a36"}
	case BackgroundLight:
		return []string{"#ffffff", "#fafafa", "#fdf6e3", "#eff1f5"}
	}
	return []string{"#000000", "#ffffff"}
}

// sixteen is what terminals make of their own sixteen colors: the Linux console and
// xterm.
func sixteen() [][16]string {
	return [][16]string{
		{"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa", "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"},
		{"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5", "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"},
	}
}

// pairs are a color as terminals show it, also those with 256 colors, each with
// the backgrounds there; none for no color.
func pairs(color string, bg Background) [][2]string {
	var shown []string
	on := backgrounds(bg)
	switch n, err := strconv.Atoi(color); {
	case color == "":
	case err == nil: // one of the sixteen, which are told from black or white
		for _, palette := range sixteen() {
			shown = append(shown, palette[n])
		}
		if bg != BackgroundUnknown {
			on = on[:1]
		}
	default:
		r, g, b, _ := ansi.Convert256(rgb(color)).RGBA()
		shown = []string{color, fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)}
	}
	var all [][2]string
	for _, c := range shown {
		for _, b := range on {
			all = append(all, [2]string{c, b})
		}
	}
	return all
}

func rgb(hex string) ansi.RGBColor {
	n, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	return ansi.RGBColor{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}
}

// faintest is the background of a color on which it is hardest to read, and its
// contrast there.
func faintest(color string, bg Background) (on string, ratio float64) {
	ratio = 21
	for _, pair := range pairs(color, bg) {
		if got := contrast(pair[0], pair[1]); got < ratio {
			on, ratio = pair[1], got
		}
	}
	return on, ratio
}

// Faint is a color of a theme of one's own in which text is hard to read.
type Faint struct {
	Key, Color string  // as they stand in the settings
	On         string  // the background on which it is hardest to read
	Ratio      float64 // the contrast there, to 1
	Need       float64 // what can be read
	Try        string  // the nearest color that can be read; "" for none
}

// String says what is wrong.
func (f Faint) String() string {
	return fmt.Sprintf("%s is %s, which has a contrast of %.1f to 1 on %s, and %g is needed to read it", f.Key, f.Color, f.Ratio, f.On, f.Need)
}

// Mend says what helps.
func (f Faint) Mend() string {
	if f.Try == "" {
		return "give the theme base: dark or base: light, so that one kind of background is enough"
	}
	return "write " + f.Try
}

// Faint are the colors of the theme that are hard to read on backgrounds of that
// kind, by their keys. Lines around text need no contrast.
func (t OwnTheme) Faint(bg Background) []Faint {
	need := readable
	switch cmp.Or(t.Colors["base"], ThemeAuto) {
	case ThemeLight:
		bg = BackgroundLight
	case ThemeDark:
		bg = BackgroundDark
	case ThemeContrast:
		need = readableHC
	}
	var all []Faint
	for _, key := range roles() {
		color, ok := parseColor(t.Colors[key])
		if !ok || key == "border" {
			continue
		}
		if on, ratio := faintest(color, bg); ratio < need {
			all = append(all, Faint{key, t.Colors[key], on, ratio, need, nearest(color, bg, need)})
		}
	}
	return all
}

// nearest is the color nearest to another, toward black or white, that can be
// read on backgrounds of that kind; "" where there is none.
func nearest(color string, bg Background, need float64) string {
	if n, err := strconv.Atoi(color); err == nil {
		color = sixteen()[0][n]
	}
	const steps = 50
	from := rgb(color)
	mixed := func(to uint8, step int) string {
		mix := func(v uint8) int { return int(v) + (int(to)-int(v))*step/steps }
		return fmt.Sprintf("#%02x%02x%02x", mix(from.R), mix(from.G), mix(from.B))
	}
	for step := 1; step <= steps; step++ {
		tries := []string{mixed(255, step), mixed(0, step)}
		if at := slices.IndexFunc(tries, func(c string) bool { _, ratio := faintest(c, bg); return ratio >= need }); at >= 0 {
			return tries[at]
		}
	}
	return ""
}
