package linkedin

import (
	"bufio"
	"fmt"
	"strings"
	"time"

	"linkvet/store/linkedin/mail"
	"linkvet/store/quantity"
)

// byHand is what to do about a mail, whoever it is from.
const byHand = "do not use its buttons: open linkedin.com/mynetwork/invitation-manager by hand; an invitation that is not listed there is false"

// mails reads a saved mail or a mailbox. Each mail gives invitations, marks an
// acceptance, or is skipped with the reason.
func (r *reader) mails(m member, in *bufio.Reader) error {
	box := mail.NewBox(in, r.limits.mailBytes)
	for {
		raw, line, err := box.Next()
		if err != nil {
			return err
		}
		if line == 0 {
			return nil
		}
		r.mailsRead++
		r.mail(raw, m.name, line)
	}
}

// Why most mails of a mailbox are skipped. There may be thousands, so each is
// reported once, with their number.
const (
	notLinkedIns = "not a mail of LinkedIn's"
	noInvitation = "no invitation"
	aMessage     = "a message, no invitation"
	suggestions  = "people you may know: suggestions of LinkedIn's, no invitation"
)

// routine counts the mails that are skipped for one of the reasons above, and
// says where the first one is.
type routine struct {
	first Skip
	more  int
}

// mail reads one mail.
func (r *reader) mail(raw []byte, file string, line int) {
	if reason := r.readMail(raw, file, line); reason != "" {
		r.archive.Skipped = append(r.archive.Skipped, Skip{File: file, Line: line, Reason: reason})
	}
}

// readMail takes what a mail tells and returns why it was skipped, or "".
func (r *reader) readMail(raw []byte, file string, line int) (skipped string) {
	if raw == nil {
		return fmt.Sprintf("a mail larger than %d MiB; LinkedIn's have a tenth of one", r.limits.mailBytes>>20)
	}
	letter, err := mail.Open(raw)
	if err != nil {
		return err.Error()
	}
	letter, unreadable := letter.Inner()
	if unreadable {
		return "a forwarded mail, whose sender is not the inviter; import the one that LinkedIn sent"
	}
	if !letter.ClaimsLinkedIn() {
		return r.pass(file, line, notLinkedIns)
	}
	switch about := letter.About(); about.Kind {
	case mail.Accepted:
		return r.acceptance(letter, file, line)
	case mail.Invitation, mail.Digest:
		return r.invitationMail(letter, about, file, line)
	case mail.PeopleYouMayKnow:
		return r.pass(file, line, suggestions)
	case mail.Message:
		return r.pass(file, line, aMessage)
	}
	return r.pass(file, line, noInvitation)
}

// pass counts a mail that is skipped for an everyday reason.
func (r *reader) pass(file string, line int, reason string) string {
	if r.passed == nil {
		r.passed = map[string]*routine{}
	}
	if p := r.passed[reason]; p != nil {
		p.more++
	} else {
		r.passed[reason] = &routine{first: Skip{File: file, Line: line, Reason: reason}}
	}
	return ""
}

// reportPassed lists the mails that were skipped for everyday reasons.
func (r *reader) reportPassed() {
	for _, reason := range []string{notLinkedIns, noInvitation, aMessage, suggestions} {
		p := r.passed[reason]
		if p == nil {
			continue
		}
		if p.more > 0 {
			p.first.Reason = quantity.Sentence(p.more, "%[2]s; the same is true of %[1]d other mail", "%[2]s; the same is true of %[1]d other mails", reason)
		}
		r.archive.Skipped = append(r.archive.Skipped, p.first)
	}
}

// invitationMail takes the invitations of a mail.
func (r *reader) invitationMail(l *mail.Letter, about mail.About, file string, line int) (skipped string) {
	people := l.People(about.Kind)
	if len(people) == 0 {
		return "an invitation, but who sent it could not be found in it"
	}
	doubts := l.Doubts(people)
	if len(doubts) > 0 {
		r.warn("%s:%d: this mail may not be from LinkedIn: %s. What it says is kept without its address; %s",
			file, line, strings.Join(doubts, "; "), byHand)
	}
	if l.Garbled {
		r.warn("%s:%d: the mail has letters that are not UTF-8, as it says they are; they were read as Western European", file, line)
	}
	sent := l.Date()
	switch {
	case about.Reminder || about.Kind == mail.Digest:
		sent = time.Time{} // the mail's date is not the invitation's
	case sent.IsZero() && l.Forwarded():
		r.warn("%s:%d: a forwarded mail; its invitation is kept without a time", file, line)
	case sent.IsZero():
		r.warn("%s:%d: the mail has no date that can be read; its invitations are kept without one", file, line)
	}
	for _, p := range people {
		inv := Invitation{
			Name: p.Name, URL: p.URL, Slug: p.Slug, Note: p.Note, Headline: p.Headline, SentAt: sent,
			File: file, Line: line, Mail: true, Join: about.Join, Doubts: doubts,
		}
		if len(doubts) > 0 {
			inv.URL, inv.Slug = "", ""
		}
		r.archive.Invitations = append(r.archive.Invitations, inv)
	}
	return ""
}

// acceptance notes that an invitation of the member's was accepted. A mail in
// doubt proves nothing.
func (r *reader) acceptance(l *mail.Letter, file string, line int) (skipped string) {
	people := l.People(mail.Accepted)
	if len(people) == 0 {
		return "an acceptance, but of whom could not be found in it"
	}
	if doubts := l.Doubts(people); len(doubts) > 0 {
		return quantity.Text("it says that your invitation was accepted, but may not be from LinkedIn: %s", strings.Join(doubts, "; "))
	}
	r.archive.Acceptances = append(r.archive.Acceptances, Acceptance{
		Name: people[0].Name, Slug: people[0].Slug, On: l.Date(), File: file, Line: line,
	})
	return ""
}
