package store

import (
	"fmt"
)

// writeJournal notes the import as a whole, which stands for all invitations
// that are new, and what changed on each that was there before. Together they
// are a step. It runs after the records and before what else an import writes,
// because it keeps what that replaces.
func (m *merge) writeJournal(to *target) error {
	kept, err := m.kept()
	if err != nil {
		return err
	}
	first := nextNumber(m.tx)
	c := m.counts
	words := fmt.Sprintf("%d added, %d updated", c.Added, c.Updated)
	step := words
	if n := len(m.archive.Connections); n > 0 && c.Added+c.Updated == 0 {
		step = fmt.Sprintf("connections alone, %d", n)
	}
	tx, err := to.next()
	if err != nil {
		return err
	}
	err = appendEntry(tx, first, Entry{At: m.now, Who: whoImport, What: "imported", Detail: fmt.Sprintf(
		"%s, %d unchanged, %d connections", words, c.Unchanged, len(m.archive.Connections))},
		entryRecord{Step: first, Words: "imported: " + step, Below: metaNumber(m.tx, metaUndo), Import: kept})
	if err != nil {
		return err
	}
	number := first
	for i, k := range m.changed {
		if err := m.pause(i); err != nil {
			return err
		}
		if k.draft.isNew() || k.draft.quiet {
			continue
		}
		p, err := patchBetween(k.draft.before, k.draft.after)
		if err != nil {
			return err
		}
		number++
		if tx, err = to.next(); err != nil {
			return err
		}
		if err := appendEntry(tx, number, m.entry(k), entryRecord{Step: first, Patch: &p}); err != nil {
			return err
		}
	}
	if err := putNumber(tx, metaRedo, 0); err != nil {
		return err
	}
	return putNumber(tx, metaUndo, first)
}

// entry says what changed on an invitation.
func (m *merge) entry(k *known) Entry {
	e := Entry{At: m.now, Who: whoImport, What: "updated", ID: k.id, Detail: k.draft.words}
	if before, after := k.draft.before.Status(m.now), k.draft.after.Status(m.now); before != after {
		e.Detail = fmt.Sprintf("%s -> %s: %s", before, after, e.Detail)
	}
	return e
}

// kept gathers what the import adds and replaces.
func (m *merge) kept() (*importRecord, error) {
	kept := &importRecord{Marks: map[string]string{}}
	kept.Added = make([]byte, 0, m.counts.Added*addedLength)
	for _, k := range m.changed {
		switch {
		case k.draft.isNew():
			kept.keepAdded(k.id, k.draft.sum[:])
		case k.draft.quiet:
			if err := kept.keepQuiet(k.draft.before, k.draft.after); err != nil {
				return nil, err
			}
		}
	}
	connections := m.tx.Bucket(bucketConnections())
	for i, e := range m.contacts.puts {
		if err := m.pause(i); err != nil {
			return nil, err
		}
		kept.keepConnection(e.key, connections.Get(e.key))
	}
	for _, key := range m.contacts.deletes {
		kept.keepConnection(key, connections.Get(key))
	}
	for key := range m.marks() {
		kept.Marks[key] = getMeta(m.tx, key)
	}
	return kept, nil
}
