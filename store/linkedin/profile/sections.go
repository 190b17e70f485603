package profile

import (
	"strings"
	"time"

	"linkvet/store/linkedin/wording"
)

// section is a part of the page.
type section int

const (
	topCard section = iota
	about
	activity
	experience
	education
	skills
	recommendations
	interests
	other   // comes anywhere, and is not read
	sidebar // other people
	sections
)

// ordered are the sections whose order LinkedIn never changes, with their
// headings.
var ordered = []struct {
	section section
	class   wording.Class
	name    string // for what is missing
}{
	{about, wording.About, ""}, {activity, wording.Activity, ""}, {experience, wording.Experience, "experience"},
	{education, wording.Education, "education"}, {skills, wording.Skills, "skills"},
	{recommendations, wording.Recommendations, "recommendations"}, {interests, wording.Interests, "interests"},
}

// headingOf tells a heading by its words.
func headingOf(text string) (section, bool) {
	if len(text) > 60 {
		return 0, false
	}
	for _, o := range ordered {
		if wording.Is(o.class, text) {
			return o.section, true
		}
	}
	switch {
	case wording.Is(wording.Sidebar, text):
		return sidebar, true
	case wording.Is(wording.OtherSections, text), wording.Is(wording.Highlights, text):
		return other, true
	}
	return 0, false
}

// parts are the lines of each section.
type parts struct {
	of  [sections][]line
	end int // the line after the last section's heading
}

// divide parts the lines of a page into sections. A heading that comes twice, or
// where LinkedIn does not put it, is somebody's imitation.
func (p *Profile) divide(lines []line, trueHeadings bool) parts {
	var found parts
	at, last := topCard, topCard
	contact := false
	for i, l := range lines {
		s, isHeading := headingOf(l.text)
		contact = contact || isContactLine(l.text)
		switch {
		case trueHeadings && !l.heading:
			isHeading = false
		case s == sidebar:
		case at == sidebar, last == interests: // the page's end has its own "About"
			isHeading = false
		case at == topCard && !contact && s == about:
			isHeading = false // a menu above the name
		}
		if !isHeading {
			found.of[at] = append(found.of[at], l)
			continue
		}
		if s < other {
			if s <= last || p.sectionsSeen[s] {
				p.OutOfOrder = true
			}
			last = max(last, s)
		}
		if s == interests || s == sidebar && last != interests {
			found.end = i + 1
		}
		p.sectionsSeen[s] = true
		at = s
	}
	return found
}

// readPage reads a page copied or saved, or a part of one.
func (p *Profile) readPage(lines []line, trueHeadings bool, now time.Time) error {
	parts := p.divide(lines, trueHeadings)
	top := parts.of[topCard]
	isTop := p.readTop(top)
	p.CareNotice = hasCareNotice(lines)
	p.readAbout(parts.of[about])
	p.readPositions(parts.of[experience])
	p.readSchools(parts.of[education])
	p.readSkills(parts.of[skills])
	p.readRecommendations(parts.of[recommendations])
	p.readHighlights(parts.of[other])
	headings := 0
	for s := about; s <= interests; s++ {
		if p.sectionsSeen[s] {
			headings++
		}
	}
	switch {
	case isTop && headings > 0:
	case len(p.Positions) > 0 && wrongPage(lines) == nil:
		p.Part = true
	default:
		if wrong := wrongPage(lines); wrong != nil {
			return wrong
		}
		return &WrongError{Problem: "nothing of a profile was found in this text", Hint: howToCopy}
	}
	p.Whole = isTop && p.sectionsSeen[interests] && hasContact(top)
	for _, o := range ordered {
		if o.name != "" && !p.sectionsSeen[o.section] {
			p.Missing = append(p.Missing, o.name)
		}
	}
	p.readPanelBelow(lines, parts.end)
	return nil
}

// readAbout takes the owner's own words.
func (p *Profile) readAbout(lines []line) {
	var words []string
	for _, l := range lines {
		words = append(words, l.text)
	}
	p.About = strings.Join(words, "\n")
}

// isContactLine reports the line of the top card that leads to the contact
// details, with or without the place before it.
func isContactLine(text string) bool {
	return len(text) < 200 && wording.Ends(wording.Contact, text)
}

func hasContact(lines []line) bool {
	for _, l := range lines {
		if isContactLine(l.text) {
			return true
		}
	}
	return false
}

// hasCareNotice reports LinkedIn's own warning, as a line of its own above
// everything that the profile's owner wrote.
func hasCareNotice(lines []line) bool {
	for _, l := range lines {
		if isContactLine(l.text) {
			return false
		}
		if wording.Is(wording.Care, l.text) {
			return true
		}
	}
	return false
}

// wrongPage says which other page of LinkedIn's was copied, nil for none that is
// known.
func wrongPage(lines []line) error {
	count := func(class wording.Class) (n int) {
		for _, l := range lines {
			if len(l.text) < 200 && wording.Is(class, l.text) {
				n++
			}
		}
		return n
	}
	views := 0
	for _, l := range lines {
		if name, ok := wording.Match(wording.Label, l.text); ok && name != "" && strings.Contains(wording.Plain(l.text), "view ") {
			views++
		}
	}
	for _, other := range []struct {
		is              bool
		problem, asCard string
	}{
		{count(wording.Feed) >= 2, "this is the feed, not a profile", "this is the feed, not an invitation"},
		{count(wording.Inbox) >= 1 && count(wording.Accept)+count(wording.Withdraw) > 0,
			"this is the page of invitations, which linkvet add --paste reads, not a profile", "no invitation was recognized on this page of invitations"},
		{count(wording.Jobs) >= 2, "this is a job, not a profile", "this is a job, not an invitation"},
		{count(wording.CompanyPage) >= 2, "this is a company's page, not a profile", "this is a company's page, not an invitation"},
		{count(wording.Search) >= 1 || views >= 2, "this is a list of search results, not a profile", "this is a list of search results, not an invitation"},
	} {
		if other.is {
			return &WrongError{Problem: other.problem, AsCard: other.asCard, Hint: howToCopy, Known: true}
		}
	}
	return nil
}
