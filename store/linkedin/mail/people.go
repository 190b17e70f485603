package mail

import (
	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/wording"
	"slices"
	"strings"
)

// Person is somebody a mail tells of.
type Person struct {
	Name, Headline, Note string
	URL, Slug            string
}

// People returns whom the mail is about: the one inviter or accepter, or all
// of a digest.
func (l *Letter) People(kind Kind) []Person {
	text, page := beforeFooter(l.text), beforeFooter(l.html)
	if kind == Digest {
		if people := digestPeople(text); len(people) > 0 {
			return withAddresses(people, digestPeople(page))
		}
		return digestPeople(page)
	}
	name := l.personName(append(slices.Clone(text), page...))
	if name == "" {
		return nil
	}
	p, found := singlePerson(text, name)
	other, _ := singlePerson(page, name)
	if !found {
		p = other
	}
	if p.Slug == "" {
		p.URL, p.Slug = other.URL, other.Slug
	}
	if p.Headline == "" {
		p.Headline = other.Headline
	}
	if kind == Accepted {
		p.Note = ""
	}
	p.Name = name
	return []Person{p}
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
func (l *Letter) personName(lines []bodyLine) string {
	if name := withoutVia(l.fromName); name != "" {
		return name
	}
	if name := wording.NameInSentence(l.subject); name != "" {
		return name
	}
	for _, line := range lines {
		if name := wording.NameInSentence(line.text); name != "" {
			return name
		}
	}
	return ""
}

// withoutVia takes " via LinkedIn" off a sender's name, in any language; ""
// where LinkedIn itself is the name.
func withoutVia(name string) string {
	words := strings.Fields(name)
	switch {
	case len(words) == 0 || looksLikeLinkedIn(words[0]) || strings.Contains(name, "@"):
		return ""
	case looksLikeLinkedIn(words[len(words)-1]):
		words = words[:max(len(words)-2, 0)]
	case len(words) == 1 && slices.Contains([]string{"invitations", "notifications", "messages", "einladungen", "invitaciones", "convites"}, strings.ToLower(words[0])):
		return ""
	}
	return strings.Join(words, " ")
}

// singlePerson reads what stands around the name: the headline below it, the
// note above or below, and the address of the profile beside it, not the first
// address in the mail, which may be that of somebody suggested.
func singlePerson(lines []bodyLine, name string) (p Person, found bool) {
	at := slices.IndexFunc(lines, func(line bodyLine) bool { return strings.EqualFold(line.text, name) })
	if at < 0 {
		return p, false
	}
	p.Name = name
	p.Note = noteAbove(lines[:at], name)
	p.URL, p.Slug = profileBeside(lines, at)
	for _, line := range lines[at+1:] {
		text := line.text
		switch {
		case text == "" || wording.IsBadge(text) || strings.EqualFold(text, name):
			continue
		case isAction(line):
			return p, true
		case p.Headline == "":
			p.Headline = text
		case p.Note == "" && wording.IsQuoted(text):
			p.Note = strings.Trim(text, `"“”„«» `)
		case p.Note == "" && len(strings.Fields(text)) >= 7 && !wording.IsMutual(text):
			p.Note = noteText(line)
		}
	}
	return p, true
}

// noteAbove is what the inviter wrote between the greeting and the name.
func noteAbove(lines []bodyLine, name string) string {
	greeting := slices.IndexFunc(lines, func(line bodyLine) bool { return wording.IsGreeting(line.text) })
	if greeting < 0 {
		return ""
	}
	var note []string
	for _, line := range lines[greeting+1:] {
		plain := wording.Plain(line.text)
		first, _, _ := strings.Cut(name, " ")
		switch {
		case line.text == "" && len(line.links) == 0, wording.NameInSentence(line.text) != "":
		case wording.ContainsAny(plain, wording.StandardNotes()) && len(strings.Fields(plain)) < 20:
		case strings.EqualFold(strings.Trim(line.text, "-–— "), name), strings.EqualFold(strings.Trim(line.text, "-–— "), first):
		default:
			note = append(note, noteText(line))
		}
	}
	return strings.Join(note, " ")
}

// noteText is a line of a note. Of LinkedIn's own addresses in it the query
// goes, which may be a secret.
func noteText(line bodyLine) string {
	text := line.raw
	for _, link := range line.links {
		if host, elsewhere := linkHost(link); host != "" && !elsewhere {
			bare, _, _ := strings.Cut(link, "?")
			text = strings.ReplaceAll(text, link, bare)
		}
	}
	return text
}

// profileBeside returns the address nearest to the name, which its own line or
// the next few hold.
func profileBeside(lines []bodyLine, at int) (canonical, slug string) {
	const near = 8
	order := []int{at, at - 1}
	for i := at + 1; i < len(lines) && i <= at+near; i++ {
		order = append(order, i)
	}
	for _, i := range order {
		if i < 0 {
			continue
		}
		for _, link := range lines[i].links {
			if canonical, slug = mailProfile(link); slug != "" {
				return canonical, slug
			}
		}
	}
	return "", ""
}

// mailProfile is ProfileURL for links, which have a host.
func mailProfile(link string) (canonical, slug string) {
	if _, elsewhere := linkHost(link); elsewhere {
		return "", ""
	}
	return address.Profile(link)
}

// digestPeople reads the people of a list: each stands above the links that
// lead to them or accept them.
func digestPeople(lines []bodyLine) []Person {
	var people []Person
	var block []bodyLine
	for _, line := range lines {
		action := isAction(line)
		if !action && (line.text != "" || len(line.links) > 0) {
			block = append(block, line)
		}
		if !action {
			continue
		}
		if p, ok := blockPerson(block); ok {
			people = append(people, p)
		}
		block = nil
		if len(people) > 0 && people[len(people)-1].Slug == "" {
			last := &people[len(people)-1]
			for _, link := range line.links {
				last.URL, last.Slug = mailProfile(link)
			}
		}
	}
	return people
}

// blockPerson reads the lines above a person's links.
func blockPerson(block []bodyLine) (p Person, ok bool) {
	for _, line := range block {
		text := line.text
		url, slug := "", ""
		for _, link := range line.links {
			if url, slug = mailProfile(link); slug != "" {
				break
			}
		}
		if slug != "" {
			p.URL, p.Slug = url, slug
		}
		switch {
		case text == "", wording.IsBadge(text), wording.IsMutual(text):
		case wording.IsGreeting(text), wording.IsIntroduction(text):
			p = Person{URL: url, Slug: slug}
		case p.Name == "":
			p.Name = wording.LikelyName(text)
		case p.Headline == "":
			p.Headline = text
		case p.Note == "" && (wording.IsQuoted(text) || len(strings.Fields(text)) >= 7):
			p.Note = strings.Trim(noteText(line), `"“”„«» `)
		}
	}
	return p, p.Name != ""
}
