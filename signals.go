package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// The signals that end the program are listened to here and nowhere else: where
// Bubble Tea or fang listened as well, each could keep the other waiting.

// longestEnd is how long saving and cleaning up may take once a signal came. It
// is longer than a save waits for another program to let go of the store.
const longestEnd = 8 * time.Second

// ending is a signal that ends the program.
type ending struct{ os.Signal }

// exitCode is what a shell makes of a program that a signal ended.
func (e ending) exitCode() int {
	if number, ok := e.Signal.(syscall.Signal); ok {
		return 128 + int(number)
	}
	return kindInterrupted.exitCode()
}

// untilSignalled returns a context that ends with the first signal to end the
// program. The second, or too long a wait, ends it at once. Signals that whoever
// started the program told it to ignore, as nohup does, stay ignored.
func (a *app) untilSignalled() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	caught := make(chan os.Signal, 2)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(caught, s)
		}
	}
	done := make(chan struct{})
	go func() {
		var first ending
		select {
		case <-done:
			return
		case first.Signal = <-caught:
		}
		a.endedBy.Store(&first)
		cancel()
		select {
		case <-done:
			return
		case <-caught:
		case <-time.After(longestEnd):
		}
		a.leaveTerminal()
		os.Exit(first.exitCode())
	}()
	return ctx, func() {
		signal.Stop(caught)
		close(done)
		cancel()
	}
}

// keepTerminal remembers how the terminal is before the terminal program
// changes it, for an end that cannot wait.
func (a *app) keepTerminal() error {
	state, err := term.GetState(a.in.Fd())
	if err != nil {
		return fmt.Errorf("reading how the terminal is set: %w", err)
	}
	a.terminalBefore.Store(state)
	return nil
}

// leaveTerminal leaves the terminal as it was before the terminal program
// changed it. A terminal that takes no more output is not waited for.
func (a *app) leaveTerminal() {
	before := a.terminalBefore.Load()
	if before == nil {
		return
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		_, _ = fmt.Fprint(a.out, ansi.ResetModifyOtherKeys, ansi.PopKittyKeyboard(1), ansi.ResetModeAltScreenSaveCursor, ansi.SetModeTextCursorEnable,
			ansi.ResetModeBracketedPaste, ansi.ResetModeFocusEvent, ansi.ResetModeMouseButtonEvent, ansi.ResetModeMouseExtSgr, ansi.ResetStyle)
	}()
	select {
	case <-written:
	case <-time.After(100 * time.Millisecond):
	}
	_ = term.Restore(a.in.Fd(), before)
}
