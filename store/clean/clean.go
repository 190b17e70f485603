package clean

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Line makes text from strangers safe to store, draw and export as one line:
// invalid UTF-8, escape sequences, control characters, bidirectional controls
// and characters that show nothing are removed, line breaks and tabs become one
// space, the edges are trimmed and the rest is NFC. Joiners stay where a script
// or an emoji needs them, so real names keep their spelling.
//
// Absurdly long text is cut. Cleaning twice changes nothing.
func Line(s string) string {
	s, _ = LineCut(s)
	return s
}

// Text is Line for text of several lines: line breaks stay, at most one
// empty line in a row.
func Text(s string) string {
	s, _ = TextCut(s)
	return s
}

// TextCut is Text, and reports whether the text was cut.
func TextCut(s string) (string, bool) { return cut(remove(s, true), LongestText, true) }

// What is kept of a text, in characters. The longest that LinkedIn lets anybody
// write here has 300; people's own notes may be long.
const (
	LongestLine = 10_000
	LongestText = 100_000
)

// LineCut is Line, and reports whether the text was cut.
func LineCut(s string) (string, bool) { return cut(remove(s, false), LongestLine, false) }

// cut keeps at most so many characters of clean text.
func cut(s string, most int, keepLines bool) (string, bool) {
	if len(s) <= most || utf8.RuneCountInString(s) <= most {
		return s, false
	}
	end := 0
	for range most {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return remove(s[:end], keepLines), true // the new edge may need it
}

// remove does the work of Line and Text, the shortest way that s allows.
func remove(s string, keepLines bool) string {
	if isPlain(s) {
		return s
	}
	if isEasy(s) && !keepLines {
		return joinLines(s)
	}
	return cleanThoroughly(s, keepLines)
}

// cleanThoroughly looks at every character and its neighbors.
func cleanThoroughly(s string, keepLines bool) string {
	// Composing can move a mark between a letter and the joiner that followed
	// it, so repeat until nothing changes; a second round is already rare.
	for {
		next := norm.NFC.String(strip(s, keepLines))
		if next == s {
			return s
		}
		s = next
	}
}

// isPlain reports printable ASCII with clean edges, which is nearly all of a
// real archive.
func isPlain(s string) bool {
	if s == "" {
		return true
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// lines is what a run of line breaks and tabs becomes once the next visible
// character arrives.
type lines struct {
	pending bool
	newline int
}

// strip does one round of removing.
func strip(s string, keepLines bool) string {
	s = removeEscapes(strings.ToValidUTF8(s, ""))
	out := make([]byte, 0, len(s))
	var gap lines
	var before trail
	for i, r := range s {
		if isBreak(r) {
			gap.pending = true
			pair := r == '\r' && strings.HasPrefix(s[i+1:], "\n")
			if keepLines && r != '\t' && !pair {
				gap.newline = min(gap.newline+1, 2)
			}
			before = trail{}
			continue
		}
		if r == ' ' && gap.pending || !before.keeps(r, s[i+utf8.RuneLen(r):]) {
			continue
		}
		if gap.pending {
			out = gap.close(out)
			gap = lines{}
		}
		out = utf8.AppendRune(out, r)
		before.push(r)
	}
	return strings.TrimSpace(string(out))
}

// close writes the gap: a space, or the line breaks where lines are kept. The
// spaces before it go, as those after it did.
func (g lines) close(out []byte) []byte {
	for len(out) > 0 && out[len(out)-1] == ' ' {
		out = out[:len(out)-1]
	}
	if g.newline == 0 {
		return append(out, ' ')
	}
	return append(out, "\n\n"[:g.newline]...)
}

// isBreak reports the characters that separate lines or columns. A carriage
// return ends the lines of old files and of what a terminal pastes.
func isBreak(r rune) bool {
	return r >= '\t' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// Name is Line for names, where the width of a gap means nothing: every run of
// spaces of any width becomes one plain space.
func Name(s string) string {
	s = Line(s)
	last := rune(0)
	for _, r := range s {
		wide := r == '\u00a0' || r >= '\u1680' && r <= '\u3000' && unicode.IsSpace(r)
		if wide || r == ' ' && last == ' ' {
			return strings.Join(strings.Fields(s), " ")
		}
		last = r
	}
	return s
}

// Excerpt quotes a cell of a stranger's file for a message.
func Excerpt(cell string) string {
	const longest = 40
	cell = Line(cell)
	if utf8.RuneCountInString(cell) > longest {
		cell = string([]rune(cell)[:longest]) + "..."
	}
	return strconv.Quote(cell)
}
