package vault

import (
	"context"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/files"
	"linkvet/store/tables"
)

// entryRoom is a generous guess at what an entry takes in the file. Too low a
// guess costs time, not correctness.
const entryRoom = 768

// Replace lets write change a copy of the store in as many transactions as it
// takes, looks at the copy from end to end and puts it in the store's place.
// Until then the store is as it was, so that all of it happens or nothing. What tx,
// a transaction of the caller's, would change besides is dropped. The caller has
// the store locked: nobody changes it meanwhile, and whoever waits for it opens
// the new file.
func (s *File) Replace(ctx context.Context, tx *tables.Tx, entries int, write func(to *tables.Target) error) error {
	db := tx.DB()
	s.removeLeft()
	next, err := files.Create(s.FullPath)
	if err != nil {
		return err
	}
	defer next.Discard()
	size, err := copyCommitted(db, next)
	if err != nil {
		return err
	}
	next.Unlock()
	if err := s.writeOn(next.Name(), int(size)+entries*entryRoom, write); err != nil {
		return err
	}
	synced := make(chan error, 1)
	go func() { synced <- next.Sync() }()
	written := &File{FullPath: next.Name(), Opts: s.Opts, isCopy: true}
	wrong := written.verify()
	if err := <-synced; err != nil {
		return err
	}
	if wrong != nil {
		return fmt.Errorf("the new file is not sound, so it was thrown away: check the disk: %w", wrong)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := tx.Rollback(); err != nil {
		return err
	}
	return s.place(db, next)
}

// writeOn lets write change a file that nobody else knows of and that will be so
// many bytes long. What it holds before the end does not matter, so nothing waits
// for the disk.
func (s *File) writeOn(path string, size int, write func(to *tables.Target) error) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		Timeout: s.Opts.Timeout, NoSync: true, NoGrowSync: true, NoStatistics: true, FreelistType: bolt.FreelistMapType,
		// Mapping a file that has grown copies all that is pending.
		InitialMmapSize: size,
	})
	if err != nil {
		return err
	}
	return errors.Join(writeAll(db, s.Opts.AtOnce, write), db.Close())
}

func writeAll(db *bolt.DB, atOnce int, write func(to *tables.Target) error) error {
	tx, err := db.Begin(true)
	if err != nil {
		return err
	}
	to := &tables.Target{Tx: tx, AtOnce: atOnce}
	// After a commit this does nothing.
	defer func() { _ = to.Tx.Rollback() }()
	if err := write(to); err != nil {
		return err
	}
	return to.Tx.Commit()
}
