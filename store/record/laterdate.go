package record

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// maxLaterYears keeps a slip of the finger from hiding an invitation for good.
const maxLaterYears = 10

var laterSpan = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:in )?(\d{1,4}|an?|one) ?(?:(day|week|month|year)s?|([dwmy]))$`)
})

// ordinal is the end of a day's number, as in "24th".
var ordinal = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`) })

// Dates as people write them, where nobody can take the day for the month; those
// without a year mean the coming one.
var (
	datesOfYear = []string{"2.1.2006", "2. 1. 2006", "2 Jan 2006", "2 January 2006", "2. Jan 2006", "2. January 2006", "Jan 2 2006", "January 2 2006"}
	datesAhead  = []string{"2.1.", "2. 1.", "2 Jan", "2 January", "2. Jan", "2. January", "Jan 2", "January 2"}
)

// ParseLater reads the day until which an invitation is put off: a date such as
// 2026-12-01, 31.12.2026 or "24 Dec", or words such as "tomorrow", "fri", "friday",
// "2 weeks", "2w", "in 10 days", "1 month", "next week". A weekday is the coming one, never today. Today is
// the day that now is in, in its time zone, and the result always comes after it.
func ParseLater(s string, now time.Time) (Day, error) {
	words := strings.ToLower(strings.Join(strings.Fields(s), " "))
	day, ok := laterDay(words, now)
	if !ok {
		return 0, fmt.Errorf("%q is not a date (write 2026-12-01, 24 dec, tomorrow, friday, 10 days, 2 weeks, 1 month or next week)", s)
	}
	switch {
	case day <= DayIn(now) && words == day.String():
		return 0, fmt.Errorf("%q is not in the future: name a day from tomorrow on", s)
	case day <= DayIn(now):
		return 0, fmt.Errorf("%q is not in the future (%s): name a day from tomorrow on", s, day)
	case day > MakeDay(now.Year()+maxLaterYears, now.Month(), now.Day()):
		return 0, fmt.Errorf("%q is more than %d years away: name an earlier day", s, maxLaterYears)
	}
	return day, nil
}

func laterDay(words string, now time.Time) (Day, bool) {
	year, month, day := now.Date()
	switch words {
	case "today":
		return MakeDay(year, month, day), true
	case "tomorrow":
		return MakeDay(year, month, day+1), true
	case "next week":
		return MakeDay(year, month, day+7), true
	case "next month":
		return addMonths(now, 1), true
	case "next year":
		return addMonths(now, 12), true
	}
	if date, err := ParseDay(words); err == nil {
		return date, true
	}
	if date, ok := writtenDay(words, now); ok {
		return date, true
	}
	if weekday, ok := parseWeekday(words); ok {
		ahead := (int(weekday-now.Weekday())+6)%7 + 1
		return MakeDay(year, month, day+ahead), true
	}
	m := laterSpan().FindStringSubmatch(words)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		n = 1 // "a", "an" and "one" are what else the pattern takes
	}
	switch (m[2] + m[3])[:1] {
	case "d":
		return MakeDay(year, month, day+n), true
	case "w":
		return MakeDay(year, month, day+7*n), true
	case "m":
		return addMonths(now, n), true
	}
	return addMonths(now, 12*n), true
}

// writtenDay reads a date with its month as a word, or with dots.
func writtenDay(words string, now time.Time) (Day, bool) {
	words = ordinal().ReplaceAllString(strings.ReplaceAll(words, ",", ""), "$1")
	for _, layout := range datesOfYear {
		if t, err := time.Parse(layout, words); err == nil {
			return DayIn(t), true
		}
	}
	for _, layout := range datesAhead {
		for year := now.Year(); year < now.Year()+2; year++ {
			t, err := time.Parse(layout+" 2006", words+" "+strconv.Itoa(year)) // so that 29 February is one where there is one
			if day := DayIn(t); err == nil && day > DayIn(now) {
				return day, true
			}
		}
	}
	return 0, false
}

// addMonths stays within the month meant: a month after 31 January is the last
// day of February, where time.AddDate would run on into March.
func addMonths(now time.Time, n int) Day {
	year, month, day := now.Date()
	last := time.Date(year, month+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return MakeDay(year, month+time.Month(n), min(day, last))
}

// parseWeekday takes a weekday's name or its beginning, from three letters on.
func parseWeekday(word string) (time.Weekday, bool) {
	if len(word) < 3 {
		return 0, false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.HasPrefix(strings.ToLower(d.String()), word) {
			return d, true
		}
	}
	return 0, false
}
