package tabular

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// Event is a whole day in a calendar.
type Event struct {
	UID         string // the same for every writing of it
	Day         time.Time
	Summary     string
	Description string
	URL         string
	Changed     time.Time // what was changed later takes the place of what was before
	Canceled    bool      // takes it out of calendars that have it
}

// CalendarWriter writes events as iCalendar (RFC 5545).
type CalendarWriter struct {
	out *bufio.Writer
	now time.Time
}

// NewCalendarWriter begins a calendar with a name.
func NewCalendarWriter(w io.Writer, name string, now time.Time) *CalendarWriter {
	c := &CalendarWriter{bufio.NewWriterSize(w, 64<<10), now.UTC()}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//linkvet//linkvet//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.line("X-WR-CALNAME", calendarText(name))
	return c
}

// Dates and times as calendars have them.
const (
	calendarDay  = "20060102"
	calendarTime = "20060102T150405Z"
)

// sequenceSince is where the numbers begin that say which writing of an event is
// the newer one.
var sequenceSince = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// Write adds an event.
func (c *CalendarWriter) Write(e Event) error {
	c.line("BEGIN", "VEVENT")
	c.line("UID", calendarText(e.UID))
	c.line("DTSTAMP", c.now.Format(calendarTime))
	c.line("LAST-MODIFIED", e.Changed.UTC().Format(calendarTime))
	c.line("SEQUENCE", fmt.Sprint(max(0, int64(e.Changed.Sub(sequenceSince).Seconds()))))
	c.line("DTSTART;VALUE=DATE", e.Day.Format(calendarDay))
	c.line("DTEND;VALUE=DATE", e.Day.AddDate(0, 0, 1).Format(calendarDay))
	c.line("SUMMARY", calendarText(e.Summary))
	if e.Description != "" {
		c.line("DESCRIPTION", calendarText(e.Description))
	}
	if e.URL != "" {
		c.line("URL", e.URL)
	}
	c.line("TRANSP", "TRANSPARENT")
	if e.Canceled {
		c.line("STATUS", "CANCELLED")
	} else {
		c.line("STATUS", "CONFIRMED")
	}
	c.line("END", "VEVENT")
	_, err := c.out.Write(nil) // reports an earlier error
	return err
}

// Close ends the calendar. It does not close the writer below.
func (c *CalendarWriter) Close() error {
	c.line("END", "VCALENDAR")
	if err := c.out.Flush(); err != nil {
		return fmt.Errorf("write a calendar: %w", err)
	}
	return nil
}

// longestCalendarLine is how many bytes a line may have; the rest goes on in the
// next, after a blank.
const longestCalendarLine = 75

// line writes a property, folded. The first error stays in the writer.
func (c *CalendarWriter) line(name, value string) {
	text := name + ":" + value
	room := longestCalendarLine
	for len(text) > room {
		cut := room
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		_, _ = c.out.WriteString(text[:cut] + "\r\n ")
		text, room = text[cut:], longestCalendarLine-1
	}
	_, _ = c.out.WriteString(text + "\r\n")
}

// calendarText writes text so that nothing in it is taken for anything else.
func calendarText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}
