package merge

import (
	"strings"

	"linkvet/advisor/profiles"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Circle is what the store knows that a profile can be set beside, with the
// person's own positions and schools.
func (p *Present) Circle(own tables.Own) profiles.Circle {
	circle := profiles.Circle{At: p.at, Named: p.namedLike, Same: func(a, b string) bool {
		key := record.CompanyKey(a)
		return key != "" && key == record.CompanyKey(b)
	}}
	for _, job := range own.Positions {
		circle.Positions = append(circle.Positions, profiles.Position{Title: job.Title, Company: job.Company, From: monthKey(job.Since), Until: monthKey(job.Until)})
	}
	for _, s := range own.Schools {
		circle.Schools = append(circle.Schools, profiles.School{Name: s.Name, From: monthKey(s.Since), Until: monthKey(s.Until)})
	}
	return circle
}

// monthKey is a month of the archive, such as "Mar 2021", as "2021-03".
func monthKey(text string) string {
	name, year, ok := strings.Cut(text, " ")
	at := strings.Index("JanFebMarAprMayJunJulAugSepOctNovDec", name)
	if !ok || len(name) != 3 || at < 0 {
		return text
	}
	month := at/3 + 1
	return year + "-" + string(rune('0'+month/10)) + string(rune('0'+month%10))
}

// at returns the connections at a company.
func (p *Present) at(company string) []profiles.Contact {
	key := record.CompanyKey(company)
	if key == "" {
		return nil
	}
	var found []profiles.Contact
	for _, c := range p.facts.contacts.all {
		if record.CompanyKey(c.Company) == key {
			found = append(found, p.contact(c))
		}
	}
	return found
}

// namedLike returns the connections of a name, or of a first name alone, which is
// all that LinkedIn's pages often give.
func (p *Present) namedLike(name string) []profiles.Contact {
	folded := record.FoldName(name)
	if folded == "" {
		return nil
	}
	var found []profiles.Contact
	for _, c := range p.facts.contacts.all {
		whole := record.FoldName(c.Name)
		first, _, _ := strings.Cut(whole, " ")
		if whole == folded || first == folded {
			found = append(found, p.contact(c))
		}
	}
	return found
}

func (p *Present) contact(c *tables.Contact) profiles.Contact {
	key := record.PersonKey(c.Slug, c.Name, record.Moment(c.On))
	found := profiles.Contact{Key: key, Name: c.Name}
	if talk, ok := p.facts.correspondenceWith(subject{slug: c.Slug, name: c.Name}); ok {
		found.Messages = talk.Count
	}
	return found
}
