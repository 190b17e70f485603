package linkedin

import (
	"bufio"
	"fmt"
	"strings"
	"time"

	"linkvet/store/linkedin/mail"
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
		reason := r.mail(raw, m.name, line)
		if reason != "" {
			r.archive.Skipped = append(r.archive.Skipped, Skip{File: m.name, Line: line, Reason: reason})
		}
	}
}

// mail reads one mail and returns why it was passed over, or "".
func (r *reader) mail(raw []byte, file string, line int) (skipped string) {
	if raw == nil {
		return fmt.Sprintf("a mail larger than %d MiB; LinkedIn's have a tenth of one", r.limits.mailBytes>>20)
	}
	letter, err := mail.Open(raw)
	if err != nil {
		return err.Error()
	}
	if !letter.ClaimsLinkedIn() {
		return "not a mail of LinkedIn's"
	}
	switch kind := letter.Kind(); kind {
	case mail.Accepted:
		return r.acceptance(letter, file, line)
	case mail.Invitation, mail.Reminder, mail.Digest, mail.Join:
		return r.invitationMail(letter, kind, file, line)
	case mail.PeopleYouMayKnow:
		return "people you may know: suggestions of LinkedIn's, no invitation"
	case mail.Message:
		return "a message, no invitation"
	}
	return "no invitation"
}

// invitationMail takes the invitations of a mail.
func (r *reader) invitationMail(l *mail.Letter, kind mail.Kind, file string, line int) (skipped string) {
	people := l.People(kind)
	if len(people) == 0 {
		return "an invitation, but who sent it could not be found in it"
	}
	doubts := l.Doubts(people)
	if len(doubts) > 0 {
		r.warn("%s:%d: this mail may not be from LinkedIn: %s. What it says is kept without its address; %s",
			file, line, strings.Join(doubts, "; "), byHand)
	}
	sent := l.Date()
	if sent.IsZero() {
		r.warn("%s:%d: the mail has no date that can be read; its invitations are kept without one", file, line)
	}
	if kind == mail.Reminder || kind == mail.Digest {
		sent = time.Time{} // the mail's date is not the invitation's
	}
	for _, p := range people {
		inv := Invitation{
			Name: p.Name, URL: p.URL, Slug: p.Slug, Note: p.Note, Headline: p.Headline, SentAt: sent,
			File: file, Line: line, Mail: true, Join: kind == mail.Join, Doubts: doubts,
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
		return "it says that your invitation was accepted, but may not be from LinkedIn: " + strings.Join(doubts, "; ")
	}
	r.archive.Acceptances = append(r.archive.Acceptances, Acceptance{
		Name: people[0].Name, Slug: people[0].Slug, On: l.Date(), File: file, Line: line,
	})
	return ""
}
