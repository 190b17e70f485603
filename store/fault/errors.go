package fault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	bolterrors "go.etcd.io/bbolt/errors"
)

// Errors that callers tell apart with errors.Is.
var (
	ErrLocked   = errors.New("the store is in use by another process")
	ErrDamaged  = errors.New("the store is damaged")
	ErrNewer    = errors.New("the store was written by a newer linkvet")
	ErrMissing  = errors.New("there is no store")
	ErrLost     = errors.New("the store is missing")
	ErrNotFound = errors.New("no such invitation")
	ErrExists   = errors.New("this invitation is already there")
	ErrInvalid  = errors.New("not allowed")
	ErrUnclear  = errors.New("not clear which")
	ErrNothing  = errors.New("there is nothing")
	ErrChanged  = errors.New("it has changed since")

	// ErrUnconfirmed is a change that was not confirmed, and may be there.
	ErrUnconfirmed = errors.New("a change was not confirmed")
)

// Damaged says what is wrong with the file at path. Nothing is repaired or
// removed on the way: the file is all the person has.
func Damaged(path, format string, args ...any) error {
	return fmt.Errorf("%w: %s: %s; nothing was changed: put a backup in its place with linkvet restore FILE; linkvet check says more",
		ErrDamaged, path, fmt.Sprintf(format, args...))
}

// Newer says that the file at path is from a later version of the program.
func Newer(path, format string, args ...any) error {
	return fmt.Errorf("%w: %s: %s; nothing was changed: install the newer linkvet, or use another file with --db",
		ErrNewer, path, fmt.Sprintf(format, args...))
}

// Missing says that there is no store at path, where none was to be made.
func Missing(path string) error {
	return fmt.Errorf("%w at %s yet: linkvet import or linkvet add begins one", ErrMissing, path)
}

// Lost says that the store at path is no longer there, and how to have it back.
func Lost(path, known, restore string) error {
	return fmt.Errorf("%w: %s is gone, and %s; nothing was made in its place: bring the file back, or put a copy there with %s, or begin a new store with --new-store",
		ErrLost, path, known, restore)
}

// Invalid says why the caller's wish is refused.
func Invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrInvalid, fmt.Errorf(format, args...))
}

// There says in a whole sentence why an invitation is not taken in: what there is
// of the person already.
func There(format string, args ...any) error {
	return there{fmt.Sprintf(format, args...)}
}

type there struct{ text string }

func (t there) Error() string { return t.text }

func (there) Unwrap() error { return ErrExists }

// Unconfirmed says that a change was made, or may have been, though the system
// reported that writing it failed.
func Unconfirmed(path, what string, err error) error {
	return fmt.Errorf("%w in the store %s: %s; check the disk: %w", ErrUnconfirmed, path, what, err)
}

// Unclear says that a word could mean several things.
func Unclear(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrUnclear, fmt.Errorf(format, args...))
}

// Explain turns an error of bbolt or the file system into one that names the
// file and says what to do. Errors that are already ours pass, and those about
// another file.
func Explain(path string, err error) error {
	switch {
	case err == nil, isOurs(err):
		return err
	case errors.Is(err, bolterrors.ErrTimeout):
		return fmt.Errorf("%w: %s: wait until it has finished, or close it, and try again", ErrLocked, path)
	case errors.Is(err, bolterrors.ErrVersionMismatch):
		return Newer(path, "its file format is unknown here")
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum):
		return Damaged(path, "it is not a linkvet store, or its first pages are overwritten (%v)", err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("the store file %s is gone: put it back, or a copy of it with linkvet restore FILE: %w", path, err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return fmt.Errorf("there is no room for a change to the store %s: make room on the disk and try again: %w", path, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, bolterrors.ErrDatabaseReadOnly):
		return fmt.Errorf("the store %s may not be opened or changed: check the permissions of the file and its folder: %w", path, err)
	}
	return fmt.Errorf("the store %s: %w", path, err)
}

func isOurs(err error) bool {
	for _, known := range []error{ErrLocked, ErrDamaged, ErrNewer, ErrMissing, ErrLost, ErrNotFound, ErrExists, ErrInvalid, ErrUnclear, ErrNothing, ErrChanged, ErrUnconfirmed,
		context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, known) {
			return true
		}
	}
	_, aboutAnother := errors.AsType[interface {
		error
		NamesItsFile()
	}](err)
	return aboutAnother
}
