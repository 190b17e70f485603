package record

import (
	"linkvet/advisor/notes"
	"linkvet/advisor/profiles"
)

// profileRecord is a profile that was read as it is kept, with the same rule as
// for record: numbers are for ever. Rows of lists are texts in a fixed order, to
// which more may be added at the end.
type profileRecord struct {
	ReadOn          string        `cbor:"1,keyasint,omitempty"`
	Kinds           []string      `cbor:"2,keyasint,omitempty"`
	Name            string        `cbor:"3,keyasint,omitempty"`
	Headline        string        `cbor:"4,keyasint,omitempty"`
	Company         string        `cbor:"5,keyasint,omitempty"`
	Slug            string        `cbor:"6,keyasint,omitempty"`
	Degree          int           `cbor:"7,keyasint,omitempty"`
	Positions       [][]string    `cbor:"8,keyasint,omitempty"` // title, company, from, until, "full-time" or ""
	AllPositions    bool          `cbor:"9,keyasint,omitempty"`
	Schools         [][]string    `cbor:"10,keyasint,omitempty"` // name, from, until
	BothWorked      []string      `cbor:"11,keyasint,omitempty"`
	BothStudied     []string      `cbor:"12,keyasint,omitempty"`
	Mutuals         int           `cbor:"13,keyasint,omitempty"`
	MutualKeys      []string      `cbor:"14,keyasint,omitempty"`
	Skills          int           `cbor:"15,keyasint,omitempty"`
	Recommendations int           `cbor:"16,keyasint,omitempty"`
	Endorsements    int           `cbor:"17,keyasint,omitempty"`
	Joined          string        `cbor:"18,keyasint,omitempty"`
	Verified        [][]string    `cbor:"19,keyasint,omitempty"` // kind, organisation
	PanelWhole      bool          `cbor:"20,keyasint,omitempty"`
	PhotoNew        bool          `cbor:"21,keyasint,omitempty"`
	ContactNew      bool          `cbor:"22,keyasint,omitempty"`
	Badge           bool          `cbor:"23,keyasint,omitempty"`
	Care            bool          `cbor:"24,keyasint,omitempty"`
	ConnectedOn     string        `cbor:"25,keyasint,omitempty"`
	OutOfOrder      bool          `cbor:"26,keyasint,omitempty"`
	Whole           bool          `cbor:"27,keyasint,omitempty"`
	Part            bool          `cbor:"28,keyasint,omitempty"`
	Facts           *profileFacts `cbor:"29,keyasint,omitempty"`
	Hints           [][]string    `cbor:"30,keyasint,omitempty"` // question, text
}

// profileFacts is notes.ProfileFacts as it is kept.
type profileFacts struct {
	Workplace     string `cbor:"1,keyasint,omitempty"`
	Confirmed     string `cbor:"2,keyasint,omitempty"`
	Badge         bool   `cbor:"3,keyasint,omitempty"`
	Unconfirmed   bool   `cbor:"4,keyasint,omitempty"`
	AccountNew    string `cbor:"5,keyasint,omitempty"`
	WorkSince     string `cbor:"6,keyasint,omitempty"`
	AccountFit    string `cbor:"7,keyasint,omitempty"`
	Mutuals       int    `cbor:"8,keyasint,omitempty"`
	MutualNames   string `cbor:"9,keyasint,omitempty"`
	Full          bool   `cbor:"10,keyasint,omitempty"`
	Sparse        bool   `cbor:"11,keyasint,omitempty"`
	Positions     int    `cbor:"12,keyasint,omitempty"`
	PositionsFrom string `cbor:"13,keyasint,omitempty"`
	Skills        int    `cbor:"14,keyasint,omitempty"`
	Received      int    `cbor:"15,keyasint,omitempty"`
	Endorsements  int    `cbor:"16,keyasint,omitempty"`
	Title         string `cbor:"17,keyasint,omitempty"`
	OwnTitle      string `cbor:"18,keyasint,omitempty"`
	GenericTitle  string `cbor:"19,keyasint,omitempty"`
	Company       string `cbor:"20,keyasint,omitempty"`
	Colleague     string `cbor:"21,keyasint,omitempty"`
	MailDomain    string `cbor:"22,keyasint,omitempty"`
	Care          bool   `cbor:"23,keyasint,omitempty"`
	Employers     int    `cbor:"24,keyasint,omitempty"`
}

// What is kept of lists and of one text, so that a profile takes a few KiB.
const (
	mostKept    = 15
	longestKept = 80
)

// recordProfile returns a profile as it is kept, nil for none.
func recordProfile(p *profiles.Profile) *profileRecord {
	if p == nil {
		return nil
	}
	r := &profileRecord{
		ReadOn: p.ReadOn, Kinds: p.Kinds, Name: short(p.Name), Headline: short(p.Headline), Company: short(p.Company), Slug: p.Slug, Degree: p.Degree,
		AllPositions: p.AllPositions, BothWorked: shortAll(p.BothWorked), BothStudied: shortAll(p.BothStudied), Mutuals: p.Mutuals, MutualKeys: shortAll(p.MutualKeys),
		Skills: p.Skills, Recommendations: p.Recommendations, Endorsements: p.Endorsements, Joined: p.Joined, PanelWhole: p.PanelWhole,
		PhotoNew: p.PhotoNew, ContactNew: p.ContactNew, Badge: p.Badge, Care: p.Care, ConnectedOn: short(p.ConnectedOn),
		OutOfOrder: p.OutOfOrder, Whole: p.Whole, Part: p.Part,
	}
	for _, job := range p.Positions[:min(len(p.Positions), mostKept)] {
		full := ""
		if job.FullTime {
			full = "full-time"
		}
		r.Positions = append(r.Positions, []string{short(job.Title), short(job.Company), job.From, job.Until, full})
	}
	for _, s := range p.Schools[:min(len(p.Schools), mostKept)] {
		r.Schools = append(r.Schools, []string{short(s.Name), s.From, s.Until})
	}
	for _, v := range p.Verified[:min(len(p.Verified), mostKept)] {
		r.Verified = append(r.Verified, []string{v.Kind, short(v.Organisation)})
	}
	for _, h := range p.Hints[:min(len(p.Hints), mostKept)] {
		r.Hints = append(r.Hints, []string{h.Question, short(h.Text)})
	}
	if p.Facts != (notes.ProfileFacts{}) {
		f := profileFacts(p.Facts)
		r.Facts = &f
	}
	return r
}

func (r *profileRecord) profile() *profiles.Profile {
	if r == nil {
		return nil
	}
	p := &profiles.Profile{
		ReadOn: r.ReadOn, Kinds: r.Kinds, Name: r.Name, Headline: r.Headline, Company: r.Company, Slug: r.Slug, Degree: r.Degree,
		AllPositions: r.AllPositions, BothWorked: r.BothWorked, BothStudied: r.BothStudied, Mutuals: r.Mutuals, MutualKeys: r.MutualKeys,
		Skills: r.Skills, Recommendations: r.Recommendations, Endorsements: r.Endorsements, Joined: r.Joined, PanelWhole: r.PanelWhole,
		PhotoNew: r.PhotoNew, ContactNew: r.ContactNew, Badge: r.Badge, Care: r.Care, ConnectedOn: r.ConnectedOn,
		OutOfOrder: r.OutOfOrder, Whole: r.Whole, Part: r.Part,
	}
	for _, row := range r.Positions {
		p.Positions = append(p.Positions, profiles.Position{Title: at(row, 0), Company: at(row, 1), From: at(row, 2), Until: at(row, 3), FullTime: at(row, 4) != ""})
	}
	for _, row := range r.Schools {
		p.Schools = append(p.Schools, profiles.School{Name: at(row, 0), From: at(row, 1), Until: at(row, 2)})
	}
	for _, row := range r.Verified {
		p.Verified = append(p.Verified, profiles.Verification{Kind: at(row, 0), Organisation: at(row, 1)})
	}
	for _, row := range r.Hints {
		p.Hints = append(p.Hints, profiles.Hint{Question: at(row, 0), Text: at(row, 1)})
	}
	if r.Facts != nil {
		p.Facts = notes.ProfileFacts(*r.Facts)
	}
	return p
}

// at returns a text of a row, "" where an earlier program wrote fewer.
func at(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return row[i]
}

// short cuts a text that is kept.
func short(text string) string {
	if runes := []rune(text); len(runes) > longestKept {
		return string(runes[:longestKept-1]) + "…"
	}
	return text
}

func shortAll(list []string) []string {
	var all []string
	for _, text := range list[:min(len(list), mostKept)] {
		all = append(all, short(text))
	}
	return all
}
