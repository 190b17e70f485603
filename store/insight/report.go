package insight

import (
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Report is what a store says about its owner. Maps have an entry for every word,
// also where there is none of it; lists are never nil.
type Report struct {
	Invitations   int                     `json:"invitations"`
	ByStatus      map[record.Status]int   `json:"by_status"`
	ByDirection   map[string]int          `json:"by_direction"`
	ByReach       map[record.Reach]int    `json:"by_reach"`          // of those that the person sends
	Sent          int                     `json:"sent"`              // of these, the ones that were sent
	ToJoin        int                     `json:"to_join"`           // mails that ask to join LinkedIn
	Answered      int                     `json:"answered"`          // with at least one answer
	ByAdvice      map[string]int          `json:"by_recommendation"` // of those that are answered
	Settled       int                     `json:"settled"`
	Reports       int                     `json:"reports"` // where reporting is advised
	ByDecision    map[record.Decision]int `json:"by_decision"`
	AsAdvised     int                     `json:"as_advised"`     // decided as was advised then
	NearAdvice    int                     `json:"near_advice"`    // decided what the advice left open, or what goes further the same way
	AgainstAdvice int                     `json:"against_advice"` // decided otherwise
	WithoutAdvice int                     `json:"without_advice"` // decided before anything was advised
	Due           int                     `json:"due"`            // put off, and the day has come
	Tags          map[string]int          `json:"tags"`           // only those there are
	OldestWaiting *time.Time              `json:"oldest_waiting"` // when the oldest that waits was sent

	AsOf         time.Time    `json:"as_of"`
	WithNote     int          `json:"with_note"`     // of those that came to the person
	Months       []Month      `json:"months"`        // the last ones up to this one, oldest first, without gaps
	Years        []Year       `json:"years"`         // those with anything in them, oldest first
	ByInviter    map[Kind]int `json:"by_inviter"`    // of those that came to the person
	UntilDecided Span         `json:"until_decided"` // from when it was sent
	Effort       Effort       `json:"effort"`
	Signs        []Sign       `json:"stop_signs"` // that the person has seen, most often first
	Caught       int          `json:"caught"`     // invitations with at least one of them
	Suggestions  Suggestions  `json:"suggestions"`
	Agreement    Agreement    `json:"agreement"`
	LookBack     LookBack     `json:"look_back"`

	open map[record.Reach]int // of those whose status is outgoing
}

// Month is what came and went in a month of the person's calendar.
type Month struct {
	Month    string `json:"month"` // 2026-03
	Received int    `json:"received"`
	Sent     int    `json:"sent"`
}

// Year is the same for a year, with what else is known of it.
type Year struct {
	Year        int `json:"year"`
	Received    int `json:"received"`
	Sent        int `json:"sent"`
	WithNote    int `json:"with_note"`   // of those received
	Accepted    int `json:"accepted"`    // of those received: by the person, or they are among the connections
	Decided     int `json:"decided"`     // decisions taken in that year
	AsAdvised   int `json:"as_advised"`  // of these
	Connections int `json:"connections"` // made in that year, as far as the archives tell
}

// Span is how many days something took.
type Span struct {
	Count   int `json:"count"`
	Median  int `json:"median_days"`
	Longest int `json:"longest_days"`
	SameDay int `json:"same_day"` // less than a day
	Week    int `json:"week"`     // 1 to 7 whole days
	Month   int `json:"month"`    // 8 to 30
	Quarter int `json:"quarter"`  // 31 to 90
	Longer  int `json:"longer"`
}

// Effort is what answering took.
type Effort struct {
	Invitations int `json:"invitations"`    // with at least one answer that says something
	Answers     int `json:"answers"`        // these: neither left open nor not known
	Median      int `json:"median_answers"` // of an invitation
	Most        int `json:"most_answers"`
	Pages       int `json:"pages"` // visits of a page, or commands, in which they were answered, as far as the journal goes back
}

// Sign is a stop sign that was seen.
type Sign struct {
	Question string `json:"question"`
	Label    string `json:"label"`
	Count    int    `json:"count"`
}

// Suggestions is what note, headline and archives pointed to.
type Suggestions struct {
	Waiting   int `json:"waiting"`   // waiting invitations with something to confirm
	Warned    int `json:"warned"`    // of these, with what looks like a stop sign
	Confirmed int `json:"confirmed"` // suggested answers that the person gave
	Refused   int `json:"refused"`   // to which they gave another answer
}

// Person is one invitation in a list of few.
type Person struct {
	ID   string     `json:"id"`
	Name string     `json:"name"`
	On   *time.Time `json:"on"` // what the list is about: when it was sent, or the day it is due
	Why  string     `json:"why"`

	isDay bool // On is a day of the calendar, the same in every time zone
}

// LookBack is what is worth another look.
type LookBack struct {
	Failing        int      `json:"failing"`         // accepted, and advised against today
	Warned         int      `json:"warned"`          // accepted without an answer, and something looks like a stop sign
	FailingPeople  []Person `json:"failing_people"`  // the newest of both
	Due            int      `json:"due"`             // as due: put off or to be followed up, and the day has come
	DuePeople      []Person `json:"due_people"`      // the earliest
	LongWaiting    int      `json:"long_waiting"`    // for ninety days and more
	WaitingLongest []Person `json:"waiting_longest"` // of all who wait
	LongPending    int      `json:"long_pending"`    // sent by the person, and unanswered as long
	PendingLongest []Person `json:"pending_longest"`
}

// Limits of a report.
const (
	MostMonths = 24 // in Months
	MostPeople = 10 // in a list of people
	LongDays   = 90 // is long to wait
)

// Kind is who sent an invitation, as the person's answers have it.
type Kind string

// The kinds of inviter.
const (
	KnownWell     Kind = "known_well"
	KnownALittle  Kind = "known_a_little"
	OnlyInWriting Kind = "only_in_writing"
	Contacts      Kind = "contacts"
	Peers         Kind = "peers"
	Recruiters    Kind = "recruiters"
	Salespeople   Kind = "salespeople"
	OtherPeople   Kind = "other"
	MailsToJoin   Kind = "to_join"
	NotSaid       Kind = "not_said"
)

// kindLabels are the kinds in the order shown, in words.
var kindLabels = []struct {
	kind  Kind
	label string
}{
	{KnownWell, "Known well"}, {KnownALittle, "Known a little"}, {Contacts, "Dealt with"}, {Peers, "Peers"},
	{Recruiters, "Recruiters"}, {Salespeople, "Salespeople"}, {OnlyInWriting, "Only in writing"}, {OtherPeople, "Other strangers"},
	{MailsToJoin, "Mails to join"}, {NotSaid, "Not said yet"},
}

// KindOf is who sent an invitation, by what the person answered.
func KindOf(a advisor.Answers) Kind {
	if a.Value("kind") == "join" {
		return MailsToJoin
	}
	know := a.Value("know")
	switch know {
	case "well":
		return KnownWell
	case "slightly":
		return KnownALittle
	}
	switch a.Value("role") {
	case "contact":
		return Contacts
	case "peer":
		return Peers
	case "recruiter":
		return Recruiters
	case "salesperson":
		return Salespeople
	}
	switch {
	case know == "online":
		return OnlyInWriting
	case know == "no" || a.Value("role") == "other":
		return OtherPeople
	}
	return NotSaid
}
