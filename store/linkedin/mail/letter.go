package mail

import (
	"bytes"
	"mime"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"linkvet/store/clean"
	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// Letter is a mail taken apart.
type Letter struct {
	Garbled bool // it has bytes that are not of the charset it names

	header     netmail.Header
	fromName   string // as shown; "" when the header cannot be read
	fromUser   string // what stands before the @ of its address, lower case
	fromHost   string // what stands behind it
	subject    string
	text, html []page.Line
	attached   []string // names of what is attached
	inner      *Letter  // the mail that this one forwards
	forwarded  bool     // it was inside another mail
	long       bool     // some text was not looked at
	plain      string   // folded text for recognizing the mail, made when needed
}

// Open reads header and body.
func Open(raw []byte) (*Letter, error) { return open(raw, 0) }

func open(raw []byte, depth int) (*Letter, error) {
	raw = bytes.TrimLeft(bytes.TrimPrefix(raw, []byte(bom)), "\r\n")
	header, body, err := parseHeader(raw)
	if err != nil {
		return nil, err
	}
	l := &Letter{header: header}
	l.subject = decodeHeader(header.Get("Subject"))
	l.setFrom(header.Get("From"))
	parts := mimeBody{letter: l, depth: depth}
	return l, parts.read(header, bytes.NewReader(body))
}

// setFrom takes the sender's name and address.
func (l *Letter) setFrom(from string) {
	words := mime.WordDecoder{CharsetReader: charsetReader}
	parser := netmail.AddressParser{WordDecoder: &words}
	if a, err := parser.Parse(from); err == nil {
		l.fromName = clean.Name(a.Name)
		l.fromUser, l.fromHost = splitAddress(a.Address)
		return
	}
	// Broken addresses are common in false mails: the words still count.
	name, address, found := strings.Cut(decodeHeader(from), "<")
	if !found {
		name, address, found = strings.Cut(name, "[mailto:") // as Outlook writes it into a text
	}
	if !found && strings.Contains(name, "@") {
		name, address = "", name
	}
	l.fromName = strings.Trim(name, ` "'`)
	l.fromUser, l.fromHost = splitAddress(strings.TrimRight(address, ">] "))
}

// splitAddress returns what stands before and behind the last @ of an address.
func splitAddress(address string) (user, host string) {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return "", ""
	}
	return strings.ToLower(clean.Line(address[:at])), strings.ToLower(clean.Line(address[at+1:]))
}

// Date is when the mail was sent; zero when it does not say.
func (l *Letter) Date() time.Time {
	t, err := l.header.Date()
	if err != nil || t.Year() < firstYear || t.Year() > lastYear {
		return time.Time{}
	}
	return t.UTC().Truncate(time.Second)
}

// firstYear is when LinkedIn began, and lastYear beyond what a mail can be dated;
// other dates are misreadings.
const (
	firstYear = 2003
	lastYear  = 2100
)

// isLinkedInHost reports linkedin.com and what is below it.
func isLinkedInHost(host string) bool {
	host = strings.TrimSuffix(host, ".")
	return host == "linkedin.com" || strings.HasSuffix(host, ".linkedin.com")
}

// ClaimsLinkedIn reports whether a mail is, or wants to look like, one of
// LinkedIn's.
func (l *Letter) ClaimsLinkedIn() bool {
	if isLinkedInHost(l.fromHost) || looksLikeLinkedIn(l.fromHost) || looksLikeLinkedIn(l.fromName) {
		return true
	}
	if !strings.Contains(wording.Plain(l.subject), "linkedin") && !strings.Contains(l.body(), "linkedin") {
		return false
	}
	return l.subjectAbout().Kind != Other || wording.Holds(wording.Standard, l.body())
}

// body returns all text of the mail in plain words.
func (l *Letter) body() string {
	if l.plain == "" {
		var all strings.Builder
		for _, line := range l.lines() {
			all.WriteString(wording.Plain(line.Text))
			all.WriteByte('\n')
		}
		l.plain = all.String()
	}
	return l.plain
}

// lines are those of both forms of the text.
func (l *Letter) lines() []page.Line { return append(slices.Clone(l.text), l.html...) }

// Inner returns the mail to be read: the one that this forwards, if there is
// one, else itself. forwards reports a mail that was forwarded but whose form is
// not known, so that nobody is taken for its sender.
func (l *Letter) Inner() (inner *Letter, forwards bool) {
	if isLinkedInHost(l.fromHost) {
		return l, false
	}
	inner = l.inner
	if inner == nil {
		inner = l.quoted()
	}
	switch {
	case inner != nil && inner.ClaimsLinkedIn():
		return inner, false
	case l.forwarded:
		return l, false
	}
	return l, isForwardedSubject(l.subject) || l.hasForwardMark()
}

// Forwarded reports whether the mail was inside another, as text: then it has no
// date that can be read.
func (l *Letter) Forwarded() bool { return l.forwarded }
