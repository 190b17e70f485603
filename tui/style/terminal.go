package style

import (
	"strconv"
	"strings"
)

// GuessBackground is what the environment says of the terminal's background: some
// terminals are always dark, and others leave their colors in COLORFGBG. Most say
// it only when they are asked.
func GuessBackground(getenv func(string) string) Background {
	if getenv("TERM") == "linux" { // the console
		return BackgroundDark
	}
	colors := getenv("COLORFGBG") // such as 15;0, or 15;default;0
	n, err := strconv.Atoi(colors[strings.LastIndexByte(colors, ';')+1:])
	switch {
	case err != nil || n < 0 || n > 15:
		return BackgroundUnknown
	case n == 7 || n == 15:
		return BackgroundLight
	}
	return BackgroundDark
}

// ShowsUTF8 reports whether the locale's characters are those of UTF-8, or no
// locale is set.
func ShowsUTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(getenv(name)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return true
}
