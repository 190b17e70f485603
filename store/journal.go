package store

import (
	"encoding/binary"
)

// Who writes to the journal.
const (
	whoPerson = "person"
	whoImport = "import"
)

// noID stands in journal keys for the id of entries about the store as a whole.
const noID = "----------"

// entryRecord is a journal entry as it is kept; its number and id are the key.
type entryRecord struct {
	At     int64  `cbor:"1,keyasint,omitempty"`
	Who    string `cbor:"2,keyasint,omitempty"`
	What   string `cbor:"3,keyasint,omitempty"`
	Detail string `cbor:"4,keyasint,omitempty"`
	Step   uint64 `cbor:"5,keyasint,omitempty"` // number of the first entry of its step; 0 = none that can be undone
	Patch  *patch `cbor:"6,keyasint,omitempty"` // how the invitation changed

	// Of the first entry of a step only.
	Words  string        `cbor:"7,keyasint,omitempty"` // what was done
	Below  uint64        `cbor:"8,keyasint,omitempty"` // the step that is next to be undone, or redone, after it
	Import *importRecord `cbor:"9,keyasint,omitempty"` // of an import
}

// note appends to the journal what is in no step.
func note(tx holder, e Entry) error {
	return appendEntry(tx, nextNumber(tx), e, entryRecord{})
}

// nextNumber returns the number of the journal's next entry.
func nextNumber(tx holder) uint64 {
	if last, _ := tx.Bucket(bucketJournal()).Cursor().Last(); len(last) >= 8 {
		return binary.BigEndian.Uint64(last) + 1
	}
	return 1
}

// appendEntry adds an entry with that number; r has what the journal keeps of
// it beside what can be read.
func appendEntry(tx holder, number uint64, e Entry, r entryRecord) error {
	id := e.ID
	if id == "" {
		id = noID
	}
	key := append(binary.BigEndian.AppendUint64(make([]byte, 0, 8+len(id)), number), id...)
	r.At, r.Who, r.What, r.Detail = seconds(e.At), e.Who, e.What, e.Detail
	value, err := encode(key, r)
	if err != nil {
		return err
	}
	journal := tx.Bucket(bucketJournal())
	journal.FillPercent = 1 // it only ever grows at its end
	return journal.Put(key, value)
}

// journalOf returns the entries of one id.
func (tx *Tx) journalOf(id string) ([]Entry, error) {
	entries := []Entry{}
	err := tx.journal(func(other string) bool { return other == id }, func(e Entry) { entries = append(entries, e) })
	return entries, err
}

// journal calls fn for the entries of the ids that are wanted, oldest first.
func (tx *Tx) journal(wanted func(id string) bool, fn func(Entry)) error {
	return tx.eachEntry(1, func(e Entry, read func(*entryRecord) error) (bool, error) {
		if !wanted(e.ID) {
			return true, nil
		}
		var r entryRecord
		if err := read(&r); err != nil {
			return false, err
		}
		e.At, e.Who, e.What, e.Detail = moment(r.At), r.Who, r.What, r.Detail
		fn(e)
		return true, nil
	})
}

// eachEntry calls fn for the journal's entries from a number on, oldest first,
// until it returns false. Only number and id are filled; read gets the rest.
func (tx *Tx) eachEntry(from uint64, fn func(e Entry, read func(*entryRecord) error) (more bool, err error)) error {
	cursor := tx.Bucket(bucketJournal()).Cursor()
	start := binary.BigEndian.AppendUint64(nil, from)
	for key, value := cursor.Seek(start); key != nil; key, value = cursor.Next() {
		if len(key) != 8+idLength {
			return damaged(tx.path, "the journal has an entry with the key %q", key)
		}
		e := Entry{Seq: binary.BigEndian.Uint64(key), ID: string(key[8:])}
		if e.ID == noID {
			e.ID = ""
		}
		more, err := fn(e, func(r *entryRecord) error {
			if err := decode(key, value, r); err != nil {
				return damaged(tx.path, "journal entry %d cannot be read: %v", e.Seq, err)
			}
			return nil
		})
		if err != nil || !more {
			return err
		}
	}
	return nil
}
