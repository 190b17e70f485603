package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"
)

// entryRoom is a generous guess at what an entry takes in the file. Too low a
// guess costs time, not correctness.
const entryRoom = 768

// replace lets write change a copy of the store in as many transactions as it
// takes, looks at the copy from end to end and puts it in the store's place.
// Until then the store is as it was, so that all of it happens or nothing. The
// caller has the store locked: nobody changes it meanwhile, and whoever waits for
// it opens the new file.
func (s *File) replace(ctx context.Context, db *bolt.DB, entries int, write func(to *target) error) error {
	s.removeHalfMade()
	temp, err := createBeside(s.path, halfMade)
	if err != nil {
		return err
	}
	path := temp.Name()
	defer func() {
		_ = temp.Close() // already done when all went well
		_ = os.Remove(path)
	}()
	size, err := copyCommitted(db, temp)
	if err != nil {
		return err
	}
	if err := s.writeOn(path, int(size)+entries*entryRoom, write); err != nil {
		return err
	}
	synced := make(chan error, 1)
	go func() { synced <- errors.Join(temp.Sync(), temp.Close()) }()
	written := &File{path: path, opts: s.opts, isCopy: true}
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
	return giveName(path, s.path, true)
}

// writeOn lets write change a file that nobody else knows of and that will be so
// many bytes long. What it holds before the end does not matter, so nothing waits
// for the disk.
func (s *File) writeOn(path string, size int, write func(to *target) error) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		Timeout: s.opts.Timeout, NoSync: true, NoGrowSync: true, NoStatistics: true, FreelistType: bolt.FreelistMapType,
		// Mapping a file that has grown copies all that is pending.
		InitialMmapSize: size,
	})
	if err != nil {
		return err
	}
	return errors.Join(writeAll(db, s.atOnce, write), db.Close())
}

func writeAll(db *bolt.DB, atOnce int, write func(to *target) error) error {
	tx, err := db.Begin(true)
	if err != nil {
		return err
	}
	to := &target{tx: tx, atOnce: atOnce}
	// After a commit this does nothing.
	defer func() { _ = to.tx.Rollback() }()
	if err := write(to); err != nil {
		return err
	}
	return to.tx.Commit()
}
