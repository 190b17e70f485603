package wording

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Ago reads how long ago something was, as LinkedIn's pages say it, and returns
// that day in UTC: "2 weeks ago", "vor 3 Tagen", "yesterday". Months and years
// are the calendar's. wasSent says that the line speaks of sending, as the page
// of the member's own invitations does: "Sent 2 weeks ago".
func Ago(line string, now time.Time) (on time.Time, wasSent, ok bool) {
	if len(line) > 60 {
		return time.Time{}, false, false
	}
	plain, wasSent := withoutSent(strings.Trim(Plain(line), edges))
	y, m, d := now.Date()
	start := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	book := words()
	switch {
	case book[today].whole[plain]:
		return start, wasSent, true
	case book[yesterday].whole[plain]:
		return start.AddDate(0, 0, -1), wasSent, true
	}
	for _, form := range book[ago].patterns {
		span, fits := strings.CutPrefix(plain, form.parts[0])
		if fits {
			span, fits = strings.CutSuffix(span, form.parts[1])
		}
		if fits {
			if on, ok = back(start, span); ok {
				return on, wasSent, true
			}
		}
	}
	if len(plain) <= len("11 mos") && plain != "" && plain[0] >= '0' && plain[0] <= '9' { // "2w"
		on, ok = back(start, plain)
	}
	return on, wasSent, ok
}

// withoutSent takes off the word that says what happened so long ago.
func withoutSent(plain string) (span string, wasSent bool) {
	for _, class := range []Class{sent, received} {
		for _, word := range words()[class].all {
			if rest, ok := strings.CutPrefix(plain, word+" "); ok {
				return rest, class == sent
			}
			if rest, ok := strings.CutSuffix(plain, " "+word); ok {
				return rest, class == sent
			}
		}
	}
	return plain, false
}

// back counts a span like "2 weeks", "a month" or "3w" back.
func back(start time.Time, span string) (time.Time, bool) {
	span = strings.Trim(span, edges)
	cut := strings.IndexFunc(span, func(r rune) bool { return !unicode.IsDigit(r) })
	if cut < 0 {
		return time.Time{}, false
	}
	n, err := strconv.Atoi(span[:cut])
	unit := strings.Trim(span[cut:], edges)
	book := words()
	if word, rest, found := strings.Cut(span, " "); err != nil && found && book[one].whole[word] {
		n, unit, err = 1, rest, nil
	}
	if err != nil || n < 0 || n > 1000 {
		return time.Time{}, false
	}
	switch is := func(class Class) bool { return book[class].whole[unit] }; {
	case is(second), is(minute), is(hour):
		return start, n < 24 || !is(hour)
	case is(day):
		return start.AddDate(0, 0, -n), true
	case is(week):
		return start.AddDate(0, 0, -7*n), true
	case is(month):
		return start.AddDate(0, -n, 0), true
	case is(year):
		return start.AddDate(-n, 0, 0), true
	}
	return time.Time{}, false
}
