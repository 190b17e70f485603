package merge

import (
	"cmp"
	"math"
	"slices"
	"time"

	"linkvet/store/fold"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// sameOccasion is how far the date a person typed may be from the archive's
// for both to mean the same invitation.
const sameOccasion = 48 * time.Hour

// mergeRows takes the archive's rows in an order that does not depend on the
// file's: those with an address first, so that rows with only a name find their
// record, then the oldest first, so that the newest has the last word, and
// those without a date last, so that they join what the others made.
func (m *Import) mergeRows() error {
	rows := m.archive.Invitations
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if x, y := rows[a].Slug == "", rows[b].Slug == ""; x != y {
			if y {
				return -1
			}
			return 1
		}
		return cmp.Compare(dateRank(rows[a].SentAt), dateRank(rows[b].SentAt))
	})
	for done, i := range order {
		if err := m.pause(done); err != nil {
			return err
		}
		if done%tables.EverySoOften == 0 {
			m.meter.matched(done)
		}
		if err := m.mergeRow(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

func dateRank(sentAt time.Time) int64 {
	if sentAt.IsZero() {
		return math.MaxInt64
	}
	return sentAt.Unix()
}

func rowDirection(row *linkedin.Invitation) record.Direction { return record.DirectionOf(row.Outgoing) }

// mergeRow finds the record a row belongs to, or makes one.
func (m *Import) mergeRow(row *linkedin.Invitation) error {
	k, err := m.find(row)
	if err != nil {
		return err
	}
	if k == nil {
		return m.create(row)
	}
	k.seen = true
	if m.saysNothingNew(k, row) {
		return nil
	}
	d, err := m.edit(k)
	if err != nil {
		return err
	}
	m.apply(k, d, row)
	return nil
}

// find returns the record a row belongs to, or nil.
func (m *Import) find(row *linkedin.Invitation) (*known, error) {
	dir := rowDirection(row)
	if len(row.Doubts) > 0 {
		return m.choose(m.index.people[Person{dir, keyOf(true, row.Slug, row.Name, row.SentAt)}], row.SentAt)
	}
	if row.Slug == "" {
		return m.findByName(row)
	}
	records := m.index.people[Person{dir, record.AddressKey(row.Slug)}]
	if len(records) > 0 {
		return m.choose(records, row.SentAt)
	}
	if k := m.renamed(row); k != nil || m.index.unaddressed == 0 {
		return k, nil
	}
	// Known by name only so far: older archives have no addresses, and people
	// who type leave them out.
	folded := fold.Text(row.Name)
	if folded == "" {
		return nil, nil
	}
	for _, k := range m.index.people[Person{dir, record.NameKey(folded)}] {
		same, err := m.has(k, row.SentAt)
		if err != nil {
			return nil, err
		}
		byHand := !k.listed && closeTo(k.sentAt, row.SentAt) && m.onlySlug(Person{dir, folded}) == row.Slug
		if same || byHand {
			return k, nil
		}
	}
	return nil, nil
}

// findByName returns the record for a row without an address. The moment it was
// sent is the best sign; without it, the records known by that name alone come
// before those with an address, which must be one and the same.
func (m *Import) findByName(row *linkedin.Invitation) (*known, error) {
	dir, folded := rowDirection(row), fold.Text(row.Name)
	byName := m.index.people[Person{dir, record.UnaddressedKey(folded, row.SentAt)}]
	for _, k := range byName {
		if same, err := m.has(k, row.SentAt); err != nil || same {
			return k, err
		}
	}
	if folded == "" {
		return m.choose(byName, row.SentAt)
	}
	addressed := m.index.withName(dir, folded)
	var match []*known
	for _, k := range addressed {
		same, err := m.has(k, row.SentAt)
		if err != nil {
			return nil, err
		}
		if same {
			match = append(match, k)
		}
	}
	switch {
	case len(match) == 1:
		return match[0], nil
	case len(byName) > 0:
		return m.choose(byName, row.SentAt)
	case len(match) == 0 && onePerson(addressed):
		return m.choose(addressed, row.SentAt)
	}
	return nil, nil // several of that name: no telling which
}

// onePerson reports whether all records have the same address.
func onePerson(records []*known) bool {
	return !slices.ContainsFunc(records, func(k *known) bool { return k.slug != records[0].slug })
}

// choose returns which of a person's records a row belongs to: the one known
// to have been sent then, else the first that was not decided before it was
// sent. An invitation sent after the last decision is a new one.
func (m *Import) choose(records []*known, sentAt time.Time) (*known, error) {
	for _, k := range records {
		if same, err := m.has(k, sentAt); err != nil || same {
			return k, err
		}
	}
	if len(records) == 0 {
		return nil, nil
	}
	if sentAt.IsZero() {
		return records[len(records)-1], nil
	}
	for _, k := range records {
		if k.decision == "" || record.Seconds(sentAt) <= k.decidedAt {
			return k, nil
		}
	}
	return nil, nil
}

// has reports whether the record is known to have been sent at that moment.
func (m *Import) has(k *known, sentAt time.Time) (bool, error) {
	switch {
	case sentAt.IsZero():
		return false, nil
	case k.sentAt.Equal(sentAt):
		return true, nil
	case k.timesSent < 2 && (k.draft == nil || k.draft.after == nil):
		return false, nil
	}
	d, err := m.edit(k)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(d.after.SentTimes, sentAt.Equal), nil
}

// closeTo reports whether a date typed by hand, or none, can mean that moment.
func closeTo(typed, sentAt time.Time) bool {
	return typed.IsZero() || typed.Sub(sentAt).Abs() <= sameOccasion
}

// saysNothingNew spares reading the record of nearly every row of an archive
// that was imported before.
func (m *Import) saysNothingNew(k *known, row *linkedin.Invitation) bool {
	return k.draft == nil && len(row.Doubts) == 0 && (k.headline != "" || row.Headline == "") &&
		(k.listed || row.Mail) && !(k.gone && (m.fresh || row.Mail)) &&
		(k.sentAt.Equal(row.SentAt) || row.SentAt.IsZero()) &&
		k.name == row.Name && (k.url == row.URL || row.URL == "") && (k.note == row.Note || row.Note == "")
}

// edit returns the draft of a record to be changed, reading or making the record
// the first time.
func (m *Import) edit(k *known) (*draft, error) {
	if k.draft == nil {
		inv, err := m.tx.Get([]byte(k.id))
		if err != nil {
			return nil, err
		}
		after := inv.Clone()
		k.draft = &draft{before: &inv, after: &after}
		if k.isCorrected {
			k.draft.after.SwapCorrections()
		}
	}
	if k.draft.after == nil {
		after := m.result(k, new(record.Invitation))
		after.Sent(after.SentAt)
		k.draft.after = after
	}
	return k.draft, nil
}

// onlySlug returns the address behind a folded name that only one address of
// this archive has, else "".
func (m *Import) onlySlug(who Person) string {
	if m.slugByName == nil {
		m.slugByName = make(map[Person]string)
		for i := range m.archive.Invitations {
			row := &m.archive.Invitations[i]
			if row.Slug == "" {
				continue
			}
			p := Person{rowDirection(row), fold.Text(row.Name)}
			if other, ok := m.slugByName[p]; ok && other != row.Slug {
				m.slugByName[p] = "" // no slug is empty, so this matches none
			} else {
				m.slugByName[p] = row.Slug
			}
		}
	}
	return m.slugByName[who]
}
