package vault

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"linkvet/store/fault"
)

// LockTerminal makes sure that one terminal program runs over the store at path at
// a time. It is a lock of its own, on a file in the state folder or, where nothing
// can be written there, beside the store: commands go on working beside it,
// because they take only the store's lock, and only for a moment. ErrLocked is
// when another has it. The system frees it when the program ends, however it ends.
func LockTerminal(stateDir, path string) (release func(), err error) {
	folder := stateOf(stateDir, path)
	if err = os.MkdirAll(folder, 0o700); err == nil {
		release, err = lockFile(filepath.Join(folder, "terminal.lock"))
	}
	if err != nil && !errors.Is(err, fault.ErrLocked) {
		file := real(path)
		release, err = lockFile(filepath.Join(filepath.Dir(file), "."+filepath.Base(file)+".lock"))
	}
	if err != nil {
		return nil, fmt.Errorf("lock the terminal program: %w", err)
	}
	return release, nil
}

// lockFile locks a file, in which nothing is kept.
func lockFile(path string) (release func(), err error) {
	// bbolt knows how to lock a file on every system. The shortest wait is one try.
	options := &bolt.Options{Timeout: time.Nanosecond}
	lock, err := bolt.Open(path, 0o600, options)
	if err != nil && !errors.Is(err, bolterrors.ErrTimeout) {
		// Whoever gets as far as reading it has the lock, so nobody misses it.
		_ = os.Remove(path)
		lock, err = bolt.Open(path, 0o600, options)
	}
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("%w: linkvet is open in another terminal (%s)", fault.ErrLocked, path)
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = lock.Close() }, nil
}
