package screen

import (
	"linkvet/tui/keys"
)

// Seen says so when another program has changed the store. The list is left as
// it is, so that nothing jumps under the person's hands.
func (e *Env) Seen(msg VersionMsg) {
	if e.Version == 0 || msg.version <= e.Version || e.Writer.Busy() {
		return
	}
	e.Version = msg.version
	e.Say("Another linkvet has changed something; " + e.KeyFor(keys.Redraw) + " shows it")
}

// SetMouse switches the mouse on or off.
func (e *Env) SetMouse(on bool) {
	e.Mouse = on
	if on {
		e.Say("Mouse on: wheel and clicks work; hold shift to select text")
	} else {
		e.Say("Mouse off: the terminal selects text again")
	}
}

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
	if !e.ReadOnly {
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
