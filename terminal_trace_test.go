//go:build linux && trace

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"linkvet/testdata/terminal"
)

// TestTracedRunOpensNoSocket runs commands and the terminal program under
// strace, which must be installed, and looks for system calls of the network:
//
//	go test -tags trace -run TestTraced .
func TestTracedRunOpensNoSocket(t *testing.T) {
	folder := t.TempDir()
	program := filepath.Join(folder, "linkvet")
	build := exec.Command("go", "build", "-o", program, ".")
	// As it is released. With cgo, the system's library may ask a service on the
	// same computer for the person's home folder.
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	archives, err := filepath.Abs(filepath.Join("testdata", "archives"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(archives, "*"))
	if err != nil || len(found) == 0 {
		t.Fatalf("%v, %v", found, err)
	}
	traced := func(args ...string) *exec.Cmd {
		trace := []string{"-f", "-A", "-e", "trace=network", "-o", filepath.Join(folder, "trace"), program}
		cmd := exec.Command("strace", append(trace, args...)...)
		cmd.Env = []string{"HOME=" + folder, "TERM=xterm-256color", "TZ=UTC", "PATH=" + os.Getenv("PATH")}
		cmd.Dir = folder
		return cmd
	}
	for _, archive := range found {
		_ = traced("import", archive).Run() // some are damaged on purpose
	}
	for _, args := range [][]string{
		{"add", "--name", "Ada Example", "--note", "see https://example.com"}, {"list"}, {"stats"}, {"export", "-o", "all.csv"},
		{"backup", "copy.db"}, {"restore", "copy.db", "--yes"}, {"check"}, {"compact"}, {"log"}, {"undo"}, {"paths"}, {"version"}, {"--help"},
	} {
		if out, err := traced(args...).CombinedOutput(); err != nil && args[0] != "undo" {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
	walkAround(t, traced("demo"))
	trace, err := os.ReadFile(filepath.Join(folder, "trace"))
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range strings.Lines(string(trace)) {
		switch {
		case strings.Contains(line, "+++ exited"):
			lines++
		case strings.Contains(line, "--- SIG"), strings.Contains(line, "???("): // a signal; the end of a thread
		default:
			t.Errorf("traced: %s", line)
		}
	}
	if lines < len(found) {
		t.Errorf("only %d processes were traced", lines)
	}
}

// walkAround opens the terminal program, walks around and quits.
func walkAround(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	p := terminal.Start(t, cmd, terminal.Options{})
	p.Sees("Mira Solberg")
	p.Press("j\r", "Stop signs")
	p.Press("?", "search")
	p.Type("\x03")
	if err := p.End(); err != nil {
		t.Error(err)
	}
}
