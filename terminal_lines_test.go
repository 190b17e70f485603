//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"linkvet/testdata/terminal"
)

// inLines starts the line mode in a terminal, with settings of the person's own.
func inLines(t *testing.T, home, settings string) *terminal.Program {
	t.Helper()
	file := filepath.Join(home, "settings.yaml")
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	p := terminal.Start(t, linkvet(home, "--accessible", "--config", file), terminal.Options{})
	p.Reads("or a word:")
	return p
}

// A command of the person's own that takes the terminal over hears what is typed
// while it runs, and the line mode goes on behind it.
func TestOwnCommandsInTheLineMode(t *testing.T) {
	home := t.TempDir()
	runIn(t, home, "add", "--name", "Renée Dvořáková")
	p := inLines(t, home, "commands:\n  - {key: W, name: Ask, terminal: true, command: [sh, -c, 'test -t 0 && read answer && echo \"heard $answer of $1\"', sh, \"{{name}}\"]}\n")
	p.Send("1\n")
	p.Reads("Your command: Ask")
	p.Send("Your command: Ask\n")
	p.Send("much\n")
	p.Reads("heard much of Renée", "Ask has run.", "What next?")
	p.Send("q\n")
	if err := p.End(); err != nil {
		t.Error(err)
	}
}

// ctrl+c ends the line mode with one sentence that all is saved, and with what a
// shell knows as interrupted.
func TestCtrlCInTheLineMode(t *testing.T) {
	home := t.TempDir()
	runIn(t, home, "add", "--name", "Anna Weber")
	p := inLines(t, home, "")
	p.Send("\x03")
	var exit *exec.ExitError
	if err := p.End(); !errors.As(err, &exit) || exit.ExitCode() != 128+int(syscall.SIGINT) {
		t.Errorf("it ended with %v", err)
	}
	_, end, _ := strings.Cut(string(p.Written()), "\x03")
	if _, after, ok := strings.Cut(string(p.Written()), "^C"); ok {
		end = after
	}
	if strings.TrimSpace(end) != "Stopped. Everything that was answered is saved." {
		t.Errorf("it ends with %q", end)
	}
}
