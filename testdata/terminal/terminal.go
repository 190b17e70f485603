//go:build unix

package terminal

import (
	"bytes"
	"cmp"
	"errors"
	"os"
	"os/exec"
	"reflect"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// longestWait is how long a screen may take to show something.
const longestWait = 30 * time.Second

// Options say what the terminal is like.
type Options struct {
	Columns, Rows uint16 // 0 = 120 by 40
	Silent        bool   // it answers no query
	Emulated      bool   // it is a whole terminal that draws and answers, see Screen
	Kitty         bool   // and one whose keyboard speaks kitty's protocol, see Stroke
}

// Program is a program that runs in a terminal of its own.
type Program struct {
	Cmd *exec.Cmd

	tb       testing.TB
	tty      *os.File // our end
	theirs   *os.File
	before   *term.State
	started  time.Time
	silent   bool
	screen   *vt.Emulator  // nil where only bytes are kept; under mu
	keyboard keyboard      // of an emulated terminal; under mu
	ended    chan struct{} // closed when the program has ended and all is read
	err      error         // how it ended, once it has

	mu      sync.Mutex
	written []byte
	last    time.Time // when it wrote last
	from    int       // what was written before the last key
	wrote   chan struct{}
}

// Start starts a command in a terminal. The test kills what it leaves running.
func Start(tb testing.TB, cmd *exec.Cmd, o Options) *Program {
	tb.Helper()
	p := &Program{Cmd: cmd, tb: tb, silent: o.Silent, ended: make(chan struct{}), wrote: make(chan struct{}, 1)}
	var err error
	if p.tty, p.theirs, err = pty.Open(); err != nil {
		tb.Fatal(err)
	}
	if err := pty.Setsize(p.tty, &pty.Winsize{Rows: cmp.Or(o.Rows, 40), Cols: cmp.Or(o.Columns, 120)}); err != nil {
		tb.Fatal(err)
	}
	if p.before, err = term.GetState(p.theirs.Fd()); err != nil {
		tb.Fatal(err)
	}
	if o.Emulated {
		p.silent = true
		p.keyboard.speaks = o.Kitty
		p.emulate(int(cmp.Or(o.Columns, 120)), int(cmp.Or(o.Rows, 40)))
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.theirs, p.theirs, p.theirs
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	p.started = time.Now()
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	read := make(chan struct{})
	go func() {
		defer close(read)
		p.read()
	}()
	go func() {
		defer close(p.ended)
		p.err = cmd.Wait()
		if after, err := term.GetState(p.theirs.Fd()); err != nil || !reflect.DeepEqual(p.before, after) {
			p.err = errors.Join(p.err, ErrNotRestored)
		}
		_ = p.theirs.Close() // ends the reading
		<-read
		_ = p.tty.Close()
	}()
	tb.Cleanup(p.Kill)
	return p
}

// ErrNotRestored says that the terminal is not as the program found it.
var ErrNotRestored = errors.New("the terminal is not left as it was")

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

func (p *Program) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := p.tty.Read(buffer)
		now := time.Now()
		for query, answer := range queries {
			if !p.silent && bytes.Contains(buffer[:n], []byte(query)) {
				_, _ = p.tty.WriteString(answer)
			}
		}
		if n > 0 {
			p.mu.Lock()
			p.written, p.last = append(p.written, buffer[:n]...), now
			if p.screen != nil {
				_, _ = p.screen.Write(buffer[:n])
			}
			p.mu.Unlock()
		}
		select {
		case p.wrote <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// Written returns all that was written to the terminal so far, escape codes too.
func (p *Program) Written() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return bytes.Clone(p.written)
}

// Resize changes the size of the terminal.
func (p *Program) Resize(columns, rows uint16) {
	p.tb.Helper()
	p.forget()
	p.mu.Lock()
	if p.screen != nil {
		p.screen.Resize(int(columns), int(rows))
	}
	p.mu.Unlock()
	if err := pty.Setsize(p.tty, &pty.Winsize{Rows: rows, Cols: columns}); err != nil {
		p.tb.Fatal(err)
	}
}

// forget makes what was written so far count no more.
func (p *Program) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.from = len(p.written)
}

// Kill ends the program as a crash would: it gets no chance to save.
func (p *Program) Kill() {
	select {
	case <-p.ended:
	default:
		_ = p.Cmd.Process.Kill()
		<-p.ended
	}
}

// End waits until the program has ended and returns how: an error too when it
// does not leave the terminal as it was. What takes too long is killed.
func (p *Program) End() error {
	p.tb.Helper()
	select {
	case <-p.ended:
	case <-time.After(longestWait):
		p.Kill()
		p.tb.Errorf("%v did not end by itself: %q", p.Cmd.Args, p.Written())
	}
	return p.err
}

// Quit presses q and returns how long the program took to end.
func (p *Program) Quit() time.Duration {
	p.tb.Helper()
	sent := time.Now()
	p.Type("q")
	if err := p.End(); err != nil {
		p.tb.Fatal(err)
	}
	return time.Since(sent)
}

// Signal sends the program a signal.
func (p *Program) Signal(signal os.Signal) {
	p.tb.Helper()
	if err := p.Cmd.Process.Signal(signal); err != nil {
		p.tb.Fatal(err)
	}
}

// Ended reports whether the program has ended.
func (p *Program) Ended() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// Send sends bytes, as keys do, to a program that may have ended.
func (p *Program) Send(bytes string) { _, _ = p.tty.WriteString(bytes) }

// Pause waits for the program to write or end, at most so long.
func (p *Program) Pause(most time.Duration) {
	select {
	case <-p.ended:
	case <-p.wrote:
	case <-time.After(most):
	}
}
