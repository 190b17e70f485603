package merge

import (
	"fmt"

	"linkvet/store/record"
	"linkvet/store/tables"
)

// writeJournal notes the import as a whole, which stands for all invitations
// that are new, and what changed on each that was there before. Together they
// are a step. It runs after the records and before what else an import writes,
// because it keeps what that replaces.
func (m *Import) writeJournal(to *tables.Target) error {
	kept, err := m.kept()
	if err != nil {
		return err
	}
	first := tables.NextNumber(m.tx)
	c := m.counts
	words := fmt.Sprintf("%d added, %d updated", c.Added, c.Updated)
	step := words
	if n := len(m.archive.Connections); n > 0 && c.Added+c.Updated == 0 {
		step = fmt.Sprintf("connections alone, %d", n)
	} else if n := m.archive.BookPeople; n > 0 && len(m.archive.Invitations) == 0 {
		step = fmt.Sprintf("address book, %d people", n)
	}
	tx, err := to.Next()
	if err != nil {
		return err
	}
	err = tables.AppendEntry(tx, first, record.Entry{At: m.now, Who: tables.WhoImport, What: "imported", Detail: fmt.Sprintf(
		"%s, unchanged: %d, connections: %d", words, c.Unchanged, len(m.archive.Connections))},
		tables.EntryRecord{Step: first, Words: "imported: " + step, Below: tables.MetaNumber(m.tx, tables.MetaUndo), Import: kept})
	if err != nil {
		return err
	}
	number := first
	for i, at := range m.byID {
		if err := m.pause(i); err != nil {
			return err
		}
		c := &m.changed[at]
		if c.isNew() || c.quiet {
			continue
		}
		p, err := record.PatchBetween(c.before, c.after)
		if err != nil {
			return err
		}
		number++
		if tx, err = to.Next(); err != nil {
			return err
		}
		if err := tables.AppendEntry(tx, number, m.entry(c), tables.EntryRecord{Step: first, Patch: &p}); err != nil {
			return err
		}
	}
	if err := tables.PutNumber(tx, tables.MetaRedo, 0); err != nil {
		return err
	}
	return tables.PutNumber(tx, tables.MetaUndo, first)
}

// entry says what changed on an invitation.
func (m *Import) entry(c *change) record.Entry {
	e := record.Entry{At: m.now, Who: tables.WhoImport, What: "updated", ID: c.id, Detail: c.words}
	if before, after := c.before.Status(m.now), c.after.Status(m.now); before != after {
		e.Detail = fmt.Sprintf("%s -> %s: %s", before, after, e.Detail)
	}
	return e
}

// kept gathers what the import adds and replaces.
func (m *Import) kept() (*tables.ImportRecord, error) {
	kept := &tables.ImportRecord{Marks: map[string]string{}}
	kept.Added = make([]byte, 0, m.counts.Added*tables.AddedLength)
	for _, at := range m.byID {
		switch c := &m.changed[at]; {
		case c.isNew():
			kept.KeepAdded(c.id, c.sum[:])
		case c.quiet:
			if err := kept.KeepQuiet(c.before, c.after); err != nil {
				return nil, err
			}
		}
	}
	connections := m.tx.Bucket(tables.BucketConnections())
	for i, e := range m.contacts.puts {
		if err := m.pause(i); err != nil {
			return nil, err
		}
		kept.KeepConnection(e.Key, connections.Get(e.Key))
	}
	for _, key := range m.contacts.deletes {
		kept.KeepConnection(key, connections.Get(key))
	}
	for key := range m.marks() {
		kept.Marks[key] = tables.GetMeta(m.tx, key)
	}
	return kept, nil
}
