//go:build unix && !solaris && !illumos && !aix

package files

import (
	"io/fs"
	"os"
	"syscall"
)

// dontWait opens a pipe without waiting for its other end; noReader is when there
// is none.
const (
	dontWait = syscall.O_NONBLOCK
	noReader = syscall.ENXIO
)

// lockShared says that a file is in use. A lock ends with the process, however it
// ends. That it cannot be had is no reason not to write.
func lockShared(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_SH|syscall.LOCK_NB) }

func unlock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }

// tryLock reports whether nobody uses a file.
func tryLock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// isOwn reports whether a file is the person's own, in a folder that all use.
func isOwn(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Getuid()
}
