//go:build unix

package screen

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// stoppedWithin is how soon after the signal the program is stopped, where there
// is a shell that can go on with it. Without one the system drops the signal.
const stoppedWithin = 200 * time.Millisecond

// longestPause is how long stopping waits for a change under way.
const longestPause = 2 * time.Second

// suspender stops the program as ctrl+z stops others, and goes on with it. It
// alone listens to the signal that asks for it.
type suspender struct {
	writer   *writer
	now      func() time.Time
	stranded bool // nobody could go on with it, so it was not stopped
}

// WatchSuspend has ask called when another program asks this one to stop, until
// ctx ends.
func (e *Env) WatchSuspend(ctx context.Context, ask func(tea.Msg)) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTSTP)
	go func() {
		defer signal.Stop(asked)
		for {
			select {
			case <-ctx.Done():
				return
			case <-asked:
				ask(SuspendMsg{})
			}
		}
	}()
}

// Suspend saves what was typed, leaves the terminal as it was and stops the
// program until the shell goes on with it.
func (e *Env) Suspend() tea.Cmd {
	s := &e.suspender
	s.writer, s.now, s.stranded = e.Writer, e.Now, false
	return tea.Batch(e.Flush(), tea.Exec(s, func(error) tea.Msg { return resumedMsg{stranded: s.stranded} }))
}

// Run stops the program and returns when it goes on. Bubble Tea has left the
// terminal before and takes it again after.
func (s *suspender) Run() error {
	resumed := make(chan os.Signal, 1)
	signal.Notify(resumed, syscall.SIGCONT)
	defer signal.Stop(resumed)
	// Stopped in the middle of a change, the program would keep others from the
	// store until it goes on.
	defer s.writer.pause(longestPause)()
	began := s.now().Round(0) // as the clock on the wall goes
	// Once SIGTSTP was listened to, Go never lets it stop the program again. What
	// stops one that reads from the terminal in the background does the same.
	if err := syscall.Kill(0, syscall.SIGTTIN); err != nil {
		return err
	}
	select {
	case <-resumed:
	case <-time.After(stoppedWithin):
		s.stranded = s.now().Round(0).Sub(began) < 2*stoppedWithin && len(resumed) == 0
	}
	return nil
}

// SetStdin, SetStdout and SetStderr are for commands that use the terminal.
func (s *suspender) SetStdin(io.Reader)  {}
func (s *suspender) SetStdout(io.Writer) {}
func (s *suspender) SetStderr(io.Writer) {}
