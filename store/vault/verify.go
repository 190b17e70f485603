package vault

import (
	"bytes"
	"fmt"
	"math"
	"os"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/pages"
	"linkvet/store/tables"
)

// verify looks at the whole file once: its length against what it claims, how
// its pages hang together, every checksum and the stored count. Records are not
// decoded; one that does not decode is named when it is met.
func (s *File) verify() error { return s.verifyBy(s.weigh) }

// verifyFile is verify but for what the entries say of each other.
func (s *File) verifyFile() error {
	return s.verifyBy(func(*bolt.Tx, map[string]*pages.Table) error { return nil })
}

func (s *File) verifyBy(weigh func(tx *bolt.Tx, tables map[string]*pages.Table) error) error {
	return s.with(access{readOnly: true, first: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			tables, spareBad, err := s.checkFile(db, tx)
			if err != nil {
				return err
			}
			if spareBad {
				s.warn(fmt.Sprintf(
					"the spare header of %s is damaged; nothing is lost, and the next change mends it: check the disk", s.FullPath))
			}
			return weigh(tx, tables)
		})
	})
}

// verifyOnce looks at the whole file where that is still to be done.
func (s *File) verifyOnce() error {
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
	return s.with(access{readOnly: true, first: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			if err := s.checkLength(tx); err != nil {
				return err
			}
			if err := pages.Glance(s.FullPath, db.Info().PageSize, tx, newestOnly(n)); err != nil {
				return err
			}
			return fn(tx)
		})
	})
}

// ViewNewest is view for reading the newest n entries of the list and no more,
// or the whole list when n is negative.
func (s *File) ViewNewest(n int, fn func(tx *tables.Tx) error) error {
	if n < 0 || !s.isUnseen() {
		return s.View(fn)
	}
	return s.glance(n, func(tx *bolt.Tx) error {
		if err := tables.CheckCurrent(tx, s.FullPath); err != nil {
			return err
		}
		return fn(s.in(tx))
	})
}

// checkFile looks at the file as such, and at whose and how new it is.
func (s *File) checkFile(db *bolt.DB, tx *bolt.Tx) (held map[string]*pages.Table, spareBad bool, err error) {
	if err := s.checkLength(tx); err != nil {
		return nil, false, err
	}
	if held, spareBad, err = pages.Check(s.FullPath, db.Info().PageSize, tx); err != nil {
		return nil, false, err
	}
	s.schema, err = tables.CheckLayout(tx, s.FullPath)
	return held, spareBad, err
}

// checkLength notices a file that was cut short before a missing page is met.
func (s *File) checkLength(tx *bolt.Tx) error {
	info, err := os.Stat(s.FullPath)
	if err != nil {
		return err
	}
	if info.Size() < tx.Size() {
		return fault.Damaged(s.FullPath, "it is cut short: %d of %d bytes are there", info.Size(), tx.Size())
	}
	return nil
}

// weigh looks at what was found in each table, and compares the counts.
func (s *File) weigh(tx *bolt.Tx, held map[string]*pages.Table) error {
	found := map[string]int{}
	for _, name := range tables.Buckets(s.schema) {
		table := held[string(name)]
		if table == nil {
			return fault.Damaged(s.FullPath, "the table %q is missing", name)
		}
		for _, entry := range table.Unsealed {
			if !isBare(name, entry.Key) {
				return fault.Damaged(s.FullPath, "the entry %q of the table %q is scribbled on: %v", entry.Key, name, entry.Err)
			}
		}
		found[string(name)] = table.Entries
	}
	records, listed, want := found[string(tables.BucketInvitations())], found[string(tables.BucketList())], tables.Count(tx)
	if records != want || listed != want {
		return fault.Damaged(s.FullPath, "it should hold %d invitations and holds %d, of which %d are listed", want, records, listed)
	}
	return nil
}

// isBare reports the two entries that carry no checksum; CheckLayout has read
// them.
func isBare(bucket, key []byte) bool {
	return bytes.Equal(bucket, tables.BucketMeta()) && (string(key) == tables.MetaApp || string(key) == tables.MetaSchema)
}

// newestOnly has the walk visit what must be sound for reading the newest n
// entries of the list.
func newestOnly(n int) func(table string) int {
	return func(table string) int {
		switch table {
		case string(tables.BucketMeta()):
			return math.MaxInt
		case string(tables.BucketList()):
			return n
		}
		return 0
	}
}
