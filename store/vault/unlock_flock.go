//go:build unix && !solaris && !illumos && !aix

package vault

import (
	"os"
	"syscall"
)

// closeFile releases the lock of a file that bbolt could not close. Closing alone
// is not enough here: the memory map keeps the lock alive.
func closeFile(f *os.File) {
	_ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN)
	_ = f.Close()
}
