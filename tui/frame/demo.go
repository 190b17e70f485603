package frame

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/tui/screen"
)

// enterDemo puts the person's own screens aside and shows the demo's.
func (r *Frame) enterDemo(msg screen.DemoOpenedMsg) tea.Cmd {
	if r.outside != nil {
		return nil
	}
	saving := r.Env.Flush()
	r.outside, r.own = r.Stack, r.Env.Enter(screen.NewWorkspace(msg.Storage, msg.Settings, true))
	inbox := r.make(r.Env, screen.InboxPage{})
	r.Stack = []entry{{Screen: inbox}}
	r.Env.Say("This is the demo: nothing here is yours. esc goes back to your own")
	return tea.Batch(saving, inbox.Init())
}

// leaveDemo puts the person's own screens back.
func (r *Frame) leaveDemo() tea.Cmd {
	r.Env.Enter(r.own)
	r.Env.Rekey()
	r.Stack, r.outside = r.outside, nil
	r.Env.Say("Back to your own invitations")
	return r.broadcast(tea.WindowSizeMsg{Width: r.Width, Height: r.Height})
}
