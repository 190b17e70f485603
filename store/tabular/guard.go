package tabular

import (
	"strings"
	"unicode/utf8"
)

// Guard makes a cell safe to open in a spreadsheet: text that it would take for
// a formula gets an apostrophe in front. Text that already has apostrophes
// before such a start gets one more, so that [Unguard] is exact.
func Guard(s string) string {
	if startsFormula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// Unguard takes the apostrophe of [Guard] off again.
func Unguard(s string) string {
	if strings.HasPrefix(s, "'") && startsFormula(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
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
