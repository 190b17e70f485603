package mail

import (
	"bytes"
	"fmt"
	"linkvet/store/clean"
	"linkvet/store/linkedin/wording"
	"mime"
	netmail "net/mail"
	"slices"
	"strings"
	"time"
)

// Letter is a mail taken apart.
type Letter struct {
	header     netmail.Header
	fromName   string // as shown; "" when the header cannot be read
	fromHost   string // lower case
	subject    string
	text, html []bodyLine
	attached   []string // names of what is attached
	long       bool     // some text was not looked at
	words      string   // folded text for recognising the mail, made when needed
}

// Open reads header and body.
func Open(raw []byte) (*Letter, error) {
	raw = bytes.TrimLeft(bytes.TrimPrefix(raw, []byte(bom)), "\r\n")
	if headerEnd(raw) > maxMailHeader {
		return nil, fmt.Errorf("a mail with a header of more than %d KiB", maxMailHeader>>10)
	}
	msg, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("a damaged mail: its header cannot be read")
	}
	l := &Letter{header: msg.Header}
	words := mime.WordDecoder{CharsetReader: charsetReader}
	decode := func(key string) string {
		text := msg.Header.Get(key)
		if decoded, err := words.DecodeHeader(text); err == nil {
			text = decoded
		}
		return clean.Name(text)
	}
	l.subject = decode("Subject")
	parser := netmail.AddressParser{WordDecoder: &words}
	if from, err := parser.Parse(msg.Header.Get("From")); err == nil {
		l.fromName, l.fromHost = clean.Name(from.Name), hostOf(from.Address)
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
	return strings.ToLower(clean.Line(address[at+1:]))
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
	subject := wording.Plain(l.subject)
	if l.subjectKind() != Other && (strings.Contains(subject, "linkedin") || strings.Contains(l.body(), "linkedin")) {
		return true
	}
	return slices.ContainsFunc(wording.StandardNotes(), func(phrase string) bool { return strings.Contains(l.body(), phrase) }) &&
		strings.Contains(l.body(), "linkedin")
}

// body returns all text of the mail in plain words.
func (l *Letter) body() string {
	if l.words == "" {
		var all strings.Builder
		for _, line := range append(slices.Clone(l.text), l.html...) {
			all.WriteString(wording.Plain(line.text))
			all.WriteByte('\n')
		}
		l.words = all.String()
	}
	return l.words
}
