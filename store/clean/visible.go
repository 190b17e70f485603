package clean

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes text safe to print on a terminal or in a log: what would act there
// instead of being read is written out, as \x1b or \u202e. It is the guard on the
// way out, for what was not cleaned on the way in, such as the name of a file. Line
// breaks and tabs stay, and so do the joiners that scripts and pictures need.
func Visible(s string) string { return visible(s, false) }

// Screen is Visible for a drawn screen, whose colors stay.
func Screen(s string) string { return visible(s, true) }

func visible(s string, colors bool) string {
	at := firstHidden(s, colors)
	if at < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s) + 16)
	for at >= 0 {
		out.WriteString(s[:at])
		r, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&out, `\x%02x`, s[at])
		case r < 0x100:
			fmt.Fprintf(&out, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			fmt.Fprintf(&out, `\U%08x`, r)
		}
		s = s[at+size:]
		at = firstHidden(s, colors)
	}
	out.WriteString(s)
	return out.String()
}

// firstHidden returns where the first character is that would act, -1 for none.
func firstHidden(s string, colors bool) int {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7f, c == '\n', c == '\t', c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			i++
		case c < utf8.RuneSelf:
			n := 0
			if colors && c == 0x1b {
				n = colorLen(s[i:])
			}
			if n == 0 {
				return i
			}
			i += n
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if acts(r, size) {
				return i
			}
			i += size
		}
	}
	return -1
}

// acts reports characters beyond ASCII that are not read but act: broken ones,
// controls, and those that turn the direction of writing or hide. Joiners, and the
// tags with which flags are spelled, belong to the text.
func acts(r rune, size int) bool {
	switch {
	case r == utf8.RuneError && size == 1, r < 0xa0, r == '\u2028', r == '\u2029':
		return true
	case r == '\u200c', r == '\u200d', r >= 0xe0020 && r <= 0xe007f:
		return false
	}
	return unicode.Is(unicode.Cf, r)
}

// colorLen is how long the sequence is that s begins with and that only sets
// colors and the like: ESC [ numbers m; 0 for any other.
func colorLen(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}

// Writer writes through Visible, whole lines at a time.
type Writer struct {
	out  io.Writer
	rest []byte // of the last line, which is not over yet
}

// NewWriter returns a writer whose last line needs a Flush.
func NewWriter(out io.Writer) *Writer { return &Writer{out: out} }

// Write keeps the beginning of a line until it is over, so that no character is
// looked at in halves.
func (w *Writer) Write(data []byte) (int, error) {
	w.rest = append(w.rest, data...)
	end := bytes.LastIndexByte(w.rest, '\n') + 1
	if end == 0 {
		return len(data), nil
	}
	_, err := io.WriteString(w.out, Visible(string(w.rest[:end])))
	w.rest = append(w.rest[:0], w.rest[end:]...)
	return len(data), err
}

// Flush writes a last line that has no end.
func (w *Writer) Flush() error {
	_, err := io.WriteString(w.out, Visible(string(w.rest)))
	w.rest = nil
	return err
}
