package screen

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/merge"
	"linkvet/store/record"
)

// All reading and writing outside the program is done here, in commands. Each
// answers with one message carrying the number of the request it answers.

// InvitationLoadedMsg brings one invitation and its journal.
type InvitationLoadedMsg struct {
	Request    uint64
	Invitation record.Invitation
	Journal    []record.Entry
}

// InvitationSavedMsg says that an invitation was changed, and how it is now.
// Every screen on the stack gets it, so that lists stay up to date.
type InvitationSavedMsg struct {
	Request    uint64
	What       string // "added", "answered", "decided", "postponed", "reopened"
	Invitation record.Invitation
}

// ProfileSavedMsg says that the profile was kept and all advice renewed.
type ProfileSavedMsg struct {
	request uint64
	Profile advisor.Profile
}

// FailedMsg says that a command could not do its work. What was typed is
// still on the screen that asked.
type FailedMsg struct {
	Request uint64
	doing   string // such as "saving the answer"
	Err     error
}

// Failure is the error with what was being done, for the status line.
func (m FailedMsg) Failure() error { return fmt.Errorf("%s: %w", m.doing, m.Err) }

// errReadOnly is the error of a change while only looking.
var errReadOnly = errors.New("nothing can be changed while only looking")

// errPanicked is the error of a command that panicked.
var errPanicked = errors.New("linkvet has a fault here; please report it")

// Guard runs a job and turns a panic into a message, as a panic in a command
// would leave the terminal unusable.
func Guard(j job) (msg tea.Msg) {
	defer func() {
		if r := recover(); r != nil {
			msg = FailedMsg{doing: "working", Err: fmt.Errorf("%w: %v\n%s", errPanicked, r, debug.Stack())}
		}
	}()
	return j()
}

// Read returns a command for a job that changes nothing, with the request
// number it answers with.
func (e *Env) Read(doing string, work func(ctx context.Context) (tea.Msg, error), request uint64) tea.Cmd {
	ctx := e.Ctx
	return func() tea.Msg {
		return Guard(func() tea.Msg {
			msg, err := work(ctx)
			if err != nil {
				return FailedMsg{Request: request, doing: doing, Err: err}
			}
			return msg
		})
	}
}

// Save says which change a job makes.
type Save struct {
	Request uint64
	Doing   string // such as "saving the decision"

	// Counts tells it from others of its kind, such as the ID of an invitation.
	// While it fails it counts as not saved; "" where the screen that asked still
	// has what was typed.
	Counts string
}

// Write returns a command for a job that changes the store or the settings, in
// its turn.
func (e *Env) Write(s Save, work func() (tea.Msg, error)) tea.Cmd {
	if e.readOnly {
		return func() tea.Msg { return FailedMsg{Request: s.Request, doing: s.Doing, Err: errReadOnly} }
	}
	lists, before := e.Lists(), uint64(0)
	undoable := e.promised(s.Request).undoable
	number, start := e.Writer.add(func() tea.Msg {
		if undoable {
			before, _ = lists.Version()
		}
		msg, err := work()
		if err != nil {
			return WroteMsg{save: s, Result: FailedMsg{Request: s.Request, doing: s.Doing, Err: err}, err: err}
		}
		// Without the version, the next look takes this change for another's.
		version, _ := lists.Version()
		return WroteMsg{save: s, Result: msg, changed: version != before, version: version}
	})
	return tea.Batch(start, e.watch(s.Doing, number))
}

// ReadingAll is what is being done while rows are read.
const ReadingAll = "reading the invitations"

// LoadInvitation reads one invitation and its journal.
func (e *Env) LoadInvitation(request uint64, id string) tea.Cmd {
	invitations := e.Invitations()
	return e.Read("reading the invitation", func(context.Context) (tea.Msg, error) {
		found, err := invitations.Histories([]string{id})
		if err == nil && len(found) == 0 {
			err = errGone
		}
		if err != nil {
			return nil, err
		}
		return InvitationLoadedMsg{Request: request, Invitation: found[0].Invitation, Journal: found[0].Journal}, nil
	}, request)
}

// errGone is the error of reading an invitation that is no longer there.
var errGone = fmt.Errorf("%w: it was deleted meanwhile", fault.ErrNotFound)

// Change saves one change of an invitation.
func (e *Env) Change(s Save, what string, work func() (record.Invitation, error)) tea.Cmd {
	return e.Write(s, func() (tea.Msg, error) {
		inv, err := work()
		return InvitationSavedMsg{Request: s.Request, What: what, Invitation: inv}, err
	})
}

// SaveAdded keeps a new invitation.
func (e *Env) SaveAdded(request uint64, inv record.Invitation) tea.Cmd {
	invitations := e.Invitations()
	return e.Change(Save{Request: request, Doing: "adding the invitation"}, "added", func() (record.Invitation, error) {
		return invitations.Add(inv)
	})
}

// SaveDecision keeps what the person did.
func (e *Env) SaveDecision(request uint64, id string, act record.Act) tea.Cmd {
	decisions := e.Decisions()
	return e.Change(Save{request, "saving the decision", id}, "decided", func() (record.Invitation, error) {
		all, err := decisions.DecideAll([]string{id}, act)
		if err != nil {
			return record.Invitation{}, err
		}
		return all[0], nil
	})
}

// SaveLater puts an invitation off.
func (e *Env) SaveLater(request uint64, id string, until record.Day) tea.Cmd {
	decisions := e.Decisions()
	return e.Change(Save{request, "postponing", id}, "postponed", func() (record.Invitation, error) {
		return decisions.Later(id, until)
	})
}

// SaveReopened takes back a decision or a postponement.
func (e *Env) SaveReopened(request uint64, id string) tea.Cmd {
	decisions := e.Decisions()
	return e.Change(Save{request, "reopening", id}, "reopened", func() (record.Invitation, error) {
		return decisions.Reopen(id)
	})
}

// DemoOpenedMsg brings the invented invitations of the demo.
type DemoOpenedMsg struct {
	Storage  Storage
	Settings Settings
}

// OpenDemo opens the demo's store.
func (e *Env) OpenDemo() tea.Cmd {
	open := e.Options.OpenDemo
	return e.Read("opening the demo", func(context.Context) (tea.Msg, error) {
		storage, settings, err := open()
		return DemoOpenedMsg{Storage: storage, Settings: settings}, err
	}, 0)
}

// ClaimedMsg says whether this program is now the only one.
type ClaimedMsg struct {
	Request uint64
	Ok      bool
}

// Claim tries to become the only terminal program.
func (e *Env) Claim(request uint64) tea.Cmd {
	try := e.Options.Claim
	return e.Read("trying again", func(context.Context) (tea.Msg, error) {
		if try == nil {
			return ClaimedMsg{Request: request, Ok: true}, nil
		}
		ok, err := try()
		return ClaimedMsg{Request: request, Ok: ok}, err
	}, request)
}

// ImportedMsg says that an import is done. Every screen gets it.
type ImportedMsg struct {
	Request uint64
	Report  merge.ImportReport
}

// IsCanceled reports whether a command was stopped on purpose.
func IsCanceled(err error) bool { return errors.Is(err, context.Canceled) }
