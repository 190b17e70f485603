package store

import (
	"bytes"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"
)

// verify looks at the whole file once: its length against what it claims, how
// its pages hang together, every checksum and the stored count. Records are not
// decoded; one that does not decode is named when it is met.
func (s *Store) verify() error { return s.verifyBy(s.scan) }

// verifyFile is verify but for what the entries say of each other.
func (s *Store) verifyFile() error { return s.verifyBy(func(*bolt.Tx) error { return nil }) }

func (s *Store) verifyBy(scan func(tx *bolt.Tx) error) error {
	return s.with(session{readOnly: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			spareBad, err := s.checkFile(db, tx)
			if err != nil {
				return err
			}
			if spareBad {
				s.warn(fmt.Sprintf(
					"the spare header of %s is damaged; nothing is lost, and the next change mends it: check the disk", s.path))
			}
			return scan(tx)
		})
	})
}

// checkFile looks at the file as such, and at whose and how new it is.
func (s *Store) checkFile(db *bolt.DB, tx *bolt.Tx) (spareBad bool, err error) {
	if err := s.checkLength(tx); err != nil {
		return false, err
	}
	if spareBad, err = checkStructure(s.path, db.Info().PageSize, tx); err != nil {
		return false, err
	}
	s.schema, err = checkLayout(tx, s.path)
	return spareBad, err
}

// checkLength notices a file that was cut short before a missing page is met.
func (s *Store) checkLength(tx *bolt.Tx) error {
	info, err := os.Stat(s.path)
	if err != nil {
		return err
	}
	if info.Size() < tx.Size() {
		return damaged(s.path, "it is cut short: %d of %d bytes are there", info.Size(), tx.Size())
	}
	return nil
}

// scan walks every table and compares the counts.
func (s *Store) scan(tx *bolt.Tx) error {
	found := map[string]int{}
	for _, name := range buckets(s.schema) {
		cursor := tx.Bucket(name).Cursor()
		var last []byte
		entries := 0
		for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
			if last != nil && bytes.Compare(last, key) >= 0 {
				return damaged(s.path, "the table %q is out of order at %q", name, key)
			}
			if _, err := unseal(key, value); err != nil && !isBare(name, key) {
				return damaged(s.path, "the entry %q of the table %q is scribbled on: %v", key, name, err)
			}
			last = key
			entries++
		}
		found[string(name)] = entries
	}
	records, listed, want := found[string(bucketInvitations())], found[string(bucketList())], count(tx)
	if records != want || listed != want {
		return damaged(s.path, "it should hold %d invitations and holds %d, of which %d are listed", want, records, listed)
	}
	return nil
}

// isBare reports the two entries that carry no checksum; checkLayout has read
// them.
func isBare(bucket, key []byte) bool {
	return bytes.Equal(bucket, bucketMeta()) && (string(key) == metaApp || string(key) == metaSchema)
}
