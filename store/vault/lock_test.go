package vault

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"linkvet/store/fault"
)

func TestLockTerminal(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	release, err := LockTerminal(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := LockTerminal(folder); !errors.Is(err, fault.ErrLocked) {
		t.Errorf("a second one: %v", err)
	}
	release()
	release, err = LockTerminal(folder)
	if err != nil {
		t.Fatal(err)
	}
	release()
	if err := os.WriteFile(filepath.Join(folder, "terminal.lock"), []byte("scribbled"), 0o600); err != nil {
		t.Fatal(err)
	}
	release, err = LockTerminal(folder)
	if err != nil {
		t.Fatal(err)
	}
	release()
}
