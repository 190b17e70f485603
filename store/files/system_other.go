//go:build !unix || solaris || illumos || aix

package files

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
)

// Pipes are opened as everything else here.
const dontWait = 0

var noReader = errors.New("no reader")

func lockShared(*os.File) {}

func unlock(*os.File) {}

// tryLock reports whether nobody uses a file. Windows does not remove a file that
// is in use; elsewhere nobody can tell, so it stays.
func tryLock(*os.File) bool { return runtime.GOOS == "windows" }

func isOwn(fs.FileInfo) bool { return true } // the folder for temporary files is each person's own
