package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
)

// Unwritable returns why nothing can be changed in the store, such as a file
// that may only be read; nil when it can.
func (s *File) Unwritable() error {
	f, err := os.OpenFile(s.FullPath, os.O_RDWR, 0)
	if err == nil {
		return f.Close()
	}
	var why *fs.PathError
	if errors.As(err, &why) {
		err = why.Err // the path is said already
	}
	return fmt.Errorf("the store %s may only be read: %w", s.FullPath, err)
}

// widerThanOwner reports permission bits for anybody but the owner. Windows
// has other means and shows bits that mean nothing.
func widerThanOwner(mode fs.FileMode) bool {
	return runtime.GOOS != "windows" && mode.Perm()&0o077 != 0
}
