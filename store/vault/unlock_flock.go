//go:build unix && !solaris && !illumos && !aix

package vault

import (
	"os"
	"syscall"
)

// letGo releases the lock of a file that bbolt could not close. Closing alone
// is not enough here: the memory map keeps the lock alive.
func letGo(f *os.File) {
	_ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN)
	_ = f.Close()
}
