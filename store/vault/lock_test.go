package vault

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"linkvet/store/fault"
)

func TestLockTerminal(t *testing.T) {
	state, path := filepath.Join(t.TempDir(), "state"), filepath.Join(t.TempDir(), "linkvet.db")
	release, err := LockTerminal(state, path)
	mustNot(t, err)
	if _, err := LockTerminal(state, path); !errors.Is(err, fault.ErrLocked) {
		t.Errorf("a second one: %v", err)
	}
	other, err := LockTerminal(state, path+"2") // two stores may be open side by side
	mustNot(t, err)
	other()
	release()
	release, err = LockTerminal(state, path)
	mustNot(t, err)
	release()
	mustNot(t, os.WriteFile(filepath.Join(stateOf(state, path), "terminal.lock"), []byte("scribbled"), 0o600))
	release, err = LockTerminal(state, path)
	mustNot(t, err)
	release()
}

// A store behind a symbolic link is the same store.
func TestLockTerminalBehindALink(t *testing.T) {
	state, folder := t.TempDir(), t.TempDir()
	path, link := filepath.Join(folder, "linkvet.db"), filepath.Join(t.TempDir(), "link.db")
	mustNot(t, os.WriteFile(path, nil, 0o600))
	err := os.Symlink(path, link)
	if err != nil && runtime.GOOS == "windows" {
		t.Skip(err) // links need a privilege there
	}
	mustNot(t, err)
	release, err := LockTerminal(state, path)
	mustNot(t, err)
	defer release()
	if _, err := LockTerminal(state, link); !errors.Is(err, fault.ErrLocked) {
		t.Errorf("behind the link: %v", err)
	}
}

// Where nothing can be written to the state folder, the lock lies beside the store.
func TestLockTerminalWithoutAStateFolder(t *testing.T) {
	state, path := filepath.Join(t.TempDir(), "state"), filepath.Join(t.TempDir(), "linkvet.db")
	mustNot(t, os.WriteFile(state, nil, 0o600)) // no folder can be made there
	release, err := LockTerminal(state, path)
	mustNot(t, err)
	if _, err := LockTerminal(state, path); !errors.Is(err, fault.ErrLocked) {
		t.Errorf("a second one: %v", err)
	}
	release()
	release, err = LockTerminal(state, path)
	mustNot(t, err)
	release()
}
