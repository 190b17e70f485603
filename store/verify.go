package store

import (
	"bytes"
	"fmt"
	"math"
	"os"

	bolt "go.etcd.io/bbolt"
)

// verify looks at the whole file once: its length against what it claims, how
// its pages hang together, every checksum and the stored count. Records are not
// decoded; one that does not decode is named when it is met.
func (s *File) verify() error { return s.verifyBy(s.weigh) }

// verifyFile is verify but for what the entries say of each other.
func (s *File) verifyFile() error {
	return s.verifyBy(func(*bolt.Tx, map[string]*tableCheck) error { return nil })
}

func (s *File) verifyBy(weigh func(tx *bolt.Tx, tables map[string]*tableCheck) error) error {
	return s.with(session{readOnly: true, first: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			tables, spareBad, err := s.checkFile(db, tx)
			if err != nil {
				return err
			}
			if spareBad {
				s.warn(fmt.Sprintf(
					"the spare header of %s is damaged; nothing is lost, and the next change mends it: check the disk", s.path))
			}
			return weigh(tx, tables)
		})
	})
}

// seeWhole looks at the whole file where that is still to be done.
func (s *File) seeWhole() error {
	s.looking.Lock()
	defer s.looking.Unlock()
	if !s.unseen {
		return nil
	}
	err := s.verify()
	s.unseen = err != nil
	return err
}

// isUnseen reports whether only the beginning of the file was looked at so far.
func (s *File) isUnseen() bool {
	if !s.looking.TryLock() {
		return true // it is being looked at
	}
	defer s.looking.Unlock()
	return s.unseen
}

// glance runs fn in a read transaction after a look at no more than what reading
// the newest n entries of the list needs.
func (s *File) glance(n int, fn func(tx *bolt.Tx) error) error {
	return s.with(session{readOnly: true, first: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			if err := s.checkLength(tx); err != nil {
				return err
			}
			if err := glanceAtStructure(s.path, db.Info().PageSize, tx, newestOnly(n)); err != nil {
				return err
			}
			return fn(tx)
		})
	})
}

// viewNewest is view for reading the newest n entries of the list and no more,
// or the whole list when n is negative.
func (s *File) viewNewest(n int, fn func(tx *Tx) error) error {
	if n < 0 || !s.isUnseen() {
		return s.view(fn)
	}
	return s.glance(n, func(tx *bolt.Tx) error {
		if err := checkCurrent(tx, s.path); err != nil {
			return err
		}
		return fn(s.in(tx))
	})
}

// checkFile looks at the file as such, and at whose and how new it is.
func (s *File) checkFile(db *bolt.DB, tx *bolt.Tx) (tables map[string]*tableCheck, spareBad bool, err error) {
	if err := s.checkLength(tx); err != nil {
		return nil, false, err
	}
	if tables, spareBad, err = checkStructure(s.path, db.Info().PageSize, tx); err != nil {
		return nil, false, err
	}
	s.schema, err = checkLayout(tx, s.path)
	return tables, spareBad, err
}

// checkLength notices a file that was cut short before a missing page is met.
func (s *File) checkLength(tx *bolt.Tx) error {
	info, err := os.Stat(s.path)
	if err != nil {
		return err
	}
	if info.Size() < tx.Size() {
		return damaged(s.path, "it is cut short: %d of %d bytes are there", info.Size(), tx.Size())
	}
	return nil
}

// weigh looks at what was found in each table, and compares the counts.
func (s *File) weigh(tx *bolt.Tx, tables map[string]*tableCheck) error {
	found := map[string]int{}
	for _, name := range buckets(s.schema) {
		table := tables[string(name)]
		if table == nil {
			return damaged(s.path, "the table %q is missing", name)
		}
		for _, entry := range table.unsealed {
			if !isBare(name, entry.key) {
				return damaged(s.path, "the entry %q of the table %q is scribbled on: %v", entry.key, name, entry.err)
			}
		}
		found[string(name)] = table.entries
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

// newestOnly has the walk come by what must be sound for reading the newest n
// entries of the list.
func newestOnly(n int) func(table string) int {
	return func(table string) int {
		switch table {
		case string(bucketMeta()):
			return math.MaxInt
		case string(bucketList()):
			return n
		}
		return 0
	}
}
