package store

import (
	"bytes"
	"fmt"
)

// importRecord is what the journal keeps of an import, beside the changes to
// invitations that were there before, so that it can be undone.
type importRecord struct {
	Added    []byte            `cbor:"1,keyasint,omitempty"` // of each new record its id and the checksum of its seal
	New      [][]byte          `cbor:"2,keyasint,omitempty"` // keys that are new among the connections
	Replaced []replaced        `cbor:"3,keyasint,omitempty"` // entries that are gone from there, or are others now
	Marks    map[string]string `cbor:"4,keyasint,omitempty"` // entries of meta as they were
	Quiet    []quietChange     `cbor:"5,keyasint,omitempty"` // changes that are not worth an entry each
}

// quietChange is a change to what is known beside an invitation.
type quietChange struct {
	ID    string `cbor:"1,keyasint"`
	Patch patch  `cbor:"2,keyasint"`
}

// replaced is an entry as it was.
type replaced struct {
	Key   []byte `cbor:"1,keyasint"`
	Value []byte `cbor:"2,keyasint"`
}

// addedLength is how long each piece of importRecord.Added is.
const addedLength = idLength + sealLength - 1

// sealSum returns the checksum in a sealed value.
func sealSum(sealed []byte) []byte { return sealed[1:sealLength] }

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
	tx, err := to.next()
	if err != nil {
		return err
	}
	err = appendEntry(tx, first, Entry{At: m.now, Who: whoImport, What: "imported", Detail: fmt.Sprintf(
		"%s, %d unchanged, %d connections", words, c.Unchanged, len(m.archive.Connections))},
		entryRecord{Step: first, Words: "imported: " + words, Below: metaNumber(m.tx, metaUndo), Import: kept})
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
			kept.Added = append(append(kept.Added, k.id...), k.draft.sum[:]...)
		case k.draft.quiet:
			p, err := patchBetween(k.draft.before, k.draft.after)
			if err != nil {
				return nil, err
			}
			kept.Quiet = append(kept.Quiet, quietChange{k.id, p})
		}
	}
	connections := m.tx.Bucket(bucketConnections())
	for i, e := range m.contacts.puts {
		if err := m.pause(i); err != nil {
			return nil, err
		}
		if was := connections.Get(e.key); was == nil {
			kept.New = append(kept.New, e.key)
		} else {
			kept.Replaced = append(kept.Replaced, replaced{e.key, bytes.Clone(was)})
		}
	}
	for _, key := range m.contacts.deletes {
		kept.Replaced = append(kept.Replaced, replaced{key, bytes.Clone(connections.Get(key))})
	}
	for key := range m.marks() {
		kept.Marks[key] = getMeta(m.tx, key)
	}
	return kept, nil
}
