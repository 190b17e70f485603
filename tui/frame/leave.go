package frame

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// leaving is how far the program is on its way out.
type leaving uint8

const (
	leavingNot   leaving = iota
	leavingSoon          // as soon as everything is written
	leavingAsked         // whether also without what could not be saved
)

// leaveAnywayMsg says that the person leaves although something is not saved.
type leaveAnywayMsg struct{}

// quit leaves when everything is written, after trying once more to save what
// could not be saved; asked again, at once.
func (r *Frame) quit() tea.Cmd {
	if r.leaving != leavingNot {
		return tea.Quit
	}
	if r.outside != nil {
		r.leaveDemo()
	}
	r.leaving = leavingSoon
	retry := tea.Batch(append(r.retry(), r.Env.Flush())...)
	if !r.Env.Writer.Busy() {
		return r.leave()
	}
	r.Env.Interrupt()
	r.Env.Say("Saving, then leaving; ctrl+c again leaves at once")
	return retry
}

// leave ends the program now that nothing is being written. What is not saved is
// told first, and the person may stay.
func (r *Frame) leave() tea.Cmd {
	lost := r.Env.NotSaved()
	if len(lost) == 0 {
		return tea.Quit
	}
	r.leaving = leavingAsked
	r.Env.ClearStatus()
	var said []string
	for _, err := range lost {
		said = append(said, style.Sentence(err))
	}
	r.asking = widget.NewConfirm(r.Env, "Leave without saving?",
		"Not saved: "+strings.Join(said, "; ")+". Stay to try again, such as after making room on the disk.", "Leave", leaveAnywayMsg{})
	return r.Apply(len(r.Stack)-1, screen.Push(r.asking))
}

// retry tries once more to write what the screens could not save.
func (r *Frame) retry() []tea.Cmd {
	var cmds []tea.Cmd
	for _, e := range r.Stack {
		if s, ok := e.Screen.(screen.Retrier); ok {
			cmds = append(cmds, s.Retry())
		}
	}
	return cmds
}

// SaveRest writes what is still to be written, once the program's loop has
// ended: also what could not be saved before, and what is typed outside the
// demo. What cannot be is an *screen.UnsavedError.
func (r *Frame) SaveRest() error {
	if r.outside != nil {
		r.leaveDemo()
	}
	r.retry()
	r.Env.Flush()
	return r.Env.SaveRest()
}
