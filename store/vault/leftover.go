package vault

import (
	"os"
	"path/filepath"
	"regexp"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/files"
)

// leftPattern is how earlier programs called a store or a copy on its way: they
// did not hide it, and a new store had another word.
var leftPattern = regexp.MustCompile(`\.(new|first)-\d+$`)

// left returns what a kill left behind beside the store and among its backups:
// whole copies, and a second name of the store itself, which would outlive it.
// Whoever writes such files has the store locked, so nobody else's are among them.
func (s *File) left() []string {
	names := files.Left(s.FullPath)
	store := behind(s.FullPath)
	for _, name := range entriesOf(filepath.Dir(store)) {
		if mark := leftPattern.FindString(name); mark != "" && name == filepath.Base(store)+mark {
			names = append(names, filepath.Join(filepath.Dir(store), name))
		}
	}
	for _, name := range entriesOf(s.backupFolder()) {
		if leftPattern.MatchString(name) {
			names = append(names, filepath.Join(s.backupFolder(), name))
		}
	}
	return names
}

func entriesOf(folder string) (names []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // it is not there, or cannot be looked at; some room is lost, nothing else
	}
	for _, e := range entries {
		if e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names
}

// removeLeft removes what a kill left behind. The caller has the store locked.
func (s *File) removeLeft() {
	for _, name := range s.left() {
		_ = os.Remove(name)
	}
}

// tidy is removeLeft at the start. Where the store is busy, or may only be read,
// another start will do it.
func (s *File) tidy() {
	if len(s.left()) > 0 {
		_ = s.with(access{first: true}, func(*bolt.DB) error {
			s.removeLeft()
			return nil
		})
		s.removeSecondNames()
	}
}

// removeSecondNames removes other names of the store itself, which Windows keeps
// while the store is open.
func (s *File) removeSecondNames() {
	store, err := os.Stat(s.FullPath)
	if err != nil {
		return
	}
	for _, name := range s.left() {
		if info, err := os.Lstat(name); err == nil && os.SameFile(store, info) {
			_ = os.Remove(name)
		}
	}
}

// behind returns the file itself where path is a symbolic link to it.
func behind(path string) string {
	if file, err := filepath.EvalSymlinks(path); err == nil {
		return file
	}
	return path // nothing is there yet
}
