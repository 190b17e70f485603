package tui

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/frame"
	"linkvet/tui/screen"
)

// gcPercent is how much garbage may pile up, in percent of what is in use,
// before it is collected. Nearly all that is in use are a few large pieces of
// text without a pointer, so that collecting costs next to nothing, and the
// usual 100 would double them.
const gcPercent = 25

// Run shows the terminal program until the person quits or ctx ends. Both ends
// must be terminals: the caller checks that before. Answers still on their way
// to the store when the program stops are written before Run returns.
func Run(ctx context.Context, o screen.Options) error {
	work, cancel := context.WithCancel(ctx)
	defer cancel()
	env := screen.NewEnv(work, o)
	root := frame.New(env, screens)
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	program := tea.NewProgram(root, tea.WithContext(ctx), tea.WithFPS(screen.FramesPerSecond))
	_, err := program.Run()
	cancel() // what is still being read is wanted no more
	root.RetryUnsaved()
	env.Flush()
	lost := errors.Join(env.Unusable(), env.Writer.Drain())
	switch {
	case err == nil:
		return lost
	case errors.Is(err, tea.ErrInterrupted):
		return errors.Join(context.Canceled, lost)
	}
	return errors.Join(fmt.Errorf("terminal program: %w", err), lost)
}
