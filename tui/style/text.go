package style

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"linkvet/store/dates"
)

// ellipsis ends a text that was cut.
const ellipsis = "…"

// Prepare makes the table of widths that the drawing library looks up in and
// otherwise makes in the middle of the first screen.
func Prepare() { ansi.StringWidthWc(ellipsis) }

// Width is how many columns s takes, escape codes not counted.
func Width(s string) int {
	if n, ok := plainWidth(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// plainWidth counts the columns of what most lines of a screen are made of:
// letters that stand alone, colors, and the program's own symbols. Of anything
// else it does not judge, as telling clusters of characters apart takes long.
func plainWidth(s string) (n int, ok bool) {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7f:
			n++
			i++
		case c == '\x1b':
			end := sgrEnd(s[i:])
			if end == 0 {
				return 0, false
			}
			i += end
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			// Latin letters with accents, and what screens are drawn with.
			if !(r >= 0xC0 && r < 0x250) && !strings.ContainsRune("…·│─━╸›✓≡◆»↑↓→←✔●◐○✕■–⊘⚑‹“”▏╭╮╰╯", r) {
				return 0, false
			}
			n++
			i += size
		}
	}
	return n, true
}

// sgrEnd is the length of the color code that s begins with, 0 for another
// code.
func sgrEnd(s string) int {
	for i := 2; i < len(s) && s[1] == '['; i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

func isPlainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Truncate cuts s to at most w columns, ending in an ellipsis when something
// was cut.
func Truncate(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if isPlainASCII(s) {
		if len(s) <= w {
			return s
		}
		return s[:w-1] + ellipsis
	}
	if n, ok := plainWidth(s); ok && n <= w {
		return s
	}
	return ansi.Truncate(s, w, ellipsis)
}

// Fit makes s exactly w columns wide: cut, or filled up with spaces.
func Fit(s string, w int) string {
	s = Truncate(s, w)
	return s + Spaces(w-Width(s))
}

// FitRight is fit with the text at the right edge.
func FitRight(s string, w int) string {
	s = Truncate(s, w)
	return Spaces(w-Width(s)) + s
}

const Blank = "                                                                                                                                                                                                        "

func Spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(Blank):
		return Blank[:n]
	}
	return strings.Repeat(" ", n)
}

// Stripped is a text without its escape codes.
func Stripped(s string) string {
	if isPlainASCII(s) {
		return s
	}
	return ansi.Strip(s)
}

// Wrap breaks text into lines of at most w columns, at spaces where it can;
// its own line breaks stay.
func Wrap(text string, w int) []string {
	if w <= 0 {
		return nil
	}
	lines := strings.Split(ansi.Wrap(text, w, ""), "\n")
	for _, line := range lines {
		if Width(line) > w {
			// Wrap lets a line with a hyphen after a wide character run over.
			return strings.Split(ansi.Hardwrap(strings.Join(lines, "\n"), w, true), "\n")
		}
	}
	return lines
}

// OneLine makes a text that may have several lines fit for a list: white space
// becomes single spaces.
func OneLine(s string) string {
	if isPlainASCII(s) && !strings.Contains(s, "  ") {
		return s
	}
	return SimpleEmoji(strings.Join(strings.Fields(s), " "))
}

// SimpleEmoji drops what terminals disagree about in emoji: variation
// selectors, skin tones, and all but the first of emoji joined into one. Joiners
// between letters, which some scripts need, stay.
func SimpleEmoji(s string) string {
	if !strings.ContainsAny(s, "\uFE0F\u200D\U0001F3FB\U0001F3FC\U0001F3FD\U0001F3FE\U0001F3FF") {
		return s
	}
	var b strings.Builder
	var last rune
	joining := false
	for _, r := range s {
		switch {
		case r == '\uFE0F' || r >= 0x1F3FB && r <= 0x1F3FF:
			continue
		case r == '\u200D' && unicode.Is(unicode.So, last):
			joining = true
			continue
		case joining && (unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r)):
			joining = false
			continue
		}
		joining = false
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// Block is a text as lines of exactly w columns and h rows, so that panes can
// be put side by side.
func Block(lines []string, w, h int) []string {
	out := make([]string, 0, h)
	for i := range h {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out = append(out, Fit(line, w))
	}
	return out
}

// Beside joins two blocks of equal height with a gap between them.
func Beside(left, right []string, gap string) []string {
	out := make([]string, len(left))
	for i := range left {
		out[i] = left[i] + gap + right[i]
	}
	return out
}

// Sentence is an error as a sentence of one line. The name of a file that it begins
// with stays as it is.
func Sentence(err error) string {
	text, _, _ := strings.Cut(err.Error(), "\n")
	if beginsWithFile(text, err) {
		return text
	}
	return Capital(text)
}

// beginsWithFile reports whether the text of an error begins with the name of a file:
// with something like a path, or where the error is about a file and does not begin
// with what was being done, such as "reading".
func beginsWithFile(text string, err error) bool {
	head, _, named := strings.Cut(text, ": ")
	first, _, _ := strings.Cut(head, " ")
	if !named || strings.HasSuffix(first, "ing") {
		return false
	}
	return strings.ContainsAny(first, `./\`) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission)
}

// Capital makes the first letter a capital one.
func Capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Age says in few columns how long ago a time was; "" for an unknown one.
func Age(at, now time.Time) string {
	if at.IsZero() {
		return ""
	}
	const day = 24 * time.Hour
	d := now.Sub(at)
	switch {
	case d < time.Hour:
		return "now"
	case d < day:
		return fmt.Sprintf("%d h", int(d/time.Hour))
	case d < 14*day:
		return fmt.Sprintf("%d d", int(d/day))
	case d < 60*day:
		return fmt.Sprintf("%d wk", int(d/(7*day)))
	case d < 730*day:
		return fmt.Sprintf("%d mo", int(d/(30*day)))
	}
	return fmt.Sprintf("%d yr", int(d/(365*day)))
}

// Date is a day as people read it, in the clock's time zone.
func Date(at, now time.Time) string {
	if at.IsZero() {
		return "date not known"
	}
	return dates.Short(at.In(now.Location()))
}

// DueDay is a day to come, without its year where nobody asks for it: it is this
// year's, or less than twelve months away.
func DueDay(at, now time.Time) string {
	at = at.In(now.Location())
	if at.Year() == now.Year() || at.After(now) && at.Before(now.AddDate(1, 0, 0)) {
		return dates.ShortOfYear(at)
	}
	return dates.Short(at)
}

// NameOr is a person's name, or what stands for one that is not known.
func NameOr(name string) string {
	if name = OneLine(name); name == "" {
		return "(no name)"
	}
	return name
}

// ShortPath is a path that says its end when there is no room for all.
func ShortPath(path string, w int) string {
	if Width(path) <= w {
		return path
	}
	return Truncate(ellipsis+string(filepath.Separator)+filepath.Base(path), w)
}

// Readable is the widest a text is set, for the eye to find the next line.
const Readable = 84

func Prefixed(with string, words []string) []string {
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = with + word
	}
	return all
}
