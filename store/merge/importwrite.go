package merge

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"strings"
	"time"

	"linkvet/store/record"
	"linkvet/store/tables"
)

// HasChanges reports whether anything is to be written.
func (m *Import) HasChanges() bool {
	return len(m.changed) > 0 || len(m.contacts.puts) > 0 || len(m.contacts.deletes) > 0 || len(m.marks()) > 0
}

// Entries returns about how many entries are to be written.
func (m *Import) Entries() int {
	return 2*len(m.changed) + m.counts.Updated + len(m.contacts.puts) + len(m.contacts.deletes)
}

// marks returns the times up to which archives have been imported, where this
// one is later.
func (m *Import) marks() map[string]time.Time {
	marks := map[string]time.Time{}
	for key, has := range map[string]bool{
		tables.MetaNewestInvitations: m.archive.HasInvitations, tables.MetaNewestConnections: m.archive.HasConnections,
		tables.MetaNewestMessages: m.archive.HasMessages,
	} {
		if has && m.archive.Newest.Truncate(time.Second).After(tables.MetaTime(m.tx, key)) {
			marks[key] = m.archive.Newest
		}
	}
	return marks
}

// GoOn goes on in another transaction, in which the store is as it was in the one
// before.
func (m *Import) GoOn(tx *tables.Tx) { m.tx = tx }

// Forget lets go of what only finding out took, so that its memory is free while
// the import is written.
func (m *Import) Forget() {
	m.index, m.people, m.bySent, m.created, m.slugs, m.slugByName = nil, nil, nil, nil, nil, nil
	m.contacts = &contacts{puts: m.contacts.puts, deletes: m.contacts.deletes}
}

// Write writes everything, each table in the order of its keys.
func (m *Import) Write(to *tables.Target) error {
	m.byID = m.inOrder(idRank)
	steps := []func(*tables.Target) error{m.writeInvitations, m.writeJournal, m.writeContacts, m.writeMeta}
	for _, step := range steps {
		if err := step(to); err != nil {
			return err
		}
	}
	return m.Ctx.Err()
}

// writeInvitations writes records and list, some of the one and some of the
// other in turn, while the next ones are being encoded.
func (m *Import) writeInvitations(to *tables.Target) error {
	if err := m.unlist(to); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(m.Ctx)
	records, list := m.encodeRecords(ctx), m.encodeList(ctx)
	defer func() {
		stop()
		records.wait()
		list.wait()
	}()
	n := len(m.changed)
	for done := 0; done < n; done += encodedAtOnce {
		m.meter.written(2*done, 2*n)
		if err := m.writeNext(to, tables.BucketInvitations(), records); err != nil {
			return err
		}
		m.meter.written(2*done+min(encodedAtOnce, n-done), 2*n)
		if err := m.writeNext(to, tables.BucketList(), list); err != nil {
			return err
		}
	}
	return nil
}

// writeNext writes the next piece of what is encoded ahead.
func (m *Import) writeNext(to *tables.Target, table []byte, ahead encodings) error {
	p := <-ahead
	if err := m.Ctx.Err(); err != nil {
		return err
	}
	if p.err != nil {
		return p.err
	}
	return to.Put(table, p.entries)
}

// unlist takes the list entries away that come to stand elsewhere.
func (m *Import) unlist(to *tables.Target) error {
	var moved [][]byte
	for i := range m.changed {
		if c := &m.changed[i]; c.before != nil && !c.before.SentAt.Equal(c.after.SentAt) {
			moved = append(moved, record.ListKey(c.before.SentAt, c.id))
		}
	}
	slices.SortFunc(moved, bytes.Compare)
	return to.Remove(tables.BucketList(), moved)
}

func (m *Import) encodeRecords(ctx context.Context) encodings {
	return m.encodeAhead(ctx, m.byID, func(c *change, inv *record.Invitation) (tables.Keyed, error) {
		value, err := record.Encode(inv)
		if err != nil {
			return tables.Keyed{}, err
		}
		sum := tables.SealSum(value)
		if len(inv.Stamps) > 0 {
			if sum, err = tables.SumOfAdded(inv); err != nil {
				return tables.Keyed{}, err
			}
		}
		copy(c.sum[:], sum)
		return tables.Keyed{Key: []byte(c.id), Value: value}, nil
	})
}

func (m *Import) encodeList(ctx context.Context) encodings {
	return m.encodeAhead(ctx, m.inOrder(listRank), func(_ *change, inv *record.Invitation) (tables.Keyed, error) {
		key := record.ListKey(inv.SentAt, inv.ID)
		return tables.Keyed{Key: key, Value: record.EncodeSummary(key, inv.Row(m.now))}, nil
	})
}

// inOrder returns the places of the changes by rank, and by id where that is the
// same. Comparing numbers that lie side by side is far quicker than looking at the
// changes.
func (m *Import) inOrder(rank func(c *change) uint64) []int32 {
	type ranked struct {
		rank uint64
		at   int32
	}
	order := make([]ranked, len(m.changed))
	for i := range m.changed {
		order[i] = ranked{rank(&m.changed[i]), int32(i)}
	}
	slices.SortFunc(order, func(a, b ranked) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		return strings.Compare(m.changed[a.at].id, m.changed[b.at].id)
	})
	places := make([]int32, len(order))
	for i, r := range order {
		places[i] = r.at
	}
	return places
}

// idRank is the beginning of the id.
func idRank(c *change) uint64 {
	var first [8]byte
	copy(first[:], c.id)
	return binary.BigEndian.Uint64(first[:])
}

// listRank is the beginning of the key in the list.
func listRank(c *change) uint64 { return record.ListMoment(c.sentAt()) }

// writeContacts runs after the journal, which keeps what it replaces.
func (m *Import) writeContacts(to *tables.Target) error {
	if err := to.Remove(tables.BucketConnections(), m.contacts.deletes); err != nil {
		return err
	}
	for some := range slices.Chunk(m.contacts.puts, tables.EverySoOften) {
		if err := m.Ctx.Err(); err != nil {
			return err
		}
		if err := to.Put(tables.BucketConnections(), some); err != nil {
			return err
		}
	}
	return nil
}

func (m *Import) writeMeta(to *tables.Target) error {
	tx, err := to.Next()
	if err != nil {
		return err
	}
	for key, t := range m.marks() {
		if err := tables.PutMeta(tx, key, t.UTC().Format(time.RFC3339)); err != nil {
			return err
		}
	}
	if m.counts.Added > 0 {
		if err := tables.AddCount(tx, m.counts.Added); err != nil {
			return err
		}
	}
	return tables.RaiseVersion(tx)
}
