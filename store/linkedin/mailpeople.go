package linkedin

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mailPerson is somebody a mail tells of.
type mailPerson struct {
	name, headline, note string
	url, slug            string
}

// people returns whom the mail is about: the one inviter or accepter, or all
// of a digest.
func (l *letter) people(kind mailKind) []mailPerson {
	text, page := beforeFooter(l.text), beforeFooter(l.html)
	if kind == mailDigest {
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
	if p.slug == "" {
		p.url, p.slug = other.url, other.slug
	}
	if p.headline == "" {
		p.headline = other.headline
	}
	if kind == mailAccepted {
		p.note = ""
	}
	p.name = name
	return []mailPerson{p}
}

// withAddresses fills in what only the other form of the mail has.
func withAddresses(people, others []mailPerson) []mailPerson {
	for i := range people {
		for _, other := range others {
			if people[i].slug == "" && strings.EqualFold(people[i].name, other.name) {
				people[i].url, people[i].slug = other.url, other.slug
			}
		}
	}
	return people
}

// personName finds out who invites or accepts: the sender's name in every mail
// from LinkedIn, else what subject and text say.
func (l *letter) personName(lines []bodyLine) string {
	if name := withoutVia(l.fromName); name != "" {
		return name
	}
	if name := nameInSentence(l.subject); name != "" {
		return name
	}
	for _, line := range lines {
		if name := nameInSentence(line.text); name != "" {
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

// nameInSentence reads the name out of what LinkedIn says of an invitation.
func nameInSentence(sentence string) string {
	sentence = plainApostrophes(sentence)
	for _, words := range []string{
		"'s invitation is", " would like to connect", " wants to connect", " has invited you", " invited you to",
		" has accepted your", " accepted your", " sent you an invitation", " möchte sich", " hat Ihre Einladung", " hat deine Einladung",
		" quiere conectar", " ha aceptado tu", " aceptó tu", " souhaite se connecter", " a accepté votre", " quer se conectar", " aceitou",
	} {
		if name, _, ok := strings.Cut(sentence, words); ok && name != "" {
			return likelyName(name)
		}
	}
	_, name, _ := strings.Cut(sentence, "your new connection, ")
	return likelyName(name)
}

// likelyName refuses what is too long for a name.
func likelyName(s string) string {
	s = strings.Trim(s, " ,.:!\"")
	if utf8.RuneCountInString(s) > 80 || len(strings.Fields(s)) > 8 {
		return ""
	}
	return s
}

// singlePerson reads what stands around the name: the headline below it, the
// note above or below, and the address of the profile beside it, not the first
// address in the mail, which may be that of somebody suggested.
func singlePerson(lines []bodyLine, name string) (p mailPerson, found bool) {
	at := slices.IndexFunc(lines, func(line bodyLine) bool { return strings.EqualFold(line.text, name) })
	if at < 0 {
		return p, false
	}
	p.name = name
	p.note = noteAbove(lines[:at], name)
	p.url, p.slug = profileBeside(lines, at)
	for _, line := range lines[at+1:] {
		text := line.text
		switch {
		case text == "" || isBadge(text) || strings.EqualFold(text, name):
			continue
		case isAction(line):
			return p, true
		case p.headline == "":
			p.headline = text
		case p.note == "" && isQuoted(text):
			p.note = strings.Trim(text, `"“”„«» `)
		case p.note == "" && len(strings.Fields(text)) >= 7 && !isMutual(text):
			p.note = noteText(line)
		}
	}
	return p, true
}

// noteAbove is what the inviter wrote between the greeting and the name.
func noteAbove(lines []bodyLine, name string) string {
	greeting := slices.IndexFunc(lines, func(line bodyLine) bool { return isGreeting(line.text) })
	if greeting < 0 {
		return ""
	}
	var note []string
	for _, line := range lines[greeting+1:] {
		plain := plainWords(line.text)
		first, _, _ := strings.Cut(name, " ")
		switch {
		case line.text == "" && len(line.links) == 0, nameInSentence(line.text) != "":
		case containsAny(plain, standardNotes()) && len(strings.Fields(plain)) < 20:
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
	return ProfileURL(link)
}

// digestPeople reads the people of a list: each stands above the links that
// lead to them or accept them.
func digestPeople(lines []bodyLine) []mailPerson {
	var people []mailPerson
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
		if len(people) > 0 && people[len(people)-1].slug == "" {
			last := &people[len(people)-1]
			for _, link := range line.links {
				last.url, last.slug = mailProfile(link)
			}
		}
	}
	return people
}

// blockPerson reads the lines above a person's links.
func blockPerson(block []bodyLine) (p mailPerson, ok bool) {
	for _, line := range block {
		text := line.text
		url, slug := "", ""
		for _, link := range line.links {
			if url, slug = mailProfile(link); slug != "" {
				break
			}
		}
		if slug != "" {
			p.url, p.slug = url, slug
		}
		switch {
		case text == "", isBadge(text), isMutual(text):
		case isGreeting(text), isIntroduction(text):
			p = mailPerson{url: url, slug: slug}
		case p.name == "":
			p.name = likelyName(text)
		case p.headline == "":
			p.headline = text
		case p.note == "" && (isQuoted(text) || len(strings.Fields(text)) >= 7):
			p.note = strings.Trim(noteText(line), `"“”„«» `)
		}
	}
	return p, p.name != ""
}
