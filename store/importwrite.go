package store

import (
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
)

// bulkFill is how full pages are made when many entries are written in order.
// The rest is room for later changes.
const bulkFill = 0.9

// hasChanges reports whether anything is to be written.
func (m *merge) hasChanges() bool {
	return len(m.changed) > 0 || len(m.contacts.puts) > 0 || len(m.contacts.deletes) > 0 || len(m.marks()) > 0
}

// marks returns the times up to which archives have been imported, where this
// one is later.
func (m *merge) marks() map[string]time.Time {
	marks := map[string]time.Time{}
	for key, has := range map[string]bool{
		metaNewestInvitations: m.archive.HasInvitations, metaNewestConnections: m.archive.HasConnections,
	} {
		if has && m.archive.Newest.Truncate(time.Second).After(metaTime(m.tx, key)) {
			marks[key] = m.archive.Newest
		}
	}
	return marks
}

// write puts everything into the transaction, each table in the order of its
// keys.
func (m *merge) write() error {
	slices.SortFunc(m.changed, func(a, b *known) int { return strings.Compare(a.id, b.id) })
	entries := m.listEntries()
	defer func() { <-entries.ready }()
	writeList := func() error { return m.writeList(entries) }
	steps := []func() error{m.writeRecords, m.writeJournal, writeList, m.writeContacts, m.writeMeta}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return m.ctx.Err()
}

func (m *merge) writeRecords() error {
	bucket := m.tx.Bucket(bucketInvitations())
	bucket.FillPercent = bulkFill
	var room Invitation
	for i, k := range m.changed {
		if err := m.pause(i); err != nil {
			return err
		}
		if i%everySoOften == 0 {
			m.meter.written(i, 2*len(m.changed))
		}
		record, err := encodeInvitation(m.result(k, &room))
		if err != nil {
			return err
		}
		copy(k.draft.sum[:], sealSum(record))
		if err := bucket.Put([]byte(k.id), record); err != nil {
			return err
		}
	}
	return nil
}

// listEntries are what is to be written to the list, once ready is closed.
type listEntries struct {
	ready  chan struct{}
	sorted []keyed
}

// listEntries works the entries out beside the writing of the records: reading
// every note for what the list marks takes its time.
func (m *merge) listEntries() *listEntries {
	entries := &listEntries{ready: make(chan struct{}), sorted: make([]keyed, 0, len(m.changed))}
	go func() {
		defer close(entries.ready)
		var room Invitation
		for i, k := range m.changed {
			if m.pause(i) != nil {
				return // the writing ends as well
			}
			after := m.result(k, &room)
			key := listKey(after.SentAt, after.ID)
			entries.sorted = append(entries.sorted, keyed{key, encodeSummary(key, after.Row(m.now))})
		}
		sortKeyed(entries.sorted)
	}()
	return entries
}

func (m *merge) writeList(entries *listEntries) error {
	bucket := m.tx.Bucket(bucketList())
	bucket.FillPercent = bulkFill
	for _, k := range m.changed {
		before := k.draft.before
		if before == nil || before.SentAt.Equal(k.draft.after.SentAt) {
			continue
		}
		if err := bucket.Delete(listKey(before.SentAt, before.ID)); err != nil {
			return err
		}
	}
	<-entries.ready
	if err := m.ctx.Err(); err != nil {
		return err
	}
	n := len(entries.sorted)
	return m.putSorted(bucket, entries.sorted, func(i int) { m.meter.written(n+i, 2*n) })
}

// putSorted writes entries in the order of their keys.
func (m *merge) putSorted(bucket *bolt.Bucket, entries []keyed, progress func(i int)) error {
	for i, e := range entries {
		if err := m.pause(i); err != nil {
			return err
		}
		if i%everySoOften == 0 {
			progress(i)
		}
		if err := bucket.Put(e.key, e.value); err != nil {
			return err
		}
	}
	return nil
}

func (m *merge) writeContacts() error {
	bucket := m.tx.Bucket(bucketConnections())
	bucket.FillPercent = bulkFill
	for _, key := range m.contacts.deletes {
		if err := bucket.Delete(key); err != nil {
			return err
		}
	}
	return m.putSorted(bucket, m.contacts.puts, func(int) {})
}

func (m *merge) writeMeta() error {
	for key, t := range m.marks() {
		if err := putMeta(m.tx, key, t.UTC().Format(time.RFC3339)); err != nil {
			return err
		}
	}
	if m.counts.Added == 0 {
		return nil
	}
	return addCount(m.tx, m.counts.Added)
}
