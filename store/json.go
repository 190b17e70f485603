package store

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/advisor"
)

// Object is an invitation as `list` and JSON Lines give it. Scripts rely on
// its fields: one may be added, none renamed or removed. Lists are never null;
// times that are not known are.
type Object struct {
	ID             string                 `json:"id"`
	Direction      Direction              `json:"direction"`
	Name           string                 `json:"name"`
	Headline       string                 `json:"headline"`
	Company        string                 `json:"company"`
	URL            string                 `json:"url"`
	Note           string                 `json:"note"`
	SentAt         *time.Time             `json:"sent_at"`
	Status         Status                 `json:"status"`
	Tags           []string               `json:"tags"`
	Recommendation advisor.Recommendation `json:"recommendation"` // "" while nothing is answered
	Report         bool                   `json:"report"`
	Settled        bool                   `json:"settled"`
	Answered       int                    `json:"answered"`
	Decision       Decision               `json:"decision"`
	DecidedAt      *time.Time             `json:"decided_at"`
	LaterUntil     *time.Time             `json:"later_until"`
	Suggestions    []Suggestion           `json:"suggestions"`
}

// Suggestion is an answer that what is known already speaks for. The person
// confirms it or not.
type Suggestion struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
	Because  string `json:"because"`
}

// Detail is an invitation as `show` gives it: all that is known.
type Detail struct {
	Object
	Because string          `json:"because"` // why the person decided so
	Answers advisor.Answers `json:"answers"`
	Advice  advisor.Advice  `json:"advice"`
	Facts   Facts           `json:"facts"`
	Journal []Entry         `json:"journal"`
}

// Facts are what the archives say beside the invitation itself.
type Facts struct {
	TimesSent   int        `json:"times_sent"`
	Connected   bool       `json:"connected"`
	ConnectedOn *time.Time `json:"connected_on"`
	Gone        bool       `json:"gone"`
	AddedAt     time.Time  `json:"added_at"`
}

// Object returns the row as scripts see it.
func (r Row) Object() Object {
	return Object{
		ID: r.ID, Direction: r.Direction, Name: r.Name, Headline: r.Headline, Company: r.Company, URL: r.URL, Note: r.Note,
		SentAt: orNull(r.SentAt), Status: r.Status, Tags: append([]string{}, r.Tags...),
		Recommendation: r.Recommendation, Report: r.Report, Settled: r.Settled, Answered: r.Answered,
		Decision: r.Decision, DecidedAt: orNull(r.DecidedAt), LaterUntil: orNull(r.LaterUntil),
		Suggestions: []Suggestion{},
	}
}

// Object returns the invitation as scripts see it at the given time.
func (inv Invitation) Object(now time.Time) Object { return inv.Row(now).Object() }

// facts returns what the archives say.
func (inv Invitation) facts() Facts {
	return Facts{
		TimesSent: inv.TimesSent, Connected: inv.Connected, ConnectedOn: orNull(inv.ConnectedOn),
		Gone: inv.Gone, AddedAt: inv.AddedAt,
	}
}

// Detail returns all that is known of an invitation, with its advice in full.
func (s *Store) Detail(ref string) (Detail, error) {
	var inv Invitation
	var entries []Entry
	err := s.view(func(tx *bolt.Tx) error {
		id, err := s.resolve(tx, ref)
		if err != nil {
			return err
		}
		if inv, err = s.get(tx, id); err != nil {
			return err
		}
		entries, err = s.journal(tx, inv.ID)
		return err
	})
	if err != nil {
		return Detail{}, err
	}
	answers := inv.Answers
	if answers == nil {
		answers = advisor.Answers{}
	}
	return Detail{
		Object: inv.Object(s.now()), Because: inv.Because, Answers: answers,
		Advice: advisor.Advise(inv.Case(s.opts.Profile())), Facts: inv.facts(), Journal: entries,
	}, nil
}

// orNull returns a time for JSON, nil where it is not known.
func orNull(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}
