//go:build linux && trace

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
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
	inTerminalTraced(t, traced("demo"))
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

// inTerminalTraced opens the terminal program, walks around and quits.
func inTerminalTraced(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	go func() {
		for _, key := range []string{"j", "j", "\r", "1", "2", "\x1b", "\x1b", "?", "\x1b", "\x03"} {
			time.Sleep(400 * time.Millisecond) // strace is slow, and a key too early is part of another
			_, _ = terminal.WriteString(key)
		}
	}()
	shown := make([]byte, 0, 1<<16)
	for buffer := make([]byte, 4096); ; {
		n, err := terminal.Read(buffer)
		shown = append(shown, buffer[:n]...)
		if err != nil {
			break
		}
	}
	_ = cmd.Wait()
	if len(shown) < 2000 {
		t.Errorf("the terminal program showed only %q", shown)
	}
}
