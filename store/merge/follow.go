package merge

import (
	"fmt"
	"slices"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/fold"
	"linkvet/store/linkedin"
	"linkvet/store/record"
)

// undoCorrections lets the merge see records as the archive knows them, so that
// a row is known again whatever the person made of it.
func (m *Import) undoCorrections() error {
	for i, k := range m.index.all {
		if err := m.pause(i); err != nil {
			return err
		}
		if !k.isCorrected {
			continue
		}
		inv, err := m.tx.Get([]byte(k.id))
		if err != nil {
			return err
		}
		seen := inv.Clone()
		k.corrected = &seen
		inv.SwapCorrections()
		oldKey, wasAddressed := k.key(), k.hasSlug()
		k.name, k.url, k.slug, k.note, k.headline, k.sentAt = inv.Name, inv.URL, record.SlugOf(inv.URL), inv.Note, inv.Headline, inv.SentAt
		if wasAddressed && !k.hasSlug() {
			m.index.unaddressed++
		}
		if k.key() != oldKey {
			m.index.rename(k, oldKey, wasAddressed)
		}
	}
	return nil
}

// redoCorrections brings the person's corrections back into the draft. One that
// the archive has come to agree with is none any more.
func (k *known) redoCorrections() {
	if k.draft == nil || k.draft.isNew() || !k.isCorrected {
		return
	}
	inv := k.draft.after
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
	return len(m.contacts.puts)+len(m.contacts.deletes) > 0 ||
		slices.ContainsFunc(m.index.all, func(k *known) bool { return k.dir == record.Outgoing && k.draft != nil })
}

// followFacts brings what is known beside the invitation up to date.
func (m *Import) followFacts(k *known, more bool) error {
	if k.draft == nil && !more && (k.facts != 0 || !k.listed) {
		return nil
	}
	who := subject{k.dir, k.slug, k.name, k.company, k.timesSent, k.listed, k.doubtful}
	switch {
	case k.draft != nil && k.draft.after != nil:
		who = subjectOf(k.draft.after)
	case k.corrected != nil:
		who = subjectOf(k.corrected)
	}
	facts := m.people.facts(who)
	if k.draft == nil && record.FactsSum(facts) == k.facts {
		return nil
	}
	if d := k.draft; d != nil && d.after == nil {
		if facts != factsOfRow(d.row) {
			d.facts = &notes.Facts{}
			*d.facts = facts
		}
		return nil
	}
	wasThere := k.draft == nil
	d, err := m.edit(k)
	if err != nil {
		return err
	}
	if wasThere {
		k.redoCorrections()
	}
	d.after.Facts = facts
	return nil
}

// mergeAcceptances notes which of the person's own invitations were accepted,
// by what mails say.
func (m *Import) mergeAcceptances() error {
	for _, a := range m.archive.Acceptances {
		k, err := m.accepted(a)
		if err != nil {
			return err
		}
		if k == nil {
			m.skipped = append(m.skipped, linkedin.Skip{File: a.File, Line: a.Line, Reason: fmt.Sprintf(
				"%s accepted an invitation of yours that is not known here", record.Invitation{Name: a.Name}.DisplayName())})
			continue
		}
		k.seen = true
		if k.connected {
			continue
		}
		d, err := m.edit(k)
		if err != nil {
			return err
		}
		d.after.Connected, d.after.Gone = true, false
		if !a.On.IsZero() {
			d.after.ConnectedOn = a.On.UTC().Truncate(24 * time.Hour)
		}
		d.say("accepted on LinkedIn, a mail says")
		m.refresh(k)
	}
	return nil
}

// accepted finds the outgoing invitation that a mail says was accepted: by
// address, else by a name that only one of them has.
func (m *Import) accepted(a linkedin.Acceptance) (*known, error) {
	if a.Slug != "" {
		if records := m.index.people[Person{record.Outgoing, record.AddressKey(a.Slug)}]; len(records) > 0 {
			return m.choose(records, time.Time{})
		}
	}
	folded := fold.Text(a.Name)
	if folded == "" {
		return nil, nil
	}
	byName := m.index.people[Person{record.Outgoing, record.NameKey(folded)}]
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
func (m *Import) renamed(row *linkedin.Invitation) *known {
	if row.Mail || !m.fresh || row.SentAt.IsZero() {
		return nil
	}
	if m.bySent == nil {
		m.bySent = make(map[int64][]*known)
		for _, k := range m.index.all {
			if k.hasSlug() && k.listed && (k.draft == nil || !k.draft.isNew()) {
				m.bySent[record.Seconds(k.sentAt)] = append(m.bySent[record.Seconds(k.sentAt)], k)
			}
		}
	}
	var match *known
	for _, k := range m.bySent[record.Seconds(row.SentAt)] {
		if k.dir != rowDirection(row) || k.note != row.Note || k.slug == row.Slug || fold.Text(k.name) != fold.Text(row.Name) || m.lists(k.slug) {
			continue
		}
		if match != nil {
			return nil
		}
		match = k
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
