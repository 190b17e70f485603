package profile

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// Kind is what was read.
type Kind string

const (
	Page    Kind = "page"
	Panel   Kind = "panel"
	Contact Kind = "contact"
	Share   Kind = "share"
	HTML    Kind = "html"
	PDF     Kind = "pdf"
)

// Month is a month, or a year where Month is 0. Zero is not known, or the
// present at the end of a range.
type Month struct{ Year, Month int }

// Position is a job as the profile's owner describes it.
type Position struct {
	Title, Company string
	From, Until    Month // Until is zero for the present one
	FullTime       bool
}

// School is a school as the profile's owner names it.
type School struct {
	Name        string
	From, Until Month
}

// Verification is something that LinkedIn says was confirmed.
type Verification struct {
	Kind         VerificationKind
	Organisation string // where it names one
}

// VerificationKind is what was confirmed.
type VerificationKind string

const (
	Identity    VerificationKind = "identity"
	Workplace   VerificationKind = "workplace"
	Institution VerificationKind = "school"
)

// Profile is what was found. What is zero was not in the copy, or nothing was
// there.
type Profile struct {
	Kind Kind

	// The top card. Name and headline are the owner's.
	Name, Headline, Company string
	About                   string // in the owner's own words, to be looked through for warnings and not kept
	Slug                    string // in links, or as the share text and the contact box give it
	Degree                  int    // 1 to 3, 0 where it does not stand there
	Mutuals                 int
	MutualNames             []string // often first names only
	BothWorked, BothStudied []string // where LinkedIn says that the two were both

	// The owner's own lists, and what others added.
	Positions       []Position
	AllPositions    bool // the list is whole
	Schools         []School
	Skills          int
	Recommendations int // received
	Endorsements    int // the most of any skill

	// LinkedIn's.
	Joined       Month
	Verified     []Verification
	PanelWhole   bool // the panel was read to its end, so what is not in it is not there
	PhotoNew     bool // the photo was changed within the last half year ...
	ContactNew   bool // ... and the contact details
	BadgeSeen    bool // a badge in the top card of a saved page, whatever it confirms
	CareNotice   bool
	ConnectedOn  string // as it stands there; they are a connection then
	MailDomains  []string
	SiteDomains  []string // of the sites marked as the company's
	OutOfOrder   bool     // headings stand where LinkedIn does not put them
	Whole        bool     // the copy goes from the top card to the last section
	Part         bool     // some section without the top card
	Missing      []string // sections that are not in the copy
	sectionsSeen [sections]bool
}

// WrongError says what was given instead of a profile.
type WrongError struct {
	Problem string
	AsCard  string // the problem where an invitation is wanted; "" unless Known
	Hint    string // what to copy instead
	Known   bool   // it is another page of LinkedIn's
	Cause   error  // why it could not be read; nil where that was no failure
}

func (e *WrongError) Error() string { return e.Problem }

func (e *WrongError) Unwrap() error { return e.Cause }

// MostBytes is how large a copy may be that is read; a page has some 50 KB.
const MostBytes = 2 << 20

// maxLines is how many lines are looked at.
const maxLines = 4000

// Read reads what a person copied or saved. Dates that depend on today are
// counted from now. What is no profile is a *WrongError.
func Read(data []byte, now time.Time) (Profile, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case isArchived(data) && len(data) <= MostArchived:
		return readArchived(data, now)
	case len(data) > MostBytes:
		return Profile{}, &WrongError{Problem: "larger than 2 MiB, which no profile is", Hint: howToCopy}
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return Profile{}, &WrongError{Problem: "stored as UTF-16", Hint: "save it as UTF-8"}
	case len(bytes.TrimSpace(data)) == 0:
		return Profile{}, &WrongError{Problem: "there is no text in it", Hint: howToCopy}
	case isHTML(data):
		return readSaved(string(data), now)
	case !utf8.Valid(data) && bytes.IndexByte(data, 0) >= 0:
		return Profile{}, &WrongError{Problem: "neither text nor a saved page", Hint: howToCopy}
	}
	return readText(page.FromText(string(data)), Page, now)
}

const howToCopy = "open the profile, scroll to its end, select all and copy; or copy the panel under More > About this profile"

func isHTML(data []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 4096)]))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) ||
		bytes.HasPrefix(head, []byte("<!--")) && bytes.Contains(head, []byte("<html"))
}

// line is one line that shows something.
type line struct {
	text    string
	heading bool // of HTML: it really is a heading
	label   bool
}

// readText reads the lines of a page. Those of a saved page have true headings.
func readText(raw []page.Line, kind Kind, now time.Time) (Profile, error) {
	p := Profile{Kind: kind}
	lines := shown(raw)
	if kind == HTML {
		p.Slug = slugIn(raw)
	}
	if p.readShared(raw) {
		p.Kind = Share
		return p, nil
	}
	if p.readContact(lines, raw) {
		p.Kind = Contact
		return p, nil
	}
	if end, ok := p.readPanel(lines); ok && end >= len(lines)-mostBehindPanel {
		p.Kind = Panel
		return p, nil
	}
	if err := p.readPage(lines, kind == HTML, now); err != nil {
		return Profile{}, err
	}
	return p, nil
}

// shown leaves out what shows nothing and what is there for screen readers only:
// the twin of a text, and lines that repeat the one before.
func shown(raw []page.Line) []line {
	var lines []line
	for _, l := range raw {
		text := undoubled(strings.TrimSpace(clean.Name(l.Raw)))
		if strings.Trim(text, " ·•|.-–—") == "" || len(text) > 8000 {
			continue
		}
		if n := len(lines); n > 0 && lines[n-1].text == text {
			continue
		}
		if len(lines) == maxLines {
			break
		}
		lines = append(lines, line{text: text, heading: l.Heading == 1 || l.Heading == 2, label: l.Label})
	}
	return lines
}

// undoubled is a text without its twin, which follows it without a space.
func undoubled(text string) string {
	if half := len(text) / 2; len(text)%2 == 0 && half > 0 && text[:half] == text[half:] {
		if half == 1 && (text[0] < 'A' || text[0] > 'z') {
			return text // "88" is a number
		}
		return text[:half]
	}
	return text
}

// slugIn returns the address that the page itself names: that of its contact
// details.
func slugIn(raw []page.Line) string {
	for _, l := range raw {
		for _, link := range l.Links {
			if strings.Contains(link, "/overlay/contact-info") {
				_, slug := address.Profile(link)
				return slug
			}
		}
	}
	return ""
}

// readShared reads what the app writes when somebody shares a profile: a sentence
// and the address, and nothing else.
func (p *Profile) readShared(raw []page.Line) bool {
	name, slug, texts := "", "", 0
	for _, l := range raw {
		for _, link := range l.Links {
			if _, found := address.Profile(link); found != "" {
				slug = found
			}
		}
		if text := strings.Trim(l.Text, " :"); text != "" {
			texts++
			if found, ok := wording.Match(wording.Share, text); ok {
				name = wording.LikelyName(found)
			}
		}
	}
	if slug == "" || texts > 2 || texts > 0 && name == "" {
		return false
	}
	p.Name, p.Slug = name, slug
	return true
}
