package profile

import (
	"slices"
	"strings"

	"linkvet/store/linkedin/wording"
)

// What the panel "About this profile" may take.
const (
	mostOfPanel     = 25
	mostBehindPanel = 3
)

// readPanel reads the panel where it begins the text, and returns the line after
// it.
func (p *Profile) readPanel(lines []line) (end int, ok bool) {
	if len(lines) == 0 || !isPanelHeading(lines[0].text) {
		return 0, false
	}
	end = p.panelAt(lines, 0)
	return end, !p.Joined.IsZero() || p.PanelWhole
}

func isPanelHeading(text string) bool {
	return wording.Is(wording.Panel, strings.Trim(text, "-–—=* "))
}

// readPanelBelow reads the panel where it was pasted below the page's own end.
// Anywhere else its words are the profile's owner's.
func (p *Profile) readPanelBelow(lines []line, end int) {
	if end == 0 {
		return
	}
	at := -1
	for i, l := range lines[end:] {
		if isPanelHeading(l.text) {
			at = end + i
		}
	}
	if at < 0 || hasContact(lines[end:at]) {
		return // there is a top card between, so the copy was put together otherwise
	}
	read := *p
	if behind := len(lines) - read.panelAt(lines, at); behind <= mostBehindPanel {
		*p = read
	}
}

// panelAt reads the panel whose heading is line at, and returns the line after
// its last one.
func (p *Profile) panelAt(lines []line, at int) (end int) {
	end = at + 1
	lines = lines[:min(len(lines), at+mostOfPanel)]
	sawContact, sawPhoto, listed := false, false, false
	for i := at + 1; i < len(lines); i++ {
		text := lines[i].text
		next := ""
		if i+1 < len(lines) {
			next = lines[i+1].text
		}
		month, isMonth := readMonth(next)
		switch {
		case p.Joined.IsZero() && (i == at+1 || i == at+2 && p.Kind != Page) && p.isPanelName(text):
			if p.Name == "" {
				p.Name = wording.LikelyName(text)
			}
		case p.Joined.IsZero() && isMonth && month.Month > 0 && !isPanelLabel(next):
			p.Joined = month
			i++
		case wording.Is(wording.PanelContact, text):
			sawContact, p.ContactNew = true, isRecent(next)
			i++
		case wording.Is(wording.PanelPhoto, text):
			sawPhoto, p.PhotoNew = true, isRecent(next)
			i++
		case wording.Is(wording.Verifications, text):
			listed = true
		case wording.Is(wording.NoVerifications, text):
		case verificationOf(text) != "":
			v := Verification{Kind: verificationOf(text)}
			if v.Kind != Identity {
				v.Organisation = organisationIn(next)
			}
			p.Verified = append(p.Verified, v)
			i++
		case wording.Is(wording.Confirmed, text):
		default:
			continue
		}
		end = i + 1
	}
	// Something must follow, such as the button that closes it: a copy may break
	// off where the verifications begin.
	followed := end < len(lines) || len(p.Verified) > 0
	p.PanelWhole = !p.Joined.IsZero() && sawContact && sawPhoto && followed && (!listed || len(p.Verified) > 0)
	return end
}

// isPanelName reports the line below the heading, which is the person's name.
func (p *Profile) isPanelName(text string) bool {
	return !isPanelLabel(text) && wording.LikelyName(text) != "" && number(text) < 0
}

func isPanelLabel(text string) bool {
	return slices.ContainsFunc([]wording.Class{wording.Joined, wording.PanelContact, wording.PanelPhoto, wording.Verifications, wording.Confirmed},
		func(class wording.Class) bool { return wording.Is(class, text) })
}

func verificationOf(text string) VerificationKind {
	switch {
	case wording.Is(wording.Identity, text):
		return Identity
	case wording.Is(wording.Workplace, text):
		return Workplace
	case wording.Is(wording.Institution, text):
		return Institution
	}
	return ""
}

// organisationIn is what the line below a kind names: "Inkwell Schools", or
// "Inkwell Schools · Verified using work email · May 2025" in one. It is "" where
// the line only says how or when.
func organisationIn(text string) string {
	name, _, _ := strings.Cut(text, " · ")
	name = strings.TrimSpace(name)
	if _, isMonth := readMonth(name); isMonth || verificationOf(name) != "" || isPanelLabel(name) {
		return ""
	}
	return name
}

// isRecent reports "Updated less than 6 months ago" and the like: not over a
// year, and no more than half of one.
func isRecent(text string) bool {
	n := number(text)
	return n >= 0 && n <= 6 && wording.HoldsMonths(text) && !wording.Holds(wording.Over, text)
}
