//go:build !unix || solaris || illumos || aix

package store

import "os"

// letGo releases the lock of a file that bbolt could not close: here it ends
// with the file.
func letGo(f *os.File) { _ = f.Close() }
