package profile

import (
	"strings"

	"linkvet/store/linkedin/address"
	"linkvet/store/linkedin/page"
	"linkvet/store/linkedin/wording"
)

// readContact reads the box of contact details where it begins the text. Of mail
// addresses only the domain is taken.
func (p *Profile) readContact(lines []line, raw []page.Line) bool {
	if len(lines) < 2 || len(lines) > 40 || !wording.Is(wording.ContactCard, lines[0].text) || !isContactBox(lines) {
		return false
	}
	inSites := false
	for i, l := range lines[1:] {
		text := l.text
		if _, slug := address.Profile(strings.TrimSpace(text)); slug != "" && p.Slug == "" && !strings.Contains(text, " ") {
			p.Slug = slug
			continue
		}
		switch {
		case wording.Is(wording.Website, text):
			inSites = true
		case wording.Is(wording.Email, text):
			inSites = false
		case wording.Is(wording.ConnectedOn, text) && i+2 < len(lines):
			p.ConnectedOn = lines[i+2].text
			inSites = false
		case strings.Count(text, "@") == 1 && !strings.Contains(text, " "):
			_, domain, _ := strings.Cut(text, "@")
			p.MailDomains = append(p.MailDomains, hostOf(domain))
		case inSites && strings.Contains(text, " ("):
			site, mark, _ := strings.Cut(text, " (")
			if wording.Is(wording.OfCompany, "("+mark) && strings.Contains(site, ".") && !strings.Contains(site, " ") {
				p.SiteDomains = append(p.SiteDomains, hostOf(site))
			}
		}
	}
	if p.Slug == "" {
		for _, l := range raw {
			for _, link := range l.Links {
				if _, slug := address.Profile(link); slug != "" && p.Slug == "" {
					p.Slug = slug
				}
			}
		}
	}
	return true
}

// isContactBox tells the box from a page that begins with the same words.
func isContactBox(lines []line) bool {
	for _, l := range lines[1:min(len(lines), 8)] {
		_, slug := address.Profile(l.text)
		if _, ok := wording.Match(wording.ProfileOf, l.text); ok || slug != "" || wording.Is(wording.Email, l.text) || wording.Is(wording.Website, l.text) {
			return true
		}
	}
	return false
}

// hostOf is the host of a site, without "www.".
func hostOf(site string) string {
	site = strings.ToLower(strings.TrimSpace(site))
	if _, rest, ok := strings.Cut(site, "://"); ok {
		site = rest
	}
	site, _, _ = strings.Cut(site, "/")
	return strings.TrimPrefix(strings.TrimSuffix(site, "."), "www.")
}
