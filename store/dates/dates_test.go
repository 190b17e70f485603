package dates

import (
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	at := time.Date(2026, 1, 2, 5, 4, 0, 0, time.FixedZone("", 3600))
	for want, got := range map[string]string{
		"2 Jan 2026": Short(at), "2 Jan": ShortOfYear(at), "2 January 2026": Day(at), "Friday 2 January 2026": Weekday(at),
		"2 January 2026, 05:04": Time(at), "January 2026": Month(at), "Jan 2026": ShortMonth(at), "January": MonthOfYear(at),
		"2026-01-02": Typed(at), "2026-01-02 05:04": TypedTime(at),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
