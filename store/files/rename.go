package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// linkNew gives a file a second name, which fails when there is such a file, and
// takes the first away. A file system without hard links looks and renames.
func linkNew(from, to string) error {
	err := os.Link(from, to)
	switch {
	case err == nil:
		if err := os.Remove(from); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil // somebody has tidied up
	case errors.Is(err, fs.ErrExist):
		return err
	}
	if _, err := os.Lstat(to); err == nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrExist}
	}
	return os.Rename(from, to)
}

// Link gives a file a second name, which fails with [fs.ErrExist] when there is
// such a file.
func Link(file, name string) error {
	if err := os.Link(file, name); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(name))
}
