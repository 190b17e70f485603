package screen

import (
	"context"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/exchange"
	"linkvet/store/insight"
	"linkvet/store/list"
	"linkvet/store/merge"
	"linkvet/store/record"
)

// Storage is what the screens need of the store, by noun: a command asks for the
// one it needs. A *store.Store fits but for Files, which main adapts as they take
// paths. Every method may be called from a command's goroutine.
type Storage interface {
	Invitations
	Answers
	Decisions
	Lists
	Journal
	Files
	Texts
	Profiles
}

// Invitations reads and changes records; ref is an ID.
type Invitations interface {
	Get(ref string) (record.Invitation, error)
	// Histories reads several with their journals; those that are gone are left out.
	Histories(ids []string) ([]store.History, error)
	Add(inv record.Invitation) (record.Invitation, error)
	Edit(ref string, e record.Edit) (record.Invitation, error)
	Tag(refs []string, add, remove []string) ([]record.Invitation, error)
	Delete(refs []string) ([]record.Invitation, error)
}

// Answers keeps what is answered about an invitation.
type Answers interface {
	// AnswerIn answers as part of a visit of a page, all of which is one step.
	AnswerIn(visit, ref string, set advisor.Answers, clear ...string) (record.Invitation, error)
	NoteAnswer(ref, question, text string) (record.Invitation, error)
	// Readvise works all advice out again, as after a change of the profile.
	Readvise(ctx context.Context) error
	// FollowRules does so once the rules have changed with a newer version, and
	// returns how many recommendations are different.
	FollowRules(ctx context.Context) (store.Followed, error)
}

// Decisions keeps what the person did with invitations.
type Decisions interface {
	DecideAll(refs []string, act record.Act) ([]record.Invitation, error)
	Later(ref string, until record.Day) (record.Invitation, error)
	LaterAll(refs []string, until record.Day) ([]record.Invitation, error)
	Reopen(ref string) (record.Invitation, error)
	ReopenAll(refs []string) ([]record.Invitation, error)
}

// Lists reads many invitations at once.
type Lists interface {
	// Table returns the newest invitations, most at most; all when negative.
	Table(ctx context.Context, most int) (*list.Table, error)
	// Insight counts them all, with what they say about their owner.
	Insight(ctx context.Context, progress func(done, total int)) (insight.Report, error)
	// Version counts the changes of the store.
	Version() (uint64, error)
}

// Journal takes changes back.
type Journal interface {
	Undo() (store.Change, error)
	Redo() (store.Change, error)
	// Undoable says in words what the two would do; "" for nothing.
	Undoable() (undo, redo string, err error)
}

// Files brings invitations in from files, and writes them to files.
type Files interface {
	// Export writes invitations to a file, which it replaces only when told to.
	Export(ctx context.Context, path string, replace bool, o exchange.ExportOptions) (int, error)
	Import(ctx context.Context, paths []string, dryRun bool, progress func(done, total int)) (merge.ImportReport, error)
}

// Texts keeps what is typed and part of no record yet, by key.
type Texts interface {
	KeepUnsaved(key, text string) error
	Unsaved() (map[string]string, error)
}

// Profiles reads what a person copied or saved of an inviter's profile. Nothing of
// it is kept before KeepProfile, which gives the answers that were confirmed.
type Profiles interface {
	// ReadProfile reads a copy; earlier readings of the same invitation add up.
	ReadProfile(ref string, data []byte, earlier ...store.Reading) (store.Reading, error)
	// ReadProfileFile reads one at a path.
	ReadProfileFile(ref, path string, earlier ...store.Reading) (store.Reading, error)
	KeepProfile(r store.Reading, accepted []string) (record.Invitation, error)
}

// Settings is what the screens need of the person's settings.
type Settings interface {
	// Profile returns the profile as last saved.
	Profile() advisor.Profile
	// ProfileAsked reports whether the person has filled in or skipped the
	// profile form before.
	ProfileAsked() bool
	// SaveProfile keeps the profile and that it was asked.
	SaveProfile(p advisor.Profile) error
	// Theme and Mouse are how the program looks and listens, Lists the
	// person's own lists, and Keys the keys that differ from the program's own,
	// by action. What is saved is kept for the next start.
	Theme() string
	SaveTheme(theme string) error
	SaveMouse(on bool) error
	// OneByOne reports whether the questions come one by one, not in pages.
	OneByOne() bool
	SaveOneByOne(on bool) error
	// Accessible reports whether the program is shown line by line from the next
	// start on.
	Accessible() bool
	SaveAccessible(on bool) error
	Lists() []OwnList
	SaveLists(all []OwnList) error
	Keys() map[string][]string
	SaveKeys(keys map[string][]string) error
	// Commands are the person's own commands on an invitation.
	Commands() []OwnCommand
	// Files are the places of the person's files, for showing.
	Files() []File
}

// File is one of the person's files: what it is, and where.
type File struct{ What, Path string }
