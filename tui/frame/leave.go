package frame

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/tui/screen"
)

// quit leaves when everything is written; asked again, at once.
func (r *Frame) quit() tea.Cmd {
	flush := r.Env.Flush()
	if !r.Env.Writer.Busy() || r.quitting {
		return tea.Quit
	}
	r.quitting = true
	r.Env.Interrupt()
	r.Env.Say("Saving, then leaving; ctrl+c again leaves at once")
	return flush
}

// SaveRest writes what is still to be written, once the program's loop has
// ended: also what could not be saved before, and what is typed outside the
// demo. What cannot be is an *screen.UnsavedError.
func (r *Frame) SaveRest() error {
	if r.outside != nil {
		r.leaveDemo()
	}
	for _, e := range r.Stack {
		if s, ok := e.Screen.(screen.Retrier); ok {
			s.Retry()
		}
	}
	r.Env.Flush()
	return r.Env.SaveRest()
}
