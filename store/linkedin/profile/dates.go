package profile

import (
	"strconv"
	"strings"

	"linkvet/store/linkedin/wording"
)

// readRange reads a range of months or years at the start of a line: "Feb 2024 -
// Present · 2 yrs 10 mos", "Apr. 2021–Heute", "2012 – 2016". What follows the
// range, such as its twin for screen readers, does not count.
func readRange(text string) (from, until Month, ok bool) {
	head, _, _ := strings.Cut(text, " · ")
	head, _, _ = strings.Cut(head, " (")
	head = dashes.Replace(head)
	before, after, found := strings.Cut(head, " - ")
	if !found || len(head) > 60 {
		return Month{}, Month{}, false
	}
	if from, ok = readMonth(before); !ok {
		return Month{}, Month{}, false
	}
	if wording.Is(wording.Present, after) {
		return from, Month{}, true
	}
	until, ok = readMonth(after)
	return from, until, ok && !until.before(from)
}

var dashes = strings.NewReplacer(" – ", " - ", " — ", " - ", "–", " - ", "—", " - ")

// readMonth reads "Feb 2024", "nov de 2024" or "2012" and nothing else.
func readMonth(text string) (Month, bool) {
	var m Month
	for word := range strings.FieldsSeq(text) {
		year, err := strconv.Atoi(word)
		switch {
		case err == nil && len(word) == 4 && year >= 1940 && year < 2100 && m.Year == 0:
			m.Year = year
		case word == "de" || word == "del":
		case m.Month == 0 && m.Year == 0 && wording.Month(word) > 0:
			m.Month = wording.Month(word)
		default:
			return Month{}, false
		}
	}
	return m, m.Year > 0
}

// isDuration reports a line of nothing but how long something lasted: "4 yrs 8
// mos", "7 jr 9 mnd".
func isDuration(text string) bool {
	fields := strings.Fields(text)
	if len(fields) == 0 || len(fields)%2 != 0 || len(fields) > 4 {
		return false
	}
	for i := 0; i < len(fields); i += 2 {
		if _, err := strconv.Atoi(fields[i]); err != nil || !wording.IsSpan(fields[i+1]) {
			return false
		}
	}
	return true
}

func (m Month) before(other Month) bool {
	return m.Year < other.Year || m.Year == other.Year && m.Month > 0 && other.Month > 0 && m.Month < other.Month
}

// Months counts from one month to another; a year alone counts as its beginning.
func (m Month) Months(to Month) int {
	return (to.Year-m.Year)*12 + max(to.Month, 1) - max(m.Month, 1)
}

// IsZero reports a month that is not known.
func (m Month) IsZero() bool { return m.Year == 0 }

// String is "2020-02", "2012", or "" for none.
func (m Month) String() string {
	switch {
	case m.IsZero():
		return ""
	case m.Month == 0:
		return strconv.Itoa(m.Year)
	}
	return strconv.Itoa(m.Year) + "-" + strconv.Itoa(m.Month/10) + strconv.Itoa(m.Month%10)
}

// number returns the first number in a text; -1 for none. Separators of
// thousands are part of it.
func number(text string) int {
	at := strings.IndexAny(text, "0123456789")
	if at < 0 {
		return -1
	}
	n := 0
	for i := at; i < len(text) && n < 1e8; i++ {
		c := text[i]
		if c >= '0' && c <= '9' {
			n = n*10 + int(c-'0')
			continue
		}
		if (c == ',' || c == '.') && i+3 < len(text) && isDigits(text[i+1:i+4]) {
			continue
		}
		break
	}
	return n
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
