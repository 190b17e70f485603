//go:build unix

package vault

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// A backup never takes the place of what is no file, also when told to replace.
func TestBackupOverOddFiles(t *testing.T) {
	s, _ := newFile(t)
	add(t, s, "Ada Lind")
	folder := t.TempDir()
	pipe, socket, link := filepath.Join(folder, "pipe"), filepath.Join(folder, "socket"), filepath.Join(folder, "link")
	mustNot(t, syscall.Mkfifo(pipe, 0o600))
	mustNot(t, os.Symlink("nowhere", link))
	listener, err := net.Listen("unix", socket)
	mustNot(t, err)
	defer func() { _ = listener.Close() }()
	for _, path := range []string{pipe, socket, link, os.DevNull, folder} {
		before, err := os.Lstat(path)
		mustNot(t, err)
		if _, err := s.Backup(path, true); err == nil {
			t.Errorf("%s: no error", path)
		}
		if after, err := os.Lstat(path); err != nil || !os.SameFile(before, after) || before.Mode() != after.Mode() {
			t.Errorf("%s was replaced: %v", path, err)
		}
	}
	for _, path := range []string{pipe, os.DevNull} { // nor does a restore wait for one
		if _, err := Restore(t.Context(), s.Path(), path, s.Opts); err == nil {
			t.Errorf("%s: restored", path)
		}
	}
}
