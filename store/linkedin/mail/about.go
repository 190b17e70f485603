package mail

import (
	"net/url"
	"strings"

	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// Kind is what a mail of LinkedIn's is about.
type Kind int

const (
	Other Kind = iota
	Invitation
	Digest // of several invitations
	Accepted
	PeopleYouMayKnow
	Message
)

// About is what a mail is about.
type About struct {
	Kind     Kind
	Join     bool // asks to become a member of LinkedIn
	Reminder bool // of an invitation; the mail's date is not the invitation's
}

// About tells what the mail is about: by LinkedIn's own mark where it has one,
// else by the sender, by the subject, and last by the text. Acceptances come
// from the same sender as invitations, so they are looked for first everywhere.
func (l *Letter) About() About {
	about, known := templateAbout(l.header.Get("X-LinkedIn-Template"))
	switch {
	case known:
	case strings.EqualFold(l.header.Get("X-LinkedIn-Class"), "INVITE-GUEST"):
		about = About{Kind: Invitation, Join: true}
	case l.senderKind() != Invitation:
		return About{Kind: l.senderKind()}
	default:
		if about = l.subjectAbout(); about.Kind == Other {
			about = l.textAbout()
		}
	}
	if about.Kind != Invitation {
		return about
	}
	about.Join = about.Join || wording.Holds(wording.InJoin, l.body())
	about.Reminder = about.Reminder || wording.Holds(wording.InReminder, l.subject) || l.reminds()
	if !about.Join && l.invitations() > 1 {
		about.Kind = Digest
	}
	return about
}

// senders are the addresses below linkedin.com from which no invitations come.
var senders = map[string]Kind{
	"hit-reply": Message, "inmail-hit-reply": Message, "inmail": Message, "messaging-digest-noreply": Message,
	"jobs-noreply": Other, "jobalerts-noreply": Other, "jobs-listings": Other, "updates-noreply": Other, "groups-noreply": Other,
	"news": Other, "newsletters-noreply": Other, "editors-noreply": Other, "security-noreply": Other, "billing-noreply": Other,
}

// senderKind is what a sender's mails are about; Invitation where they may be
// anything.
func (l *Letter) senderKind() Kind {
	if kind, known := senders[l.fromUser]; known && isLinkedInHost(l.fromHost) {
		return kind
	}
	return Invitation
}

// templateAbout reads LinkedIn's name for the form of a mail.
func templateAbout(template string) (About, bool) {
	t := strings.ToLower(template)
	about := About{Join: strings.Contains(t, "guest"), Reminder: strings.Contains(t, "reminder")}
	switch {
	case t == "":
		return About{}, false
	case strings.Contains(t, "accept"):
		about.Kind = Accepted
	case strings.Contains(t, "pymk"):
		about.Kind = PeopleYouMayKnow
	case about.Join:
		about.Kind = Invitation
	case strings.Contains(t, "digest") && strings.Contains(t, "invit"):
		about.Kind = Digest
	case strings.Contains(t, "invit"):
		about.Kind = Invitation
	case strings.Contains(t, "messag"), strings.Contains(t, "inmail"):
		about.Kind = Message
	}
	return about, true
}

// subjectAbout reads the subject, whose words changed over the years.
func (l *Letter) subjectAbout() About {
	holds := func(class wording.Class) bool { return wording.Holds(class, l.subject) }
	switch {
	case holds(wording.InAccepted):
		return About{Kind: Accepted}
	case holds(wording.InPeopleYouMayKnow):
		return About{Kind: PeopleYouMayKnow}
	case holds(wording.InDigest):
		return About{Kind: Digest}
	case wording.Is(wording.Writes, l.subject):
		return About{Kind: Message}
	case holds(wording.InReminder):
		return About{Kind: Invitation, Reminder: true}
	case holds(wording.InJoin):
		return About{Kind: Invitation, Join: true}
	case holds(wording.InInvitation), holds(wording.Standard), wording.Is(wording.Asks, l.subject):
		return About{Kind: Invitation}
	case holds(wording.InMessage):
		return About{Kind: Message}
	}
	return About{}
}

// textAbout reads what the mail says.
func (l *Letter) textAbout() About {
	switch {
	case wording.Holds(wording.InAccepted, l.body()):
		return About{Kind: Accepted}
	case wording.Holds(wording.Standard, l.body()), l.invitations() > 0:
		return About{Kind: Invitation}
	}
	return About{}
}

// reminds reports a sentence that only reminders have.
func (l *Letter) reminds() bool {
	who := withoutVia(l.fromName)
	for _, line := range l.lines() {
		if saysOf(wording.Reminds, line.Text, who) {
			return true
		}
	}
	return false
}

// invitations counts those that a mail lets one accept.
func (l *Letter) invitations() int {
	return max(countInvitations(l.text), countInvitations(l.html))
}

func countInvitations(lines []page.Line) int {
	seen := map[string]bool{}
	for _, line := range lines {
		for _, link := range line.Links {
			if isAcceptLink(link) {
				seen[invitationOf(link)] = true
			}
		}
	}
	return len(seen)
}

// isAcceptLink reports the links behind the button, by their path: in false
// mails too, where only the host differs.
func isAcceptLink(link string) bool {
	lower := strings.ToLower(link)
	return strings.Contains(lower, "invite-accept") || strings.Contains(lower, "accept-invit")
}

// invitationOf tells the invitations behind accept links apart: by their number
// or key, wherever in the address it is, else by the address without what only
// says which button was pressed.
func invitationOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	query := u.Query()
	for _, key := range []string{"invitationId", "sharedKey", "mboxid", "id"} {
		if value := query.Get(key); value != "" {
			return value
		}
		if _, after, ok := strings.Cut(u.Path, "/"+key+"/"); ok {
			value, _, _ := strings.Cut(after, "/")
			return value
		}
	}
	return u.Path
}

// isAction reports the lines of buttons, and in plain text the labels before
// their addresses.
func isAction(line page.Line) bool {
	for _, link := range line.Links {
		if isAcceptLink(link) {
			return true
		}
	}
	return wording.Is(wording.Actions, line.Text) || wording.Is(wording.Accept, line.Text)
}
