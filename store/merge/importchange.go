package merge

import (
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

// change is what an import writes of one invitation. It stands for itself, so that
// what finding it out took can go before it is written, and changes lie side by
// side: an import has 100,000 of them.
type change struct {
	id            string
	before, after *record.Invitation
	row           *linkedin.Invitation // what a new one is made of, while after is nil
	facts         *notes.Facts         // where more is known of that than most rows say
	words         string               // what changed, for the journal
	connectedOn   int64
	sum           [sealed.Length - 1]byte // of the record as written

	outgoing, connected, gone bool // of a new one, while after is nil
	quiet                     bool // only what is known beside the invitation changed
}

// changeOf is what became of a candidate.
func changeOf(cand *candidate) change {
	p := cand.pending
	return change{
		id: cand.id, before: p.before, after: p.after, row: p.row, facts: p.facts, words: p.words, connectedOn: p.connectedOn,
		outgoing: cand.dir == record.Outgoing, connected: cand.connected, gone: cand.gone, quiet: p.quiet,
	}
}

func (c *change) isNew() bool { return c.before == nil }

// sentAt is when the invitation was sent, as it will be kept.
func (c *change) sentAt() time.Time {
	if c.after != nil {
		return c.after.SentAt
	}
	return record.Moment(record.Seconds(c.row.SentAt))
}

// result returns the record as it will be, made in the room given where there is
// none yet.
func (m *Import) result(c *change, room *record.Invitation) *record.Invitation {
	if c.after != nil {
		return c.after
	}
	row := c.row
	*room = record.Invitation{ // sent once, which SentTimes need not say
		ID: c.id, Direction: record.DirectionOf(c.outgoing), Name: row.Name, Headline: row.Headline, URL: row.URL, Note: row.Note, SentAt: c.sentAt(),
		TimesSent: 1, AddedAt: m.now, ChangedAt: m.now, Gone: c.gone, Listed: !row.Mail,
		Connected: c.connected, ConnectedOn: record.Moment(c.connectedOn), Doubts: row.Doubts,
	}
	if room.Facts = m.factsOfRow(row); c.facts != nil {
		room.Facts = *c.facts
	}
	return room
}
