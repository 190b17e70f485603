package tui

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
)

// The themes a person can ask for.
const (
	ThemeAuto  = "auto"  // as light or dark as the terminal says it is
	ThemeLight = "light" // for light backgrounds
	ThemeDark  = "dark"  // for dark backgrounds
	ThemeMono  = "mono"  // no colour, only bold and reverse
)

// framesPerSecond is higher than Bubble Tea's usual 60 because the frame
// ticker, not the work, is what a key press waits for.
const framesPerSecond = 120

// gcPercent is how much garbage may pile up, in percent of what is in use,
// before it is collected. Nearly all that is in use are a few large pieces of
// text without a pointer, so that collecting costs next to nothing, and the
// usual 100 would double them.
const gcPercent = 25

// Options are all that the terminal program takes from outside.
type Options struct {
	Storage  Storage
	Settings Settings
	Now      func() time.Time
	Theme    string // one of the Theme constants; "" is auto
	Mouse    bool   // start with the mouse switched on
	Demo     bool   // Storage holds the invented invitations of the demo
	Version  string

	// Taken is set when another terminal program has the store; Claim tries
	// again to be the only one.
	Taken bool
	Claim func() (bool, error)

	// Unwritable is why nothing can be changed in the store; nil when it can. Then
	// the program only looks, and Claim fails with it as long as it is so.
	Unwritable error

	// Archives are files that look like a LinkedIn archive, newest first, to
	// offer for import.
	Archives []string

	// OpenDemo opens the demo from the first-run screen; nil offers none.
	OpenDemo func() (Storage, Settings, error)
	// OpenURL opens a page in the person's browser; nil only shows the address.
	OpenURL func(url string) error
	// Copy puts text on the clipboard with the system's own tool; nil or an
	// error falls back on asking the terminal.
	Copy func(text string) error
}

// Run shows the terminal program until the person quits or ctx ends. Both ends
// must be terminals: the caller checks that before. Answers still on their way
// to the store when the program stops are written before Run returns.
func Run(ctx context.Context, o Options) error {
	work, cancel := context.WithCancel(ctx)
	defer cancel()
	env := newEnv(work, o)
	root := newRoot(env)
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	program := tea.NewProgram(root, tea.WithContext(ctx), tea.WithFPS(framesPerSecond))
	_, err := program.Run()
	cancel() // what is still being read is wanted no more
	retryUnsaved(root.stack)
	env.flushTyped()
	lost := errors.Join(env.unusable, env.writer.drain())
	switch {
	case err == nil:
		return lost
	case errors.Is(err, tea.ErrInterrupted):
		return errors.Join(context.Canceled, lost)
	}
	return errors.Join(fmt.Errorf("terminal program: %w", err), lost)
}
