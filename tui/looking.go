package tui

// seen says so when another program has changed the store. The list is left as
// it is, so that nothing jumps under the person's hands.
func (e *env) seen(msg versionMsg) {
	if e.version == 0 || msg.version <= e.version || e.writer.busy() {
		return
	}
	e.version = msg.version
	e.say("Another linkvet has changed something; " + e.keyFor(actRedraw) + " shows it")
}

// setMouse switches the mouse on or off.
func (e *env) setMouse(on bool) {
	e.mouse = on
	if on {
		e.say("Mouse on: wheel and clicks work; hold shift to select text")
	} else {
		e.say("Mouse off: the terminal selects text again")
	}
}

// whyLooking says why nothing can be changed.
func (e *env) whyLooking() string {
	if e.options.Unwritable != nil {
		return "the store may only be read"
	}
	return "another linkvet is open"
}

// offered are the actions of a screen that are possible: while only looking,
// those that change nothing.
func (e *env) offered(s screen) []actionID {
	all := s.Actions()
	if !e.readOnly {
		return all
	}
	kept := make([]actionID, 0, len(all))
	for _, id := range all {
		if !e.keys.changing[id] {
			kept = append(kept, id)
		}
	}
	return kept
}
