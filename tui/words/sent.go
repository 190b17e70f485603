package words

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

var sentAgo = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,3}|an?|one) ?(hour|day|week|month|year)s?(?: ago)?$`)
})

// ParseSent reads when an invitation was sent, as LinkedIn shows it or as
// people say it: "today", "yesterday", "3 weeks ago", 2026-11-01. Nothing is
// "not known". Days are taken to begin at noon, which keeps them the same day
// in every time zone people travel to.
func ParseSent(text string, now time.Time) (time.Time, error) {
	words := strings.ToLower(strings.Join(strings.Fields(text), " "))
	noon := time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, now.Location())
	var at time.Time
	switch words {
	case "":
		return time.Time{}, nil
	case "today", "now":
		at = noon
	case "yesterday":
		at = noon.AddDate(0, 0, -1)
	default:
		if day, ok := writtenDay(words, now.Location()); ok {
			at = day.Add(12 * time.Hour)
			break
		}
		m := sentAgo().FindStringSubmatch(words)
		if m == nil {
			return time.Time{}, errors.New("write 2026-11-01, today, yesterday or 3 weeks ago, or leave it empty")
		}
		at = ago(noon, m[1], m[2])
	}
	if at.After(now) {
		if at.Sub(now) > 12*time.Hour {
			return time.Time{}, errors.New("that day is still to come")
		}
		at = now
	}
	return at, nil
}

// ago goes back from noon by a number of units.
func ago(noon time.Time, number, unit string) time.Time {
	n, err := strconv.Atoi(number)
	if err != nil {
		n = 1 // "a", "an", "one"
	}
	switch unit {
	case "hour":
		return noon
	case "day":
		return noon.AddDate(0, 0, -n)
	case "week":
		return noon.AddDate(0, 0, -7*n)
	case "month":
		return noon.AddDate(0, -n, 0)
	}
	return noon.AddDate(-n, 0, 0)
}

// writtenDay reads a day with its year: 2026-11-01, 1 Nov 2026, 1 November 2026.
func writtenDay(words string, where *time.Location) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "2 Jan 2006", "2 January 2006"} {
		if day, err := time.ParseInLocation(layout, words, where); err == nil {
			return day, true
		}
	}
	return time.Time{}, false
}
