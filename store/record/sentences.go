package record

import (
	"slices"
	"strings"
	"time"

	"linkvet/advisor/notes"
	"linkvet/store/quantity"
)

// Sentences says what the archives know of the person beside the invitation of that
// direction, a sentence each without its full stop; day writes a day. Texts of strangers are
// as they came: the caller guards them.
func (f Facts) Sentences(direction Direction, day func(time.Time) string) []string {
	var said []string
	add := func(sentence string) { said = append(said, sentence) }
	if f.Namesake != "" {
		name := DisplayName(f.NamesakeName)
		add(quantity.Text("You are connected with %s under another address: %s", name, strings.TrimPrefix(f.Namesake, "https://www.")))
	}
	switch {
	case f.TimesSent < 2:
	case direction == Outgoing:
		add(quantity.Text("You invited them %d times", f.TimesSent))
	default:
		add(quantity.Text("Invited you %d times", f.TimesSent))
	}
	if f.Messages > 0 {
		add(quantity.Sentence(f.Messages, "%d message between you, last on %s", "%d messages between you, last on %s", f.LastMessage))
	}
	if f.InvitedBefore != "" {
		add(quantity.Text("You invited them on %s", f.InvitedBefore))
	}
	said = append(said, f.Known.sentences()...)
	if f.SameCompany > 0 {
		add(quantity.Sentence(f.SameCompany, "%d connection of yours is at %s", "%d connections of yours are at %s", f.Company))
	}
	if f.Profile != nil {
		add(quantity.Text("Their profile was read on %s, from %s", f.Profile.ReadOn, quantity.And(copiesRead(f.Profile.Kinds))))
	}
	switch {
	case f.Connected && f.ConnectedOn != nil:
		add(quantity.Text("Among your connections since %s", day(*f.ConnectedOn)))
	case f.Connected:
		add("Among your connections")
	}
	return said
}

// copiesRead names what was read of a profile. What a later program reads is named by
// its word.
func copiesRead(kinds []string) []string {
	names := map[string]string{
		"page": "the page", "html": "the saved page", "pdf": "LinkedIn's PDF", "panel": "the panel About this profile",
		"contact": "the box of contact details", "share": "the text that the app shares",
	}
	read := make([]string, len(kinds))
	for i, kind := range kinds {
		if read[i] = names[kind]; read[i] == "" {
			read[i] = kind
		}
	}
	return read
}

// tie is a way to be known, with the sentences that say so: of the person, of
// somebody who has only their name, and both with the day.
type tie struct{ them, name, themOn, nameOn string }

var (
	recommended   = tie{"You recommended them", "You recommended somebody of this name", "You recommended them on %s", "You recommended somebody of this name on %s"}
	recommendedBy = tie{"They recommended you", "Somebody of this name recommended you", "They recommended you on %s", "Somebody of this name recommended you on %s"}
	endorsed      = tie{"You endorsed them", "You endorsed somebody of this name", "You endorsed them on %s", "You endorsed somebody of this name on %s"}
	endorsedBy    = tie{"They endorsed you", "Somebody of this name endorsed you", "They endorsed you on %s", "Somebody of this name endorsed you on %s"}
	followed      = tie{"You follow them", "You follow somebody of this name", "You have followed them since %s", "You have followed somebody of this name since %s"}
	company       = tie{"You follow their company's page", "You follow their company's page", "You have followed their company's page since %s", "You have followed their company's page since %s"}
)

// on is the sentence for a day, which may be one that is not known; "" where it
// never was.
func (t tie) on(date string, nameOnly bool) string {
	if nameOnly {
		t.them, t.themOn = t.name, t.nameOn
	}
	switch date {
	case "":
		return ""
	case notes.Undated:
		return t.them
	}
	return quantity.Text(t.themOn, date)
}

// sentences says who of those known it is, each with the day where that is known.
func (k Known) sentences() []string {
	all := []string{
		recommended.on(k.Recommended, k.NameOnly), recommendedBy.on(k.RecommendedBy, k.NameOnly),
		endorsed.on(k.Endorsed, k.NameOnly), endorsedBy.on(k.EndorsedBy, k.NameOnly),
		k.inAddressBook(), followed.on(k.Followed, k.NameOnly), company.on(k.FollowsCompany, k.NameOnly),
	}
	return slices.DeleteFunc(all, func(sentence string) bool { return sentence == "" })
}

// inAddressBook says that they are in the person's address book, "" where not.
func (k Known) inAddressBook() string {
	switch at := k.AddressBookCompany; {
	case k.AddressBook == 0:
		return ""
	case k.AddressBook > 1:
		return quantity.Sentence(k.AddressBook, "%d person of this name is in your address book", "%d people of this name are in your address book")
	case k.NameOnly && at != "":
		return quantity.Text("Somebody of this name is in your address book, at %s", at)
	case k.NameOnly:
		return "Somebody of this name is in your address book"
	case at != "":
		return quantity.Text("In your address book, at %s", at)
	}
	return "In your address book"
}
