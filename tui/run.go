package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/frame"
	"linkvet/tui/plain"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// gcPercent is how much garbage may pile up, in percent of what is in use,
// before it is collected. Nearly all that is in use are a few large pieces of
// text without a pointer, so that collecting costs next to nothing, and the
// usual 100 would double them.
const gcPercent = 25

// startPercent is the same until the first screen shows, which takes less memory
// than that allows: nothing is collected meanwhile.
const startPercent = 400

// hangUpAfter is how long after the terminal went away the signal that says so
// may come.
const hangUpAfter = 250 * time.Millisecond

// slowest is how long the rest of a key is waited for over a slow line, and so how
// much later the escape key is heard there.
const slowest = 150 * time.Millisecond

// RunLines is Run as plain lines and prompts, for which neither end need be a
// terminal. It returns plain.ErrInputEnded when the input ends before the person
// quits.
func RunLines(ctx context.Context, o screen.Options, in io.Reader, out io.Writer) error {
	return plain.Run(ctx, o, in, out)
}

// Run shows the terminal program until the person quits or ctx ends: who calls it
// listens to the signals. Both ends must be terminals: the caller checks that
// before. Answers still on their way to the store when the program stops are
// written before Run returns; what could not be is an *screen.UnsavedError.
func Run(ctx context.Context, o screen.Options) error {
	work, cancel := context.WithCancel(ctx)
	defer cancel()
	go style.Prepare()
	env := screen.NewEnv(work, o)
	defer debug.SetGCPercent(debug.SetGCPercent(startPercent))
	env.Rest = func() tea.Msg {
		debug.SetGCPercent(gcPercent)
		words.Prepare()
		return nil
	}
	root := frame.New(env, screens)
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFPS(screen.FramesPerSecond)}
	if o.Out != nil {
		options = append(options, tea.WithOutput(o.Out))
	}
	if o.Slow {
		options = append(options, tea.WithInput(patientInput{os.Stdin, slowest}))
	}
	program := tea.NewProgram(root, options...)
	env.WatchSuspend(work, program.Send)
	_, err := program.Run()
	if err != nil && ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-time.After(hangUpAfter):
		}
	}
	cancel() // what is still being read is wanted no more
	lost := errors.Join(env.Unusable(), root.SaveRest())
	switch {
	case err == nil:
		return lost
	case ctx.Err() != nil:
		return errors.Join(ctx.Err(), lost)
	}
	return errors.Join(fmt.Errorf("terminal program: %w", err), lost)
}
