//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"linkvet/store/linkedin/archivetest"
	"linkvet/testdata/terminal"
)

// endings are the signals that end the program, with the exit code of each.
var endings = map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129}

// endsWith fails unless the program ends with an exit code, the alternate screen
// left and the terminal as it was.
func endsWith(t *testing.T, p *terminal.Program, code int) {
	t.Helper()
	err := p.End()
	exit, ok := errors.AsType[*exec.ExitError](err)
	if !ok || exit.ExitCode() != code {
		t.Errorf("it ended with %v, not with %d", err, code)
	}
	if errors.Is(err, terminal.ErrNotRestored) {
		t.Error(err)
	}
	written := p.Written()
	if bytes.LastIndex(written, []byte(leaveScreen)) < bytes.LastIndex(written, []byte(enterScreen)) {
		t.Error("the screen is not left")
	}
}

// Whatever the program is doing, a signal ends it, and what was typed until then
// is saved.
func TestSignalsEndTheProgram(t *testing.T) {
	for signal, code := range endings {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			p := startIn(t, home, terminal.Options{})
			p.Sees("Welcome")
			p.Press("a", "Add an invitation")
			p.Press("Renée Dvořáková", "Dvořáková")
			p.Signal(signal)
			endsWith(t, p, code)
			p = startIn(t, home, terminal.Options{})
			p.Sees("Welcome")
			p.Press("a", "Renée Dvořáková")
		})
	}
}

// A signal while another program has the store does not wait for it.
func TestSignalWhileTheStoreIsBusy(t *testing.T) {
	home := t.TempDir()
	db := filepath.Join(home, "linkvet.db")
	runIn(t, home, "add", "--db", db, "--name", "Renée Dvořáková")
	p := startIn(t, home, terminal.Options{}, "--db", db)
	p.Sees("Dvořáková")
	defer holdStore(t, db)()
	p.Press("d", "What did you do?")
	p.Type("1")
	p.Signal(syscall.SIGTERM)
	endsWith(t, p, 143)
}

// A signal stops an import, and changes nothing of the store.
func TestSignalWhileImporting(t *testing.T) {
	archive, home := t.TempDir(), t.TempDir()
	if err := archivetest.New(archivetest.Options{Invitations: 30_000, Seed: 1, Chatty: true}).WriteFolder(archive); err != nil {
		t.Fatal(err)
	}
	p := startIn(t, home, terminal.Options{})
	p.Sees("Welcome")
	p.Press("i", "Where is the archive?")
	p.Type(archive + "\r")
	p.Until("%") // how far it is
	p.Signal(syscall.SIGTERM)
	endsWith(t, p, 143)
	if got := runIn(t, home, "list", "--json"); got != "" {
		t.Errorf("half an import is in the store: %.200s", got)
	}
}

// A signal that comes twice is not kept waiting by a save.
func TestSecondSignalEndsAtOnce(t *testing.T) {
	home := t.TempDir()
	runIn(t, home, "add", "--name", "Renée Dvořáková")
	p := startIn(t, home, terminal.Options{})
	p.Sees("Dvořáková")
	hold := holdStore(t, filepath.Join(home, ".local", "share", "linkvet", "linkvet.db"))
	defer hold()
	p.Press("d", "What did you do?")
	p.Type("1")
	p.Signal(syscall.SIGHUP)
	p.Signal(syscall.SIGTERM)
	endsWith(t, p, 129)
}

// What is not saved when a signal ends the program is told.
func TestSignalTellsWhatIsNotSaved(t *testing.T) {
	home := t.TempDir()
	runIn(t, home, "add", "--name", "Renée Dvořáková")
	p := startIn(t, home, terminal.Options{})
	p.Sees("Dvořáková")
	defer holdStore(t, filepath.Join(home, ".local", "share", "linkvet", "linkvet.db"))()
	p.Press("l", "Put off until when?")
	p.Press("2 weeks", "Until")
	p.Signal(syscall.SIGTERM)
	endsWith(t, p, 143)
	written := string(p.Written())
	if _, said, _ := strings.Cut(written, leaveScreen); !strings.Contains(said, "interrupted; not saved: ") {
		t.Errorf("it ended with %q", said)
	}
}

// A command that a signal ends says so with its exit code.
func TestSignalEndsACommand(t *testing.T) {
	for signal, code := range endings {
		home := t.TempDir()
		runIn(t, home, "add", "--name", "Renée Dvořáková")
		runIn(t, home, "backup", "copy.db")
		p := startIn(t, home, terminal.Options{}, "restore", "copy.db")
		p.Until("[y/N]")
		p.Signal(signal)
		endsWith(t, p, code)
	}
}

// holdStore keeps a store busy, as another program does, until it is called off.
func holdStore(t *testing.T, db string) (release func()) {
	t.Helper()
	file, err := os.OpenFile(db, os.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	return func() { _ = file.Close() }
}
