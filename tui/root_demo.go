package tui

import (
	tea "charm.land/bubbletea/v2"
)

// enterDemo puts the person's own screens aside and shows the demo's.
func (r *root) enterDemo(msg demoOpenedMsg) tea.Cmd {
	if r.outside != nil {
		return nil
	}
	r.outside, r.storage, r.settings = r.stack, r.env.storage, r.env.settings
	saving := r.env.flushTyped()
	r.drafts, r.typed = r.env.drafts, r.env.typed
	r.env.drafts, r.env.typed, r.env.resume = map[string]any{}, newTyped(), resumeOffer{}
	r.env.storage, r.env.settings, r.env.demo = msg.storage, msg.settings, true
	r.env.version = 0
	inbox := r.make(r.env, openInbox{})
	r.stack = []entry{{screen: inbox}}
	r.env.say("This is the demo: nothing here is yours. esc goes back to your own")
	return tea.Batch(saving, inbox.Init())
}

// leaveDemo puts the person's own screens back.
func (r *root) leaveDemo() tea.Cmd {
	r.stack, r.env.storage, r.env.settings = r.outside, r.storage, r.settings
	r.env.drafts, r.env.typed = r.drafts, r.typed
	r.outside, r.env.demo = nil, r.env.options.Demo
	r.env.version = 0
	r.env.rekey(r.settings.Keys())
	r.env.say("Back to your own invitations")
	return r.broadcast(tea.WindowSizeMsg{Width: r.width, Height: r.height})
}
