package store

import (
	"io/fs"
	"runtime"
)

// widerThanOwner reports permission bits for anybody but the owner. Windows
// has other means and shows bits that mean nothing.
func widerThanOwner(mode fs.FileMode) bool {
	return runtime.GOOS != "windows" && mode.Perm()&0o077 != 0
}
