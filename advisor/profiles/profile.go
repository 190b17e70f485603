package profiles

import (
	"slices"

	"linkvet/advisor/notes"
)

// Profile is what is kept of a profile that was read: titles, names of companies
// and schools, months and counts. No free text, no other person's name, no
// address but that of the profile.
type Profile struct {
	ReadOn string   // a day
	Kinds  []string // what was read: page, panel, contact, ...

	Name, Headline, Company, Slug string
	Degree                        int // 1 to 3, 0 where not known

	Positions               []Position
	AllPositions            bool // the list is whole
	Schools                 []School
	BothWorked, BothStudied []string // where LinkedIn says the two were both
	Mutuals                 int
	MutualKeys              []string // those that are connections of the person's, by address or name
	Skills                  int
	Recommendations         int
	Endorsements            int // of one skill
	Joined                  string
	Verified                []Verification
	PanelWhole              bool
	PhotoNew, ContactNew    bool // changed within half a year, says the panel
	Badge, Care             bool
	ConnectedOn             string
	OutOfOrder              bool // headings stand where LinkedIn does not put them
	Whole                   bool // the copy went from the top card to the last section
	Part                    bool // and this was only a part of a page

	Facts notes.ProfileFacts // what it comes to
	Hints []Hint
}

// Position is a job. Months are "2020-02" or "2020"; Until is "" for the present
// one.
type Position struct {
	Title, Company, From, Until string
	FullTime                    bool
}

// School is a school.
type School struct{ Name, From, Until string }

// Verification is what LinkedIn says was confirmed: "identity", "workplace" or
// "school", and the organisation where it names one.
type Verification struct{ Kind, Organisation string }

// Hint is a line beside a question.
type Hint = notes.Hint

// With is what is known after another reading: panel and page add up, and what
// is read again takes the place of what was read before.
func (p Profile) With(later Profile) Profile {
	all := later
	for _, kind := range p.Kinds {
		if !slices.Contains(all.Kinds, kind) {
			all.Kinds = append(all.Kinds, kind)
		}
	}
	for _, text := range []struct{ to, from *string }{
		{&all.Name, &p.Name}, {&all.Headline, &p.Headline}, {&all.Company, &p.Company}, {&all.Slug, &p.Slug}, {&all.ConnectedOn, &p.ConnectedOn},
	} {
		if *text.to == "" {
			*text.to = *text.from
		}
	}
	if later.Degree == 0 {
		all.Degree = p.Degree
	}
	isPage := slices.Contains(later.Kinds, "page") || slices.Contains(later.Kinds, "html")
	isDocument := slices.Contains(later.Kinds, "pdf")
	if !isPage && !isDocument {
		all.Positions, all.AllPositions, all.Schools = p.Positions, p.AllPositions, p.Schools
	}
	if !isPage { // a PDF has lists, and nothing of what LinkedIn and others add
		all.BothWorked, all.BothStudied, all.Mutuals, all.MutualKeys = p.BothWorked, p.BothStudied, p.Mutuals, p.MutualKeys
		all.Skills, all.Recommendations, all.Endorsements = p.Skills, p.Recommendations, p.Endorsements
		all.Badge, all.Care, all.OutOfOrder, all.Whole, all.Part = p.Badge, p.Care, p.OutOfOrder, p.Whole, p.Part
	}
	if later.Joined == "" && len(later.Verified) == 0 {
		all.Joined, all.Verified, all.PanelWhole = p.Joined, p.Verified, p.PanelWhole
		all.PhotoNew, all.ContactNew = p.PhotoNew, p.ContactNew
	}
	return all
}

// Employer is where they say they work; "" where the profile does not say.
func (p *Profile) Employer() string {
	if job, ok := p.present(); ok {
		return job.Company
	}
	return p.Company
}

// present returns the job they say they have now, the first that has no end.
func (p *Profile) present() (Position, bool) {
	for _, job := range p.Positions {
		if job.Until == "" {
			return job, true
		}
	}
	return Position{}, false
}
