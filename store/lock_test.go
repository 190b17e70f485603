package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"linkvet/store/fault"
	"linkvet/store/vault"
)

func TestLockTerminal(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	release, err := vault.LockTerminal(folder)
	mustNot(t, err)
	if _, err := vault.LockTerminal(folder); !errors.Is(err, fault.ErrLocked) {
		t.Errorf("a second one: %v", err)
	}
	release()
	release, err = vault.LockTerminal(folder)
	mustNot(t, err)
	release()
	mustNot(t, os.WriteFile(filepath.Join(folder, "terminal.lock"), []byte("scribbled"), 0o600))
	release, err = vault.LockTerminal(folder)
	mustNot(t, err)
	release()
}
