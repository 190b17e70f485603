package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/files"
)

// closesFirst is set where nothing takes the place of a file that is open.
var closesFirst = runtime.GOOS == "windows"

// pause is between two looks at whether another has finished.
const pause = 10 * time.Millisecond

// pauses is how many of them are waited through.
func (s *File) pauses() int { return int(s.Opts.Timeout / pause) }

// place puts a new file in the place of the store, which the caller has open as db
// and so locked, without a transaction in it. Where it has to be closed for that,
// the new file is announced before: whoever has the store open in between leaves it
// as it is and closes it again, and nobody else opens it. One who waits for too long removes what was
// announced and goes on: then it is not placed, and no change is lost.
func (s *File) place(db *bolt.DB, next *files.Pending) error {
	if !closesFirst {
		return next.Place(true)
	}
	if err := next.Announce(); err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	for pauses := s.pauses(); ; pauses-- {
		err := next.Place(true)
		unconfirmed := (*files.Unconfirmed)(nil)
		switch {
		case err == nil, errors.As(err, &unconfirmed):
			return err
		case errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("%w: %s: nothing was changed; try again", fault.ErrLocked, s.FullPath)
		case pauses <= 0:
			return err
		}
		time.Sleep(pause) // somebody has the old file open, and is about to close it
	}
}

// stays reports whether the file that was just opened, and so locked, is the store
// and stays it: nothing has taken its place or is announced that is about to, or not
// any more, as its writer was killed or takes too long.
func (s *File) stays(file *os.File, how access, tooLong bool) (bool, error) {
	opened, err := file.Stat()
	if err != nil {
		return false, err
	}
	named, err := os.Stat(s.FullPath)
	if err != nil || !os.SameFile(opened, named) {
		return false, err
	}
	if !s.isAnnounced() {
		return true, nil
	}
	if !tooLong {
		return false, nil
	}
	err = os.Remove(files.Announced(s.FullPath))
	switch {
	case err == nil, how.readOnly: // what is read is whole, whatever happens to its name
		return true, nil
	case errors.Is(err, fs.ErrNotExist):
		return false, nil // it has just been placed
	}
	return false, err
}

// isAnnounced reports whether something is about to take the store's place.
func (s *File) isAnnounced() bool {
	if !closesFirst {
		return false
	}
	_, err := os.Lstat(files.Announced(s.FullPath))
	return err == nil
}
