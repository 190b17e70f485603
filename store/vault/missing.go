package vault

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"linkvet/store/fault"
)

// mayCreate says why a store that is not there is not simply begun: a disk that
// is not mounted, or a slip of the hand, would look like a fresh start, and the
// copies of the new store would push those of the lost one out.
func (s *File) mayCreate() error {
	if s.Opts.NewStore {
		return nil
	}
	if err := s.lost(); err != nil || !s.Opts.MustExist {
		return err
	}
	return fault.Missing(s.FullPath)
}

// lost says so when a store that is not there was there before; nil when it never
// was, as far as is known.
func (s *File) lost() error {
	copies, err := readBackups(s.backupFolder())
	if err != nil {
		return fault.Explain(s.FullPath, err)
	}
	if len(copies) > 0 {
		return fault.Lost(s.FullPath, fmt.Sprintf("%s has copies of it (%d)", s.backupFolder(), len(copies)), s.howToRestore())
	}
	if remembers(s.Opts.StateDir, s.FullPath) {
		return fault.Lost(s.FullPath, "it was there before", "linkvet restore FILE")
	}
	return nil
}

// stateOf is the folder in the state folder that belongs to the store at path. A
// store that is opened through a symbolic link is the same one.
func stateOf(stateDir, path string) string {
	sum := sha256.Sum256([]byte(real(path)))
	return filepath.Join(stateDir, "open", hex.EncodeToString(sum[:6]))
}

// real is the path without symbolic links, also of a file that is not there.
func real(path string) string {
	if file, err := filepath.EvalSymlinks(path); err == nil {
		return file
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}

// remember notes that there is a store at path. Where that cannot be noted, only
// its copies will tell.
func remember(stateDir, path string) {
	if stateDir != "" {
		_ = os.MkdirAll(stateOf(stateDir, path), 0o700)
	}
}

func remembers(stateDir, path string) bool {
	if stateDir == "" {
		return false
	}
	_, err := os.Stat(stateOf(stateDir, path))
	return !errors.Is(err, fs.ErrNotExist)
}
