package merge

import (
	"fmt"
	"slices"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/linkedin"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// create makes a record of a row.
func (m *Import) create(row *linkedin.Invitation) error {
	dir := rowDirection(row)
	key := keyOf(len(row.Doubts) > 0, row.URL, row.Slug, row.Name, row.SentAt)
	id := m.index.newID(person{dir, key}, m.taken)
	m.created[[record.IDLength]byte([]byte(id))] = struct{}{}
	cand := &candidate{
		id: id, dir: dir, slug: row.Slug, name: row.Name, url: row.URL, note: row.Note, sentAt: record.Moment(record.Seconds(row.SentAt)),
		timesSent: 1, gone: m.isOver(row), listed: !row.Mail, doubtful: len(row.Doubts) > 0, headline: row.Headline,
		seen: true, pending: &pending{row: row},
	}
	m.index.add(cand, key)
	if !row.Join {
		return nil
	}
	p, err := m.edit(cand)
	if err != nil {
		return err
	}
	p.after.Answers = advisor.Answers{"kind": {"join"}}
	m.tx.Advise(p.after)
	return nil
}

// isOver reports whether a row of an older archive has vanished meanwhile: the
// newer one no longer listed it.
func (m *Import) isOver(row *linkedin.Invitation) bool {
	return !row.Mail && !m.fresh && !row.SentAt.IsZero() && !row.SentAt.After(m.newest)
}

// factsOfRow is what is known beside most invitations.
func (m *Import) factsOfRow(row *linkedin.Invitation) notes.Facts {
	return factsOfAll(!row.Mail, row.SentAt, m.messagesUntil)
}

// factsOfAll is what is known beside everybody's invitation: that an archive that
// lists it would have had a note, and messages where it goes on after that.
func factsOfAll(listed bool, sentAt, messagesUntil time.Time) notes.Facts {
	return notes.Facts{NoteKnown: listed, MessagesKnown: listed && !messagesUntil.IsZero() && !sentAt.After(messagesUntil)}
}

func (m *Import) taken(id string) bool {
	_, created := m.created[[record.IDLength]byte([]byte(id))]
	return created || m.stored && m.tx.Bucket(tables.BucketInvitations()).Get([]byte(id)) != nil
}

// apply brings what a row says into the record. What an older archive says
// only fills gaps.
func (m *Import) apply(cand *candidate, p *pending, row *linkedin.Invitation) {
	inv := p.after
	if !inv.Listed && !row.Mail {
		inv.Listed = true
		if closeTo(inv.SentAt, row.SentAt) && !row.SentAt.IsZero() {
			inv.SentTimes = nil // the archive knows it to the minute
		}
	}
	if times := inv.TimesSent; !row.SentAt.IsZero() && !(row.Mail && sentAbout(inv, row.SentAt)) {
		inv.Sent(row.SentAt)
		if inv.TimesSent > times {
			p.say("%s", quantity.Sentence(inv.TimesSent, "invited again, %d time in all", "invited again, %d times in all"))
		}
	}
	newestWord := m.fresh && !row.Mail && !row.SentAt.Before(inv.SentAt)
	if row.Headline != "" && inv.Headline == "" {
		inv.Headline = row.Headline
		p.say("headline found")
	}
	for _, doubt := range row.Doubts {
		if !slices.Contains(inv.Doubts, doubt) {
			inv.Doubts = append(inv.Doubts, doubt)
			p.say("in doubt: %s", doubt)
		}
	}
	if row.Note != "" && row.Note != inv.Note && (inv.Note == "" || newestWord) {
		inv.Note = row.Note
		p.say("note taken from the archive")
	}
	sureOfName := newestWord && (row.URL != "" || inv.URL == "")
	if row.Name != "" && row.Name != inv.Name && (inv.Name == "" || sureOfName) {
		p.say("name: %s -> %s", inv.DisplayName(), row.Name)
		inv.Name = row.Name
	}
	switch {
	case row.URL == "" || row.Slug == cand.slug:
	case inv.URL == "":
		inv.URL = row.URL
		p.say("profile address found")
	case m.fresh && !row.Mail: // find was certain that it is the same person
		p.say("profile address: %s -> %s", inv.URL, row.URL)
		inv.URL = row.URL
	}
	if inv.Gone && (m.fresh && !row.Mail || row.SentAt.After(m.newest)) {
		inv.Gone = false
		p.say("listed again")
	}
	m.refresh(cand)
}

// refresh brings what is known of a record up to its pending record.
func (m *Import) refresh(cand *candidate) {
	inv, oldKey := cand.pending.after, cand.key()
	cand.name, cand.url, cand.note, cand.sentAt, cand.timesSent = inv.Name, inv.URL, inv.Note, inv.SentAt, inv.TimesSent
	cand.gone, cand.connected, cand.listed, cand.headline = inv.Gone, inv.Connected, inv.Listed, inv.Headline
	wasAddressed := cand.hasSlug()
	cand.slug = record.SlugOf(inv.URL)
	if cand.key() != oldKey {
		m.index.rename(cand, oldKey, wasAddressed)
	}
}

// sentAbout reports whether it is known to have been sent around that time: a
// mail comes some moments after the invitation.
func sentAbout(inv *record.Invitation, at time.Time) bool {
	return slices.ContainsFunc(inv.SentTimes, func(t time.Time) bool { return t.Sub(at).Abs() <= sameOccasion })
}

func (p *pending) say(format string, args ...any) {
	if p.words != "" {
		p.words += "; "
	}
	p.words += fmt.Sprintf(format, args...)
}
