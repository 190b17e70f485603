package files

import (
	"os"
	"path/filepath"
	"strings"
)

// RemoveLeft removes what was on its way to path when its writer was killed. One
// that is still being written is left alone, where the system can tell.
func RemoveLeft(path string) {
	for _, name := range Left(path) {
		if f, err := os.Open(name); err == nil {
			free := tryLock(f)
			_ = f.Close()
			if free {
				_ = os.Remove(name)
			}
		}
	}
}

// Left returns what is on its way to path, or was when its writer was killed.
func Left(path string) []string {
	folder, base := filepath.Split(behind(path))
	entries, err := os.ReadDir(filepath.Clean(folder + "."))
	if err != nil {
		return nil
	}
	prefix := "." + base[:min(len(base), longestName)] + mark
	var left []string
	for _, e := range entries {
		if random, ok := strings.CutPrefix(e.Name(), prefix); ok && e.Type().IsRegular() && random != "" && strings.Trim(random, "0123456789") == "" {
			left = append(left, filepath.Join(folder, e.Name()))
		}
	}
	return left
}

// behind is the file itself where path is a symbolic link to it.
func behind(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

// lockName is the file in a temporary folder that is locked as long as the folder
// is in use.
const lockName = "in-use"

// TempFolder makes a temporary folder of that name and a number, and removes
// those of the name that a kill left behind. remove removes it again; until then
// nobody else does.
func TempFolder(name string) (folder string, remove func(), err error) {
	removeTempFolders(name)
	folder, err = os.MkdirTemp("", name+"-")
	if err != nil {
		return "", nil, err
	}
	lock, err := os.OpenFile(filepath.Join(folder, lockName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		_ = os.RemoveAll(folder)
		return "", nil, err
	}
	lockShared(lock)
	return folder, func() {
		_ = lock.Close()
		_ = os.RemoveAll(folder)
	}, nil
}

// removeTempFolders removes temporary folders that nobody uses any more. One
// without the lock is being made, or is not ours.
func removeTempFolders(name string) {
	found, err := filepath.Glob(filepath.Join(os.TempDir(), name+"-*"))
	if err != nil {
		return
	}
	for _, folder := range found {
		info, err := os.Lstat(folder)
		if err != nil || !info.IsDir() || !isOwn(info) {
			continue
		}
		lock, err := os.OpenFile(filepath.Join(folder, lockName), os.O_RDWR, 0)
		if err != nil {
			continue
		}
		free := tryLock(lock)
		_ = lock.Close()
		if free {
			_ = os.RemoveAll(folder)
		}
	}
}
