package style

// pen is how a text is set off: a color, or bold, or both. A color is "#rrggbb",
// or the number of one of the terminal's own sixteen; "" is the terminal's own.
type pen struct {
	color string
	bold  bool
}

// palette has a pen for each token that may have a color. Only what speaks against
// is warm, and red is for vetoes and failures.
type palette struct {
	muted, accent, good, review, caution, decline, danger, border pen
}

// The themes a person can ask for.
const (
	ThemeAuto       = "auto"          // as light or dark as the terminal says it is
	ThemeLight      = "light"         // for light backgrounds
	ThemeDark       = "dark"          // for dark backgrounds
	ThemeSixteen    = "16-colors"     // only colors that the terminal has of its own
	ThemeContrast   = "high-contrast" // at least 7 to 1
	ThemeColorBlind = "color-blind"   // no red beside green
	ThemeMono       = "mono"          // no color, only bold and reverse
)

// Themes returns every theme of the program's own, in the order they are offered.
func Themes() []string {
	return []string{ThemeAuto, ThemeLight, ThemeDark, ThemeSixteen, ThemeContrast, ThemeColorBlind, ThemeMono}
}

// AboutTheme says in a few words what a theme is.
func AboutTheme(name string) string {
	about := map[string]string{
		ThemeAuto: "as light or dark as the terminal says it is", ThemeLight: "for light backgrounds", ThemeDark: "for dark backgrounds",
		ThemeSixteen: "only the colors that the terminal has of its own", ThemeContrast: "at least 7 to 1, light or dark as the terminal is",
		ThemeColorBlind: "blue, yellow and lightness in place of green and red", ThemeMono: "no colors, only bold and reverse",
	}
	if text, ok := about[name]; ok {
		return text
	}
	return "your own, from the settings file"
}

// paletteOf is what a theme is drawn with before a background. Before one that is
// not known only the auto theme has colors, which can be read on black and on
// white: such are too close to each other for more.
func paletteOf(theme string, bg Background) palette {
	light, dark := lightPalette(), darkPalette()
	switch theme {
	case ThemeLight:
		return light
	case ThemeDark:
		return dark
	case ThemeSixteen:
		light, dark = lightSixteen(), darkSixteen()
	case ThemeContrast:
		light, dark = lightContrast(), darkContrast()
	case ThemeColorBlind:
		light, dark = lightColorBlind(), darkColorBlind()
	case ThemeMono:
		return noColors()
	}
	switch {
	case bg == BackgroundLight:
		return light
	case bg == BackgroundDark:
		return dark
	case theme == ThemeAuto:
		return middlePalette()
	}
	return noColors()
}

// middlePalette lies half way between black and white.
func middlePalette() palette {
	return palette{
		accent: pen{"#2473E0", true}, good: pen{color: "#13873A"}, review: pen{color: "#07838B"},
		caution: pen{color: "#A46904"}, decline: pen{color: "#AE45D1"}, danger: pen{"#E02F22", true},
	}
}

func noColors() palette { return palette{accent: pen{bold: true}, danger: pen{bold: true}} }

func lightPalette() palette {
	return palette{
		muted: pen{color: "#4A4F57"}, accent: pen{"#1A4FA0", true}, good: pen{color: "#17643A"}, review: pen{color: "#0B5F63"},
		caution: pen{color: "#7A4B00"}, decline: pen{color: "#7A1FA0"}, danger: pen{"#A81E17", true}, border: pen{color: "#6B7280"},
	}
}

func darkPalette() palette {
	return palette{
		muted: pen{color: "#B4BAC6"}, accent: pen{"#8AB4F8", true}, good: pen{color: "#8FD6A5"}, review: pen{color: "#6FD3D6"},
		caution: pen{color: "#EBC06D"}, decline: pen{color: "#E0A8FF"}, danger: pen{"#FF8A80", true}, border: pen{color: "#8A91A0"},
	}
}

// Of the sixteen colors few can be read on white: bold tells the others apart.
func lightSixteen() palette {
	return palette{accent: pen{"4", true}, good: pen{color: "4"}, caution: pen{bold: true}, decline: pen{color: "5"}, danger: pen{"1", true}}
}

func darkSixteen() palette {
	return palette{
		muted: pen{color: "7"}, accent: pen{"6", true}, good: pen{color: "10"}, review: pen{color: "14"},
		caution: pen{color: "11"}, decline: pen{color: "13"}, danger: pen{"9", true}, border: pen{color: "7"},
	}
}

// On white, what 256 colors come to decides which have 7 to 1.
func lightContrast() palette {
	return palette{
		muted: pen{color: "#3A3A3A"}, accent: pen{"#0000AF", true}, good: pen{color: "#005F00"}, review: pen{color: "#00005F"},
		caution: pen{"#3A3A3A", true}, decline: pen{color: "#5F0087"}, danger: pen{"#870000", true}, border: pen{color: "#3A3A3A"},
	}
}

func darkContrast() palette {
	return palette{
		muted: pen{color: "#D8DCE4"}, accent: pen{"#B4D2FF", true}, good: pen{color: "#A6EBBB"}, review: pen{color: "#93E9EC"},
		caution: pen{color: "#FFDA8A"}, decline: pen{color: "#EBC8FF"}, danger: pen{"#FFC0B8", true}, border: pen{color: "#D8DCE4"},
	}
}

// The two that follow lie along blue and yellow, light and dark, which people see
// who cannot tell red from green.
func lightColorBlind() palette {
	return palette{
		muted: pen{color: "#4A4F57"}, accent: pen{"#1A4FA0", true}, good: pen{color: "#0000FF"}, review: pen{color: "#5F5F87"},
		caution: pen{color: "#875F00"}, decline: pen{color: "#00005F"}, danger: pen{"#5F0000", true}, border: pen{color: "#6B7280"},
	}
}

func darkColorBlind() palette {
	return palette{
		muted: pen{color: "#B4BAC6"}, accent: pen{"#8AB4F8", true}, good: pen{color: "#72A3EC"}, review: pen{color: "#CAD7F2"},
		caution: pen{color: "#F6E080"}, decline: pen{color: "#F4C315"}, danger: pen{"#F08692", true}, border: pen{color: "#8A91A0"},
	}
}
