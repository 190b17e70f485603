package store

import (
	"io/fs"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
)

// session is one opening of the file.
type session struct {
	readOnly bool
	room     int // bytes the file may grow by without bbolt mapping it anew, which copies all that is pending
}

// view runs fn in a read transaction on a freshly opened file.
func (s *Store) view(fn func(tx *bolt.Tx) error) error {
	return s.with(session{readOnly: true}, func(db *bolt.DB) error {
		return db.View(func(tx *bolt.Tx) error {
			if err := checkCurrent(tx, s.path); err != nil {
				return err
			}
			return fn(tx)
		})
	})
}

// update runs fn in a write transaction on a freshly opened file. Unless fn
// reports a change and no error, the file stays as it is, byte for byte.
func (s *Store) update(fn func(tx *bolt.Tx) (changed bool, err error)) error {
	return s.updateWithRoom(0, fn)
}

func (s *Store) updateWithRoom(room int, fn func(tx *bolt.Tx) (changed bool, err error)) error {
	return s.write(room, func(tx *bolt.Tx) (bool, error) {
		changed, err := fn(tx)
		if err == nil && changed {
			err = putNumber(tx, metaVersion, metaNumber(tx, metaVersion)+1)
		}
		return changed, err
	})
}

// write is update for what is no change to an invitation.
func (s *Store) write(room int, fn func(tx *bolt.Tx) (changed bool, err error)) error {
	return s.with(session{room: room}, func(db *bolt.DB) error {
		tx, err := db.Begin(true)
		if err != nil {
			return err
		}
		// After a commit this does nothing.
		defer func() { _ = tx.Rollback() }()
		if err := checkCurrent(tx, s.path); err != nil {
			return err
		}
		changed, err := fn(tx)
		if err != nil || !changed {
			return err
		}
		return tx.Commit()
	})
}

// with opens the file, runs fn and closes it again, so that other processes
// get their turn between any two transactions.
func (s *Store) with(how session, fn func(db *bolt.DB) error) error {
	return explain(s.path, guarded(s.path, func() (err error) {
		var file *os.File
		finished := false
		defer func() {
			// After a panic bbolt's own locks may be held for ever: its Close
			// would hang, but the file must be let go.
			if !finished && file != nil {
				letGo(file)
			}
		}()
		db, err := bolt.Open(s.path, 0o600, s.boltOptions(how, &file))
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

func (s *Store) boltOptions(how session, file **os.File) *bolt.Options {
	options := &bolt.Options{
		ReadOnly:     how.readOnly,
		Timeout:      s.opts.Timeout,
		NoStatistics: true,
		FreelistType: bolt.FreelistMapType,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := openExisting(name, flag, mode)
			*file = f
			return f, err
		},
	}
	if how.room > 0 {
		if info, err := os.Stat(s.path); err == nil {
			options.InitialMmapSize = int(info.Size()) + how.room
		}
	}
	return options
}

// openExisting never creates: bbolt would make a new empty database in the
// place of a file that vanished or was emptied while the program ran.
func openExisting(name string, flag int, mode fs.FileMode) (*os.File, error) {
	f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && info.Size() == 0 {
		err = damaged(name, "the file is empty, which a store never is")
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// now returns the time as it is kept: in whole seconds of UTC.
func (s *Store) now() time.Time { return s.opts.Now().UTC().Truncate(time.Second) }
