package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// invitationsSavedMsg says that several invitations were changed at once.
type invitationsSavedMsg struct {
	request     uint64
	invitations []store.Invitation // as they are now
	vanished    bool               // some are gone, or came back: the rows must be read again
	deleted     bool               // they are gone, and so is their selection
}

// storeChangedMsg says that more was changed than can be told one by one.
type storeChangedMsg struct{}

// changeMany saves one change of several invitations.
func (e *env) changeMany(request uint64, doing string, work func() ([]store.Invitation, error)) tea.Cmd {
	return e.write(doing, func() (tea.Msg, error) {
		all, err := work()
		return invitationsSavedMsg{request: request, invitations: all}, err
	}, request)
}

// saveDecisionAll keeps what the person did with several.
func (e *env) saveDecisionAll(request uint64, ids []string, d store.Decision, because string) tea.Cmd {
	storage := e.storage
	return e.changeMany(request, "saving the decisions", func() ([]store.Invitation, error) { return storage.DecideAll(ids, d, because) })
}

// saveLaterAll puts several off.
func (e *env) saveLaterAll(request uint64, ids []string, until time.Time) tea.Cmd {
	storage := e.storage
	return e.changeMany(request, "postponing", func() ([]store.Invitation, error) { return storage.LaterAll(ids, until) })
}

// undoneMsg says what was taken back or done again.
type undoneMsg struct {
	change  store.Change
	again   bool
	nothing bool
	saved   invitationsSavedMsg
}

// fewChanged is up to how many changed invitations are read one by one after an
// undo; for more, all rows are read.
const fewChanged = 20

// undo takes the last change back.
func (e *env) undo(request uint64) tea.Cmd {
	return e.reverse(request, "undoing", e.storage.Undo, false)
}

// redo does it again.
func (e *env) redo(request uint64) tea.Cmd {
	return e.reverse(request, "redoing", e.storage.Redo, true)
}

func (e *env) reverse(request uint64, doing string, do func() (store.Change, error), again bool) tea.Cmd {
	if e.underWay != "" {
		return nil // pressed again because it takes long, not to go on to the one before
	}
	storage := e.storage
	return e.write(doing, func() (tea.Msg, error) {
		change, err := do()
		if errors.Is(err, store.ErrNothing) {
			return undoneMsg{again: again, nothing: true}, nil
		}
		if err != nil {
			return nil, err
		}
		return undoneMsg{change: change, again: again, saved: reread(storage, request, change.IDs)}, nil
	}, request)
}

// undoableMsg says in words what undo and redo would do; "" for nothing.
type undoableMsg struct{ undo, redo string }

// loadUndoable looks up what undo and redo would do.
func (e *env) loadUndoable() tea.Cmd {
	storage := e.storage
	return e.read("looking up what can be undone", func(context.Context) (tea.Msg, error) {
		undo, redo, err := storage.Undoable()
		return undoableMsg{undo, redo}, err
	}, 0)
}

// reread returns invitations as they are after a change.
func reread(storage Storage, request uint64, ids []string) invitationsSavedMsg {
	msg := invitationsSavedMsg{request: request, vanished: len(ids) > fewChanged}
	for _, id := range ids {
		if msg.vanished {
			break
		}
		inv, err := storage.Get(id)
		if err != nil {
			msg.vanished = true
			break
		}
		msg.invitations = append(msg.invitations, inv)
	}
	return msg
}

// undone says in words what was taken back, and returns what the screens are to
// hear.
func (e *env) undone(msg undoneMsg) tea.Msg {
	words, other := "Undone: ", "; "+e.keyFor(actRedo)+" does it again"
	if msg.again {
		words, other = "Done again: ", "; "+e.keyFor(actUndo)+" undoes"
	}
	switch {
	case msg.nothing && msg.again:
		e.say("There is nothing to do again")
		return nil
	case msg.nothing:
		e.say("There is nothing to undo")
		return nil
	}
	// The words of a long one must not push the key out of sight.
	room := statusRows*e.width - width(words) - width(other) - statusRows*10
	e.say(words + truncate(oneLine(msg.change.Words), max(room, 20)) + other)
	return msg.saved
}

// versionMsg brings the store's version, to see whether another has changed it.
type versionMsg struct{ version uint64 }

// readVersion looks whether another program has changed the store.
func (e *env) readVersion() tea.Cmd {
	storage := e.storage
	return func() tea.Msg {
		version, err := storage.Version()
		if err != nil {
			return nil // the next change will say what is wrong
		}
		return versionMsg{version: version}
	}
}
