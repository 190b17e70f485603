package store

import (
	"encoding/binary"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Entry is one line of the journal.
type Entry struct {
	Seq    uint64    `json:"seq"`
	At     time.Time `json:"at"`
	Who    string    `json:"who"`    // "person" or "import"
	What   string    `json:"what"`   // such as "answered", "decided", "added", "imported", "postponed"
	Detail string    `json:"detail"` // in words, before and after, such as "know: slightly -> well"
	ID     string    `json:"id"`     // "" when it is about the store as a whole
}

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
}

// note appends to the journal.
func note(tx *bolt.Tx, e Entry) error {
	journal := tx.Bucket(bucketJournal())
	seq := uint64(1)
	if last, _ := journal.Cursor().Last(); len(last) >= 8 {
		seq = binary.BigEndian.Uint64(last) + 1
	}
	id := e.ID
	if id == "" {
		id = noID
	}
	key := append(binary.BigEndian.AppendUint64(make([]byte, 0, 8+len(id)), seq), id...)
	value, err := encode(key, entryRecord{At: seconds(e.At), Who: e.Who, What: e.What, Detail: e.Detail})
	if err != nil {
		return err
	}
	journal.FillPercent = 1 // it only ever grows at its end
	return journal.Put(key, value)
}

// Journal returns what happened to one invitation, or to all when ref is "",
// oldest first.
func (s *Store) Journal(ref string) ([]Entry, error) {
	entries := []Entry{}
	err := s.view(func(tx *bolt.Tx) error {
		var only string
		if ref != "" {
			id, err := s.resolve(tx, ref)
			if err != nil {
				return err
			}
			only = string(id)
		}
		var err error
		entries, err = s.journal(tx, only)
		return err
	})
	if err != nil {
		return nil, err
	}
	return entries, nil
}

// journal returns the entries of one id, or all when it is "".
func (s *Store) journal(tx *bolt.Tx, id string) ([]Entry, error) {
	entries := []Entry{}
	cursor := tx.Bucket(bucketJournal()).Cursor()
	for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
		if len(key) != 8+idLength {
			return nil, damaged(s.path, "the journal has an entry with the key %q", key)
		}
		of := string(key[8:])
		if id != "" && of != id {
			continue
		}
		var r entryRecord
		if err := decode(key, value, &r); err != nil {
			return nil, damaged(s.path, "journal entry %d cannot be read: %v", binary.BigEndian.Uint64(key), err)
		}
		if of == noID {
			of = ""
		}
		entries = append(entries, Entry{
			Seq: binary.BigEndian.Uint64(key), At: moment(r.At), Who: r.Who, What: r.What, Detail: r.Detail, ID: of,
		})
	}
	return entries, nil
}
