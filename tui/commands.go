package tui

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// All reading and writing outside the program is done here, in commands. Each
// answers with one message carrying the number of the request it answers.

// invitationLoadedMsg brings one invitation and its journal.
type invitationLoadedMsg struct {
	request    uint64
	invitation store.Invitation
	journal    []store.Entry
}

// invitationSavedMsg says that an invitation was changed, and how it is now.
// Every screen on the stack gets it, so that lists stay up to date.
type invitationSavedMsg struct {
	request    uint64
	what       string // "added", "answered", "decided", "postponed", "reopened"
	invitation store.Invitation
}

// profileSavedMsg says that the profile was kept and all advice renewed.
type profileSavedMsg struct {
	request uint64
	profile advisor.Profile
}

// failedMsg says that a command could not do its work. What was typed is
// still on the screen that asked.
type failedMsg struct {
	request uint64
	doing   string // such as "saving the answer"
	err     error
}

// failure is the error with what was being done, for the status line.
func (m failedMsg) failure() error { return fmt.Errorf("%s: %w", m.doing, m.err) }

// errReadOnly is the error of a change while only looking.
var errReadOnly = errors.New("nothing can be changed while only looking")

// errPanicked is the error of a command that panicked.
var errPanicked = errors.New("linkvet has a fault here; please report it")

// guard runs a job and turns a panic into a message, as a panic in a command
// would leave the terminal unusable.
func guard(j job) (msg tea.Msg) {
	defer func() {
		if r := recover(); r != nil {
			msg = failedMsg{doing: "working", err: fmt.Errorf("%w: %v\n%s", errPanicked, r, debug.Stack())}
		}
	}()
	return j()
}

// read returns a command for a job that changes nothing, with the request
// number it answers with.
func (e *env) read(doing string, work func(ctx context.Context) (tea.Msg, error), request uint64) tea.Cmd {
	ctx := e.ctx
	return func() tea.Msg {
		return guard(func() tea.Msg {
			msg, err := work(ctx)
			if err != nil {
				return failedMsg{request: request, doing: doing, err: err}
			}
			return msg
		})
	}
}

// write returns a command for a job that changes the store, in its turn.
func (e *env) write(doing string, work func() (tea.Msg, error), request uint64) tea.Cmd {
	if e.readOnly {
		return func() tea.Msg { return failedMsg{request: request, doing: doing, err: errReadOnly} }
	}
	storage, before := e.storage, uint64(0)
	_, asked := e.saying[request]
	number, start := e.writer.add(func() tea.Msg {
		if asked {
			before, _ = storage.Version()
		}
		msg, err := work()
		if err != nil {
			return failedMsg{request: request, doing: doing, err: err}
		}
		// Without the version, the next look takes this change for another's.
		version, _ := storage.Version()
		return wroteMsg{request: request, result: msg, changed: version != before, version: version}
	})
	return tea.Batch(start, e.watch(doing, number))
}

// readingAll is what is being done while rows are read.
const readingAll = "reading the invitations"

// loadInvitation reads one invitation and its journal.
func (e *env) loadInvitation(request uint64, id string) tea.Cmd {
	storage := e.storage
	return e.read("reading the invitation", func(context.Context) (tea.Msg, error) {
		found, err := storage.Dossiers([]string{id})
		if err == nil && len(found) == 0 {
			err = errGone
		}
		if err != nil {
			return nil, err
		}
		return invitationLoadedMsg{request: request, invitation: found[0].Invitation, journal: found[0].Journal}, nil
	}, request)
}

// errGone is the error of reading an invitation that is no longer there.
var errGone = fmt.Errorf("%w: it was deleted meanwhile", store.ErrNotFound)

// change saves one change of an invitation.
func (e *env) change(request uint64, doing, what string, work func() (store.Invitation, error)) tea.Cmd {
	return e.write(doing, func() (tea.Msg, error) {
		inv, err := work()
		return invitationSavedMsg{request: request, what: what, invitation: inv}, err
	}, request)
}

// saveAdded keeps a new invitation.
func (e *env) saveAdded(request uint64, inv store.Invitation) tea.Cmd {
	storage := e.storage
	return e.change(request, "adding the invitation", "added", func() (store.Invitation, error) {
		return storage.Add(inv)
	})
}

// saveDecision keeps what the person did.
func (e *env) saveDecision(request uint64, id string, d store.Decision, because string) tea.Cmd {
	storage := e.storage
	return e.change(request, "saving the decision", "decided", func() (store.Invitation, error) {
		return storage.Decide(id, d, because)
	})
}

// saveLater puts an invitation off.
func (e *env) saveLater(request uint64, id string, until time.Time) tea.Cmd {
	storage := e.storage
	return e.change(request, "postponing", "postponed", func() (store.Invitation, error) {
		return storage.Later(id, until)
	})
}

// saveReopened takes back a decision or a postponement.
func (e *env) saveReopened(request uint64, id string) tea.Cmd {
	storage := e.storage
	return e.change(request, "reopening", "reopened", func() (store.Invitation, error) {
		return storage.Reopen(id)
	})
}

// demoOpenedMsg brings the invented invitations of the demo.
type demoOpenedMsg struct {
	storage  Storage
	settings Settings
}

// openDemo opens the demo's store.
func (e *env) openDemo() tea.Cmd {
	open := e.options.OpenDemo
	return e.read("opening the demo", func(context.Context) (tea.Msg, error) {
		storage, settings, err := open()
		return demoOpenedMsg{storage: storage, settings: settings}, err
	}, 0)
}

// claimedMsg says whether this program is now the only one.
type claimedMsg struct {
	request uint64
	ok      bool
}

// claim tries to become the only terminal program.
func (e *env) claim(request uint64) tea.Cmd {
	try := e.options.Claim
	return e.read("trying again", func(context.Context) (tea.Msg, error) {
		if try == nil {
			return claimedMsg{request: request, ok: true}, nil
		}
		ok, err := try()
		return claimedMsg{request: request, ok: ok}, err
	}, request)
}

// importedMsg says that an import is done. Every screen gets it.
type importedMsg struct {
	request uint64
	report  store.ImportReport
}

// isCancelled reports whether a command was stopped on purpose.
func isCancelled(err error) bool { return errors.Is(err, context.Canceled) }
