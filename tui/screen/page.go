package screen

import "strings"

// Page names a screen of another room, and what it is to show. A screen asks
// for one with Open; only the root of tui knows which screen each one is.
type Page interface{ page() }

// The pages there are.
type (
	// InboxPage is the list of invitations.
	InboxPage struct{}
	// TakenPage is what is shown first while another program has the store.
	TakenPage struct{}
	// QuestionsPage asks about one invitation.
	QuestionsPage struct{ ID string }
	// VettingRunPage asks about several, one after the other; about all that
	// wait when there are no IDs.
	VettingRunPage struct{ IDs []string }
	// NotePage helps to write the note for somebody the person invites.
	NotePage struct{ ID string }
	// StepsPage has the first steps of who joins LinkedIn, to tick off.
	StepsPage struct{ ID string }
	// ImportPage takes in what is at a path; it asks for the path when that is
	// empty.
	ImportPage struct{ Path string }
	// ProfilePage asks for the profile; First when it opens by itself.
	ProfilePage struct{ First bool }
	// ReadingPage reads what was copied of an inviter's profile. What was pasted on
	// the screen below is read at once.
	ReadingPage struct{ ID, Pasted string }
	// SettingsPage shows the settings.
	SettingsPage struct{}
	// InsightPage counts what the invitations say about their owner.
	InsightPage struct{}
	// GuidePage tells what is worth knowing about invitations.
	GuidePage struct{}
)

func (InboxPage) page()      {}
func (TakenPage) page()      {}
func (QuestionsPage) page()  {}
func (VettingRunPage) page() {}
func (NotePage) page()       {}
func (StepsPage) page()      {}
func (ImportPage) page()     {}
func (ProfilePage) page()    {}
func (ReadingPage) page()    {}
func (SettingsPage) page()   {}
func (InsightPage) page()    {}
func (GuidePage) page()      {}

// Open puts the screen of a page on top.
func Open(p Page) Step { return Step{Nav: NavPush, Open: p} }

// OpenInstead puts the screen of a page in this one's place.
func OpenInstead(p Page) Step { return Step{Nav: NavReplace, Open: p} }

// OpenPasted reads what was pasted while an invitation was shown, where it may be a
// copy of the inviter's profile: several lines, or an address.
func (e *Env) OpenPasted(id, text string) Step {
	text = strings.TrimSpace(text)
	if e.ReadOnly() || !strings.ContainsAny(text, "\r\n") && !strings.Contains(text, "linkedin.com/in/") {
		return Step{}
	}
	return Open(ReadingPage{ID: id, Pasted: text})
}
