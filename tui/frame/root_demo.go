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
	r.outside, r.storage, r.settings = r.Stack, r.Env.Storage, r.Env.Settings
	saving := r.Env.FlushTyped()
	r.drafts, r.typed = r.Env.Drafts, r.Env.Typed
	r.Env.Drafts, r.Env.Typed, r.Env.Resume = map[string]any{}, screen.NewTyped(), screen.ResumeOffer{}
	r.Env.Storage, r.Env.Settings, r.Env.Demo = msg.Storage, msg.Settings, true
	r.Env.Version = 0
	inbox := r.make(r.Env, screen.InboxPage{})
	r.Stack = []entry{{Screen: inbox}}
	r.Env.Say("This is the demo: nothing here is yours. esc goes back to your own")
	return tea.Batch(saving, inbox.Init())
}

// leaveDemo puts the person's own screens back.
func (r *Frame) leaveDemo() tea.Cmd {
	r.Stack, r.Env.Storage, r.Env.Settings = r.outside, r.storage, r.settings
	r.Env.Drafts, r.Env.Typed = r.drafts, r.typed
	r.outside, r.Env.Demo = nil, r.Env.Options.Demo
	r.Env.Version = 0
	r.Env.Rekey(r.settings.Keys())
	r.Env.Say("Back to your own invitations")
	return r.broadcast(tea.WindowSizeMsg{Width: r.Width, Height: r.Height})
}
