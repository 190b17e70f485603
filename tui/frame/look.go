package frame

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/tui/screen"
)

// undone says what was taken back and tells the screens.
func (r *Frame) undone(msg screen.UndoneMsg) tea.Cmd {
	saved := r.Env.Undone(msg)
	if saved == nil {
		return nil
	}
	cmds := []tea.Cmd{r.broadcast(saved)}
	for _, inv := range msg.Saved.Invitations {
		cmds = append(cmds, r.broadcast(screen.InvitationSavedMsg{Request: msg.Saved.Request, What: "undone", Invitation: inv}))
	}
	return tea.Batch(cmds...)
}

// base is where on the stack the screen is that is drawn below any dialogs.
func (r *Frame) base() int {
	at := len(r.Stack) - 1
	for ; at > 0; at-- {
		if _, boxed := r.Stack[at].Screen.(screen.Dialog); !boxed {
			break
		}
	}
	return at
}

// leaveStatus drops what was said on another screen before the person led away
// from it. A failure stays until there was time to read it.
func (r *Frame) leaveStatus(from screen.Screen, said screen.Status) {
	if r.Stack[r.base()].Screen == from || r.Env.Status() != said {
		return
	}
	if said.Kind != screen.StatusFailed || r.Env.Now().Sub(said.At) >= screen.SaidFor {
		r.Env.ClearStatus()
	}
}

// click gives a click to the topmost screen, counted from its own corner.
func (r *Frame) click(msg tea.MouseClickMsg) tea.Cmd {
	at := len(r.Stack) - 1
	top, ok := r.Stack[at].Screen.(screen.Clickable)
	if !ok || msg.Button != tea.MouseLeft {
		return nil
	}
	x, y := r.corner(r.Stack[at].Screen)
	return r.Apply(at, top.Click(msg.X-x, msg.Y-y))
}
