package linkedin

import (
	"io"
	"strings"
	"time"
	"unicode"

	"linkvet/store/linkedin/wording"
)

// dateOrder is whether a table writes the day or the month first where both are
// numbers with strokes between them.
type dateOrder int

const (
	anyOrder dateOrder = iota // the table does not show it
	monthFirst
	dayFirst
)

// looseTime reads a Sent At cell that a program other than LinkedIn's wrote: a
// date in any form, and a clock of 24 hours or none. Without one it is the
// beginning of that day.
func looseTime(cell string, order dateOrder, zone *time.Location) (time.Time, bool) {
	y, m, d, rest, ok := looseDate(cell, order, englishMonth)
	if !ok {
		return time.Time{}, false
	}
	clock := strings.Trim(rest, " ,T\u00a0\u202f")
	if clock == "" {
		return time.Date(y, time.Month(m), d, 0, 0, 0, 0, zone).UTC(), true
	}
	for _, layout := range []string{"15:04", "15:04:05", "3:04 PM", "3:04:05 PM"} {
		if t, err := time.Parse(layout, strings.ToUpper(clock)); err == nil {
			return time.Date(y, time.Month(m), d, t.Hour(), t.Minute(), t.Second(), 0, zone).UTC(), true
		}
	}
	return time.Time{}, false
}

// looseDay reads a Connected On cell that a program other than LinkedIn's wrote;
// a time behind the date does not count.
func looseDay(cell string, order dateOrder) (time.Time, bool) {
	y, m, d, rest, ok := looseDate(cell, order, wording.Month)
	if !ok || rest != "" && !strings.ContainsAny(rest, ":") {
		return time.Time{}, false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), true
}

// englishMonth is wording.Month for English alone.
func englishMonth(word string) int {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if word = strings.ToLower(word); len(word) >= 3 && strings.HasPrefix(name, word) || word == "sept" && m == time.September {
			return int(m)
		}
	}
	return 0
}

// looseDate reads the three parts at the start of a cell as a date, in the order
// that they allow, and returns what follows them.
func looseDate(cell string, order dateOrder, month func(word string) int) (year, m, day int, rest string, ok bool) {
	parts, rest := dateParts(cell)
	if len(parts) != 3 {
		return 0, 0, 0, "", false
	}
	a, b, c := parts[0], parts[1], parts[2]
	switch {
	case month(b.word) > 0:
		year, m, day = c.number, month(b.word), a.number
		c.digits = max(c.digits, 2)
	case month(a.word) > 0:
		year, m, day = c.number, month(a.word), b.number
	case a.word+b.word+c.word != "":
		return 0, 0, 0, "", false
	case a.digits == 4:
		year, m, day = a.number, b.number, c.number
		c = a
	case b.before == '.', a.number > 12:
		year, m, day = c.number, b.number, a.number
	case b.number > 12:
		year, m, day = c.number, a.number, b.number
	case order == dayFirst:
		year, m, day = c.number, b.number, a.number
	case order == monthFirst:
		year, m, day = c.number, a.number, b.number
	}
	if c.digits == 2 {
		year += 2000
	}
	return year, m, day, rest, (c.digits == 2 || c.digits == 4) && isDate(year, m, day)
}

// datePart is a number or a word of a date.
type datePart struct {
	number, digits int
	word           string
	before         byte // what parts it from the one before
}

// dateParts takes the first three parts of a date off a cell.
func dateParts(cell string) (parts []datePart, rest string) {
	rest = cell
	for len(parts) < 3 {
		trimmed := strings.TrimLeft(rest, " ,./-\u00a0")
		var p datePart
		if at := strings.IndexAny(rest, ",./-"); at >= 0 && at < len(rest)-len(trimmed) {
			p.before = rest[at]
		}
		rest = trimmed
		end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if end < 0 {
			end = len(rest)
		}
		if end > 0 {
			p.digits = end
			for _, r := range rest[:min(end, 4)] {
				p.number = p.number*10 + int(r-'0')
			}
			rest = withoutOrdinal(rest[end:])
		} else {
			end = strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
			if end < 0 {
				end = len(rest)
			}
			if p.word = rest[:end]; end == 0 {
				return parts, rest
			}
			rest = rest[end:]
			if p.word == "de" || p.word == "of" || p.word == "del" {
				continue
			}
		}
		if p.digits > 4 {
			return nil, rest
		}
		parts = append(parts, p)
	}
	return parts, rest
}

// withoutOrdinal takes off what makes "15" "15th".
func withoutOrdinal(rest string) string {
	for _, ending := range []string{"st", "nd", "rd", "th", "er", "º"} {
		if after, ok := strings.CutPrefix(rest, ending); ok && (after == "" || after[0] == ' ') {
			return after
		}
	}
	return rest
}

// order looks through the whole column for a date that shows whether the day or
// the month comes first. Nearly no table needs it, so it is read again for that.
func (r *rows) order(c column) dateOrder {
	if r.ordered {
		return r.dates
	}
	r.ordered = true
	f, err := r.member.open()
	if err != nil {
		return anyOrder // the rows are kept without times
	}
	defer f.Close()
	in, head, err := textOf(f)
	if err != nil || len(head) == 0 {
		return anyOrder
	}
	recs := newRecords(in, r.table.comma)
	days, months := 0, 0
	for {
		rec, err := recs.next()
		if err == io.EOF {
			break
		}
		if err != nil || r.ctx.Err() != nil {
			return anyOrder
		}
		if rec.line <= r.table.line || rec.problem != "" {
			continue
		}
		parts, rest := dateParts(string(r.table.cell(rec.fields, c)))
		if len(parts) != 3 || parts[1].before != '/' {
			continue
		}
		a, b := parts[0].number, parts[1].number
		switch american := strings.HasSuffix(strings.ToUpper(rest), "M"); {
		case a > 12 && b <= 12 && !american:
			days++
		case b > 12 && a <= 12 || american && a <= 12:
			months++
		}
	}
	switch {
	case days > 0 && months == 0:
		r.dates = dayFirst
	case months > 0 && days == 0:
		r.dates = monthFirst
	}
	return r.dates
}
