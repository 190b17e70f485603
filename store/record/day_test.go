package record

import (
	"testing"
	"time"

	"linkvet/store/sealed"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Skipf("this system does not know the time zone %s: %v", name, err)
	}
	return loc
}

func TestDay(t *testing.T) {
	d, err := ParseDay("2026-07-14")
	if err != nil || d.String() != "2026-07-14" || d != MakeDay(2026, 6, 44) || d.Time() != time.Date(2026, 7, 14, 0, 0, 0, 0, time.UTC) {
		t.Errorf("%v, %v", d, err)
	}
	if _, err := ParseDay("2026-02-30"); err == nil {
		t.Error("the thirtieth of February is a day")
	}
	if none := DayIn(time.Time{}); none != 0 || none.String() != "" || !none.Time().IsZero() || !none.In(time.UTC).IsZero() {
		t.Errorf("none is %q", none)
	}
	for _, name := range []string{"Asia/Tokyo", "America/Los_Angeles", "Pacific/Auckland", "America/Santiago", "UTC"} {
		loc := zone(t, name)
		for d := MakeDay(2026, 1, 1); d < MakeDay(2028, 1, 1); d++ {
			start := d.Start(loc)
			if DayIn(start) != d || DayIn(start.Add(-time.Second)) != d-1 || DayIn(d.In(loc)) != d {
				t.Fatalf("%s in %s begins %v, shows as %v", d, name, start, d.In(loc))
			}
			// Midnight there, as earlier programs kept it, reads as the same day.
			if got := dayOfSeconds(start.Unix()); got != d || dayOfSeconds(d.seconds()) != d {
				t.Fatalf("%s kept in %s reads as %s", d, name, got)
			}
		}
	}
}

// What is put off on one side of the world comes back on the person's own day on
// the other.
func TestLaterIsADayEverywhere(t *testing.T) {
	tokyo, angeles := zone(t, "Asia/Tokyo"), zone(t, "America/Los_Angeles")
	until, err := ParseLater("2026-12-01", time.Date(2026, 11, 20, 9, 0, 0, 0, tokyo))
	if err != nil || until.String() != "2026-12-01" {
		t.Fatalf("%s, %v", until, err)
	}
	inv := Invitation{ID: "0123456789", Direction: Incoming, Name: "Ada", LaterUntil: until}
	value, err := Encode(&inv)
	if err != nil {
		t.Fatal(err)
	}
	read, err := Decode([]byte(inv.ID), value)
	if err != nil || read.LaterUntil != until {
		t.Fatalf("%s, %v", read.LaterUntil, err)
	}
	for _, loc := range []*time.Location{tokyo, angeles} {
		before, day := time.Date(2026, 11, 30, 23, 59, 59, 0, loc), time.Date(2026, 12, 1, 0, 0, 0, 0, loc)
		if read.Status(before) != StatusLater || read.Status(day) != StatusWaiting {
			t.Errorf("in %s it is %s before and %s on the day", loc, read.Status(before), read.Status(day))
		}
	}
}

// Clocks in Chile skip the midnight of 5 September 2027.
func TestLaterOntoASkippedMidnight(t *testing.T) {
	santiago := zone(t, "America/Santiago")
	now := time.Date(2027, 9, 4, 12, 0, 0, 0, santiago)
	for _, words := range []string{"2027-09-05", "tomorrow", "1 day", "sun"} {
		if until, err := ParseLater(words, now); err != nil || until.String() != "2027-09-05" {
			t.Errorf("%s: %s, %v", words, until, err)
		}
	}
}

// What an earlier program noted of a postponement can still be taken back.
func TestPatchOfAnEarlierProgram(t *testing.T) {
	before := Invitation{ID: "0123456789", Name: "Ada"}
	after := before
	after.LaterUntil = MakeDay(2026, 12, 1)
	p, err := PatchBetween(&before, &after)
	if err != nil {
		t.Fatal(err)
	}
	then := time.Date(2026, 11, 30, 15, 0, 0, 0, time.UTC) // midnight in Tokyo
	if p.Is[fieldLaterUntil], err = sealed.Encoder.Marshal(then.Unix()); err != nil {
		t.Fatal(err)
	}
	fields, err := FieldsOf(after)
	if err != nil {
		t.Fatal(err)
	}
	back, ok, err := p.Reversed().Apply(fields)
	if err != nil || !ok || back[fieldLaterUntil] != nil {
		t.Errorf("taken back: %v, %v, %v", back, ok, err)
	}
}
