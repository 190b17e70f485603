package profiles

import (
	"strings"
	"testing"
	"time"
)

var judgedOn = time.Date(2026, time.November, 29, 0, 0, 0, 0, time.UTC)

// circleOf knows one job of the person's and the connections given.
func circleOf(contacts map[string]Contact) Circle {
	return Circle{
		Positions: []Position{{Title: "Lead Data Engineer", Company: "Harborlight", From: "2021-03"}, {Title: "Analyst", Company: "Fernwick", From: "2014-09", Until: "2021-02"}},
		Schools:   []School{{Name: "Oststrand"}},
		At: func(company string) []Contact {
			if c, ok := contacts[company]; ok {
				return []Contact{c}
			}
			return nil
		},
		Named: func(name string) []Contact {
			var found []Contact
			for _, c := range contacts {
				if strings.HasPrefix(c.Name, name) {
					found = append(found, c)
				}
			}
			return found
		},
		Same: strings.EqualFold,
	}
}

func TestJudgePanel(t *testing.T) {
	for name, tt := range map[string]struct {
		p       Profile
		company string
		check   func(p *Profile) bool
	}{
		"the employer they claim": {Profile{Verified: []Verification{{"workplace", "Windmark"}}}, "Windmark", func(p *Profile) bool { return p.Facts.Workplace == "Windmark" }},
		"another employer": {Profile{Verified: []Verification{{"workplace", "Windmark"}}}, "Deepwell", func(p *Profile) bool {
			return p.Facts.Workplace == "" && p.Facts.Confirmed == "that they belong to Windmark, but not the employer they claim"
		}},
		"in the headline": {Profile{Headline: "Ex-Windmark | Head of Design at Windmark | Mentor", Verified: []Verification{{"workplace", "Windmark"}}}, "", func(p *Profile) bool { return p.Facts.Workplace == "Windmark" }},
		"over, says the headline": {Profile{Headline: "Formerly at Windmark", Verified: []Verification{{"workplace", "Windmark"}}}, "", func(p *Profile) bool {
			return p.Facts.Workplace == "" && p.Facts.Confirmed == ""
		}},
		"no employer claimed": {Profile{Verified: []Verification{{"workplace", "Windmark"}}}, "", func(p *Profile) bool {
			return p.Facts.Workplace == "" && p.Facts.Confirmed == "" && len(p.Hints) == 1
		}},
		"identity":        {Profile{Verified: []Verification{{"identity", ""}}}, "", func(p *Profile) bool { return p.Facts.Confirmed == "their identity" }},
		"nothing":         {Profile{PanelWhole: true}, "", func(p *Profile) bool { return p.Facts.Unconfirmed }},
		"not read whole":  {Profile{}, "", func(p *Profile) bool { return !p.Facts.Unconfirmed }},
		"old account":     {Profile{Joined: "2011-05"}, "", func(p *Profile) bool { return p.Facts.AccountFit == "May 2011" }},
		"new and senior":  {Profile{Joined: "2026-05", Positions: []Position{{"CIO", "X", "2004-03", "", true}}}, "", func(p *Profile) bool { return p.Facts.AccountNew == "May 2026" && p.Facts.WorkSince == "2004" }},
		"new and young":   {Profile{Joined: "2026-05", Positions: []Position{{"Clerk", "X", "2024-03", "", true}}}, "", func(p *Profile) bool { return p.Facts.AccountFit == "May 2026" }},
		"new, work later": {Profile{Joined: "2024-05"}, "", func(p *Profile) bool { return p.Facts.AccountFit == "" && p.Facts.AccountNew == "" }},
		"forged page": {Profile{OutOfOrder: true, Joined: "2026-05", Mutuals: 9, Skills: 70, Recommendations: 30, Positions: []Position{{"Manager", "Global Company", "2004-03", "", true}}}, "",
			func(p *Profile) bool {
				f := p.Facts
				return f.AccountNew == "" && f.Mutuals == 0 && !f.Full && !f.Sparse && f.GenericTitle == "" && f.Title == "" && len(p.Hints) > 0
			}},
	} {
		t.Run(name, func(t *testing.T) {
			tt.p.Judge(Invitation{Company: tt.company}, circleOf(nil), ContactDetails{}, judgedOn)
			if !tt.check(&tt.p) {
				t.Errorf("%+v", tt.p)
			}
		})
	}
}

func TestJudgeLists(t *testing.T) {
	long := []Position{{"Data Engineer", "Deepwell", "2020-02", "", true}, {"Clerk", "Mill", "2015-06", "2020-01", true}}
	for name, tt := range map[string]struct {
		p            Profile
		full, sparse bool
	}{
		"full":                       {Profile{Positions: long, Skills: 6, Recommendations: 1, Whole: true}, true, false},
		"nobody else wrote in it":    {Profile{Positions: long, Skills: 60, Whole: true}, false, false},
		"endorsed":                   {Profile{Positions: long, Schools: []School{{Name: "X"}}, Endorsements: 5}, true, false},
		"short":                      {Profile{Positions: []Position{{"A", "B", "2025-01", "", true}, {"C", "D", "2024-01", "2024-12", true}}, Skills: 9, Recommendations: 2}, false, false},
		"three jobs at once":         {Profile{Positions: []Position{{"A", "B", "2015-01", "", true}, {"C", "D", "2016-01", "", true}, {"E", "F", "2017-01", "", true}}, Skills: 9, Recommendations: 2}, false, false},
		"sparse":                     {Profile{Positions: long[:1], Skills: 1, Whole: true}, false, true},
		"sparse, but not to the end": {Profile{Positions: long[:1], Skills: 1}, false, false},
		"only a part":                {Profile{Positions: long, Skills: 6, Recommendations: 1, Part: true}, false, false},
	} {
		tt.p.Judge(Invitation{}, circleOf(nil), ContactDetails{}, judgedOn)
		if tt.p.Facts.Full != tt.full || tt.p.Facts.Sparse != tt.sparse {
			t.Errorf("%s: full %v, sparse %v", name, tt.p.Facts.Full, tt.p.Facts.Sparse)
		}
	}
}

func TestJudgeBesideTheArchive(t *testing.T) {
	p := Profile{Degree: 2, Mutuals: 14, Positions: []Position{{"Senior Data Engineer", "Saltmarsh", "2020-02", "", true}, {"Clerk", "Fernwick", "2015-06", "2020-01", true}}}
	circle := circleOf(map[string]Contact{"Saltmarsh": {Key: "in/giulia", Name: "Giulia Torre"}, "Deepwell": {Key: "in/tobias", Name: "Tobias Renn", Messages: 34}})
	p.Judge(Invitation{Name: "Cora", Namesake: true}, circle, ContactDetails{MailDomains: []string{"mail.saltmarsh.example"}, MutualNames: []string{"Tobias"}}, judgedOn)
	f := p.Facts
	if f.OwnTitle != "Lead Data Engineer" || f.Colleague != "Giulia Torre" || f.MailDomain == "" || f.Mutuals != 14 || f.MutualNames != "Tobias Renn" || len(p.MutualKeys) != 1 {
		t.Errorf("%+v", p)
	}
	said := ""
	for _, h := range p.Hints {
		said += h.Question + ": " + h.Text + "\n"
	}
	for _, want := range []string{"know: Fernwick. They: 2015-06 to 2020-01. You: 2014-09 to 2021-02.", "company: Giulia Torre, a connection of yours, is at Saltmarsh.", "impostor: LinkedIn shows 2nd degree"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

func TestSameWork(t *testing.T) {
	for a, b := range map[string]string{
		"Senior Data Engineer": "Lead Data Engineer", "Dateningenieurin": "Senior Dateningenieur", "Ingeniera de datos": "Ingeniero de datos", "Head of Marketing": "Marketing Manager",
	} {
		if !sameWork(a, b) {
			t.Errorf("%q and %q differ", a, b)
		}
	}
	for a, b := range map[string]string{"Data Engineer": "Sales Engineer", "Manager": "Director", "IT Manager": "HR Manager", "": "Lead"} {
		if sameWork(a, b) {
			t.Errorf("%q and %q are the same", a, b)
		}
	}
}
