package record

import (
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
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
	Suggestions    []notes.Suggestion     `json:"suggestions"` // answers to confirm; none is given yet
	Resurfaced     bool                   `json:"resurfaced"`  // an archive has said something new since it was put off
	Kind           string                 `json:"kind"`        // connect, or join for a mail that asks to join LinkedIn
	Reach          Reach                  `json:"reach"`       // how far one that the person sends has come; "" for one that came
}

// Detail is an invitation as `show` gives it: all that is known.
type Detail struct {
	Object
	Because     string            `json:"because"` // why the person decided so
	Reported    bool              `json:"reported"`
	FollowUp    *time.Time        `json:"follow_up"` // when they want to come back to it
	Answers     advisor.Answers   `json:"answers"`
	Advice      advisor.Advice    `json:"advice"`
	Rules       string            `json:"rules"`  // by which the advice that is kept was first given
	Former      *Former           `json:"former"` // what was advised before the rules or the profile changed it
	FormerText  string            `json:"-"`      // that in words
	Outcome     string            `json:"-"`      // what came of it, in words; "" for nothing yet
	Facts       Facts             `json:"facts"`
	Journal     []Entry           `json:"journal"`
	AnswerNotes map[string]string `json:"answer_notes"` // by question
	PersonNote  string            `json:"person_note"`
}

// Facts are what the archives say beside the invitation itself.
type Facts struct {
	TimesSent     int        `json:"times_sent"`
	Connected     bool       `json:"connected"`
	ConnectedOn   *time.Time `json:"connected_on"`
	Gone          bool       `json:"gone"`
	AddedAt       time.Time  `json:"added_at"`
	Namesake      string     `json:"namesake"` // address of a connection of the same name, or the name where it has none
	NamesakeName  string     `json:"namesake_name"`
	Messages      int        `json:"messages"` // how many there were with them
	FirstMessage  string     `json:"first_message"`
	LastMessage   string     `json:"last_message"`
	InvitedBefore string     `json:"invited_before"` // the day on which the person invited them
	SameCompany   int        `json:"same_company"`   // connections at the company
	Company       string     `json:"company"`        // which is that one
	Known
	Profile       *profiles.Profile `json:"profile"`        // what was read of their profile, null for nothing
	OwnCompany    string            `json:"own_company"`    // the person works or worked there too
	NoteKnown     bool              `json:"note_known"`     // an archive says whether there is a note
	MessagesKnown bool              `json:"messages_known"` // and whether there were messages
	Doubts        []string          `json:"doubts"`         // why the mail may not be from LinkedIn
}

// Known is what address books, endorsements, recommendations and follows say of
// somebody. A day is "undated" where only that it was is known.
type Known struct {
	AddressBook        int    `json:"address_book"`         // people of the name in the person's address books
	AddressBookCompany string `json:"address_book_company"` // of the one that is there
	EndorsedBy         string `json:"endorsed_by"`          // when they endorsed the person last
	Endorsed           string `json:"endorsed"`             // and the other way
	RecommendedBy      string `json:"recommended_by"`
	Recommended        string `json:"recommended"`
	Followed           string `json:"followed"`        // when the person followed them
	NameOnly           bool   `json:"name_only"`       // some of that goes by the name alone
	FollowsCompany     string `json:"follows_company"` // since when the person follows the company's page
}

// Object returns the row as scripts see it, without suggestions, which only the
// whole invitation has.
func (r Row) Object() Object {
	return Object{
		ID: r.ID, Direction: r.Direction, Name: r.Name, Headline: r.Headline, Company: r.Company, URL: r.URL, Note: r.Note,
		SentAt: OrNull(r.SentAt), Status: r.Status, Kind: r.Kind(), Reach: r.Reach, Tags: append([]string{}, r.Tags...),
		Recommendation: r.Recommendation, Report: r.Report, Settled: r.Settled, Answered: r.Answered,
		Decision: r.Decision, DecidedAt: OrNull(r.DecidedAt), LaterUntil: OrNull(r.LaterUntil.Time()), Resurfaced: r.Resurfaced,
		Suggestions: []notes.Suggestion{},
	}
}

// Object returns the invitation as scripts see it at the given time.
func (inv Invitation) Object(now time.Time) Object {
	object := inv.Outline(now).Object()
	object.LaterUntil = OrNull(inv.LaterUntil.Time())
	object.Suggestions = inv.Suggestions()
	return object
}

// FactsObject returns what the archives say.
func (inv Invitation) FactsObject() Facts {
	f := inv.Facts
	return Facts{
		TimesSent: max(inv.TimesSent, f.TimesSent), Connected: inv.Connected, ConnectedOn: OrNull(inv.ConnectedOn),
		Gone: inv.Gone, AddedAt: inv.AddedAt.UTC(),
		Namesake: f.Namesake, NamesakeName: f.NamesakeName, Messages: f.Messages, FirstMessage: f.FirstMessage,
		LastMessage: f.LastMessage, InvitedBefore: f.InvitedBefore, SameCompany: f.SameCompany, Company: f.Company,
		NoteKnown: f.NoteKnown, MessagesKnown: f.MessagesKnown, Doubts: append([]string{}, inv.Doubts...),
		Profile: inv.Profile,
		Known: Known{
			AddressBook: f.Book, AddressBookCompany: f.BookCompany, EndorsedBy: f.EndorsedBy, Endorsed: f.Endorsed, RecommendedBy: f.RecommendedBy,
			Recommended: f.Recommended, Followed: f.Followed, NameOnly: f.NameOnly, FollowsCompany: f.FollowsCompany,
		},
	}
}

// OrEmpty returns a table that is not null.
func OrEmpty[M ~map[string]V, V any](m M) M {
	if m == nil {
		return M{}
	}
	return m
}

// OrNull returns a time for JSON, nil where it is not known.
func OrNull(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}
