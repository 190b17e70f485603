package tabular

import (
	"strings"
	"unicode/utf8"
)

// Guard makes a cell safe to open in a spreadsheet, whichever separator that goes
// by: text that it would take for a formula gets an apostrophe in front. A reader
// that parts at semicolons or tabs also begins a cell behind one of them, and
// behind a line break, and may drop quotation marks, so a formula there is guarded
// as well. Text that already has apostrophes before such a start gets one more, so
// that [Unguard] is exact.
func Guard(s string) string {
	if isPlain(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s) + 4)
	eachStart(s, func(before string, quotes int, formula bool) {
		out.WriteString(before)
		if formula {
			quotes++
		}
		out.WriteString(strings.Repeat("'", quotes))
	})
	return out.String()
}

// Unguard takes the apostrophes of [Guard] off again.
func Unguard(s string) string {
	if strings.IndexByte(s, '\'') < 0 || isPlain(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	eachStart(s, func(before string, quotes int, formula bool) {
		out.WriteString(before)
		if formula && quotes > 0 {
			quotes--
		}
		out.WriteString(strings.Repeat("'", quotes))
	})
	return out.String()
}

// starters are the characters behind which a reader may begin a cell.
const starters = ";\t\n\r\""

var starting = setOf(starters)

// isPlain reports text in which nothing begins a formula.
func isPlain(s string) bool {
	if startsFormula(strings.TrimLeft(s, "'")) {
		return false
	}
	for i := range len(s) {
		if starting[s[i]] && startsAgain(strings.TrimLeft(s[i+1:], "'")) {
			return false
		}
	}
	return true
}

// bytesOf is a set of ASCII characters. strings.IndexAny makes one anew for each
// text, and there are millions of cells.
type bytesOf [256]bool

func setOf(chars string) (set bytesOf) {
	for _, c := range []byte(chars) {
		set[c] = true
	}
	return set
}

// in returns where the first of them is in the text, or its length.
func (set *bytesOf) in(s string) int {
	for i := range len(s) {
		if set[s[i]] {
			return i
		}
	}
	return len(s)
}

// eachStart calls fn for every place where a reader may begin a cell: with the
// text before it that is not given yet, and how many apostrophes stand there
// before what could be a formula. What is left of the text comes last.
func eachStart(s string, fn func(before string, quotes int, formula bool)) {
	done, at := 0, 0
	for first := true; ; first = false {
		rest := strings.TrimLeft(s[at:], "'")
		quotes := len(s) - at - len(rest)
		fn(s[done:at], quotes, first && startsFormula(rest) || startsAgain(rest))
		done = at + quotes
		next := starting.in(rest)
		if next == len(rest) {
			fn(s[done:], 0, false)
			return
		}
		at = done + next + 1
	}
}

// startsAgain is startsFormula behind another start, where what a reader drops is
// a start itself or is not dropped.
func startsAgain(s string) bool {
	return s != "" && s[0] != 0 && !starting[s[0]] && startsFormula(s)
}

// startsFormula reports the characters that begin a formula in some
// spreadsheet, or are dropped by one so that the next character begins it.
func startsFormula(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '=', '+', '-', '@', '\t', '\r', '\n', 0, '＝', '＋', '－', '＠':
		return s != ""
	}
	return false
}
