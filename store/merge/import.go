package merge

import (
	"context"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// ImportReport says what an import did, or would do. Waiting to Decided count
// the archive's invitations by where they stand after the merge; Gone counts
// those that vanished from it too, and Accepted those of whom its connections
// tell it. Added to Unchanged say what happened to the
// store.
type ImportReport struct {
	Waiting     int             `json:"waiting"`
	Accepted    int             `json:"accepted"`
	Outgoing    int             `json:"outgoing"`
	Gone        int             `json:"gone"`
	Resurfaced  int             `json:"resurfaced"` // put off, and back because the archive says something new
	Later       int             `json:"later"`
	Decided     int             `json:"decided"`
	Added       int             `json:"added"`
	Updated     int             `json:"updated"`
	Unchanged   int             `json:"unchanged"`
	Connections int             `json:"connections"`
	AddressBook int             `json:"address_book"` // people whom address books name
	Skipped     []linkedin.Skip `json:"skipped"`
	Warnings    []string        `json:"warnings"`
	Conflicts   []Conflict      `json:"conflicts"` // of a table of our own
}

// Plus is what two imports did together; an invitation that both speak of counts
// for each.
func (r ImportReport) Plus(later ImportReport) ImportReport {
	for _, count := range []struct{ to, from *int }{
		{&later.Waiting, &r.Waiting}, {&later.Accepted, &r.Accepted}, {&later.Outgoing, &r.Outgoing}, {&later.Gone, &r.Gone},
		{&later.Resurfaced, &r.Resurfaced}, {&later.Later, &r.Later}, {&later.Decided, &r.Decided}, {&later.Added, &r.Added},
		{&later.Updated, &r.Updated}, {&later.Unchanged, &r.Unchanged}, {&later.Connections, &r.Connections},
		{&later.AddressBook, &r.AddressBook},
	} {
		*count.to += *count.from
	}
	later.Conflicts = append(append([]Conflict{}, r.Conflicts...), later.Conflicts...)
	later.Skipped = append(append([]linkedin.Skip{}, r.Skipped...), later.Skipped...)
	later.Warnings = append(append([]string{}, r.Warnings...), later.Warnings...)
	return later
}

// pending is a record that an import may change. Of most new ones no more is
// known than their row says, and holding them as records too would take the
// memory of the archive several times over.
type pending struct {
	before *record.Invitation   // nil for a new one
	row    *linkedin.Invitation // what a new one is made of, while after is nil
	after  *record.Invitation
	words  string // what changed, for the journal
	quiet  bool   // only what is known beside the invitation changed

	// What else a new one is made of, while after is nil.
	facts       *notes.Facts // where more is known than most rows say
	connectedOn int64
}

func (p *pending) isNew() bool { return p.before == nil }

// differs reports whether there is anything to write.
func (p *pending) differs() (bool, error) {
	if p.isNew() {
		return true, nil
	}
	same, err := record.SameRecord(*p.before, *p.after)
	return !same, err
}

// differsInMore reports whether anything differs but what is known of somebody
// beside the invitation, which changes with every new connection.
func (p *pending) differsInMore() (bool, error) {
	if p.isNew() {
		return true, nil
	}
	after := *p.after
	after.Facts = p.before.Facts
	same, err := record.SameRecord(*p.before, after)
	return !same, err
}

// Import is one import on its way.
type Import struct {
	Ctx           context.Context
	tx            *tables.Tx
	archive       *linkedin.Archive
	now           time.Time
	newest        time.Time // of the archives with invitations imported so far
	fresh         bool      // this archive is at least as new as all of them
	index         *index
	contacts      *contacts
	people        *archiveFacts
	messagesUntil time.Time                          // as the facts have it
	bySent        map[int64][]*candidate             // the records there were before, by the moment sent; made when first needed
	created       map[[record.IDLength]byte]struct{} // ids given to new records
	stored        bool                               // there were records before
	skipped       []linkedin.Skip
	slugs         map[string]bool // the addresses in the archive; made when first needed
	// The addresses in the archive by folded name; made when first needed.
	slugByName map[person]string
	changed    []change // after mergeAll
	byID       []int32  // their places in the order of ids, while they are written
	counts     ImportReport
	seen       int // to how many records the rows of the archive belong
	meter      meter
}

func newMerge(ctx context.Context, tx *tables.Tx, archive *linkedin.Archive, progress func(done, total int)) (*Import, error) {
	m := &Import{
		Ctx: ctx, tx: tx, archive: archive, now: tx.Now, created: map[[record.IDLength]byte]struct{}{},
		newest: tables.MetaTime(tx, tables.MetaNewestInvitations),
		meter:  meter{total: len(archive.Invitations), report: progress},
	}
	m.fresh = !archive.Newest.Before(m.newest)
	var err error
	if m.index, err = loadIndex(ctx, tx); err != nil {
		return nil, err
	}
	if m.stored = tx.HasRecords(); !m.stored {
		m.index = newIndex(len(archive.Invitations)) // nearly all will be new
	}
	if err = m.undoCorrections(); err != nil {
		return nil, err
	}
	if m.contacts, err = loadContacts(ctx, tx, archive); err != nil {
		return nil, err
	}
	if m.people, err = loadArchiveFacts(ctx, tx, archive); err != nil {
		return nil, err
	}
	m.people.contacts, m.messagesUntil = m.contacts, m.people.messagesUntil
	own, err := m.ownPuts()
	m.contacts.puts = append(m.contacts.puts, append(m.people.puts, own...)...)
	tables.SortKeyed(m.contacts.puts)
	return m, err
}

// mergeAll works out every change; nothing is written yet.
func (m *Import) mergeAll() error {
	if err := m.mergeRows(); err != nil {
		return err
	}
	if err := m.mergeAcceptances(); err != nil {
		return err
	}
	more := m.knowsMore()
	m.people.learn(m.index)
	m.changed = make([]change, 0, len(m.created)) // nearly all of them
	for i, cand := range m.index.all {
		if err := m.pause(i); err != nil {
			return err
		}
		if err := m.followConnections(cand); err != nil {
			return err
		}
		if err := m.followAbsence(cand); err != nil {
			return err
		}
		cand.redoCorrections()
		if err := m.followFacts(cand, more); err != nil {
			return err
		}
		if err := m.settle(cand); err != nil {
			return err
		}
	}
	return nil
}

// settle decides whether a record changed and counts it.
func (m *Import) settle(cand *candidate) error {
	changed := false
	if p := cand.pending; p != nil {
		differs, err := p.differs()
		if err != nil {
			return err
		}
		if differs {
			if changed, err = p.differsInMore(); err != nil {
				return err
			}
		}
		if changed {
			m.resurface(p)
			if p.after != nil {
				p.after.ChangedAt = m.now
			}
		} else {
			p.quiet = true
		}
		if differs {
			m.changed = append(m.changed, changeOf(cand))
		}
	}
	c := &m.counts
	status := cand.status(m.now)
	switch {
	case changed && cand.pending.isNew():
		c.Added++
	case changed:
		c.Updated++
	case cand.seen:
		c.Unchanged++
	}
	if cand.seen {
		m.seen++
	}
	if cand.seen || changed && (status == record.StatusGone || status == record.StatusAccepted) {
		c.count(status)
	}
	return nil
}

// resurface notes that an invitation is worth a look again before the day until
// which it was put off, because the archive says something new of it.
func (m *Import) resurface(p *pending) {
	if p.isNew() || p.after.Resurfaced || p.after.Status(m.now) != record.StatusLater {
		return
	}
	p.after.Resurfaced = true
	p.say("back among those that wait")
	m.counts.Resurfaced++
}

// count counts an invitation by where it stands.
func (r *ImportReport) count(status record.Status) {
	switch status {
	case record.StatusWaiting:
		r.Waiting++
	case record.StatusAccepted:
		r.Accepted++
	case record.StatusOutgoing:
		r.Outgoing++
	case record.StatusGone:
		r.Gone++
	case record.StatusLater:
		r.Later++
	case record.StatusDecided:
		r.Decided++
	}
}

func (m *Import) report() ImportReport {
	r := m.counts
	r.Connections, r.AddressBook, r.Conflicts = len(m.archive.Connections), m.archive.BookPeople, []Conflict{}
	r.Skipped = append(append([]linkedin.Skip{}, m.archive.Skipped...), m.skipped...)
	r.Warnings = append([]string{}, m.archive.Warnings...)
	if n := m.contacts.earlier; n > 0 && m.archive.HasInvitations && !m.archive.HasConnections {
		r.Warnings = append(r.Warnings, quantity.Sentence(n, "%d connection known from earlier archives was used", "%d connections known from earlier archives were used"))
	}
	if n := len(m.archive.Invitations) - len(m.skipped) - m.seen; n > 0 {
		r.Warnings = append(r.Warnings, quantity.Sentence(n, "%d row repeats somebody's invitation and is one with it", "%d rows repeat somebody's invitation and are one with it"))
	}
	return r
}

// pause ends the import when it is no longer wanted.
func (m *Import) pause(i int) error {
	if i%tables.EverySoOften == 0 {
		return m.Ctx.Err()
	}
	return nil
}

// meter reports progress in rows of the archive: the first half of the way is
// matching them and the second half is writing them.
type meter struct {
	total  int
	report func(done, total int)
}

func (p meter) matched(rows int) { p.tell(rows / 2) }

func (p meter) written(done, of int) {
	if of > 0 {
		p.tell(p.total/2 + (p.total-p.total/2)*done/of)
	}
}

func (p meter) tell(done int) {
	if p.report != nil {
		fault.CallCaller(func() { p.report(done, p.total) })
	}
}
