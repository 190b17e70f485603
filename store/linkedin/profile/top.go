package profile

import (
	"slices"
	"strings"

	"linkvet/store/linkedin/wording"
)

// readTop reads the top card, and reports whether it is one.
func (p *Profile) readTop(lines []line) bool {
	contact := slices.IndexFunc(lines, func(l line) bool { return isContactLine(l.text) })
	at, degree := findDegree(lines)
	if contact < 0 && degree == 0 {
		return false
	}
	if contact < 0 {
		contact = len(lines)
	}
	if degree > 0 && at < contact {
		p.Degree = degree
		p.readName(lines, at, contact)
	}
	if contact < len(lines) {
		p.readCounts(lines[contact:])
		above := lines[at+1 : max(at+1, contact)]
		if wording.Is(wording.Contact, lines[contact].text) {
			above = nil // this layout has the place below the headline
		}
		p.readCompany(above, lines[contact+1:])
	}
	for _, l := range lines[:contact] {
		p.BadgeSeen = p.BadgeSeen || l.label && wording.Is(wording.BadgeLabel, l.text)
	}
	return true
}

// findDegree returns the first line that says how near somebody is. A number
// alone is the counter of a menu.
func findDegree(lines []line) (at, degree int) {
	for i, l := range lines {
		if d := degreeOf(l.text); d > 0 {
			return i, d
		}
	}
	return -1, 0
}

func degreeOf(text string) int {
	if len(text) > 60 || !wording.Is(wording.Degree, strings.Trim(text, "·• ()")) || isDigits(text) {
		return 0
	}
	return min(max(number(text), 1), 3)
}

// readName takes the name above the degree and the headline below it.
func (p *Profile) readName(lines []line, at, contact int) {
	for i := at - 1; i >= 0; i-- {
		if text := lines[i].text; !wording.IsBadge(text) && !lines[i].label {
			if p.Name = wording.WithoutDegree(text); wording.LikelyName(p.Name) == "" {
				p.Name = "" // no name is that long
			}
			break
		}
	}
	for _, l := range lines[at+1 : contact] {
		if !wording.IsBadge(l.text) && !l.label {
			p.Headline = l.text
			return
		}
	}
}

// readCounts reads the line about connections in common, which comes after the
// number of connections or followers: a headline can say anything.
func (p *Profile) readCounts(lines []line) {
	counted := false
	for i, l := range lines {
		switch {
		case wording.IsContact(l.text) && i > 0, wording.Is(wording.Counts, l.text), wording.Is(wording.ManyCounts, l.text):
			counted = true
		case counted && p.Mutuals == 0 && wording.IsMutual(l.text):
			p.Mutuals, p.MutualNames = readMutual(l.text)
		}
	}
}

// readMutual takes "Tobias, Marta and 12 other mutual connections" apart.
func readMutual(text string) (count int, names []string) {
	text = wording.BeforeMutual(text)
	more := max(number(text), 0)
	if at := strings.IndexAny(text, "0123456789"); at >= 0 {
		text = text[:at]
	}
	for part := range strings.SplitSeq(text, ",") {
		for _, name := range wording.SplitAnd(part) {
			if name = wording.LikelyName(name); name != "" {
				names = append(names, name)
			}
		}
	}
	return more + len(names), names
}

// readCompany takes the company that the card shows: below the contact details in
// one layout, below the headline in the other.
func (p *Profile) readCompany(above, below []line) {
	if len(below) > 0 && !isOfCard(below[0].text) {
		p.Company = below[0].text
		return
	}
	at := slices.IndexFunc(above, func(l line) bool { return l.text == p.Headline })
	if at >= 0 && at+1 < len(above) {
		p.Company = above[at+1].text
	}
}

// isOfCard reports what LinkedIn writes below the contact details.
func isOfCard(text string) bool {
	return wording.IsContact(text) || wording.Is(wording.ManyCounts, text) || number(text) >= 0 || wording.Is(wording.Buttons, text) || wording.IsMutual(text)
}
