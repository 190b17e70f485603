package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
)

// lookEvery is how long the program goes on without looking whether another one
// has changed the store. It looks when a key is pressed or the terminal gets the
// focus, so that an idle program does nothing.
const lookEvery = 2 * time.Second

// LookNowAndThen looks for the changes of other programs, but not too often.
func (e *Env) LookNowAndThen() tea.Cmd {
	if e.Now().Sub(e.looked) < lookEvery {
		return nil
	}
	return e.Look()
}

// Look asks whether another program has changed the store.
func (e *Env) Look() tea.Cmd {
	e.looked = e.Now()
	if e.version == 0 || e.Writer.Busy() {
		return nil
	}
	lists := e.Lists()
	return func() tea.Msg {
		version, err := lists.Version()
		if err != nil {
			return nil // the next change will say what is wrong
		}
		return versionMsg{version}
	}
}

// versionMsg brings the store's version, to see whether another has changed it.
type versionMsg struct{ version uint64 }

// seen says so when another program has changed the store. The list is left as
// it is, so that nothing jumps under the person's hands.
func (e *Env) seen(msg versionMsg) {
	if e.version == 0 || msg.version <= e.version || e.Writer.Busy() {
		return
	}
	e.version = msg.version
	e.Say("Another linkvet has changed something; " + e.KeyFor(keys.Redraw) + " shows it")
}

// HasRead notes the version of the store whose rows were read. Changes of our own
// that came since are newer.
func (e *Env) HasRead(version uint64) { e.version = max(e.version, version) }

// WasRead reports whether the rows of the store were read yet.
func (e *Env) WasRead() bool { return e.version > 0 }

// ReadOnly reports whether the program only looks: nothing can be changed.
func (e *Env) ReadOnly() bool { return e.readOnly }

// LookOnly goes on without changing anything.
func (e *Env) LookOnly() { e.readOnly = true }

// MayChange goes on as the only program that changes the store.
func (e *Env) MayChange() { e.readOnly, e.Options.Unwritable = false, nil }

// WhyLooking says why nothing can be changed.
func (e *Env) WhyLooking() string {
	if e.Options.Unwritable != nil {
		return "the store may only be read"
	}
	return "another linkvet is open"
}

// Offered are the actions of a screen that are possible: while only looking,
// those that change nothing.
func (e *Env) Offered(s Screen) []keys.ID {
	all := s.Actions()
	if !e.readOnly {
		return all
	}
	kept := make([]keys.ID, 0, len(all))
	for _, id := range all {
		if !e.Keys.Changing[id] {
			kept = append(kept, id)
		}
	}
	return kept
}
