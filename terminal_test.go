//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

const (
	enterScreen = "\x1b[?1049h" // the alternate screen
	leaveScreen = "\x1b[?1049l"
)

// inTerminal is endsInTerminal for what must end well.
func inTerminal(t *testing.T, text, keys string, args ...string) (shown, home string) {
	t.Helper()
	shown, home, err := endsInTerminal(t, text, keys, args...)
	if err != nil {
		t.Errorf("linkvet %v: %v\n%q", args, err, shown)
	}
	return shown, home
}

// endsInTerminal runs linkvet in a terminal of its own, sends keys once the
// screen shows text, and returns all it wrote, the home folder it had and how it
// ended. It fails when the terminal is not left as it was.
func endsInTerminal(t *testing.T, text, keys string, args ...string) (shown, home string, err error) {
	t.Helper()
	ctrl, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer ctrl.Close()
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 30, Cols: 100}); err != nil {
		t.Fatal(err)
	}
	before, err := term.GetState(tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	program := exec.CommandContext(ctx, os.Args[0])
	program.Args = append([]string{"linkvet"}, args...) // TestMain tells by the name
	home = t.TempDir()
	program.Env = []string{"HOME=" + home, "TMPDIR=" + home, "TERM=xterm-256color", "TZ=UTC", "PATH=" + os.Getenv("PATH")}
	program.Dir = home
	program.Stdin, program.Stdout, program.Stderr = tty, tty, tty
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	var after *term.State
	go func() {
		err := program.Wait()
		after, _ = term.GetState(tty.Fd())
		_ = tty.Close() // ends the reading below
		done <- err
	}()
	var written bytes.Buffer
	buffer := make([]byte, 4096)
	for {
		n, err := ctrl.Read(buffer)
		written.Write(buffer[:n])
		if keys != "" && bytes.Contains(written.Bytes(), []byte(text)) {
			if _, err := ctrl.WriteString(keys); err != nil {
				t.Fatal(err)
			}
			keys = ""
		}
		if err != nil {
			break
		}
	}
	err = <-done
	if ctx.Err() != nil {
		t.Errorf("linkvet %v: %v\n%q", args, ctx.Err(), written.String())
	}
	if !reflect.DeepEqual(before, after) {
		t.Errorf("linkvet %v leaves the terminal changed: %+v, was %+v", args, after, before)
	}
	return written.String(), home, err
}

// A store that is damaged where the first screen does not look ends the program
// with the reason and what to do, as for any command, and stays as it is.
func TestTerminalProgramRefusesADamagedStore(t *testing.T) {
	db := benchStore(t, 2_000)
	whole, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(whole, []byte("linkedin.com/in/"))
	whole[at] ^= 1
	if err := os.WriteFile(db, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	shown, _, err := endsInTerminal(t, "no such text", "", "--db", db)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 4 {
		t.Errorf("it ended with %v", err)
	}
	left := strings.LastIndex(shown, leaveScreen)
	if left < 0 || !strings.Contains(shown[left:], "linkvet restore") {
		t.Errorf("what to do is not said after the screen is left: %q", shown)
	}
	if now, err := os.ReadFile(db); err != nil || !bytes.Equal(now, whole) {
		t.Errorf("the file was touched (%v)", err)
	}
}

func TestTerminalProgramStartsAndLeavesTheTerminalAsItWas(t *testing.T) {
	for _, c := range []struct {
		name, text string
		args       []string
	}{
		{"the demo's list", "Mira Solberg", []string{"demo"}},
		{"the first run", "demo", nil},
		{"without colour", "Mira Solberg", []string{"demo", "--no-color"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			shown, home := inTerminal(t, c.text, "q", c.args...)
			entered, left := bytes.LastIndex([]byte(shown), []byte(enterScreen)), bytes.LastIndex([]byte(shown), []byte(leaveScreen))
			if entered < 0 || left < entered {
				t.Errorf("the screen is entered at %d and left at %d of %q", entered, left, shown)
			}
			if c.args == nil {
				return
			}
			if files, err := os.ReadDir(home); err != nil || len(files) > 0 {
				t.Errorf("the demo leaves files behind: %v, %v", files, err)
			}
		})
	}
}
