package screen

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
	"linkvet/store/fault"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// InvitationsSavedMsg says that several invitations were changed at once.
type InvitationsSavedMsg struct {
	Request     uint64
	Invitations []record.Invitation // as they are now
	Vanished    bool                // some are gone, or came back: the rows must be read again
	Deleted     bool                // they are gone, and so is their selection
}

// StoreChangedMsg says that more was changed than can be told one by one.
type StoreChangedMsg struct{}

// ChangeMany saves one change of several invitations.
func (e *Env) ChangeMany(s Save, work func() ([]record.Invitation, error)) tea.Cmd {
	return e.Write(s, func() (tea.Msg, error) {
		all, err := work()
		return InvitationsSavedMsg{Request: s.Request, Invitations: all}, err
	})
}

// SaveDecisionAll keeps what the person did with several.
func (e *Env) SaveDecisionAll(request uint64, ids []string, act record.Act) tea.Cmd {
	decisions := e.Decisions()
	return e.ChangeMany(Save{request, "saving the decisions", strings.Join(ids, " ")}, func() ([]record.Invitation, error) {
		return decisions.DecideAll(ids, act)
	})
}

// SaveLaterAll puts several off.
func (e *Env) SaveLaterAll(request uint64, ids []string, until record.Day) tea.Cmd {
	decisions := e.Decisions()
	return e.ChangeMany(Save{request, "postponing", strings.Join(ids, " ")}, func() ([]record.Invitation, error) {
		return decisions.LaterAll(ids, until)
	})
}

// UndoneMsg says what was taken back or done again.
type UndoneMsg struct {
	change  store.Change
	again   bool
	nothing bool
	Saved   InvitationsSavedMsg
}

// fewChanged is up to how many changed invitations are read one by one after an
// undo; for more, all rows are read.
const fewChanged = 20

// Undo takes the last change back.
func (e *Env) Undo(request uint64) tea.Cmd {
	return e.reverse(request, "undoing", e.Journal().Undo, false)
}

// Redo does it again.
func (e *Env) Redo(request uint64) tea.Cmd {
	return e.reverse(request, "redoing", e.Journal().Redo, true)
}

func (e *Env) reverse(request uint64, doing string, do func() (store.Change, error), again bool) tea.Cmd {
	if e.underWay != "" {
		return nil // pressed again because it takes long, not to go on to the one before
	}
	invitations := e.Invitations()
	return e.Write(Save{Request: request, Doing: doing}, func() (tea.Msg, error) {
		change, err := do()
		if errors.Is(err, fault.ErrNothing) {
			return UndoneMsg{again: again, nothing: true}, nil
		}
		if err != nil {
			return nil, err
		}
		return UndoneMsg{change: change, again: again, Saved: reread(invitations, request, change.IDs)}, nil
	})
}

// UndoableMsg says in words what undo and redo would do; "" for nothing.
type UndoableMsg struct{ Undo, Redo string }

// LoadUndoable looks up what undo and redo would do.
func (e *Env) LoadUndoable() tea.Cmd {
	journal := e.Journal()
	return e.Read("looking up what can be undone", func(context.Context) (tea.Msg, error) {
		undo, redo, err := journal.Undoable()
		return UndoableMsg{undo, redo}, err
	}, 0)
}

// reread returns invitations as they are after a change.
func reread(invitations Invitations, request uint64, ids []string) InvitationsSavedMsg {
	msg := InvitationsSavedMsg{Request: request, Vanished: len(ids) > fewChanged}
	for _, id := range ids {
		if msg.Vanished {
			break
		}
		inv, err := invitations.Get(id)
		if err != nil {
			msg.Vanished = true
			break
		}
		msg.Invitations = append(msg.Invitations, inv)
	}
	return msg
}

// Undone says in words what was taken back, and returns what the screens are to
// hear.
func (e *Env) Undone(msg UndoneMsg) tea.Msg {
	said := func(change string) string {
		return quantity.Text("Undone: %s; %s does it again", change, e.KeyFor(keys.Redo))
	}
	if msg.again {
		said = func(change string) string {
			return quantity.Text("Done again: %s; %s undoes", change, e.KeyFor(keys.Undo))
		}
	}
	switch {
	case msg.nothing && msg.again:
		e.Say("There is nothing to do again")
		return nil
	case msg.nothing:
		e.Say("There is nothing to undo")
		return nil
	}
	// The words of a long one must not push the key out of sight.
	room := StatusRows*e.Width - style.Width(said("")) - StatusRows*10
	e.Say(said(style.Truncate(StepText(msg.change.Words), max(room, 20))))
	return msg.Saved
}
