package linkedin

import (
	"bufio"
	"bytes"
	"fmt"
	"mime"
	"net/mail"
	"slices"
	"strings"
	"time"
)

// byHand is what to do about a mail, whoever it is from.
const byHand = "do not use its buttons: open linkedin.com/mynetwork/invitation-manager by hand; an invitation that is not listed there is false"

// mails reads a saved mail or a mailbox. Each mail gives invitations, marks an
// acceptance, or is skipped with the reason.
func (r *reader) mails(m member, in *bufio.Reader) error {
	box := mailbox{in: in, limit: r.limits.mailBytes}
	for {
		raw, line, err := box.next()
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
	letter, err := openLetter(raw)
	if err != nil {
		return err.Error()
	}
	if !letter.claimsLinkedIn() {
		return "not a mail of LinkedIn's"
	}
	switch kind := letter.kind(); kind {
	case mailAccepted:
		return r.acceptance(letter, file, line)
	case mailInvitation, mailReminder, mailDigest, mailJoin:
		return r.invitationMail(letter, kind, file, line)
	case mailPeople:
		return "people you may know: suggestions of LinkedIn's, no invitation"
	case mailMessage:
		return "a message, no invitation"
	}
	return "no invitation"
}

// invitationMail takes the invitations of a mail.
func (r *reader) invitationMail(l *letter, kind mailKind, file string, line int) (skipped string) {
	people := l.people(kind)
	if len(people) == 0 {
		return "an invitation, but who sent it could not be found in it"
	}
	doubts := l.doubts(people)
	if len(doubts) > 0 {
		r.warn("%s:%d: this mail may not be from LinkedIn: %s. What it says is kept without its address; %s",
			file, line, strings.Join(doubts, "; "), byHand)
	}
	sent := l.date()
	if sent.IsZero() {
		r.warn("%s:%d: the mail has no date that can be read; its invitations are kept without one", file, line)
	}
	if kind == mailReminder || kind == mailDigest {
		sent = time.Time{} // the mail's date is not the invitation's
	}
	for _, p := range people {
		inv := Invitation{
			Name: p.name, URL: p.url, Slug: p.slug, Note: p.note, Headline: p.headline, SentAt: sent,
			File: file, Line: line, Mail: true, Join: kind == mailJoin, Doubts: doubts,
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
func (r *reader) acceptance(l *letter, file string, line int) (skipped string) {
	people := l.people(mailAccepted)
	if len(people) == 0 {
		return "an acceptance, but of whom could not be found in it"
	}
	if doubts := l.doubts(people); len(doubts) > 0 {
		return "it says that your invitation was accepted, but may not be from LinkedIn: " + strings.Join(doubts, "; ")
	}
	r.archive.Acceptances = append(r.archive.Acceptances, Acceptance{
		Name: people[0].name, Slug: people[0].slug, On: l.date(), File: file, Line: line,
	})
	return ""
}

// letter is a mail taken apart.
type letter struct {
	header     mail.Header
	fromName   string // as shown; "" when the header cannot be read
	fromHost   string // lower case
	subject    string
	text, html []bodyLine
	attached   []string // names of what is attached
	long       bool     // some text was not looked at
	words      string   // folded text for recognising the mail, made when needed
}

// openLetter reads header and body.
func openLetter(raw []byte) (*letter, error) {
	raw = bytes.TrimLeft(bytes.TrimPrefix(raw, []byte(bom)), "\r\n")
	if headerEnd(raw) > maxMailHeader {
		return nil, fmt.Errorf("a mail with a header of more than %d KiB", maxMailHeader>>10)
	}
	msg, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("a damaged mail: its header cannot be read")
	}
	l := &letter{header: msg.Header}
	words := mime.WordDecoder{CharsetReader: charsetReader}
	decode := func(key string) string {
		text := msg.Header.Get(key)
		if decoded, err := words.DecodeHeader(text); err == nil {
			text = decoded
		}
		return collapseSpaces(Clean(text))
	}
	l.subject = decode("Subject")
	parser := mail.AddressParser{WordDecoder: &words}
	if from, err := parser.Parse(msg.Header.Get("From")); err == nil {
		l.fromName, l.fromHost = collapseSpaces(Clean(from.Name)), hostOf(from.Address)
	} else if from := decode("From"); from != "" {
		// Broken addresses are common in false mails: the words still count.
		name, address, _ := strings.Cut(from, "<")
		l.fromName, l.fromHost = strings.Trim(name, ` "`), hostOf(strings.TrimRight(address, "> "))
	}
	body := mimeBody{letter: l}
	return l, body.read(msg.Header, msg.Body)
}

// headerEnd returns where the header ends: at the first empty line.
func headerEnd(raw []byte) int {
	end := len(raw)
	for _, gap := range []string{"\n\n", "\n\r\n"} {
		if at := bytes.Index(raw[:end], []byte(gap)); at >= 0 {
			end = at
		}
	}
	return end
}

// hostOf returns what follows the last @ of an address.
func hostOf(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return ""
	}
	return strings.ToLower(Clean(address[at+1:]))
}

// date is when the mail was sent; zero when it does not say.
func (l *letter) date() time.Time {
	t, err := l.header.Date()
	if err != nil || t.Year() < firstYear || t.Year() > lastYear {
		return time.Time{}
	}
	return t.UTC().Truncate(time.Second)
}

// lastYear is beyond what a mail can be dated; later dates are misreadings.
const lastYear = 2100

// isLinkedInHost reports linkedin.com and what is below it.
func isLinkedInHost(host string) bool {
	host = strings.TrimSuffix(host, ".")
	return host == "linkedin.com" || strings.HasSuffix(host, ".linkedin.com")
}

// claimsLinkedIn reports whether a mail is, or wants to look like, one of
// LinkedIn's.
func (l *letter) claimsLinkedIn() bool {
	if isLinkedInHost(l.fromHost) || looksLikeLinkedIn(l.fromHost) || looksLikeLinkedIn(l.fromName) {
		return true
	}
	subject := plainWords(l.subject)
	if l.subjectKind() != mailOther && (strings.Contains(subject, "linkedin") || strings.Contains(l.body(), "linkedin")) {
		return true
	}
	return slices.ContainsFunc(standardNotes(), func(phrase string) bool { return strings.Contains(l.body(), phrase) }) &&
		strings.Contains(l.body(), "linkedin")
}

// body returns all text of the mail in plain words.
func (l *letter) body() string {
	if l.words == "" {
		var all strings.Builder
		for _, line := range append(slices.Clone(l.text), l.html...) {
			all.WriteString(plainWords(line.text))
			all.WriteByte('\n')
		}
		l.words = all.String()
	}
	return l.words
}
