package mail

import (
	"slices"
	"strings"

	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// Person is somebody a mail tells of.
type Person struct {
	Name, Headline, Note string
	URL, Slug            string
}

// People returns whom the mail is about: the one inviter or accepter, or all
// of a digest.
func (l *Letter) People(kind Kind) []Person {
	text, html := beforeFooter(l.text), beforeFooter(l.html)
	if kind == Digest {
		if people := digestPeople(text); len(people) > 0 {
			return withAddresses(people, digestPeople(html))
		}
		return digestPeople(html)
	}
	name, headline := l.personName(append(slices.Clone(text), html...))
	if name == "" {
		return nil
	}
	p, other := singlePerson(text, name), singlePerson(html, name)
	for _, field := range []struct{ to, from *string }{{&p.Headline, &other.Headline}, {&p.Note, &other.Note}} {
		if *field.to == "" {
			*field.to = *field.from
		}
	}
	if p.Slug == "" {
		p.URL, p.Slug = other.URL, other.Slug
	}
	if p.Headline == "" {
		p.Headline = headline
	}
	if kind == Accepted {
		p.Note = ""
	}
	p.Name = name
	return []Person{p}
}

// beforeFooter cuts the small print, and the people LinkedIn suggests.
func beforeFooter(lines []page.Line) []page.Line {
	if i := slices.IndexFunc(lines, func(line page.Line) bool { return wording.IsFooter(line.Text) }); i >= 0 {
		return lines[:i]
	}
	return lines
}

// withAddresses fills in what only the other form of the mail has.
func withAddresses(people, others []Person) []Person {
	for i := range people {
		for _, other := range others {
			if people[i].Slug == "" && strings.EqualFold(people[i].Name, other.Name) {
				people[i].URL, people[i].Slug = other.URL, other.Slug
			}
		}
	}
	return people
}

// personName finds out who invites or accepts: the sender's name in every mail
// from LinkedIn, else what subject and text say.
func (l *Letter) personName(lines []page.Line) (name, headline string) {
	if name := withoutVia(l.fromName); name != "" {
		return splitHeadline(name)
	}
	sentences := []string{l.subject}
	for _, line := range lines {
		sentences = append(sentences, line.Text)
	}
	for _, class := range []wording.Class{wording.Accepts, wording.Asks, wording.Reminds} {
		for _, sentence := range sentences {
			if found, ok := wording.Match(class, sentence); ok && wording.LikelyName(found) != "" {
				return splitHeadline(wording.LikelyName(found))
			}
		}
	}
	return "", ""
}

// withoutVia takes " via LinkedIn" off a sender's name, in any language; ""
// where LinkedIn itself is the name.
func withoutVia(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, "(via", "via"))
	switch {
	case len(words) == 0 || looksLikeLinkedIn(words[0]) || strings.Contains(name, "@"):
		return ""
	case looksLikeLinkedIn(strings.Trim(words[len(words)-1], ")")):
		return wording.WithoutVia(strings.Join(words[:len(words)-1], " "))
	case len(words) == 1 && slices.Contains([]string{"invitations", "notifications", "messages", "einladungen", "invitaciones", "convites", "inviti", "uitnodigingen"}, strings.ToLower(words[0])):
		return ""
	}
	return strings.Join(words, " ")
}

// splitHeadline tells a name from the headline on the same line: in brackets,
// behind a dash or a stroke, or behind a comma where it is no title.
func splitHeadline(line string) (name, headline string) {
	if before, inside, ok := strings.Cut(line, " ("); ok && strings.HasSuffix(inside, ")") {
		inside = strings.TrimSuffix(inside, ")")
		switch {
		case wording.IsBadge(inside):
			return before, ""
		case len(strings.Fields(inside)) > 1:
			return before, inside
		}
	}
	for _, mark := range []string{" - ", " – ", " — ", " | ", " · ", " • "} {
		if before, after, ok := strings.Cut(line, mark); ok && before != "" && !wording.IsBadge(after) {
			return before, after
		}
	}
	if before, after, ok := strings.Cut(line, ", "); ok && len(strings.Fields(after)) > 2 {
		return before, after
	}
	return wording.WithoutDegree(line), ""
}

// singlePerson reads what stands around the name: the headline beside or below
// it, the note above or below, and the address of the profile beside it, not
// the first address in the mail, which may be that of somebody suggested.
func singlePerson(lines []page.Line, name string) (p Person) {
	p.Note = noteAbove(lines, name)
	at := slices.IndexFunc(lines, func(line page.Line) bool { return strings.EqualFold(line.Text, name) })
	if at < 0 {
		for i, line := range lines {
			if headline, ok := besideName(line.Text, name); ok {
				at, p.Headline = i, headline
				break
			}
		}
	}
	if at < 0 {
		at = slices.IndexFunc(lines, func(line page.Line) bool {
			return len(line.Text) > len(name) && strings.EqualFold(line.Text[:len(name)], name)
		})
	}
	if at < 0 {
		return p
	}
	p.URL, p.Slug = profileBeside(lines, at)
	if strings.EqualFold(lines[at].Text, name) || p.Headline != "" {
		p.readBelow(lines[at+1:], name)
	}
	return p
}

// besideName returns the headline that stands on the line of the name.
func besideName(text, name string) (headline string, ok bool) {
	if len(text) <= len(name) || !strings.EqualFold(text[:len(name)], name) || isSentence(text, name) {
		return "", false
	}
	rest := text[len(name):]
	headline = strings.Trim(rest, " ,|-–—·•()")
	return headline, headline != "" && strings.IndexAny(rest, " ,|-–—·•(") == 0 && len(strings.Fields(headline)) > 1
}

// readBelow reads the lines below the name: headline, and a note.
func (p *Person) readBelow(lines []page.Line, name string) {
	for _, line := range lines {
		text := line.Text
		switch {
		case text == "" || wording.IsBadge(text) || strings.EqualFold(text, name) || wording.IsMutual(text):
			continue
		case isAction(line):
			return
		case isSentence(text, name), isStandard(text):
		case p.Headline == "":
			p.Headline = text
		case p.Note == "" && wording.IsQuoted(text):
			p.Note = wording.Unquoted(text)
		case p.Note == "" && len(strings.Fields(text)) >= 7 && !strings.Contains(wording.Plain(text), "linkedin"):
			p.Note = noteText(line)
		}
	}
}

// profileBeside returns the address nearest to the name, which its own line or
// the next few hold.
func profileBeside(lines []page.Line, at int) (canonical, slug string) {
	const near = 8
	order := []int{at, at - 1}
	for i := at + 1; i < len(lines) && i <= at+near; i++ {
		order = append(order, i)
	}
	for _, i := range order {
		if i < 0 {
			continue
		}
		for _, link := range lines[i].Links {
			if canonical, slug = profileOf(link); slug != "" {
				return canonical, slug
			}
		}
	}
	return "", ""
}

// profileOf is address.Profile for links, which have a host.
func profileOf(link string) (canonical, slug string) {
	if _, elsewhere := linkHost(link); elsewhere {
		return "", ""
	}
	return address.Profile(unwrapped(link))
}
