package paste

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"

	"linkvet/store/clean"
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/profile"
	"linkvet/store/linkedin/wording"
	"linkvet/store/quantity"
)

// Card is what was recognized of one invitation. The person looks at it before
// it is kept.
type Card struct {
	Name     string
	Headline string
	Note     string
	URL      string // canonical, or ""
	Mutual   string // the line about connections in common, as it stands
	Ago      string // how long ago it was sent, as it stands
	SentAt   time.Time
	Outgoing bool     // it is one of the member's own
	Left     []string // lines that may be anything, and are not taken
}

// Found is what a text holds.
type Found struct {
	Cards  []Card
	Others []string // what the cards ask for that are no invitation to connect
}

// RefusedError says what a text is instead of an invitation.
type RefusedError struct {
	Problem string
	Hint    string // what to do now
	Known   bool   // it is something else of LinkedIn's, and not just any text
}

func (e *RefusedError) Error() string { return e.Problem }

// longestCard is how many lines a card of an unknown page may have.
const longestCard = 15

// maxPasted is how much text is looked at, in bytes; a card has a few lines.
const maxPasted = 64 << 10

// Parse recognizes the invitations in a text copied from LinkedIn. SentAt is the
// day that the page's "2 weeks ago" comes to, counted back from now: the page
// knows no better. A text without any is a *RefusedError.
func Parse(text string, now time.Time) (Found, error) {
	text = text[:min(len(text), maxPasted)]
	var lines []line
	for _, l := range page.FromText(text) {
		text := strings.Trim(clean.Name(l.Raw), " ·•|")
		if text = undoubled(text); text != "" {
			lines = append(lines, classify(text, now))
		}
	}
	var found Found
	if !slices.ContainsFunc(lines, line.ofCards) {
		if c, err := otherPage(text, now); c.Name != "" || err != nil {
			if err != nil {
				return found, err
			}
			return Found{Cards: []Card{c}}, nil
		}
	}
	parts := split(lines)
	for _, part := range parts {
		c := card{lines: part}
		if what := c.asksElse(); what != "" {
			found.Others = append(found.Others, what)
			continue
		}
		if read, ok := c.read(len(parts) == 1 && len(part) <= longestCard); ok {
			found.Cards = append(found.Cards, read)
		}
	}
	switch {
	case len(found.Cards) > 0:
		return found, nil
	case len(found.Others) > 0:
		slices.Sort(found.Others)
		return found, &RefusedError{
			Problem: quantity.Text("this is %s, not an invitation to connect", quantity.And(slices.Compact(found.Others))),
			Hint:    "answer it on LinkedIn; linkvet is about invitations to connect",
			Known:   true,
		}
	}
	return found, &RefusedError{
		Problem: "no invitation was recognized in the text",
		Hint:    "copy the whole block from LinkedIn's page, from the name to the buttons, or give --name instead",
	}
}

// ofCards reports what only the pages of invitations have.
func (l line) ofCards() bool {
	switch l.kind {
	case accept, ignore, withdraw, invites, invited, other:
		return true
	}
	return false
}

// otherPage reads a text that is no card: of a profile it takes name, headline
// and address, and never a note. Other pages of LinkedIn's are refused by name.
func otherPage(text string, now time.Time) (Card, error) {
	p, err := profile.Read([]byte(text), now)
	if wrong, ok := errors.AsType[*profile.WrongError](err); ok {
		if !wrong.Known {
			return Card{}, nil
		}
		return Card{}, &RefusedError{
			Problem: wrong.AsCard, Known: true,
			Hint: "copy the card from LinkedIn's page of invitations, from the name to the buttons, or give --name instead",
		}
	}
	switch {
	case err != nil || p.Part:
		return Card{}, nil
	case p.Name == "" || p.Kind == profile.Panel || p.Kind == profile.Contact:
		return Card{}, &RefusedError{Problem: "this is part of a profile, not an invitation", Known: true, Hint: "linkvet read ID reads it for an invitation that is there"}
	}
	return Card{Name: p.Name, Headline: p.Headline, URL: address.Of(p.Slug)}, nil
}

// undoubled is a line without the twin that the page has for screen readers,
// which is copied along without a space between.
func undoubled(text string) string {
	if half := len(text) / 2; len(text)%2 == 0 && half > 3 && text[:half] == text[half:] {
		return text[:half]
	}
	return text
}

// others are the cards that ask for something else.
var others = []struct {
	class wording.Class
	what  string
}{
	{wording.Follow, "an invitation to follow a page"},
	{wording.Subscribe, "an invitation to subscribe to a newsletter"},
	{wording.Attend, "an invitation to an event"},
	{wording.Group, "an invitation to a group"},
	{wording.Connected, "a card of an invitation that was answered already"},
}

// kind is what a line of a card is.
type kind int

const (
	words kind = iota // the person's own
	label
	invites
	invited
	other
	accept
	ignore
	withdraw
	reply
	more
	button
	menu
	mutual
	contact
	badge
	ago
	link
)

// line is a line of the text and what it is.
type line struct {
	text string
	kind kind
	name string // whom it names
	what string // of other cards
	on   time.Time
	sent bool // of a time: it says that the member sent it
}

// withoutCount takes the number off a tab or a chip: "Received (3)".
func withoutCount(text string) string {
	if at := strings.LastIndexByte(text, '('); at > 0 && strings.Trim(text[at:], "(0123456789.,+) ") == "" {
		return strings.TrimSpace(text[:at])
	}
	return text
}

func classify(text string, now time.Time) line {
	l := line{text: text}
	if url := profileAddress(text); url != "" {
		l.kind, l.text = link, url
		return l
	}
	if on, sent, ok := wording.Ago(text, now); ok {
		l.kind, l.on, l.sent = ago, on, sent
		return l
	}
	for _, o := range others {
		if name, ok := wording.Match(o.class, text); ok {
			l.kind, l.what, l.name = other, o.what, name
			return l
		}
	}
	for _, try := range []struct {
		class wording.Class
		kind  kind
	}{
		{wording.Accept, accept}, {wording.Ignore, ignore}, {wording.Withdraw, withdraw},
		{wording.Invites, invites}, {wording.Invited, invited}, {wording.Label, label}, {wording.Reply, reply}, {wording.Buttons, button},
	} {
		if name, ok := wording.Match(try.class, text); ok {
			l.kind, l.name = try.kind, wording.LikelyName(wording.WithoutDegree(name))
			return l
		}
	}
	rest, cut := wording.WithoutMore(text)
	switch {
	case cut && rest == "", wording.Is(wording.More, text):
		l.kind = more
	case wording.Is(wording.Page, withoutCount(text)):
		l.kind = menu
	case wording.IsMutual(text):
		l.kind = mutual
	case wording.IsContact(text):
		l.kind = contact
	case wording.IsBadge(text), strings.IndexFunc(text, unicode.IsLetter) < 0:
		l.kind = badge
	}
	return l
}

// isDegree reports the mark of how near somebody is, in any language.
func (l line) isDegree() bool { return l.kind == badge && wording.Is(wording.Degree, l.text) }

// profileAddress returns the address in a line of nothing else.
func profileAddress(text string) string {
	if strings.ContainsRune(text, ' ') || !strings.Contains(strings.ToLower(text), "linkedin.com/") {
		return ""
	}
	url, _ := address.Profile(text)
	return url
}

// proves reports lines that only the page of an invitation or a profile has.
func (l line) proves() bool {
	switch l.kind {
	case words, other, more, button, menu, badge:
		return false
	}
	return true
}
