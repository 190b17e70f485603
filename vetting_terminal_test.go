//go:build unix

package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"linkvet/store"
	"linkvet/store/vault"
)

// How long a screen may take to show something, and after what time it is asked
// to be drawn again.
const (
	longestWait = 20 * time.Second
	redrawAfter = 150 * time.Millisecond
)

// screenTest is linkvet in a terminal of its own, with a home that outlives it.
type screenTest struct {
	t       *testing.T
	home    string
	program *exec.Cmd
	tty     *os.File
	chunks  chan []byte
	seen    []byte // since the last key
}

func environment(home string) []string {
	return []string{"HOME=" + home, "TMPDIR=" + home, "TERM=xterm-256color", "TZ=UTC", "PATH=" + os.Getenv("PATH")}
}

// runIn runs a command of linkvet with a home.
func runIn(t *testing.T, home string, args ...string) string {
	t.Helper()
	program := exec.Command(os.Args[0])
	program.Args = append([]string{"linkvet"}, args...) // TestMain tells by the name
	program.Env, program.Dir = environment(home), home
	out, err := program.CombinedOutput()
	if err != nil {
		t.Fatalf("linkvet %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// startIn starts the terminal program with a home.
func startIn(t *testing.T, home string, columns, rows uint16) *screenTest {
	t.Helper()
	s := &screenTest{t: t, home: home, chunks: make(chan []byte, 1000)}
	s.program = exec.Command(os.Args[0])
	s.program.Args = []string{"linkvet"}
	s.program.Env, s.program.Dir = environment(home), home
	tty, err := pty.StartWithSize(s.program, &pty.Winsize{Rows: rows, Cols: columns})
	if err != nil {
		t.Fatal(err)
	}
	s.tty = tty
	go func() {
		defer close(s.chunks)
		for {
			buffer := make([]byte, 4096)
			n, err := tty.Read(buffer)
			if n > 0 {
				s.chunks <- buffer[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(s.kill)
	return s
}

// kill ends the program as a crash would: it gets no chance to save.
func (s *screenTest) kill() {
	if s.program.ProcessState == nil {
		_ = s.program.Process.Kill()
		_ = s.program.Wait()
		_ = s.tty.Close()
	}
}

func (s *screenTest) resize(columns, rows uint16) {
	s.t.Helper()
	if err := pty.Setsize(s.tty, &pty.Winsize{Rows: rows, Cols: columns}); err != nil {
		s.t.Fatal(err)
	}
	s.seen = nil
}

// press types keys.
func (s *screenTest) press(keys string) {
	s.t.Helper()
	s.seen = nil
	if _, err := s.tty.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// escapes are what a terminal does not show.
var escapes = regexp.MustCompile(`\x1b(\[[0-9;?>=<]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-B]|.)`)

// sees waits until all words have been drawn since the last key. A terminal
// program draws only what has changed, so it is asked to draw all again until
// they are there.
func (s *screenTest) sees(words ...string) {
	s.t.Helper()
	deadline := time.After(longestWait)
	for {
		text := escapes.ReplaceAll(s.seen, []byte(" "))
		missing := ""
		for _, word := range words {
			if !bytes.Contains(text, []byte(word)) {
				missing = word
			}
		}
		if missing == "" {
			return
		}
		select {
		case chunk, open := <-s.chunks:
			if s.seen = append(s.seen, chunk...); !open {
				s.t.Fatalf("linkvet ended before it showed %q:\n%s", missing, text)
			}
		case <-time.After(redrawAfter):
			if _, err := s.tty.WriteString("\x0c"); err != nil {
				s.t.Fatal(err)
			}
		case <-deadline:
			s.t.Fatalf("the screen never shows %q:\n%s", missing, text)
		}
	}
}

// waitForDraft waits until the store holds a text that is being typed. It looks
// only now and then, so that it does not keep the program from writing.
func waitForDraft(t *testing.T, home, text string) {
	t.Helper()
	s, err := store.Open(filepath.Join(home, ".local", "share", "linkvet", "linkvet.db"), vault.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	deadline := time.After(longestWait)
	for {
		texts, err := s.Unsaved()
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(slices.Collect(maps.Values(texts)), text) {
			return
		}
		select {
		case <-time.After(redrawAfter):
		case <-deadline:
			t.Fatalf("%q is never in the store, which has %q", text, texts)
		}
	}
}

// Somebody answers, goes back, changes their mind, resizes the window and types
// a note. Then the program is killed. The next one offers to go on, with every
// answer and the note as far as it was typed.
func TestNothingIsLostWhenTheProgramIsKilled(t *testing.T) {
	for round := range 3 {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			home := t.TempDir()
			runIn(t, home, "add", "--name", "Ana Kovalenko", "--company", "Nordwind")
			s := startIn(t, home, 80, 24)
			s.sees("Kovalenko")
			s.press("\r")
			s.sees("money", "Impostor")
			s.press("n")
			s.sees("Slightly")
			s.press("1")
			s.sees("trust")
			s.press("b")
			s.sees("Slightly")
			s.press("3")
			s.sees("recruiter")
			s.resize(60, 15)
			s.sees("salesperson")
			s.resize(120, 40)
			s.sees("salesperson", "Advice")
			s.press("2")
			s.sees("substance")
			s.press("b")
			s.sees("salesperson")
			s.press("N")
			s.sees("counts")
			s.press("asked Ljubica")
			s.sees("Ljubica")
			waitForDraft(t, home, "asked Ljubica")
			s.kill()

			if got := runIn(t, home, "list", "--json"); !strings.Contains(got, `"answered":13`) {
				t.Errorf("after the crash the store has %s", got)
			}
			s = startIn(t, home, 80, 24)
			s.sees("Resume", "Kovalenko")
			s.press("c")
			s.sees("substance")
			s.press("b")
			s.sees("salesperson", "answer")
			s.press("N")
			s.sees("Ljubica")
			s.press("\r")
			s.sees("salesperson", "Ljubica")
			s.press("\x03")
			if err := s.program.Wait(); err != nil {
				t.Errorf("ctrl+c: %v", err)
			}
		})
	}
}
