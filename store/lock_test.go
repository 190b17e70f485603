package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestLockTerminal(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	release, err := LockTerminal(folder)
	mustNot(t, err)
	if _, err := LockTerminal(folder); !errors.Is(err, ErrLocked) {
		t.Errorf("a second one: %v", err)
	}
	release()
	release, err = LockTerminal(folder)
	mustNot(t, err)
	release()
	mustNot(t, os.WriteFile(filepath.Join(folder, "terminal.lock"), []byte("scribbled"), 0o600))
	release, err = LockTerminal(folder)
	mustNot(t, err)
	release()
}
