package screen

import (
	"context"
	"time"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/exchange"
	"linkvet/store/list"
	"linkvet/store/merge"
	"linkvet/store/record"
)

// Storage is what the screens need of the store. A *store.Store fits but for
// Import and Export, which main adapts: they take paths.
// Every method may be called from a command's goroutine.
type Storage interface {
	// Table returns the newest invitations, most at most; all when negative.
	Table(ctx context.Context, most int) (*list.Table, error)
	Get(ref string) (record.Invitation, error)
	Histories(ids []string) ([]store.History, error)
	Add(inv record.Invitation) (record.Invitation, error)
	Answer(ref string, set advisor.Answers, clear ...string) (record.Invitation, error)
	Decide(ref string, d record.Decision, because string) (record.Invitation, error)
	Later(ref string, until time.Time) (record.Invitation, error)
	Reopen(ref string) (record.Invitation, error)
	NoteAnswer(ref, question, text string) (record.Invitation, error)
	KeepUnsaved(key, text string) error
	Unsaved() (map[string]string, error)
	DecideAll(refs []string, d record.Decision, because string) ([]record.Invitation, error)
	LaterAll(refs []string, until time.Time) ([]record.Invitation, error)
	ReopenAll(refs []string) ([]record.Invitation, error)
	Tag(refs []string, add, remove []string) ([]record.Invitation, error)
	Delete(refs []string) ([]record.Invitation, error)
	Edit(ref string, e record.Edit) (record.Invitation, error)
	Undo() (store.Change, error)
	Redo() (store.Change, error)
	Undoable() (undo, redo string, err error)
	Version() (uint64, error)
	// Export writes invitations to a file, which it replaces only when told to.
	Export(ctx context.Context, path string, replace bool, o exchange.ExportOptions) (int, error)
	Import(ctx context.Context, paths []string, dryRun bool, progress func(done, total int)) (merge.ImportReport, error)
	Readvise(ctx context.Context) error
	Path() string
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
	// Path is where the settings are kept, for showing.
	Path() string

	// Theme and Mouse are how the program looks and listens, Sections the
	// person's own lists, and Keys the keys that differ from the program's own,
	// by action. What is saved is kept for the next start.
	Theme() string
	SaveTheme(theme string) error
	SaveMouse(on bool) error
	Sections() []Section
	SaveSections(all []Section) error
	Keys() map[string][]string
	SaveKeys(keys map[string][]string) error
	// Files are the places of the person's files, for showing.
	Files() []File
}

// File is one of the person's files: what it is, and where.
type File struct{ What, Path string }
