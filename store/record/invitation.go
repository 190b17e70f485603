package record

import (
	"maps"
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
	"linkvet/store/clean"
)

// Direction says who sent an invitation.
type Direction string

// The directions.
const (
	Incoming Direction = "incoming"
	Outgoing Direction = "outgoing"
)

// What an invitation asks for, as the question "kind" has it.
const (
	KindConnect = "connect"
	KindJoin    = "join"
)

// Joins reports whether it asks the person to join LinkedIn.
func (inv *Invitation) Joins() bool {
	return inv.Direction != Outgoing && inv.Answers.Value("kind") == KindJoin
}

// Status is where an invitation stands; it follows from the record and the
// time, and is never stored.
type Status string

// The statuses.
const (
	StatusWaiting  Status = "waiting"
	StatusLater    Status = "later"
	StatusDecided  Status = "decided"
	StatusAccepted Status = "accepted" // on LinkedIn, outside linkvet: they are among the connections
	StatusGone     Status = "gone"     // vanished from the archive: ignored, withdrawn or expired
	StatusOutgoing Status = "outgoing"
)

// Statuses returns every status.
func Statuses() []Status {
	return []Status{StatusWaiting, StatusLater, StatusDecided, StatusAccepted, StatusGone, StatusOutgoing}
}

// Invitation is one record: who asks, what the person answered, what was
// advised and what the person did. Times are UTC; a zero time is "not known"
// or "not yet".
type Invitation struct {
	ID        string
	Direction Direction
	Name      string // may be empty: shown as "(no name)"
	Headline  string
	Company   string
	URL       string // https://www.linkedin.com/in/<slug>, or empty
	Note      string
	SentAt    time.Time
	SentTimes []time.Time // every distinct time it was sent that is known, oldest first
	TimesSent int         // how often this person was seen to send it; at least 1
	AddedAt   time.Time   // when it came into the store
	ChangedAt time.Time

	// What the newest archive says.
	Connected   bool      // the other person is among the connections
	ConnectedOn time.Time // day the connection was made, where known
	Gone        bool      // no longer listed in a newer archive
	Listed      bool      // an archive listed it; what was only added by hand cannot vanish from one

	Answers         advisor.Answers
	RulebookVersion int // question set the answers were given under

	// The advice as last computed; zero while nothing is answered.
	Recommendation advisor.Recommendation
	Report         bool
	Settled        bool
	Rules          string // by which it was first given, see advisor.Rules; "" for those of an earlier program
	Former         Former // what was advised before the rules or the profile changed it

	// What the person did, and why it differs from the advice if it does.
	Decision   Decision
	Because    string
	Reported   bool // beside the decision, they also reported the sender
	FollowUp   Day  // when they want to come back to it; 0 for never
	DecidedAt  time.Time
	Advised    advisor.Recommendation // the recommendation when they decided
	LaterUntil Day
	Resurfaced bool // an archive said something new while it was put off; until the person acts on it

	Tags        []string
	PersonNote  string            // what the person notes about them
	AnswerNotes map[string]string // what the person notes on an answer, by question
	Corrected   map[string]string // what the archive says, by Field, where the person corrected it

	Facts   notes.Facts       // what the archives know of them beside the invitation
	Profile *profiles.Profile // what was read of their profile, nil for nothing; never changed in place
	Doubts  []string          // why the mail it is from may not be from LinkedIn

	Stamps map[string][]Stamp // when the person gave their own fields which values, by key

	unknown Fields // what a later program keeps of it
}

// Names of the fields that a person may correct, as Corrected has them.
const (
	FieldName     = "name"
	FieldHeadline = "headline"
	FieldCompany  = "company"
	FieldURL      = "url"
	FieldNote     = "note"
	FieldSentAt   = "sent_at"
)

// StopWaiting ends a postponement: the person decided, or wants it back.
func (inv *Invitation) StopWaiting() { inv.LaterUntil, inv.Resurfaced = 0, false }

// DisplayName returns the name for people to read; data keeps the empty one.
func (inv Invitation) DisplayName() string { return DisplayName(inv.Name) }

func DisplayName(name string) string {
	if name == "" {
		return "(no name)"
	}
	return name
}

// Answered returns how many questions have an answer. What kind of invitation
// it is and who sent it describe it and are no judgment, and steps that are ticked
// off come after it, so they do not count.
func (inv Invitation) Answered() int {
	n := 0
	for id := range inv.Answers {
		if id != "kind" && id != "direction" && id != advisor.Checklist().ID {
			n++
		}
	}
	return n
}

// Given is how many of the answers say something: what was left open, and what is
// not known, was not answered.
func (inv Invitation) Given() int {
	n := 0
	for id, values := range inv.Answers {
		if id != "kind" && id != "direction" && id != advisor.Checklist().ID && !slices.Equal(values, []string{advisor.DontKnow}) {
			n++
		}
	}
	return n
}

// Case returns the invitation as the advisor takes it.
func (inv Invitation) Case(profile advisor.Profile) advisor.Case {
	answers := inv.Answers
	if inv.Direction == Outgoing && answers.Value("direction") == "" {
		answers = answers.Clone()
		answers["direction"] = []string{string(Outgoing)}
	}
	return advisor.Case{
		Profile:     profile,
		Invitation:  inv.forAdvisor(),
		Answers:     answers,
		Unconfirmed: inv.unconfirmed(),
	}
}

// CleanTags returns the tags without doubles, in order. A comma separates tags
// wherever they are written as text, so it cannot be in one.
func CleanTags(tags []string) []string {
	var out []string
	for _, tag := range strings.Split(strings.Join(tags, ","), ",") {
		if tag = clean.Line(tag); tag != "" && !slices.Contains(out, tag) {
			out = append(out, tag)
		}
	}
	slices.Sort(out)
	return out
}

// Sent adds a moment at which the invitation was sent.
func (inv *Invitation) Sent(at time.Time) {
	at = Moment(Seconds(at))
	place, known := slices.BinarySearchFunc(inv.SentTimes, at, time.Time.Compare)
	if at.IsZero() || known {
		return
	}
	inv.SentTimes = slices.Insert(inv.SentTimes, place, at)
	inv.SentAt = inv.SentTimes[len(inv.SentTimes)-1]
	inv.TimesSent = max(inv.TimesSent, len(inv.SentTimes))
}

// Clone returns a copy that shares no list or map with inv.
func (inv Invitation) Clone() Invitation {
	inv.SentTimes = slices.Clone(inv.SentTimes)
	inv.Tags = slices.Clone(inv.Tags)
	inv.Doubts = slices.Clone(inv.Doubts)
	inv.AnswerNotes = maps.Clone(inv.AnswerNotes)
	inv.Corrected = maps.Clone(inv.Corrected)
	inv.Stamps = maps.Clone(inv.Stamps)
	if inv.Answers != nil {
		inv.Answers = inv.Answers.Clone()
	}
	return inv
}

func DirectionOf(outgoing bool) Direction {
	if outgoing {
		return Outgoing
	}
	return Incoming
}

// WordsOf are words as text.
func WordsOf[W ~string](all []W) []string {
	words := make([]string, len(all))
	for i, word := range all {
		words[i] = string(word)
	}
	return words
}
