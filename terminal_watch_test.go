//go:build linux

package main

import (
	"bytes"
	"cmp"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// watched is a program in a terminal of its own whose output is timed.
type watched struct {
	tty     *os.File
	program *exec.Cmd
	started time.Time
	silent  bool          // the terminal answers no query
	rest    time.Duration // for how long nothing is written once a key is done with; 0 = 40 ms
	mu      sync.Mutex
	written []byte
	last    time.Time
	wrote   chan struct{}
}

func watch(tb testing.TB, name string, args ...string) *watched {
	tb.Helper()
	return watchAt(tb, tb.TempDir(), name, args...)
}

// watchAt is watch with a home folder that others share.
func watchAt(tb testing.TB, home, name string, args ...string) *watched {
	tb.Helper()
	return (&watched{}).begin(tb, self(os.Args[0], home, name, args...))
}

// self is linkvet or the empty program: both are this binary, or a copy of it,
// which TestMain tells by the name.
func self(binary, home, name string, args ...string) *exec.Cmd {
	program := exec.Command(binary)
	program.Args = append([]string{name}, args...)
	program.Env = []string{"HOME=" + home, "TERM=xterm-256color", "TZ=UTC"}
	return program
}

// begin starts a program.
func (w *watched) begin(tb testing.TB, program *exec.Cmd) *watched {
	tb.Helper()
	w.program, w.wrote, w.started = program, make(chan struct{}, 1), time.Now()
	var err error
	if w.tty, err = pty.StartWithSize(program, &pty.Winsize{Rows: 40, Cols: 120}); err != nil {
		tb.Fatal(err)
	}
	go w.read()
	return w
}

// queries are what a terminal is asked at start, with the answers of one that
// knows nothing special and is dark.
var queries = map[string]string{
	"\x1b]11;?":     "\x1b]11;rgb:1616/1616/1e1e\x1b\\",
	"\x1b[c":        "\x1b[?62;22c",
	"\x1b[?2026$p":  "\x1b[?2026;2$y",
	"\x1b[?2027$p":  "\x1b[?2027;2$y",
	"\x1b[6n":       "\x1b[1;1R",
	"\x1b[>q":       "\x1bP>|bench\x1b\\",
	"\x1b[?996n":    "\x1b[?997;1n",
	"\x1b]10;?\x07": "\x1b]10;rgb:d8d8/d8d8/e0e0\x07",
}

func (w *watched) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := w.tty.Read(buffer)
		if err != nil {
			return
		}
		now := time.Now()
		for query, answer := range queries {
			if !w.silent && bytes.Contains(buffer[:n], []byte(query)) {
				_, _ = w.tty.WriteString(answer)
			}
		}
		w.mu.Lock()
		w.written, w.last = append(w.written, buffer[:n]...), now
		w.mu.Unlock()
		select {
		case w.wrote <- struct{}{}:
		default:
		}
	}
}

// until waits for text on the screen and returns the time since the start.
func (w *watched) until(tb testing.TB, text string) time.Duration {
	tb.Helper()
	deadline := time.After(20 * time.Second)
	for {
		w.mu.Lock()
		found, last := bytes.Contains(w.written, []byte(text)), w.last
		w.mu.Unlock()
		if found {
			return last.Sub(w.started)
		}
		select {
		case <-w.wrote:
		case <-deadline:
			tb.Fatalf("%q never showed: %q", text, w.written)
		}
	}
}

// key sends a key and returns the time until the screen last changed for it;
// bytes is what was written meanwhile.
func (w *watched) key(tb testing.TB, key string) (took time.Duration, size int) {
	tb.Helper()
	rest := cmp.Or(w.rest, 40*time.Millisecond)
	w.mu.Lock()
	before := len(w.written)
	w.mu.Unlock()
	select {
	case <-w.wrote:
	default:
	}
	sent := time.Now()
	if _, err := w.tty.WriteString(key); err != nil {
		tb.Fatal(err)
	}
	wait := time.NewTimer(2 * time.Second)
	for {
		select {
		case <-w.wrote:
			wait.Reset(rest)
		case <-wait.C:
			w.mu.Lock()
			defer w.mu.Unlock()
			if len(w.written) == before {
				tb.Fatalf("key %q changed nothing", key)
			}
			return w.last.Sub(sent), len(w.written) - before
		}
	}
}

// size is how many bytes were written so far.
func (w *watched) size() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.written)
}

// quit presses q and returns how long the program took to end.
func (w *watched) quit(tb testing.TB) time.Duration {
	tb.Helper()
	sent := time.Now()
	if _, err := w.tty.WriteString("q"); err != nil {
		tb.Fatal(err)
	}
	if err := w.program.Wait(); err != nil {
		tb.Fatal(err)
	}
	took := time.Since(sent)
	_ = w.tty.Close()
	return took
}
