package store

// This file is a stand-in that fixes the API while the packages are written side by side.

import (
	"context"
	"errors"
	"time"

	"linkvet/advisor"
	"linkvet/store/linkedin"
)

// Errors that callers tell apart with errors.Is.
var (
	ErrLocked   = errors.New("the store is in use by another process")
	ErrDamaged  = errors.New("the store is damaged")
	ErrNewer    = errors.New("the store was written by a newer linkvet")
	ErrNotFound = errors.New("no such invitation")
	ErrExists   = errors.New("this invitation is already there")
	ErrInvalid  = errors.New("not allowed")
)

// Options place a store.
type Options struct {
	Timeout time.Duration          // longest wait for the file lock; 0 = 2 s
	Now     func() time.Time       // the clock
	Profile func() advisor.Profile // the profile advice is computed for
}

// Store keeps invitations in one bbolt file, opened for each transaction.
type Store struct{}

// Row is what a list shows of an invitation.
type Row struct {
	ID             string
	Direction      Direction
	Name           string
	Headline       string
	Company        string
	URL            string
	Note           string
	SentAt         time.Time
	LaterUntil     time.Time
	Status         Status // as of the time of loading
	Recommendation advisor.Recommendation
	Report         bool
	Settled        bool
	Answered       int // how many questions have an answer
	Decision       Decision
	DecidedAt      time.Time
	Tags           []string
}

// Counts of an import, by status of the archive's rows after the merge and by what happened to the store.
type ImportReport struct {
	Waiting     int             `json:"waiting"`
	Accepted    int             `json:"accepted"`
	Outgoing    int             `json:"outgoing"`
	Gone        int             `json:"gone"`
	Later       int             `json:"later"`
	Decided     int             `json:"decided"`
	Added       int             `json:"added"`
	Updated     int             `json:"updated"`
	Unchanged   int             `json:"unchanged"`
	Connections int             `json:"connections"`
	Skipped     []linkedin.Skip `json:"skipped"`
	Warnings    []string        `json:"warnings"`
}

// Entry is one line of the journal.
type Entry struct {
	Seq    uint64    `json:"seq"`
	At     time.Time `json:"at"`
	Who    string    `json:"who"`    // "person" or "import"
	What   string    `json:"what"`   // such as "answered", "decided", "added", "imported", "postponed"
	Detail string    `json:"detail"` // in words, such as "know: well"
	ID     string    `json:"id"`
}

func Open(path string, opts Options) (*Store, error)     { panic("stub") }
func (s *Store) Path() string                            { panic("stub") }
func (s *Store) Rows(ctx context.Context) ([]Row, error) { panic("stub") }
func (s *Store) Get(ref string) (Invitation, error)      { panic("stub") }
func (s *Store) Add(inv Invitation) (Invitation, error)  { panic("stub") }
func (s *Store) Answer(ref string, set advisor.Answers, clear ...string) (Invitation, error) {
	panic("stub")
}
func (s *Store) Decide(ref string, d Decision, because string) (Invitation, error) { panic("stub") }
func (s *Store) Later(ref string, until time.Time) (Invitation, error)             { panic("stub") }
func (s *Store) Reopen(ref string) (Invitation, error)                             { panic("stub") }
func (s *Store) Readvise(ctx context.Context) error                                { panic("stub") }
func (s *Store) Import(ctx context.Context, archive *linkedin.Archive, dryRun bool, progress func(done, total int)) (ImportReport, error) {
	panic("stub")
}
func (s *Store) Journal(ref string) ([]Entry, error)                       { panic("stub") }
func (s *Store) Each(ctx context.Context, fn func(Invitation) error) error { panic("stub") }
