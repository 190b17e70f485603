package tables

import (
	"encoding/binary"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/sealed"
)

// Who writes to the journal.
const (
	WhoPerson = "person"
	WhoImport = "import"
	WhoRules  = "rules" // a newer version of the rules
)

// noID stands in journal keys for the id of entries about the store as a whole.
const noID = "----------"

// EntryRecord is a journal entry as it is kept; its number and id are the key.
type EntryRecord struct {
	At     int64         `cbor:"1,keyasint,omitempty"`
	Who    string        `cbor:"2,keyasint,omitempty"`
	What   string        `cbor:"3,keyasint,omitempty"`
	Detail string        `cbor:"4,keyasint,omitempty"`
	Step   uint64        `cbor:"5,keyasint,omitempty"` // number of the first entry of its step; 0 = none that can be undone
	Patch  *record.Patch `cbor:"6,keyasint,omitempty"` // how the invitation changed

	// Of the first entry of a step only.
	Words  string        `cbor:"7,keyasint,omitempty"`  // what was done
	Below  uint64        `cbor:"8,keyasint,omitempty"`  // the step that is next to be undone, or redone, after it
	Import *ImportRecord `cbor:"9,keyasint,omitempty"`  // of an import
	Visit  string        `cbor:"10,keyasint,omitempty"` // the visit of a page that was answered
}

// Note appends to the journal what is in no step.
func Note(tx holder, e record.Entry) error {
	return AppendEntry(tx, NextNumber(tx), e, EntryRecord{})
}

// NextNumber returns the number of the journal's next entry.
func NextNumber(tx holder) uint64 {
	if last, _ := tx.Bucket(BucketJournal()).Cursor().Last(); len(last) >= 8 {
		return binary.BigEndian.Uint64(last) + 1
	}
	return JournalFrom(tx)
}

// AppendEntry adds an entry with that number; r has what the journal keeps of
// it beside what can be read.
func AppendEntry(tx holder, number uint64, e record.Entry, r EntryRecord) error {
	id := e.ID
	if id == "" {
		id = noID
	}
	key := append(binary.BigEndian.AppendUint64(make([]byte, 0, 8+len(id)), number), id...)
	r.At, r.Who, r.What, r.Detail = record.Seconds(e.At), e.Who, e.What, e.Detail
	value, err := sealed.Encode(key, r)
	if err != nil {
		return err
	}
	journal := tx.Bucket(BucketJournal())
	journal.FillPercent = 1 // it only ever grows at its end
	return journal.Put(key, value)
}

// JournalOf returns the entries of one id.
func (tx *Tx) JournalOf(id string) ([]record.Entry, error) {
	entries := []record.Entry{}
	err := tx.Journal(func(other string) bool { return other == id }, func(e record.Entry) { entries = append(entries, e) })
	return entries, err
}

// Journal calls fn for the entries of the ids that are wanted, oldest first.
func (tx *Tx) Journal(wanted func(id string) bool, fn func(record.Entry)) error {
	return tx.EachEntry(1, func(e record.Entry, read func(*EntryRecord) error) (bool, error) {
		if !wanted(e.ID) {
			return true, nil
		}
		var r EntryRecord
		if err := read(&r); err != nil {
			return false, err
		}
		e.At, e.Who, e.What, e.Detail, e.Visit = record.Moment(r.At), r.Who, r.What, r.Detail, r.Visit
		if r.Patch != nil {
			var err error
			if e.Answers, err = r.Patch.Answers(); err != nil {
				return false, fault.Damaged(tx.Path, "journal entry %d cannot be read: %v", e.Seq, err)
			}
		}
		fn(e)
		return true, nil
	})
}

// OwnChanges returns when the person last changed which of their own fields, in
// seconds since 1970, by invitation and field, as far as the journal tells.
func (tx *Tx) OwnChanges() (map[string]map[string]int64, error) {
	all := map[string]map[string]int64{}
	err := tx.EachEntry(1, func(e record.Entry, read func(*EntryRecord) error) (bool, error) {
		var r EntryRecord
		if e.ID == "" {
			return true, nil
		}
		if err := read(&r); err != nil || r.Who != WhoPerson || r.Patch == nil {
			return err == nil, err
		}
		if all[e.ID] == nil {
			all[e.ID] = map[string]int64{}
		}
		for _, key := range r.Patch.OwnKeys() {
			all[e.ID][key] = r.At
		}
		return true, nil
	})
	return all, err
}

// EachEntry calls fn for the journal's entries from a number on, oldest first,
// until it returns false. Only number and id are filled; read gets the rest.
func (tx *Tx) EachEntry(from uint64, fn func(e record.Entry, read func(*EntryRecord) error) (more bool, err error)) error {
	cursor := tx.Bucket(BucketJournal()).Cursor()
	start := binary.BigEndian.AppendUint64(nil, from)
	for key, value := cursor.Seek(start); key != nil; key, value = cursor.Next() {
		if len(key) != 8+record.IDLength {
			return fault.Damaged(tx.Path, "the journal has an entry with the key %q", key)
		}
		e := record.Entry{Seq: binary.BigEndian.Uint64(key), ID: string(key[8:])}
		if e.ID == noID {
			e.ID = ""
		}
		more, err := fn(e, func(r *EntryRecord) error {
			if err := sealed.Decode(key, value, r); err != nil {
				return fault.Damaged(tx.Path, "journal entry %d cannot be read: %v", e.Seq, err)
			}
			return nil
		})
		if err != nil || !more {
			return err
		}
	}
	return nil
}
