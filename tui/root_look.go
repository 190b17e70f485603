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

// click gives a click to the topmost screen, counted from its own corner.
func (r *root) click(msg tea.MouseClickMsg) tea.Cmd {
	at := len(r.stack) - 1
	top, ok := r.stack[at].screen.(clickable)
	if !ok || msg.Button != tea.MouseLeft {
		return nil
	}
	x, y := r.corner(r.stack[at].screen)
	return r.apply(at, r.made(top.Click(msg.X-x, msg.Y-y)))
}
