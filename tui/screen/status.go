package screen

import (
	"errors"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// StatusKind says how a status line is meant.
type StatusKind uint8

// The kinds of a status line.
const (
	StatusNone StatusKind = iota
	StatusSaid
	StatusFailed
)

// How long a status line stays at least; after that the next key clears it.
const (
	SaidFor   = 2 * time.Second
	failedFor = 6 * time.Second
)

// StatusRows is how many rows a status line takes at most in a small window; in a
// larger one it is an eighth of its rows. The screen gets as many rows less; an
// address is shown whole, however long it is.
const StatusRows = 2

// slowAfter is how long a change may take before it is said that it is under
// way.
const slowAfter = 400 * time.Millisecond

// Status is the line above the footer.
type Status struct {
	Kind StatusKind
	Text string
	At   time.Time
	Undo bool // it offers to undo what it tells of
	Key  bool // it is about the key pressed last, and goes with the next
}

// Status returns the status line.
func (e *Env) Status() Status { return e.status }

// ClearStatus clears the status line.
func (e *Env) ClearStatus() { e.status = Status{} }

// Say shows a sentence in the status line.
func (e *Env) Say(text string) { e.status = Status{Kind: StatusSaid, Text: text, At: e.Now()} }

// SayUndoable tells of a change, and how to undo it. As long as it is shown, that
// works on every screen that has no other use for the key.
func (e *Env) SayUndoable(text string) {
	e.Say(quantity.Text("%s; %s undoes", text, e.KeyFor(keys.Undo)))
	e.status.Undo = true
}

// NextKey clears what was said of the key before.
func (e *Env) NextKey() {
	if e.status.Key {
		e.ClearStatus()
	}
}

// SayOfKey says something about the key that was just pressed, until the next one.
func (e *Env) SayOfKey(text string) {
	e.Say(text)
	e.status.Key = true
}

// SayError shows an error in the status line.
func (e *Env) SayError(err error) {
	e.status = Status{Kind: StatusFailed, Text: causeFirst(err), At: e.Now()}
}

// causeFirst is an error as a sentence that begins with the system's own short
// reason, where there is one, so that a long path does not push it out of
// sight.
func causeFirst(err error) string {
	var reason syscall.Errno
	if !errors.As(err, &reason) {
		return style.Sentence(err)
	}
	text := strings.TrimSuffix(style.Sentence(err), ": "+reason.Error())
	return style.Capital(reason.Error()) + ". " + text
}

// Hush clears what was said once it is carried out; failures stay.
func (e *Env) Hush() {
	if e.status.Kind == StatusSaid {
		e.ClearStatus()
	}
}

// FadeStatus clears a status line that has been seen long enough.
func (e *Env) FadeStatus() {
	stays := SaidFor
	if e.status.Kind == StatusFailed {
		stays = failedFor
	}
	if e.status.Kind != StatusNone && e.Now().Sub(e.status.At) >= stays {
		e.ClearStatus()
	}
}

// slowMsg asks whether a change is still under way.
type slowMsg struct {
	number uint64 // of the change
	doing  string
}

// saySaved says what was promised for a change that is done.
func (e *Env) saySaved(msg WroteMsg) {
	p := e.promised(msg.save.Request)
	delete(e.promises, msg.save.Request)
	switch {
	case msg.err != nil || p.words == "":
	case p.undoable && !msg.changed:
		e.Say("Nothing changed: it was so already")
	case p.undoable:
		e.SayUndoable(p.words)
	default:
		e.Say(p.words)
	}
}

// Failed shows why a command could not do its work.
func (e *Env) Failed(msg FailedMsg) { e.SayError(msg.Failure()) }

// UnderWay says which change takes long; "" while none does.
func (e *Env) UnderWay() string { return e.underWay }

// watch says in a while what is under way, if it still is.
func (e *Env) watch(doing string, number uint64) tea.Cmd {
	return e.After(slowAfter, slowMsg{number, doing})
}

// slow says that a change is under way. An import has a screen that does.
func (e *Env) slow(msg slowMsg) {
	if e.interrupt == nil && e.Writer.did() < msg.number {
		e.underWay = style.Capital(msg.doing) + "…"
		e.Say(e.underWay)
	}
}

// arrived takes the news that a change is no longer under way.
func (e *Env) arrived() {
	if e.underWay != "" && e.status.Text == e.underWay {
		e.ClearStatus()
	}
	e.underWay = ""
}
