package profiles

import (
	"slices"

	"linkvet/advisor/notes"
)

// Profile is what is kept of a profile that was read: titles, names of companies
// and schools, months and counts. No free text, no other person's name, no
// address but that of the profile.
type Profile struct {
	ReadOn string   `json:"read_on,omitempty"` // a day
	Kinds  []string `json:"kinds,omitempty"`   // what was read: page, panel, contact, ...

	Name     string `json:"name,omitempty"`
	Headline string `json:"headline,omitempty"`
	Company  string `json:"company,omitempty"`
	Slug     string `json:"slug,omitempty"`
	Degree   int    `json:"degree,omitempty"` // 1 to 3, 0 where not known

	Positions       []Position     `json:"positions,omitempty"`
	AllPositions    bool           `json:"all_positions,omitempty"` // the list is whole
	Schools         []School       `json:"schools,omitempty"`
	BothWorked      []string       `json:"both_worked,omitempty"` // where LinkedIn says the two were both
	BothStudied     []string       `json:"both_studied,omitempty"`
	Mutuals         int            `json:"mutuals,omitempty"`
	MutualKeys      []string       `json:"mutual_keys,omitempty"` // those that are connections of the person's, by address or name
	Skills          int            `json:"skills,omitempty"`
	Recommendations int            `json:"recommendations,omitempty"`
	Endorsements    int            `json:"endorsements,omitempty"` // of one skill
	Joined          string         `json:"joined,omitempty"`
	Verified        []Verification `json:"verified,omitempty"`
	PanelWhole      bool           `json:"panel_whole,omitempty"`
	PhotoNew        bool           `json:"photo_new,omitempty"` // changed within half a year, says the panel
	ContactNew      bool           `json:"contact_new,omitempty"`
	Badge           bool           `json:"badge,omitempty"`
	Care            bool           `json:"care,omitempty"`
	ConnectedOn     string         `json:"connected_on,omitempty"`
	OutOfOrder      bool           `json:"out_of_order,omitempty"` // headings stand where LinkedIn does not put them
	Whole           bool           `json:"whole,omitempty"`        // the copy went from the top card to the last section
	Part            bool           `json:"part,omitempty"`         // and this was only a part of a page

	Facts notes.ProfileFacts `json:"facts,omitzero"` // what it comes to
	Hints []Hint             `json:"hints,omitempty"`
}

// Position is a job. Months are "2020-02" or "2020"; Until is "" for the present
// one.
type Position struct {
	Title    string `json:"title,omitempty"`
	Company  string `json:"company,omitempty"`
	From     string `json:"from,omitempty"`
	Until    string `json:"until,omitempty"`
	FullTime bool   `json:"full_time,omitempty"`
}

// School is a school.
type School struct {
	Name  string `json:"name,omitempty"`
	From  string `json:"from,omitempty"`
	Until string `json:"until,omitempty"`
}

// Verification is what LinkedIn says was confirmed: "identity", "workplace" or
// "school", and the organisation where it names one.
type Verification struct {
	Kind         string `json:"kind"`
	Organisation string `json:"organization,omitempty"`
}

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
