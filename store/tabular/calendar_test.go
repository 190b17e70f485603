package tabular

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestCalendar(t *testing.T) {
	var out strings.Builder
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	c := NewCalendarWriter(&out, "linkvet", time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC))
	for _, e := range []Event{
		{UID: "a@linkvet", Day: day, Summary: "Ana; Kovalenko, engineer", Description: "one\ntwo", URL: "https://www.linkedin.com/in/ana-demo", Changed: day.Add(-time.Hour)},
		{UID: "b@linkvet", Day: day, Summary: "Bo", Changed: day, Canceled: true},
	} {
		if err := c.Write(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//linkvet//linkvet//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:linkvet
BEGIN:VEVENT
UID:a@linkvet
DTSTAMP:20261129T120000Z
LAST-MODIFIED:20261130T230000Z
SEQUENCE:218242800
DTSTART;VALUE=DATE:20261201
DTEND;VALUE=DATE:20261202
SUMMARY:Ana\; Kovalenko\, engineer
DESCRIPTION:one\ntwo
URL:https://www.linkedin.com/in/ana-demo
TRANSP:TRANSPARENT
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:b@linkvet
DTSTAMP:20261129T120000Z
LAST-MODIFIED:20261201T000000Z
SEQUENCE:218246400
DTSTART;VALUE=DATE:20261201
DTEND;VALUE=DATE:20261202
SUMMARY:Bo
TRANSP:TRANSPARENT
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if out.String() != want {
		t.Errorf("written:\n%s\nwant:\n%s", out.String(), want)
	}
}

// Whatever a stranger calls themselves: no line is longer than calendars take, none
// begins a property of its own, and the text comes back whole.
func TestCalendarTextIsFoldedAndComesBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aé文😀;,\\\n :BEGIN"))).Draw(r, "text")
		var out strings.Builder
		c := NewCalendarWriter(&out, "x", time.Unix(0, 0))
		if err := c.Write(Event{UID: "u", Summary: text}); err != nil {
			r.Fatal(err)
		}
		if err := c.Close(); err != nil {
			r.Fatal(err)
		}
		for line := range strings.SplitSeq(out.String(), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\n\r") {
				r.Fatalf("a line of %d bytes: %q", len(line), line)
			}
			if strings.ToValidUTF8(line, "") != line {
				r.Fatalf("a letter is cut in %q", line)
			}
		}
		whole := strings.ReplaceAll(out.String(), "\r\n ", "")
		_, rest, _ := strings.Cut(whole, "\r\nSUMMARY:")
		summary, _, _ := strings.Cut(rest, "\r\n")
		back := strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(summary)
		if back != text {
			r.Fatalf("%q comes back as %q", text, back)
		}
	})
}
