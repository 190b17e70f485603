package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// slowAfter is how long a change may take before it is said that it is under
// way.
const slowAfter = 400 * time.Millisecond

// slowMsg asks whether a change is still under way.
type slowMsg struct {
	number uint64 // of the change
	doing  string
}

// whenSaved returns the number for a request to change something, and remembers
// what is to be said once it is done: nothing may be called done, or offered to
// be undone, before.
func (e *env) whenSaved(words string) (request uint64) {
	request = e.request()
	e.saying[request] = words
	return request
}

// saved says what was remembered for a change that is done.
func (e *env) saved(msg wroteMsg) {
	words, ok := e.saying[msg.request]
	if !ok {
		return
	}
	delete(e.saying, msg.request)
	if !msg.changed {
		e.say("Nothing changed: it was so already")
		return
	}
	e.say(words + "; " + e.keyFor(actUndo) + " undoes")
}

// watch says in a while what is under way, if it still is.
func (e *env) watch(doing string, number uint64) tea.Cmd {
	return e.after(slowAfter, slowMsg{number, doing})
}

// slow says that a change is under way. An import has a screen that does.
func (e *env) slow(msg slowMsg) {
	if e.interrupt == nil && e.writer.did() < msg.number {
		e.underWay = capital(msg.doing) + "…"
		e.say(e.underWay)
	}
}

// arrived takes the news that a change is no longer under way.
func (e *env) arrived() {
	if e.underWay != "" && e.status.text == e.underWay {
		e.status = status{}
	}
	e.underWay = ""
}
