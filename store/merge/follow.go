package merge

import (
	"fmt"
	"slices"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// undoCorrections lets the merge see records as the archive knows them, so that
// a row is known again whatever the person made of it.
func (m *Import) undoCorrections() error {
	for i, cand := range m.index.all {
		if err := m.pause(i); err != nil {
			return err
		}
		if !cand.isCorrected {
			continue
		}
		inv, err := m.tx.Get([]byte(cand.id))
		if err != nil {
			return err
		}
		seen := inv.Clone()
		cand.corrected = &seen
		inv.SwapCorrections()
		oldKey, wasAddressed := cand.key(), cand.hasSlug()
		cand.name, cand.url, cand.slug, cand.note, cand.headline, cand.sentAt = inv.Name, inv.URL, record.SlugOf(inv.URL), inv.Note, inv.Headline, inv.SentAt
		if wasAddressed && !cand.hasSlug() {
			m.index.unaddressed++
		}
		if cand.key() != oldKey {
			m.index.rename(cand, oldKey, wasAddressed)
		}
	}
	return nil
}

// redoCorrections brings the person's corrections back into the pending record. One that
// the archive has come to agree with is none any more.
func (cand *candidate) redoCorrections() {
	if cand.pending == nil || cand.pending.isNew() || !cand.isCorrected {
		return
	}
	inv := cand.pending.after
	archives := inv.Clone()
	inv.SwapCorrections()
	for name, said := range inv.Corrected {
		agrees := map[string]bool{
			record.FieldName: said == inv.Name, record.FieldHeadline: said == inv.Headline, record.FieldCompany: said == inv.Company,
			record.FieldURL: said == inv.URL, record.FieldNote: said == inv.Note, record.FieldSentAt: archives.SentAt.Equal(inv.SentAt),
		}
		if agrees[name] {
			delete(inv.Corrected, name)
		}
	}
	if len(inv.Corrected) == 0 {
		inv.Corrected = nil
	}
}

// knowsMore reports whether this import can change what is known beside
// invitations that it does not change otherwise.
func (m *Import) knowsMore() bool {
	return len(m.contacts.puts)+len(m.contacts.deletes) > 0 || m.messagesUntil.After(tables.MetaTime(m.tx, tables.MetaNewestMessages)) ||
		slices.ContainsFunc(m.index.all, func(cand *candidate) bool { return cand.dir == record.Outgoing && cand.pending != nil })
}

// followFacts brings what is known beside the invitation up to date.
func (m *Import) followFacts(cand *candidate, more bool) error {
	if cand.pending == nil && !more && (cand.facts != 0 || !cand.listed) {
		return nil
	}
	who := subject{cand.dir, cand.slug, cand.name, cand.company, cand.timesSent, cand.listed, cand.doubtful, cand.sentAt}
	switch {
	case cand.pending != nil && cand.pending.after != nil:
		who = subjectOf(cand.pending.after)
	case cand.corrected != nil:
		who = subjectOf(cand.corrected)
	}
	facts := m.people.facts(who)
	if cand.pending == nil && record.FactsSum(facts) == cand.facts {
		return nil
	}
	if p := cand.pending; p != nil && p.after == nil {
		if facts != m.factsOfRow(p.row) {
			p.facts = &notes.Facts{}
			*p.facts = facts
		}
		return nil
	}
	wasThere := cand.pending == nil
	p, err := m.edit(cand)
	if err != nil {
		return err
	}
	if wasThere {
		cand.redoCorrections()
	}
	p.after.Facts = facts
	return nil
}

// mergeAcceptances notes which of the person's own invitations were accepted,
// by what mails say.
func (m *Import) mergeAcceptances() error {
	for _, a := range m.archive.Acceptances {
		cand, err := m.accepted(a)
		if err != nil {
			return err
		}
		if cand == nil {
			m.skipped = append(m.skipped, linkedin.Skip{File: a.File, Line: a.Line, Reason: fmt.Sprintf(
				"%s accepted an invitation of yours that is not known here", record.Invitation{Name: a.Name}.DisplayName())})
			continue
		}
		cand.seen = true
		if cand.connected {
			continue
		}
		p, err := m.edit(cand)
		if err != nil {
			return err
		}
		p.after.Connected, p.after.Gone = true, false
		if !a.On.IsZero() {
			p.after.ConnectedOn = a.On.UTC().Truncate(24 * time.Hour)
		}
		p.say("accepted on LinkedIn, a mail says")
		m.refresh(cand)
	}
	return nil
}

// accepted finds the outgoing invitation that a mail says was accepted: by
// address, else by a name that only one of them has.
func (m *Import) accepted(a linkedin.Acceptance) (*candidate, error) {
	if a.Slug != "" {
		if records := m.index.people[person{record.Outgoing, record.AddressKey(a.Slug)}]; len(records) > 0 {
			return m.choose(records, time.Time{})
		}
	}
	folded := record.FoldName(a.Name)
	if folded == "" {
		return nil, nil
	}
	byName := m.index.people[person{record.Outgoing, record.NameKey(folded)}]
	addressed := m.index.withName(record.Outgoing, folded)
	switch {
	case len(byName) > 0 && len(addressed) == 0:
		return m.choose(byName, time.Time{})
	case len(byName) == 0 && len(addressed) > 0 && onePerson(addressed) && (a.Slug == "" || a.Slug == addressed[0].slug):
		return m.choose(addressed, time.Time{})
	}
	return nil, nil
}

// renamed returns the record of somebody whose address changed since: sent at
// the very same moment by one of the same name, whose old address the archive
// no longer has. Anything less is another person.
func (m *Import) renamed(row *linkedin.Invitation) *candidate {
	if row.Mail || !m.fresh || row.SentAt.IsZero() {
		return nil
	}
	if m.bySent == nil {
		m.bySent = make(map[int64][]*candidate)
		for _, cand := range m.index.all {
			if cand.hasSlug() && cand.listed && (cand.pending == nil || !cand.pending.isNew()) {
				m.bySent[record.Seconds(cand.sentAt)] = append(m.bySent[record.Seconds(cand.sentAt)], cand)
			}
		}
	}
	var match *candidate
	for _, cand := range m.bySent[record.Seconds(row.SentAt)] {
		if cand.dir != rowDirection(row) || cand.note != row.Note || cand.slug == row.Slug || record.FoldName(cand.name) != record.FoldName(row.Name) || m.lists(cand.slug) {
			continue
		}
		if match != nil {
			return nil
		}
		match = cand
	}
	return match
}

// lists reports whether the archive has somebody under that address.
func (m *Import) lists(slug string) bool {
	if m.slugs == nil {
		m.slugs = make(map[string]bool, len(m.archive.Invitations))
		for i := range m.archive.Invitations {
			m.slugs[m.archive.Invitations[i].Slug] = true
		}
		for i := range m.archive.Connections {
			m.slugs[m.archive.Connections[i].Slug] = true
		}
	}
	return m.slugs[slug]
}
