package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/tables"
)

// access is one opening of the file.
type access struct {
	readOnly bool
	first    bool // comes before the file has been looked at from end to end
}

// View runs fn in a read transaction on a freshly opened file.
func (s *File) View(fn func(tx *tables.Tx) error) error {
	return s.with(access{readOnly: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			if err := tables.CheckCurrent(tx, s.FullPath); err != nil {
				return err
			}
			return fn(s.in(tx))
		})
	})
}

// Update runs fn in a write transaction on a freshly opened file. Unless fn
// reports a change and no error, the file stays as it is, byte for byte.
func (s *File) Update(fn func(tx *tables.Tx) (changed bool, err error)) error {
	return s.Write(func(tx *tables.Tx) (bool, error) {
		changed, err := fn(tx)
		if err != nil || !changed {
			return false, err
		}
		if err := s.BackUpFirst(tx.Tx, backupDaily); err != nil {
			return false, err
		}
		return true, tables.RaiseVersion(tx)
	})
}

// Write is update for what is no change to an invitation, or keeps backups and
// version itself.
func (s *File) Write(fn func(tx *tables.Tx) (changed bool, err error)) error {
	return s.with(access{}, func(db *bolt.DB) error {
		tx, err := db.Begin(true)
		if err != nil {
			return err
		}
		// After a commit this does nothing.
		defer func() { _ = tx.Rollback() }()
		if err := tables.CheckCurrent(tx, s.FullPath); err != nil {
			return err
		}
		changed, err := fn(s.in(tx))
		if err != nil || !changed {
			return err
		}
		return s.commit(tx)
	})
}

// commit ends a transaction. When that fails, what was written may be there all
// the same: bbolt writes the header of the new state last and then has the disk
// confirm it. So the file is asked which state it is in, and the truth is said.
func (s *File) commit(tx *bolt.Tx) error {
	db, id := tx.DB(), tx.ID()
	if err := tx.Commit(); err != nil {
		return s.outcome(db, id, err)
	}
	return nil
}

// outcome says what came of a transaction that failed to commit with err.
func (s *File) outcome(db *bolt.DB, id int, err error) error {
	now := 0
	unreadable := db.View(func(tx *bolt.Tx) error {
		now = tx.ID()
		return nil
	})
	switch {
	case unreadable != nil:
		return fault.Unconfirmed(s.FullPath, "whether it was made is not known, and linkvet log shows it", err)
	case now >= id:
		return fault.Unconfirmed(s.FullPath, "it was made, but a power cut could still take it back", err)
	}
	return fmt.Errorf("nothing was changed: %w", err)
}

// with opens the file, runs fn and closes it again, so that other processes
// get their turn between any two transactions.
func (s *File) with(how access, fn func(db *bolt.DB) error) error {
	if !how.first {
		if err := s.verifyOnce(); err != nil {
			return err
		}
	}
	defer s.turns.take(how.readOnly)()
	return fault.Explain(s.FullPath, fault.Guard(s.FullPath, func() (err error) {
		var file *os.File
		finished := false
		defer func() {
			// After a panic bbolt's own locks may be held for ever: its Close
			// would hang, but the file must be let go.
			if !finished && file != nil {
				closeFile(file)
			}
		}()
		db, err := s.open(how, &file)
		if err != nil {
			return err
		}
		err = fn(db)
		finished = true
		if closeErr := db.Close(); err == nil {
			err = closeErr
		}
		return err
	}))
}

// open opens the file. While it waited for the lock, another process may have
// put a new file in its place, or be about to: what was written to the old one
// would be lost.
func (s *File) open(how access, file **os.File) (*bolt.DB, error) {
	for pauses := s.pauses(); ; pauses-- {
		if pauses > 0 && s.isAnnounced() {
			time.Sleep(pause)
			continue
		}
		db, err := bolt.Open(s.FullPath, 0o600, s.boltOptions(how, file))
		if err != nil {
			return nil, err
		}
		stays, err := s.stays(*file, how, pauses <= 0)
		if stays {
			return db, nil
		}
		if err := errors.Join(err, db.Close()); err != nil {
			return nil, err
		}
	}
}

func (s *File) boltOptions(how access, file **os.File) *bolt.Options {
	return &bolt.Options{
		ReadOnly:     how.readOnly,
		Timeout:      s.Opts.Timeout,
		NoStatistics: true,
		FreelistType: bolt.FreelistMapType,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := openExisting(name, flag, mode)
			*file = f
			return f, err
		},
	}
}

// openExisting never creates: bbolt would make a new empty database in the
// place of a file that vanished or was emptied while the program ran.
func openExisting(name string, flag int, mode fs.FileMode) (*os.File, error) {
	f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Size() < smallest {
		err = tooSmall(name, info.Size())
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// Now returns the time in whole seconds, as it is kept, and in the person's time
// zone, in which days begin and end.
func (s *File) Now() time.Time { return s.Opts.Now().Truncate(time.Second) }

// in is a transaction of this store.
func (s *File) in(tx *bolt.Tx) *tables.Tx {
	return &tables.Tx{Tx: tx, Path: s.FullPath, Now: s.Now(), Profile: s.Opts.Profile}
}
