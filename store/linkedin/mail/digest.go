package mail

import (
	"strings"

	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// digestPeople reads the people of a list: each stands above the links that
// lead to them or accept them.
func digestPeople(lines []page.Line) []Person {
	var people []Person
	var block []page.Line
	for _, line := range lines {
		action := isAction(line)
		if !action && (line.Text != "" || len(line.Links) > 0) {
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
			for _, link := range line.Links {
				if last.URL, last.Slug = profileOf(link); last.Slug != "" {
					break
				}
			}
		}
	}
	return people
}

// blockPerson reads the lines above a person's links.
func blockPerson(block []page.Line) (p Person, ok bool) {
	for _, line := range block {
		text := line.Text
		url, slug := "", ""
		for _, link := range line.Links {
			if url, slug = profileOf(link); slug != "" {
				break
			}
		}
		if slug != "" {
			p.URL, p.Slug = url, slug
		}
		switch {
		case text == "", wording.IsBadge(text), wording.IsMutual(text):
		case wording.IsGreeting(text), wording.IsList(text):
			p = Person{URL: url, Slug: slug}
		case p.Name == "":
			p.Name, p.Headline = splitHeadline(wording.LikelyName(text))
		case p.Headline == "":
			p.Headline = text
		case p.Note == "" && (wording.IsQuoted(text) || len(strings.Fields(text)) >= 7) && !isSentence(text, p.Name) && !isStandard(text):
			p.Note = wording.Unquoted(noteText(line))
		}
	}
	return p, p.Name != ""
}
