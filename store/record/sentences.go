package record

import (
	"fmt"
	"strings"
	"time"

	"linkvet/advisor/notes"
)

// Sentences says what the archives know of the person beside the invitation, a
// sentence each without its full stop; day writes a day. Texts of strangers are
// as they came: the caller guards them.
func (f Facts) Sentences(day func(time.Time) string) []string {
	var said []string
	add := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	if f.Namesake != "" {
		name := DisplayName(f.NamesakeName)
		add("You are connected with %s under another address: %s", name, strings.TrimPrefix(f.Namesake, "https://www."))
	}
	if f.TimesSent > 1 {
		add("Invited you %d times", f.TimesSent)
	}
	switch {
	case f.Messages == 1:
		add("1 message between you, last on %s", f.LastMessage)
	case f.Messages > 1:
		add("%d messages between you, last on %s", f.Messages, f.LastMessage)
	}
	if f.InvitedBefore != "" {
		add("You invited them on %s", f.InvitedBefore)
	}
	said = append(said, f.Known.sentences()...)
	switch {
	case f.SameCompany == 1:
		add("1 connection of yours is at %s", f.Company)
	case f.SameCompany > 1:
		add("%d connections of yours are at %s", f.SameCompany, f.Company)
	}
	if f.Profile != nil {
		add("Their profile was read on %s (%s)", f.Profile.ReadOn, strings.Join(f.Profile.Kinds, ", "))
	}
	switch {
	case f.Connected && f.ConnectedOn != nil:
		add("Among your connections since %s", day(*f.ConnectedOn))
	case f.Connected:
		add("Among your connections")
	}
	return said
}

// sentences says who of those known it is, each with the day where that is known.
func (k Known) sentences() []string {
	var said []string
	who, whom, book := "They", "them", "In your address book"
	if k.NameOnly {
		who, whom, book = "Somebody of this name", "somebody of this name", "Somebody of this name is in your address book"
	}
	add := func(date, text string) {
		if date != "" && date != notes.Undated {
			text += " on " + date
		}
		if date != "" {
			said = append(said, text)
		}
	}
	add(k.Recommended, "You recommended "+whom)
	add(k.RecommendedBy, who+" recommended you")
	add(k.Endorsed, "You endorsed "+whom)
	add(k.EndorsedBy, who+" endorsed you")
	switch {
	case k.AddressBook > 1:
		said = append(said, fmt.Sprintf("%d people of this name in your address book", k.AddressBook))
	case k.AddressBook == 1 && k.AddressBookCompany != "":
		said = append(said, book+", at "+k.AddressBookCompany)
	case k.AddressBook == 1:
		said = append(said, book)
	}
	add(k.Followed, "You follow "+whom)
	add(k.FollowsCompany, "You follow their company's page")
	return said
}
