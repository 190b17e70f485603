package linkedin

import (
	"testing"
	"time"
)

func TestParseSentAt(t *testing.T) {
	zone, err := pacific()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ in, want string }{ // want in UTC, "" for unreadable
		{"1/29/26, 2:37 PM", "2026-01-29T22:37:00Z"},     // standard time: 8 hours
		{"7/4/25, 2:37 PM", "2025-07-04T21:37:00Z"},      // daylight time: 7 hours
		{"12/3/25, 12:05 AM", "2025-12-03T08:05:00Z"},    // midnight is 12 AM
		{"12/3/25, 12:05 PM", "2025-12-03T20:05:00Z"},    // noon is 12 PM
		{"12/31/25, 11:59 PM", "2026-01-01T07:59:00Z"},   // the next year in UTC
		{"11/2/25, 1:30 AM", "2025-11-02T08:30:00Z"},     // happened twice: the first
		{"5/1/2026, 5:05 pm", "2026-05-02T00:05:00Z"},    // four-digit year, lower case
		{"05/01/18, 05:05 PM", "2018-05-02T00:05:00Z"},   // leading zeros
		{"5/1/26, 5:05\u202fPM", "2026-05-02T00:05:00Z"}, // narrow no-break space
		{"5/1/26,\u00a05:05 p.m.", "2026-05-02T00:05:00Z"},
		{"5/1/26 5:05:30 PM", "2026-05-02T00:05:30Z"},
		{"2/29/24, 1:00 PM", "2024-02-29T21:00:00Z"},
		{"2026-05-01 17:05", "2026-05-02T00:05:00Z"},
		{"2026-05-01 17:05:30", "2026-05-02T00:05:30Z"},
		{"2026-05-01 17:05:30 UTC", "2026-05-01T17:05:30Z"},
		{"2026-05-01T17:05:30+02:00", "2026-05-01T15:05:30Z"},

		{"", ""},
		{"2/30/26, 5:05 PM", ""},
		{"2/29/25, 1:00 PM", ""},
		{"13/1/26, 5:05 PM", ""},
		{"0/1/26, 5:05 PM", ""},
		{"5/0/26, 5:05 PM", ""},
		{"5/1/26, 13:05 PM", ""},
		{"5/1/26, 0:05 AM", ""},
		{"5/1/26, 5:60 PM", ""},
		{"5/1/26, 5:05", ""}, // day and month might be swapped
		{"5/1/26", ""},
		{"5/1/126, 5:05 PM", ""},
		{"5/1/26, 5:05 PM CET", ""},
		{"5/1/1999, 5:05 PM", ""},
		{"29 janvier 2026 à 14:37", ""},
		{"46051.6", ""},
	}
	for _, tt := range tests {
		got, ok := parseSentAt(tt.in, zone)
		checkTime(t, tt.in, got, ok, tt.want)
	}
}

func TestParseDay(t *testing.T) {
	tests := []struct{ in, want string }{
		{"08 Feb 2026", "2026-02-08T00:00:00Z"},
		{"3 Jan 2019", "2019-01-03T00:00:00Z"},
		{"2/14/18, 9:05 AM", "2018-02-14T00:00:00Z"},
		{"12/31/2017, 11:05 PM", "2017-12-31T00:00:00Z"},
		{"4-Apr-21", "2021-04-04T00:00:00Z"},
		{"14-APR-2021", "2021-04-14T00:00:00Z"},
		{"12 Mar 19", "2019-03-12T00:00:00Z"},
		{"2021-04-05", "2021-04-05T00:00:00Z"},
		{"05.04.2021", "2021-04-05T00:00:00Z"},

		{"", ""},
		{"30 Feb 2026", ""},
		{"08 Foo 2026", ""},
		{"08 anf 2026", ""}, // spans two months' names
		{"Feb 2026", ""},
		{"08 Feb", ""},
		{"8/Feb/2026", ""},
		{"08 Feb 1926", ""},
		{"1.13.2021", ""},
		{"2021-13-05", ""},
		{"44291", ""},
	}
	for _, tt := range tests {
		got, ok := parseDay(tt.in)
		checkTime(t, tt.in, got, ok, tt.want)
	}
}

func checkTime(t *testing.T, in string, got time.Time, ok bool, want string) {
	t.Helper()
	text := ""
	if ok {
		text = got.Format(time.RFC3339)
	}
	if text != want || ok && got.Location() != time.UTC {
		t.Errorf("%q is read as %q in %v, want %q", in, text, got.Location(), want)
	}
}
