package store

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"linkvet/store/linkedin"
)

// sameOccasion is how far the date a person typed may be from the archive's
// for both to mean the same invitation.
const sameOccasion = 48 * time.Hour

// mergeRows takes the archive's rows in an order that does not depend on the
// file's: those with an address first, so that rows with only a name find their
// record, and the oldest first, so that the newest has the last word.
func (m *merge) mergeRows() error {
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
		return cmp.Compare(seconds(rows[a].SentAt), seconds(rows[b].SentAt))
	})
	names := m.slugsByName()
	for done, i := range order {
		if err := m.pause(done); err != nil {
			return err
		}
		if done%everySoOften == 0 {
			m.meter.matched(done)
		}
		if err := m.mergeRow(&rows[i], names); err != nil {
			return err
		}
	}
	return nil
}

func rowDirection(row *linkedin.Invitation) Direction { return direction(row.Outgoing) }

// mergeRow finds the record a row belongs to, or makes one.
func (m *merge) mergeRow(row *linkedin.Invitation, slugs map[person]string) error {
	k, err := m.find(row, slugs)
	if err != nil {
		return err
	}
	if k == nil {
		m.create(row)
		return nil
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
func (m *merge) find(row *linkedin.Invitation, slugs map[person]string) (*known, error) {
	dir := rowDirection(row)
	key := personKey(row.Slug, row.Name, row.SentAt)
	if records := m.index.people[person{dir, key}]; len(records) > 0 {
		return m.choose(records, row.SentAt)
	}
	folded := Fold(row.Name)
	if folded == "" {
		return nil, nil
	}
	if row.Slug == "" {
		return m.findByName(m.index.withName(dir, folded), row.SentAt)
	}
	// Known by name only so far: older archives have no addresses, and people
	// who type leave them out.
	for _, k := range m.index.people[person{dir, "name/" + folded}] {
		same, err := m.has(k, row.SentAt)
		if err != nil {
			return nil, err
		}
		byHand := !k.listed && closeTo(k.sentAt, row.SentAt) && slugs[person{dir, folded}] == row.Slug
		if same || byHand {
			return k, nil
		}
	}
	return nil, nil
}

// findByName returns the record for a row without an address among those of
// the same name that have one: the one sent at that moment, else the only one.
func (m *merge) findByName(records []*known, sentAt time.Time) (*known, error) {
	var match *known
	for _, k := range records {
		same, err := m.has(k, sentAt)
		if err != nil {
			return nil, err
		}
		if same && match != nil {
			return nil, nil // two of that name at that moment: no telling
		}
		if same {
			match = k
		}
	}
	if match != nil || len(records) == 0 {
		return match, nil
	}
	for _, k := range records[1:] {
		if k.slug != records[0].slug {
			return nil, nil
		}
	}
	return m.choose(records, sentAt)
}

// choose returns which of a person's records a row belongs to: the one known
// to have been sent then, else the first that was not decided before it was
// sent. An invitation sent after the last decision is a new one.
func (m *merge) choose(records []*known, sentAt time.Time) (*known, error) {
	for _, k := range records {
		if same, err := m.has(k, sentAt); err != nil || same {
			return k, err
		}
	}
	if sentAt.IsZero() {
		return records[len(records)-1], nil
	}
	for _, k := range records {
		if k.decision == "" || !sentAt.After(k.decidedAt) {
			return k, nil
		}
	}
	return nil, nil
}

// has reports whether the record is known to have been sent at that moment.
func (m *merge) has(k *known, sentAt time.Time) (bool, error) {
	switch {
	case sentAt.IsZero():
		return false, nil
	case k.sentAt.Equal(sentAt):
		return true, nil
	case k.timesSent < 2 && k.draft == nil:
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
func (m *merge) saysNothingNew(k *known, row *linkedin.Invitation) bool {
	return k.draft == nil && (k.listed || !m.archive.HasInvitations) && !(k.gone && m.fresh) &&
		(k.sentAt.Equal(row.SentAt) || row.SentAt.IsZero()) &&
		k.name == row.Name && (k.url == row.URL || row.URL == "") && (k.note == row.Note || row.Note == "")
}

// edit returns the draft of a record, reading the record the first time.
func (m *merge) edit(k *known) (*draft, error) {
	if k.draft == nil {
		inv, err := m.s.get(m.tx, []byte(k.id))
		if err != nil {
			return nil, err
		}
		k.draft = &draft{before: inv, after: inv.clone()}
	}
	return k.draft, nil
}

// slugsByName returns the address behind a name for names that only one
// address of this archive has.
func (m *merge) slugsByName() map[person]string {
	slugs := make(map[person]string)
	handMade := slices.ContainsFunc(m.index.all, func(k *known) bool { return !k.hasSlug() })
	if !handMade {
		return slugs // nobody will ask
	}
	for i := range m.archive.Invitations {
		row := &m.archive.Invitations[i]
		if row.Slug == "" {
			continue
		}
		p := person{rowDirection(row), Fold(row.Name)}
		if known, ok := slugs[p]; ok && known != row.Slug {
			slugs[p] = "" // no slug is empty, so this matches none
		} else {
			slugs[p] = row.Slug
		}
	}
	return slugs
}

// create makes a record of a row. A row of an older archive that the newer one
// no longer listed has vanished meanwhile.
func (m *merge) create(row *linkedin.Invitation) {
	dir := rowDirection(row)
	key := personKey(row.Slug, row.Name, row.SentAt)
	inv := Invitation{
		ID: newID(dir, key, m.taken), Direction: dir, Name: row.Name, URL: row.URL, Note: row.Note,
		TimesSent: 1, AddedAt: m.now, ChangedAt: m.now, Listed: m.archive.HasInvitations,
		Gone: m.archive.HasInvitations && !m.fresh && !row.SentAt.IsZero() && !row.SentAt.After(m.newest),
	}
	inv.sent(row.SentAt)
	m.created[inv.ID] = true
	m.index.add(&known{
		id: inv.ID, dir: dir, slug: row.Slug, name: row.Name, url: row.URL, note: row.Note,
		sentAt: inv.SentAt, timesSent: 1, gone: inv.Gone, listed: inv.Listed,
		seen: true, draft: &draft{after: inv},
	})
}

func (m *merge) taken(id string) bool {
	return m.created[id] || m.tx.Bucket(bucketInvitations()).Get([]byte(id)) != nil
}

// sent adds a moment at which the invitation was sent.
func (inv *Invitation) sent(at time.Time) {
	at = moment(seconds(at))
	if at.IsZero() || slices.ContainsFunc(inv.SentTimes, at.Equal) {
		return
	}
	inv.SentTimes = append(inv.SentTimes, at)
	slices.SortFunc(inv.SentTimes, time.Time.Compare)
	inv.SentAt = inv.SentTimes[len(inv.SentTimes)-1]
	inv.TimesSent = max(inv.TimesSent, len(inv.SentTimes))
}

// apply brings what a row says into the record. What an older archive says
// only fills gaps.
func (m *merge) apply(k *known, d *draft, row *linkedin.Invitation) {
	inv := &d.after
	if !inv.Listed && m.archive.HasInvitations {
		inv.Listed = true
		if closeTo(inv.SentAt, row.SentAt) && !row.SentAt.IsZero() {
			inv.SentTimes = nil // the archive knows it to the minute
		}
	}
	if times := inv.TimesSent; !row.SentAt.IsZero() {
		inv.sent(row.SentAt)
		if inv.TimesSent > times {
			d.say("invited again, %d times in all", inv.TimesSent)
		}
	}
	newestWord := m.fresh && !row.SentAt.Before(inv.SentAt)
	if row.Note != "" && row.Note != inv.Note && (inv.Note == "" || newestWord) {
		inv.Note = row.Note
		d.say("note taken from the archive")
	}
	if row.Name != "" && row.Name != inv.Name && (inv.Name == "" || newestWord) {
		d.say("name: %s -> %s", inv.DisplayName(), row.Name)
		inv.Name = row.Name
	}
	if row.URL != "" && inv.URL == "" {
		inv.URL = row.URL
		d.say("profile address found")
	}
	if inv.Gone && m.fresh {
		inv.Gone = false
		d.say("listed again")
	}
	m.refresh(k)
}

// refresh brings what is known of a record up to its draft.
func (m *merge) refresh(k *known) {
	inv, oldKey := &k.draft.after, k.key()
	k.name, k.url, k.note, k.sentAt, k.timesSent = inv.Name, inv.URL, inv.Note, inv.SentAt, inv.TimesSent
	k.gone, k.connected, k.listed = inv.Gone, inv.Connected, inv.Listed
	if k.slug == "" && inv.URL != "" {
		k.slug = slugOf(inv.URL)
	}
	if k.key() != oldKey {
		m.index.rename(k, oldKey)
	}
}

func (d *draft) say(format string, args ...any) {
	d.words = append(d.words, fmt.Sprintf(format, args...))
}
