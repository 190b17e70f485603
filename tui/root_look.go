package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// lookEvery is how long the program goes on without looking whether another one
// has changed the store. It looks when a key is pressed or the terminal gets the
// focus, so that an idle program does nothing.
const lookEvery = 2 * time.Second

// lookNowAndThen looks for the changes of other programs, but not too often.
func (r *root) lookNowAndThen() tea.Cmd {
	if r.env.now().Sub(r.env.looked) < lookEvery {
		return nil
	}
	return r.look()
}

// look asks whether another program has changed the store.
func (r *root) look() tea.Cmd {
	r.env.looked = r.env.now()
	if r.env.version == 0 || r.env.writer.busy() {
		return nil
	}
	return r.env.readVersion()
}

// seen says so when another program has changed the store. The list is left as
// it is, so that nothing jumps under the person's hands.
func (e *env) seen(msg versionMsg) {
	if e.version == 0 || msg.version <= e.version || e.writer.busy() {
		return
	}
	e.version = msg.version
	e.say("Another linkvet has changed something; " + e.keyFor(actRedraw) + " shows it")
}

// undone says what was taken back and tells the screens.
func (r *root) undone(msg undoneMsg) tea.Cmd {
	saved := r.env.undone(msg)
	if saved == nil {
		return nil
	}
	cmds := []tea.Cmd{r.broadcast(saved)}
	for _, inv := range msg.saved.invitations {
		cmds = append(cmds, r.broadcast(invitationSavedMsg{request: msg.saved.request, what: "undone", invitation: inv}))
	}
	return tea.Batch(cmds...)
}

// base is where on the stack the screen is that is drawn below any dialogs.
func (r *root) base() int {
	at := len(r.stack) - 1
	for ; at > 0; at-- {
		if _, boxed := r.stack[at].screen.(dialog); !boxed {
			break
		}
	}
	return at
}

// leaveStatus drops what was said on another screen before a key led away from
// it, once there was time to read it.
func (r *root) leaveStatus(from screen, said status) {
	if r.stack[r.base()].screen != from && r.env.status == said && r.env.now().Sub(said.at) >= saidFor {
		r.env.status = status{}
	}
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

// click gives a click to the topmost screen, counted from its own corner.
func (r *root) click(msg tea.MouseClickMsg) tea.Cmd {
	at := len(r.stack) - 1
	top, ok := r.stack[at].screen.(clickable)
	if !ok || msg.Button != tea.MouseLeft {
		return nil
	}
	x, y := r.corner(r.stack[at].screen)
	return r.apply(at, top.Click(msg.X-x, msg.Y-y))
}
