package linkedin

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"time"
	"unicode/utf8"

	"linkvet/store/linkedin/wording"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/quantity"
)

// maxNotices is how many warnings of one kind name their line; the rest of a
// file is counted, so that a damaged column does not bury the report.
const maxNotices = 20

// rows reads one table's rows. Every record that is not blank ends in exactly
// one place: taken, skipped with a reason, or counted as hidden.
type rows struct {
	*reader
	table *table
	recs  *records
	file  string
	size  int64

	badRows  notices // of tables of which only facts are kept
	badTimes notices
	badURLs  notices
	tooLong  notices
	notUTF8  int // first line that is not UTF-8
	taken    int
	bytes    int64

	talks   map[string]*Messages // of this table
	member  member               // to look through once more
	dates   dateOrder
	ordered bool // that has been done
}

// notices limits the warnings of one kind.
type notices int

func (r *rows) read() error {
	take := r.taker()
	for {
		rec, err := r.recs.next()
		if err == io.EOF {
			r.finish()
			return nil
		}
		if err != nil {
			return err
		}
		r.bytes += int64(rec.size)
		switch {
		case rec.problem != "" && r.isSide():
			r.side++
			r.notice(&r.badRows, rec.line, "%s; the row was left out", rec.problem)
		case rec.problem != "":
			r.skip(rec.line, rec.problem)
		case !isBlank(rec.fields) && !r.table.isHeader(rec.fields):
			take(rec)
			r.taken++
		}
		if a := r.archive; len(a.Invitations)+len(a.Connections)+len(a.Skipped)+len(r.people) > r.limits.rows {
			return &FormatError{
				Path: r.member.path, Line: rec.line, Problem: fmt.Sprintf("more than %d rows; LinkedIn's tables have some thousands", r.limits.rows),
				Hint: "import Invitations.csv and Connections.csv alone, if they are genuine",
			}
		}
	}
}

// taker returns what reads a row of the table, and notes that there is one.
func (r *rows) taker() func(record) {
	switch r.table.kind {
	case connectionTable:
		r.archive.HasConnections = true
		r.connections.next(r.archive.Connections)
		return r.connection
	case messageTable:
		r.facts, r.archive.HasMessages = true, true
		r.talks = map[string]*Messages{}
		return r.message
	case positionTable:
		r.facts = true
		return r.position
	case schoolTable:
		r.facts = true
		return r.school
	case invitationTable:
		r.archive.HasInvitations = true
		r.invitations.next(r.archive.Invitations)
		return r.invitation
	}
	r.facts = r.facts || r.table.kind != bookTable
	r.book = r.book || r.table.kind == bookTable
	return r.peopleTaker()
}

// finish adds what was only counted.
func (r *rows) finish() {
	r.mergeTalks()
	r.rest(r.badRows, "%[2]s: %[1]d more row that cannot be read", "%[2]s: %[1]d more rows that cannot be read")
	r.rest(r.badTimes, "%[2]s: %[1]d more time that cannot be read", "%[2]s: %[1]d more times that cannot be read")
	r.rest(r.tooLong, "%[2]s: %[1]d more text that was cut", "%[2]s: %[1]d more texts that were cut")
	r.rest(r.badURLs, "%[2]s: %[1]d more address that does not lead to LinkedIn", "%[2]s: %[1]d more addresses that do not lead to LinkedIn")
	if r.notUTF8 > 0 {
		r.warn(`%s:%d: not UTF-8, so letters are lost from here on; use LinkedIn's own file, or save it as "CSV UTF-8"`, r.file, r.notUTF8)
	}
}

// rest says how many more there are than were warned of, and in which file.
func (r *rows) rest(n notices, one, many string) {
	if n > maxNotices {
		r.warn("%s", quantity.Sentence(int(n-maxNotices), one, many, r.file))
	}
}

func (r *rows) notice(n *notices, line int, format string, args ...any) {
	if *n++; *n <= maxNotices {
		r.warn("%s:%d: %s", r.file, line, fmt.Sprintf(format, args...))
	}
}

func (r *rows) skip(line int, reason string) {
	r.archive.Skipped = append(r.archive.Skipped, Skip{File: r.file, Line: line, Reason: reason})
}

// isBlank reports the rows of empty cells with which spreadsheets pad a table.
func isBlank(fields [][]byte) bool {
	for _, field := range fields {
		if len(bytes.TrimSpace(field)) > 0 {
			return false
		}
	}
	return true
}

// invitation takes one row of Invitations.csv.
func (r *rows) invitation(rec record) {
	direction := r.table.cell(rec.fields, colDirection)
	inv := Invitation{File: r.file, Line: rec.line}
	name, address := colFrom, colInviterURL
	switch {
	case bytes.EqualFold(direction, []byte("INCOMING")), bytes.EqualFold(direction, []byte("RECEIVED")):
	case bytes.EqualFold(direction, []byte("OUTGOING")), bytes.EqualFold(direction, []byte("SENT")):
		inv.Outgoing = true
		name, address = colTo, colInviteeURL
	default:
		r.skip(rec.line, "the direction "+clean.Excerpt(string(direction))+" is neither INCOMING nor OUTGOING")
		return
	}
	r.learnOwner(rec, inv.Outgoing)
	inv.Name = r.name(rec, name)
	inv.URL, inv.Slug = r.address(rec, address)
	if inv.Name == "" && inv.Slug == "" {
		r.skip(rec.line, "neither a name nor a profile address")
		return
	}
	inv.Note = r.text(rec, colMessage)
	if cell := r.table.cell(rec.fields, colSentAt); len(cell) > 0 {
		sent, ok := parseSentAt(string(cell), r.zone)
		if !ok {
			sent, ok = looseTime(string(cell), r.order(colSentAt), r.zone)
		}
		if !ok {
			r.notice(&r.badTimes, rec.line, "the time %s cannot be read; the invitation is kept without a time", clean.Excerpt(string(cell)))
		}
		inv.SentAt = sent
	} else {
		r.notice(&r.badTimes, rec.line, "no time; the invitation is kept without one")
	}
	r.saw(inv.SentAt)
	if !r.invitations.isNew(inv) {
		return
	}
	r.archive.Invitations = grow(r.archive.Invitations, r)
	r.archive.Invitations = append(r.archive.Invitations, inv)
}

// connection takes one row of Connections.csv. E-mail addresses are not kept.
func (r *rows) connection(rec record) {
	if r.onlyDate(rec.fields) {
		r.hidden++
		return
	}
	c := Connection{Name: r.name(rec, colFirstName)}
	if last := r.name(rec, colLastName); c.Name == "" {
		c.Name = last
	} else if last != "" {
		c.Name += " " + last
	}
	c.URL, c.Slug = r.address(rec, colURL)
	if c.Slug == "" && wording.IsNobody(c.Name) {
		r.hidden++
		return
	}
	if c.Name == "" && c.Slug == "" {
		r.skip(rec.line, "neither a name nor a profile address")
		return
	}
	c.Company, c.Position = r.text(rec, colCompany), r.text(rec, colPosition)
	if cell := r.table.cell(rec.fields, colConnectedOn); len(cell) > 0 {
		var ok bool
		if c.ConnectedOn, ok = parseDay(string(cell)); !ok {
			c.ConnectedOn, ok = looseDay(string(cell), r.order(colConnectedOn))
		}
		if !ok {
			r.notice(&r.badTimes, rec.line, "the date %s cannot be read; the connection is kept without a date", clean.Excerpt(string(cell)))
			c.ConnectedOn = time.Time{}
		}
	}
	r.saw(c.ConnectedOn)
	if !r.connections.isNew(c) {
		return
	}
	r.archive.Connections = grow(r.archive.Connections, r)
	r.archive.Connections = append(r.archive.Connections, c)
}

// onlyDate reports a member who hides from this list.
func (r *rows) onlyDate(fields [][]byte) bool {
	date := r.table.at[colConnectedOn]
	for i, field := range fields {
		if i != date && len(bytes.TrimSpace(field)) > 0 {
			return false
		}
	}
	return true
}

// name cleans a name; people put two spaces, or one at the end.
func (r *rows) name(rec record, c column) string {
	return clean.Name(r.text(rec, c))
}

// text cleans a cell.
func (r *rows) text(rec record, c column) string {
	cell := r.table.cell(rec.fields, c)
	if len(cell) == 0 {
		return ""
	}
	if r.notUTF8 == 0 && !utf8.Valid(cell) {
		r.notUTF8 = rec.line
	}
	text, long := clean.LineCut(string(cell))
	if long {
		r.notice(&r.tooLong, rec.line, "a text of more than %d characters was cut", clean.LongestLine)
	}
	return text
}

// address reads a profile address; one that leads elsewhere is worth a warning.
func (r *rows) address(rec record, c column) (canonical, slug string) {
	cell := r.table.cell(rec.fields, c)
	if len(cell) == 0 {
		return "", ""
	}
	canonical, slug, foreign := address.Read(string(cell))
	switch {
	case foreign:
		shown, _, _ := bytes.Cut(cell, []byte("?")) // what follows may be a secret
		r.notice(&r.badURLs, rec.line, "the address %s does not lead to LinkedIn and was dropped", clean.Excerpt(string(shown)))
	case slug == "":
		r.stubs++
	}
	return canonical, slug
}

// grow makes room for the rows still to come, judged by those read: doubling a
// slice of 100,000 rows over and over would cost twice its memory. It grows at
// most eightfold, since the size of a file is only what a stranger claims.
func grow[T any](list []T, r *rows) []T {
	const enough = 256
	if len(list) < cap(list) || r.taken < enough {
		return list
	}
	left := (r.size - r.bytes) * int64(r.taken) / max(r.bytes, 1)
	return slices.Grow(list, int(min(max(left+left/32, enough), 7*int64(len(list)))))
}
