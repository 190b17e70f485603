package merge

import (
	"cmp"
	"math"
	"slices"
	"time"

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
	cand, err := m.find(row)
	if err != nil {
		return err
	}
	if cand == nil {
		return m.create(row)
	}
	cand.seen = true
	if m.saysNothingNew(cand, row) {
		return nil
	}
	p, err := m.edit(cand)
	if err != nil {
		return err
	}
	m.apply(cand, p, row)
	return nil
}

// find returns the record a row belongs to, or nil.
func (m *Import) find(row *linkedin.Invitation) (*candidate, error) {
	dir := rowDirection(row)
	if len(row.Doubts) > 0 {
		return m.choose(m.index.people[person{dir, keyOf(true, row.URL, row.Slug, row.Name, row.SentAt)}], row.SentAt)
	}
	if row.Slug == "" {
		return m.findByName(row)
	}
	records := m.index.people[person{dir, addressKey(row.URL, row.Slug)}]
	if len(records) > 0 {
		return m.choose(records, row.SentAt)
	}
	if cand := m.renamed(row); cand != nil || m.index.unaddressed == 0 {
		return cand, nil
	}
	// Known by name only so far: older archives have no addresses, and people
	// who type leave them out.
	folded := record.FoldName(row.Name)
	if folded == "" {
		return nil, nil
	}
	for _, cand := range m.index.people[person{dir, record.NameKey(folded)}] {
		same, err := m.has(cand, row.SentAt)
		if err != nil {
			return nil, err
		}
		byHand := !cand.listed && closeTo(cand.sentAt, row.SentAt) && m.onlySlug(person{dir, folded}) == row.Slug
		if same || byHand {
			return cand, nil
		}
	}
	return nil, nil
}

// findByName returns the record for a row without an address. The moment it was
// sent is the best sign; without it, the records known by that name alone come
// before those with an address, which must be one and the same.
func (m *Import) findByName(row *linkedin.Invitation) (*candidate, error) {
	dir, folded := rowDirection(row), record.FoldName(row.Name)
	byName := m.index.people[person{dir, record.UnaddressedKey(folded, row.SentAt)}]
	for _, cand := range byName {
		if same, err := m.has(cand, row.SentAt); err != nil || same {
			return cand, err
		}
	}
	if folded == "" {
		return m.choose(byName, row.SentAt)
	}
	addressed := m.index.withName(dir, folded)
	var match []*candidate
	for _, cand := range addressed {
		same, err := m.has(cand, row.SentAt)
		if err != nil {
			return nil, err
		}
		if same {
			match = append(match, cand)
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
func onePerson(records []*candidate) bool {
	return !slices.ContainsFunc(records, func(cand *candidate) bool { return cand.slug != records[0].slug })
}

// choose returns which of a person's records a row belongs to: the one known
// to have been sent then, else the first that was not decided before it was
// sent. An invitation sent after the last decision is a new one.
func (m *Import) choose(records []*candidate, sentAt time.Time) (*candidate, error) {
	for _, cand := range records {
		if same, err := m.has(cand, sentAt); err != nil || same {
			return cand, err
		}
	}
	if len(records) == 0 {
		return nil, nil
	}
	if sentAt.IsZero() {
		return records[len(records)-1], nil
	}
	for _, cand := range records {
		if cand.decision == "" || record.Seconds(sentAt) <= cand.decidedAt {
			return cand, nil
		}
	}
	return nil, nil
}

// has reports whether the record is known to have been sent at that moment.
func (m *Import) has(cand *candidate, sentAt time.Time) (bool, error) {
	switch {
	case sentAt.IsZero():
		return false, nil
	case cand.sentAt.Equal(sentAt):
		return true, nil
	case cand.timesSent < 2 && (cand.pending == nil || cand.pending.after == nil):
		return false, nil
	}
	p, err := m.edit(cand)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(p.after.SentTimes, sentAt.Equal), nil
}

// closeTo reports whether a date typed by hand, or none, can mean that moment.
func closeTo(typed, sentAt time.Time) bool {
	return typed.IsZero() || typed.Sub(sentAt).Abs() <= sameOccasion
}

// saysNothingNew spares reading the record of nearly every row of an archive
// that was imported before.
func (m *Import) saysNothingNew(cand *candidate, row *linkedin.Invitation) bool {
	return cand.pending == nil && len(row.Doubts) == 0 && (cand.headline != "" || row.Headline == "") &&
		(cand.listed || row.Mail) && !(cand.gone && (m.fresh || row.Mail)) &&
		(cand.sentAt.Equal(row.SentAt) || row.SentAt.IsZero()) &&
		cand.name == row.Name && (cand.url == row.URL || row.URL == "") && (cand.note == row.Note || row.Note == "")
}

// edit returns the pending record to be changed, reading or making the record
// the first time.
func (m *Import) edit(cand *candidate) (*pending, error) {
	if cand.pending == nil {
		inv, err := m.tx.Get([]byte(cand.id))
		if err != nil {
			return nil, err
		}
		after := inv.Clone()
		cand.pending = &pending{before: &inv, after: &after}
		if cand.isCorrected {
			cand.pending.after.SwapCorrections()
		}
	}
	if cand.pending.after == nil {
		made := changeOf(cand)
		after := m.result(&made, new(record.Invitation))
		after.Sent(after.SentAt)
		cand.pending.after = after
	}
	return cand.pending, nil
}

// onlySlug returns the address behind a folded name that only one address of
// this archive has, else "".
func (m *Import) onlySlug(who person) string {
	if m.slugByName == nil {
		m.slugByName = make(map[person]string)
		for i := range m.archive.Invitations {
			row := &m.archive.Invitations[i]
			if row.Slug == "" {
				continue
			}
			p := person{rowDirection(row), record.FoldName(row.Name)}
			if other, ok := m.slugByName[p]; ok && other != row.Slug {
				m.slugByName[p] = "" // no slug is empty, so this matches none
			} else {
				m.slugByName[p] = row.Slug
			}
		}
	}
	return m.slugByName[who]
}
