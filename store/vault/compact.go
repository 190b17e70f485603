package vault

import (
	"errors"
	"fmt"
	"maps"
	"os"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/files"
	"linkvet/store/tables"
)

// compactAtOnce is how many bytes are copied in one transaction.
const compactAtOnce = 16 << 20

// Compact rewrites the store without the room that deleted entries left, and
// says how large it was and is. What is in it stays the same, also what this
// program does not know. Until the new file is complete and looked at from end
// to end, the old one stays in its place, and so it does when the new one is not
// smaller.
func (s *File) Compact() (before, after int64, err error) {
	err = s.with(access{}, func(db *bolt.DB) error {
		info, err := os.Stat(s.FullPath)
		if err != nil {
			return err
		}
		before = info.Size()
		compacted, err := files.Create(s.FullPath)
		if err != nil {
			return err
		}
		defer compacted.Discard()
		compacted.Unlock()
		if err := compactInto(compacted.Name(), db); err != nil {
			return err
		}
		if err := s.holdsTheSame(db, compacted.Name()); err != nil {
			return err
		}
		if info, err = os.Stat(compacted.Name()); err != nil {
			return err
		}
		if after = info.Size(); after >= before {
			after = before // it was as small as it gets
			return nil
		}
		return s.place(db, compacted)
	})
	if err != nil {
		return 0, 0, fmt.Errorf("compact: %w", err)
	}
	return before, after, nil
}

func compactInto(path string, db *bolt.DB) error {
	out, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: defaultTimeout})
	if err != nil {
		return err
	}
	return errors.Join(bolt.Compact(out, db, compactAtOnce), out.Close())
}

// holdsTheSame looks at the new file from end to end and compares what it holds
// with the old one.
func (s *File) holdsTheSame(db *bolt.DB, path string) error {
	written := &File{FullPath: path, Opts: s.Opts, isCopy: true}
	if err := written.verify(); err != nil {
		return err
	}
	var old, now map[string]uint32
	err := db.View(func(tx *bolt.Tx) (err error) {
		old, err = sums(tx)
		return err
	})
	if err != nil {
		return err
	}
	err = written.View(func(tx *tables.Tx) (err error) {
		now, err = sums(tx.Tx)
		return err
	})
	if err == nil && !maps.Equal(old, now) {
		err = errors.New("the new file does not hold the same, so it was thrown away: check the disk")
	}
	return err
}
