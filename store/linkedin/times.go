package linkedin

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // LinkedIn's times are US Pacific also on a machine without a zone database
)

// pacificZone is where LinkedIn writes its wall-clock times. The archive names
// no zone; notes that became messages, which carry a UTC stamp, show it.
const pacificZone = "America/Los_Angeles"

func pacific() (*time.Location, error) {
	zone, err := time.LoadLocation(pacificZone)
	if err != nil {
		return nil, fmt.Errorf("load the time zone of LinkedIn's dates: %w", err)
	}
	return zone, nil
}

// parseSentAt reads "1/29/26, 2:37 PM" and its relatives (four-digit year, no
// comma, seconds, lower case, odd spaces). A form in which day and month could
// be swapped is not read: a time is never made up.
func parseSentAt(s string, zone *time.Location) (time.Time, bool) {
	p := cursor{s: s}
	month, ok1 := p.number('/')
	day, ok2 := p.number('/')
	year, ok3 := p.year()
	if !ok1 || !ok2 || !ok3 {
		return parseISO(s, zone)
	}
	p.skip(',')
	hour, minute, second, ok := p.clock()
	if !ok || !isDate(year, month, day) {
		return time.Time{}, false
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, 0, zone).UTC(), true
}

// parseISO reads what a spreadsheet set to ISO dates makes of the column.
func parseISO(s string, zone *time.Location) (time.Time, bool) {
	if rest, ok := strings.CutSuffix(s, " UTC"); ok {
		s, zone = rest, time.UTC
	}
	for _, layout := range []string{time.DateTime, "2006-01-02 15:04", time.RFC3339} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil && t.Year() >= firstYear {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// firstYear is when LinkedIn began; earlier dates are misreadings.
const firstYear = 2003

// parseDay reads a Connected On cell in any form seen: "08 Feb 2026", what
// Excel makes of it ("4-Apr-21", "2021-04-04", "04.04.2021"), and the time of
// 2018 ("2/14/18, 9:05 AM"), of which the day counts.
func parseDay(s string) (time.Time, bool) {
	p := cursor{s: s}
	day, ok := p.digits()
	if !ok {
		return time.Time{}, false
	}
	var month, year int
	switch sep := p.next(); sep {
	case '/':
		month = day
		if day, ok = p.number('/'); ok {
			year, ok = p.year()
		}
		if half := strings.ToUpper(s); day <= 12 && !strings.HasSuffix(half, "AM") && !strings.HasSuffix(half, "PM") {
			return time.Time{}, false // day and month might be swapped
		}
	case '.':
		if month, ok = p.number('.'); ok {
			year, ok = p.year()
		}
	case ' ', '-':
		if len(s) == len("2006-01-02") && s[4] == '-' {
			t, err := time.Parse(time.DateOnly, s)
			return t, err == nil && t.Year() >= firstYear
		}
		if month, ok = p.monthName(sep); ok {
			year, ok = p.year()
		}
	default:
		return time.Time{}, false
	}
	if !ok || !isDate(year, month, day) {
		return time.Time{}, false
	}
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), true
}

// isDate refuses 30 February, which time.Date would turn into 2 March.
func isDate(year, month, day int) bool {
	if year < firstYear || month < 1 || month > 12 || day < 1 {
		return false
	}
	return day <= time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// cursor walks a date cell. Reading by hand takes a tenth of time.Parse's time
// and accepts several forms in one pass.
type cursor struct {
	s string
	i int
}

func (p *cursor) next() byte {
	if p.i >= len(p.s) {
		return 0
	}
	p.i++
	return p.s[p.i-1]
}

func (p *cursor) skip(c byte) {
	if p.i < len(p.s) && p.s[p.i] == c {
		p.i++
	}
}

// digits reads one to four digits.
func (p *cursor) digits() (n int, ok bool) {
	start := p.i
	for p.i < len(p.s) && p.s[p.i] >= '0' && p.s[p.i] <= '9' && p.i-start < 4 {
		n = n*10 + int(p.s[p.i]-'0')
		p.i++
	}
	return n, p.i > start
}

// number reads digits and the separator after them.
func (p *cursor) number(sep byte) (int, bool) {
	n, ok := p.digits()
	return n, ok && p.next() == sep
}

// year reads two or four digits.
func (p *cursor) year() (int, bool) {
	start := p.i
	n, ok := p.digits()
	switch {
	case ok && p.i-start == 4:
		return n, true
	case ok && p.i-start == 2:
		return 2000 + n, true
	}
	return 0, false
}

// monthName reads "Feb" and the separator after it.
func (p *cursor) monthName(sep byte) (int, bool) {
	if len(p.s)-p.i < 4 || p.s[p.i+3] != sep {
		return 0, false
	}
	at := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(p.s[p.i:p.i+3]))
	p.i += 4
	return at/3 + 1, at >= 0 && at%3 == 0
}

// clock reads " 2:37 PM" to the end of the cell.
func (p *cursor) clock() (hour, minute, second int, ok bool) {
	p.spaces()
	hour, ok = p.number(':')
	if !ok || hour < 1 || hour > 12 {
		return 0, 0, 0, false
	}
	if minute, ok = p.digits(); !ok || minute > 59 {
		return 0, 0, 0, false
	}
	if p.i < len(p.s) && p.s[p.i] == ':' {
		p.i++
		if second, ok = p.digits(); !ok || second > 59 {
			return 0, 0, 0, false
		}
	}
	p.spaces()
	half := p.s[p.i:]
	switch {
	case strings.EqualFold(half, "AM"), strings.EqualFold(half, "a.m."):
		hour %= 12
	case strings.EqualFold(half, "PM"), strings.EqualFold(half, "p.m."):
		hour = hour%12 + 12
	default:
		return 0, 0, 0, false
	}
	return hour, minute, second, true
}

// spaces passes plain, no-break and narrow no-break spaces; newer locale data
// puts the last one before AM and PM.
func (p *cursor) spaces() {
	for {
		rest := p.s[p.i:]
		switch {
		case strings.HasPrefix(rest, " "):
			p.i++
		case strings.HasPrefix(rest, "\u00a0"):
			p.i += len("\u00a0")
		case strings.HasPrefix(rest, "\u202f"):
			p.i += len("\u202f")
		default:
			return
		}
	}
}
