package notes

import (
	"cmp"
	"slices"
	"strconv"
)

// Facts is what the archive knows about the inviter beside the invitation
// itself. Dates are texts such as "2024-05-01"; "" is never, or not known.
type Facts struct {
	Namesake      string // profile URL of a connection with the same name under another address
	NamesakeName  string
	Messages      int // between the two
	FirstMessage  string
	LastMessage   string
	InvitedBefore string // when the person sent them an invitation
	TimesSent     int    // how often they sent this invitation
	SameCompany   int    // connections of the person at the company named
	Company       string
	NoteKnown     bool // the source carries notes, so an empty note means none was sent
	MessagesKnown bool // an archive with messages was read that is no older than the invitation, so none means none was sent

	// What address books, endorsements, recommendations and follows say. A date may
	// be Undated.
	Book           int    // people of that name in the person's address books; more than one says nothing
	BookCompany    string // of the one there
	EndorsedBy     string // when they last endorsed a skill of the person's
	Endorsed       string // and the other way
	RecommendedBy  string
	Recommended    string
	Followed       string // when the person followed them
	NameOnly       bool   // some of that goes by the name alone
	FollowsCompany string // since when the person follows the page of the company named

	Profile *ProfileFacts // what was read of their profile, nil for nothing
}

// Tied reports whether the archives know of a tie between the two beside the
// invitation: messages, an invitation the other way, or connections at the
// company named, an entry in an address book, an endorsement or a recommendation.
func (f *Facts) Tied() bool {
	return f.Messages > 0 || f.InvitedBefore != "" || f.SameCompany > 0 || slices.ContainsFunc(tieKinds, f.speaks)
}

// Undated is a date that is not known.
const Undated = "undated"

// tieKinds are the facts of who else the person knows, the strongest first.
var tieKinds = []string{"recommended", "recommended_by", "endorsed", "endorsed_by", "address_book"}

// factKinds are the facts that a sign may rest on.
var factKinds = append([]string{"namesake", "messages", "invited_before", "times_sent", "same_company", "no_note", "nothing_written"}, slices.Concat(tieKinds, profileFactKinds)...)

// manyTimes is how many invitations look like a habit: a second try is polite.
const manyTimes = 3

// speak reports whether there is something to say about any fact.
func (f *Facts) speak() bool { return slices.ContainsFunc(factKinds, f.speaks) }

// speaks reports whether there is something to say about a fact.
func (f *Facts) speaks(fact string) bool {
	switch fact {
	case "namesake":
		return f.Namesake != ""
	case "messages":
		return f.Messages > 0
	case "invited_before":
		return f.InvitedBefore != ""
	case "times_sent":
		return f.TimesSent >= manyTimes
	case "same_company":
		return f.SameCompany > 0
	case "no_note":
		return f.NoteKnown
	case "nothing_written":
		return f.NoteKnown && f.MessagesKnown && f.Messages == 0 && f.TimesSent < 2
	}
	return f.tie(fact) != "" || f.Profile.speaks(fact)
}

// tie returns the date of a tie, "" for none.
func (f *Facts) tie(fact string) string {
	switch fact {
	case "recommended":
		return f.Recommended
	case "recommended_by":
		return f.RecommendedBy
	case "endorsed":
		return f.Endorsed
	case "endorsed_by":
		return f.EndorsedBy
	case "address_book":
		if f.Book == 1 {
			return Undated
		}
	}
	return ""
}

// tieValues are what the sentence about a tie may name.
func (f *Facts) tieValues(fact string) map[string]string {
	values := map[string]string{"date": f.tie(fact), "company": f.BookCompany}
	if values["date"] == Undated {
		values["date"] = ""
	}
	return values
}

// values returns what a fact's sentence may name. A count of one is not given,
// so that a sentence in the singular can stand for it.
func (f *Facts) values(fact string) map[string]string {
	switch fact {
	case "namesake":
		return map[string]string{"name": f.NamesakeName}
	case "messages":
		first := f.FirstMessage
		if first == f.LastMessage {
			first = ""
		}
		return map[string]string{"count": several(f.Messages), "first": first, "last": cmp.Or(f.LastMessage, f.FirstMessage)}
	case "invited_before":
		return map[string]string{"date": f.InvitedBefore}
	case "times_sent":
		return map[string]string{"count": several(f.TimesSent)}
	case "same_company":
		return map[string]string{"count": several(f.SameCompany), "company": f.Company}
	}
	if f.tie(fact) != "" {
		return f.tieValues(fact)
	}
	return f.Profile.values(fact)
}

func several(n int) string {
	if n < 2 {
		return ""
	}
	return strconv.Itoa(n)
}
