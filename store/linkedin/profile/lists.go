package profile

import (
	"strings"

	"linkvet/store/linkedin/wording"
)

// readPositions reads the list of jobs. Its anchor is the line with the range of
// months: title and company stand above it, or the company stands above a group
// of titles.
func (p *Profile) readPositions(lines []line) {
	p.AllPositions = len(lines) > 0
	group, groupFull := "", false
	begin := 0 // the first line that may belong to the next position
	for i, l := range lines {
		switch kind, _ := groupLine(l.text); {
		case wording.Is(wording.AllPositions, l.text):
			p.AllPositions = false
			continue
		case wording.Is(wording.Logo, l.text):
			if name, _ := wording.Match(wording.Logo, l.text); !strings.EqualFold(name, group) {
				group = ""
			}
			begin = i + 1
			continue
		case kind:
			if i > begin || i > 0 {
				group = lines[max(i-1, 0)].text
				groupFull = strings.Contains(l.text, " · ") && wording.Is(wording.FullTime, firstPart(l.text))
			}
			begin = i + 1
			continue
		}
		from, until, ok := readRange(l.text)
		if !ok {
			continue
		}
		position := Position{From: from, Until: until}
		above := lines[begin:i]
		switch company, full, isCompany := companyLine(above); {
		case isCompany && len(above) > 1:
			group = ""
			position.Title, position.Company, position.FullTime = above[len(above)-2].text, company, full
		case group != "" && len(above) > 0:
			position.Title, position.Company, position.FullTime = titleIn(above), group, groupFull
		case len(above) > 1:
			position.Title, position.Company = above[len(above)-2].text, above[len(above)-1].text
		}
		if position.Title != "" && position.Company != "" {
			p.Positions = append(p.Positions, position)
		}
		begin = i + 1
	}
}

// titleIn returns the title of a position in a group: the last line above its
// months.
func titleIn(above []line) string { return above[len(above)-1].text }

// groupLine reports the line below the company of a group: how long in all, and
// perhaps the kind of employment before it.
func groupLine(text string) (ok, full bool) {
	first, rest, found := strings.Cut(text, " · ")
	if found && wording.Is(wording.EmploymentKinds, first) {
		return isDuration(rest), wording.Is(wording.FullTime, first)
	}
	return isDuration(text), false
}

func firstPart(text string) string {
	first, _, _ := strings.Cut(text, " · ")
	return first
}

// companyLine reads "Saltmarsh Lines · Full-time", the last line above the months.
func companyLine(above []line) (company string, full, ok bool) {
	if len(above) == 0 {
		return "", false, false
	}
	text := above[len(above)-1].text
	at := strings.LastIndex(text, " · ")
	if at < 0 {
		return "", false, false
	}
	kind := text[at+len(" · "):]
	return text[:at], wording.Is(wording.FullTime, kind), wording.Is(wording.EmploymentKinds, kind)
}

// readSchools reads the list of schools: each begins below a logo, or after the
// years of the one before.
func (p *Profile) readSchools(lines []line) {
	begin := 0
	for i, l := range lines {
		if wording.Is(wording.Logo, l.text) {
			begin = i + 1
			continue
		}
		from, until, ok := readRange(l.text)
		if !ok || i <= begin {
			continue
		}
		above := lines[begin:i]
		name := above[0].text
		if len(p.Schools) > 0 && len(above) > 2 {
			name = above[len(above)-2].text // what stands before is the description of the one above
		}
		p.Schools = append(p.Schools, School{Name: name, From: from, Until: until})
		begin = i + 1
	}
	if len(p.Schools) == 0 && len(lines) > 0 && !wording.Is(wording.NothingHere, lines[0].text) {
		for _, l := range lines {
			if !wording.Is(wording.Logo, l.text) {
				p.Schools = append(p.Schools, School{Name: l.text})
				return
			}
		}
	}
}

// readSkills counts skills and what others endorsed.
func (p *Profile) readSkills(lines []line) {
	for _, l := range lines {
		switch n := number(l.text); {
		case wording.Is(wording.AllSkills, l.text) && n > 0:
			p.Skills = n
			return
		case wording.Is(wording.Endorsements, l.text) && n >= 0:
			p.Endorsements = max(p.Endorsements, n)
		case wording.Is(wording.EndorsedBy, l.text), wording.Is(wording.Logo, l.text), wording.Is(wording.NothingHere, l.text):
		default:
			p.Skills++
		}
	}
}

// readRecommendations counts those received: as the page says, or the people in
// the list.
func (p *Profile) readRecommendations(lines []line) {
	for _, l := range lines {
		switch {
		case wording.Is(wording.AllReceived, l.text) && number(l.text) > 0:
			p.Recommendations = number(l.text)
			return
		case degreeOf(l.text) > 0:
			p.Recommendations++
		}
	}
}

// readHighlights reads what LinkedIn says the two have in common.
func (p *Profile) readHighlights(lines []line) {
	for _, l := range lines {
		if name, ok := wording.Match(wording.BothWorked, l.text); ok && name != "" {
			p.BothWorked = appendNew(p.BothWorked, name)
		}
		if name, ok := wording.Match(wording.BothStudied, l.text); ok && name != "" {
			p.BothStudied = appendNew(p.BothStudied, name)
		}
	}
}

func appendNew(list []string, s string) []string {
	for _, known := range list {
		if strings.EqualFold(known, s) || strings.HasPrefix(strings.ToLower(s), strings.ToLower(known)) {
			return list
		}
	}
	return append(list, s)
}
