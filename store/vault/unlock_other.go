//go:build !unix || solaris || illumos || aix

package vault

import "os"

// closeFile releases the lock of a file that bbolt could not close: here it ends
// with the file.
func closeFile(f *os.File) { _ = f.Close() }
