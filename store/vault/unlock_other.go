//go:build !unix || solaris || illumos || aix

package vault

import "os"

// letGo releases the lock of a file that bbolt could not close: here it ends
// with the file.
func letGo(f *os.File) { _ = f.Close() }
