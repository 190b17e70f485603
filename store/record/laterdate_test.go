package record

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseLaterReadsDatesAndWords(t *testing.T) {
	zone := time.FixedZone("somewhere", 2*60*60)
	now := time.Date(2026, 9, 30, 22, 15, 0, 0, zone) // a Wednesday
	for words, want := range map[string]string{
		"2026-12-01":  "2026-12-01",
		" 2028-02-29": "2028-02-29",
		"tomorrow":    "2026-10-01",
		"Tomorrow":    "2026-10-01",
		"thu":         "2026-10-01",
		"fri":         "2026-10-02",
		"FRIDAY":      "2026-10-02",
		"thurs":       "2026-10-01",
		"sun":         "2026-10-04",
		"wed":         "2026-10-07", // never today
		"10 days":     "2026-10-10",
		"in 10 days":  "2026-10-10",
		"1 day":       "2026-10-01",
		"2 weeks":     "2026-10-14",
		"2weeks":      "2026-10-14",
		"a week":      "2026-10-07",
		"next  week":  "2026-10-07",
		"1 month":     "2026-10-30",
		"5 months":    "2027-02-28", // no 30 February
		"next month":  "2026-10-30",
		"a year":      "2027-09-30",
		"next year":   "2027-09-30",
		"31.12.2026":  "2026-12-31",
		"1.2.2027":    "2027-02-01",
		"24.12.":      "2026-12-24",
		"24 dec":      "2026-12-24",
		"Dec 24":      "2026-12-24",
		"december 24": "2026-12-24",
		"24th Dec":    "2026-12-24",
		"2 jan 2028":  "2028-01-02",
		"Jan 2, 2028": "2028-01-02",
		"1 may":       "2027-05-01", // the coming one
		"30 sep":      "2027-09-30", // never today
		"2w":          "2026-10-14",
		"10d":         "2026-10-10",
		"3 m":         "2026-12-30",
		"1y":          "2027-09-30",
	} {
		got, err := ParseLater(words, now)
		if err != nil || got.String() != want {
			t.Errorf("%q: %v, %v; want %s", words, got, err, want)
		}
	}
}

func TestParseLaterRefusesWhatIsNoDayAhead(t *testing.T) {
	now := time.Date(2026, 9, 30, 9, 0, 0, 0, time.UTC)
	for words, says := range map[string]string{
		"":            "is not a date",
		"soon":        "is not a date",
		"mo":          "is not a date",
		"next friday": "is not a date",
		"2026-02-30":  "is not a date",
		"01/12/2026":  "is not a date",
		"-2 weeks":    "is not a date",
		"12/31/2026":  "is not a date",
		"31.13.2026":  "is not a date",
		"30 feb":      "is not a date",
		"29 feb":      "is not a date", // neither this year nor the next has one
		"1.2.26":      "is not a date",
		"24 dec 2020": "not in the future",
		"99999 days":  "is not a date",
		"today":       "not in the future",
		"0 days":      "not in the future",
		"2026-09-30":  "not in the future",
		"2020-01-01":  "not in the future",
		"9999 weeks":  "years away",
		"2126-01-01":  "years away",
	} {
		if got, err := ParseLater(words, now); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, %v; want an error that says %q", words, got, err, says)
		}
	}
}

func TestParseLaterIsAlwaysADayAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "now"), 0).UTC()
		words := rapid.OneOf(
			rapid.StringMatching(`(in )?[0-9]{1,5} (day|week|month|year)s?`),
			rapid.SampledFrom([]string{"mon", "tuesday", "tomorrow", "next month", "today"}),
			rapid.String(),
		).Draw(t, "words")
		got, err := ParseLater(words, now)
		if err == nil && got <= DayIn(now) {
			t.Fatalf("%q at %v gives %v", words, now, got)
		}
	})
}
