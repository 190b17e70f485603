package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// slowAfter is how long a change may take before it is said that it is under
// way.
const slowAfter = 400 * time.Millisecond

// SlowMsg asks whether a change is still under way.
type SlowMsg struct {
	number uint64 // of the change
	doing  string
}

// WhenSaved returns the number for a request to change something, and remembers
// what is to be said once it is done: nothing may be called done, or offered to
// be undone, before.
func (e *Env) WhenSaved(words string) (request uint64) {
	request = e.Request()
	e.Saying[request] = words
	return request
}

// Saved says what was remembered for a change that is done.
func (e *Env) Saved(msg WroteMsg) {
	words, ok := e.Saying[msg.request]
	if !ok {
		return
	}
	delete(e.Saying, msg.request)
	if !msg.changed {
		e.Say("Nothing changed: it was so already")
		return
	}
	e.Say(words + "; " + e.KeyFor(keys.Undo) + " undoes")
}

// watch says in a while what is under way, if it still is.
func (e *Env) watch(doing string, number uint64) tea.Cmd {
	return e.After(slowAfter, SlowMsg{number, doing})
}

// Slow says that a change is under way. An import has a screen that does.
func (e *Env) Slow(msg SlowMsg) {
	if e.Interrupt == nil && e.Writer.did() < msg.number {
		e.UnderWay = style.Capital(msg.doing) + "…"
		e.Say(e.UnderWay)
	}
}

// Arrived takes the news that a change is no longer under way.
func (e *Env) Arrived() {
	if e.UnderWay != "" && e.Status.Text == e.UnderWay {
		e.Status = Status{}
	}
	e.UnderWay = ""
}
