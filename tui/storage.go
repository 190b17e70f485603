package tui

import (
	"context"
	"time"

	"linkvet/advisor"
	"linkvet/store"
)

// Storage is what the screens need of the store. A *store.Store fits but for
// Import and Close, which main adapts: it reads the archive at the paths first.
// Every method may be called from a command's goroutine.
type Storage interface {
	Rows(ctx context.Context) ([]store.Row, error)
	Get(ref string) (store.Invitation, error)
	Journal(ref string) ([]store.Entry, error)
	Add(inv store.Invitation) (store.Invitation, error)
	Answer(ref string, set advisor.Answers, clear ...string) (store.Invitation, error)
	Decide(ref string, d store.Decision, because string) (store.Invitation, error)
	Later(ref string, until time.Time) (store.Invitation, error)
	Reopen(ref string) (store.Invitation, error)
	NoteAnswer(ref, question, text string) (store.Invitation, error)
	SaveDraft(key, text string) error
	Drafts() (map[string]string, error)
	Import(ctx context.Context, paths []string, dryRun bool, progress func(done, total int)) (store.ImportReport, error)
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
}
