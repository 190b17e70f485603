package record

import (
	"fmt"
	"time"
)

// Day is a day of the calendar, the same in every time zone, counted from 1970 on;
// 0 is none. What a person calls a day is one of these from typing to storing to
// showing: a moment would be another day elsewhere.
type Day int32

const secondsOfDay = 24 * 60 * 60

// DayIn returns the day that a moment is in, in its own time zone; none for the
// zero time.
func DayIn(t time.Time) Day {
	if t.IsZero() {
		return 0
	}
	return MakeDay(t.Date())
}

// MakeDay returns the day of a date, which may run on into the next month as with
// [time.Date].
func MakeDay(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

// ParseDay reads a day such as 2026-03-01.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a day (write 2026-03-01)", s)
	}
	return DayIn(t), nil
}

// dayOfSeconds returns the day that is kept as seconds since 1970: its midnight in
// UTC. Earlier programs kept the midnight where the person was, so any time of a
// zone from ten hours behind UTC to thirteen ahead stands for the same day.
func dayOfSeconds(seconds int64) Day {
	if seconds == 0 {
		return 0
	}
	const behind = secondsOfDay - 10*60*60 - 60 // the last zone that is told
	whole := (seconds + behind) / secondsOfDay
	if (seconds+behind)%secondsOfDay < 0 {
		whole--
	}
	return Day(whole)
}

// DayKept is the day that a moment stands for where a day had to be written as one.
func DayKept(t time.Time) Day { return dayOfSeconds(Seconds(t)) }

// seconds is the day as it is kept.
func (d Day) seconds() int64 { return int64(d) * secondsOfDay }

// Time is midnight of the day in UTC, for where only a time can be written; the
// zero time for none.
func (d Day) Time() time.Time { return Moment(d.seconds()) }

// In is the middle of the day in a time zone, for showing it.
func (d Day) In(zone *time.Location) time.Time {
	if d == 0 {
		return time.Time{}
	}
	year, month, day := d.Time().Date()
	return time.Date(year, month, day, 12, 0, 0, 0, zone)
}

// Start is the first moment of the day in a time zone, which is not always
// midnight: clocks skip that in some.
func (d Day) Start(zone *time.Location) time.Time {
	year, month, day := d.Time().Date()
	start := time.Date(year, month, day, 0, 0, 0, 0, zone)
	for DayIn(start) < d {
		_, next := start.ZoneBounds()
		if next.IsZero() {
			return start
		}
		start = next
	}
	return start
}

// IsZero reports whether it is none.
func (d Day) IsZero() bool { return d == 0 }

// String is the day as in 2026-03-01, "" for none.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}
