package main

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// takenTerminal is the terminal as the screens of the terminal program write to
// it, for an end that cannot wait until they have left it.
type takenTerminal struct {
	*os.File          // its output
	in       *os.File // its input
	before   *term.State

	mu     sync.Mutex
	shown  bool // the screens are on it
	closed bool // nothing more is written
}

// takeTerminal remembers how the terminal is before the screens change it.
func takeTerminal(in, out *os.File) (*takenTerminal, error) {
	before, err := term.GetState(in.Fd())
	if err != nil {
		return nil, fmt.Errorf("reading how the terminal is set: %w", err)
	}
	return &takenTerminal{File: out, in: in, before: before}, nil
}

// Write writes what the screens draw, and takes note of when they come and go.
func (t *takenTerminal) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return len(b), nil
	}
	came, went := bytes.LastIndex(b, []byte(ansi.SetModeAltScreenSaveCursor)), bytes.LastIndex(b, []byte(ansi.ResetModeAltScreenSaveCursor))
	if came != went {
		t.shown = came > went
	}
	return t.File.Write(b)
}

// leave leaves the terminal as it was before. Where the screens have left it by
// themselves, only its settings are put back: what else it is asked for would
// be taken from the shell. A terminal that takes no more output is not waited for.
func (t *takenTerminal) leave() {
	if t == nil {
		return
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		t.mu.Lock()
		defer t.mu.Unlock()
		t.closed = true
		if t.shown {
			_, _ = fmt.Fprint(t.File, ansi.ResetModifyOtherKeys, ansi.PopKittyKeyboard(1), ansi.ResetModeAltScreenSaveCursor, ansi.SetModeTextCursorEnable,
				ansi.ResetModeBracketedPaste, ansi.ResetModeFocusEvent, ansi.ResetModeMouseButtonEvent, ansi.ResetModeMouseExtSgr, ansi.ResetStyle)
		}
	}()
	select {
	case <-written:
	case <-time.After(100 * time.Millisecond):
	}
	_ = term.Restore(t.in.Fd(), t.before)
}
