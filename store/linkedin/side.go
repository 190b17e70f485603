package linkedin

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"linkvet/store/linkedin/wording"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
)

// person is somebody a table names.
type person struct{ name, slug string }

// isDecoy reports the talks with LinkedIn's own assistants, whose tables have
// the header of the member's messages; only their names tell them apart.
func isDecoy(name string) bool {
	base := strings.ToLower(path.Base(name))
	for _, word := range []string{"guide", "coach", "learning", "role_play", "role play", "roleplay"} {
		if strings.Contains(base, word) {
			return true
		}
	}
	return false
}

// isSide reports the tables of which only facts are kept. A damaged row of
// theirs is worth a warning and no more.
func (r *rows) isSide() bool {
	switch r.table.kind {
	case invitationTable, connectionTable:
		return false
	}
	return true
}

// learnOwner notes whose archive it is: the other side of every invitation.
func (r *rows) learnOwner(rec record, outgoing bool) {
	if r.owner.slug != "" || r.taken > 50 {
		return
	}
	name, url := colTo, colInviteeURL
	if outgoing {
		name, url = colFrom, colInviterURL
	}
	if r.owner.name == "" {
		r.owner.name = r.name(rec, name)
	}
	_, r.owner.slug = address.Profile(string(r.table.cell(rec.fields, url)))
}

// message counts a message with the person who sent it, and with the one it
// went to where that is one person. Its text is not looked at.
func (r *rows) message(rec record) {
	r.side++
	if r.isDraft(rec) || bytes.EqualFold(r.table.cell(rec.fields, colFolder), []byte("spam")) {
		return
	}
	sender := person{name: r.name(rec, colFrom)}
	_, sender.slug = address.Profile(string(r.table.cell(rec.fields, colSenderURL)))
	receiver := person{name: r.name(rec, colTo)}
	addresses := r.table.cell(rec.fields, colRecipientURLs)
	if bytes.IndexByte(addresses, ',') >= 0 {
		receiver = person{}
	} else {
		_, receiver.slug = address.Profile(string(addresses))
	}
	at, ok := parseSentAt(string(r.table.cell(rec.fields, colDate)), r.zone)
	if !ok {
		r.notice(&r.badTimes, rec.line, "the time %s of a message cannot be read; it is counted without one", clean.Excerpt(string(r.table.cell(rec.fields, colDate))))
	}
	for _, who := range []person{sender, receiver} {
		if who.slug == "" && (who.name == "" || wording.IsNobody(who.name)) {
			continue
		}
		m := r.messagesWith(who)
		m.Count++
		if !at.IsZero() && (m.First.IsZero() || at.Before(m.First)) {
			m.First = at
		}
		if at.After(m.Last) {
			m.Last = at
		}
	}
}

func (r *rows) isDraft(rec record) bool {
	cell := r.table.cell(rec.fields, colDraft)
	return bytes.EqualFold(cell, []byte("yes")) || bytes.EqualFold(cell, []byte("true"))
}

// messagesWith returns the count of the table for somebody.
func (r *rows) messagesWith(who person) *Messages {
	key := "in/" + who.slug
	if who.slug == "" {
		key = "name/" + strings.ToLower(who.name)
	}
	m := r.talks[key]
	if m == nil {
		m = &Messages{Name: who.name, Slug: who.slug}
		r.talks[key] = m
	}
	return m
}

// mergeTalks adds the counts of one table. Two that are given together are the
// same messages, as far as both go, so they do not add up.
func (r *rows) mergeTalks() {
	if r.messages == nil {
		r.messages, r.talks = r.talks, nil
		return
	}
	for key, m := range r.talks {
		known := r.messages[key]
		if known == nil {
			r.messages[key] = m
			continue
		}
		known.Count = max(known.Count, m.Count)
		if known.First.IsZero() || !m.First.IsZero() && m.First.Before(known.First) {
			known.First = m.First
		}
		if m.Last.After(known.Last) {
			known.Last = m.Last
		}
	}
	r.talks = nil
}

// gatherMessages puts the counts into the archive, without the owner's own.
func (r *reader) gatherMessages() {
	for _, m := range r.messages {
		own := m.Slug != "" && m.Slug == r.owner.slug || m.Slug == "" && strings.EqualFold(m.Name, r.owner.name)
		if !own {
			r.archive.Messages = append(r.archive.Messages, *m)
		}
	}
	slices.SortFunc(r.archive.Messages, func(a, b Messages) int {
		return strings.Compare(a.Slug+"\x00"+a.Name, b.Slug+"\x00"+b.Name)
	})
}

// position takes a job of the member's own.
func (r *rows) position(rec record) {
	r.side++
	p := Position{
		Company: r.text(rec, colCompanyName), Title: r.text(rec, colTitle),
		Since: r.text(rec, colStartedOn), Until: r.text(rec, colFinishedOn),
	}
	if p.Company != "" && !slices.Contains(r.archive.Positions, p) {
		r.archive.Positions = append(r.archive.Positions, p)
	}
}

// school takes a school of the member's own.
func (r *rows) school(rec record) {
	r.side++
	s := School{Name: r.text(rec, colSchool), Since: r.text(rec, colStartedOn), Until: r.text(rec, colFinishedOn)}
	if s.Name != "" && !slices.Contains(r.archive.Schools, s) {
		r.archive.Schools = append(r.archive.Schools, s)
	}
}
