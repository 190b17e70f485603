package notes

import (
	"fmt"
	"slices"
	"strconv"

	"linkvet/advisor"
)

// ProfileFacts is what somebody's profile comes to, as far as it speaks for or
// against anything. Who judges a profile fills it in; the zero value says
// nothing. Dates are words such as "May 2011".
type ProfileFacts struct {
	Workplace   string `json:"workplace,omitempty"`   // LinkedIn confirmed it, and they say they work there
	Confirmed   string `json:"confirmed,omitempty"`   // what else LinkedIn confirmed, in words
	Badge       bool   `json:"badge,omitempty"`       // something is confirmed, and the page does not say what
	Unconfirmed bool   `json:"unconfirmed,omitempty"` // LinkedIn's panel, whole, lists nothing

	AccountNew string `json:"account_new,omitempty"` // when the account was made, where that is late ...
	WorkSince  string `json:"work_since,omitempty"`  // ... beside work since then
	AccountFit string `json:"account_fit,omitempty"` // when it was made, where that fits

	Mutuals     int    `json:"mutuals,omitempty"`      // connections in common that LinkedIn counts
	MutualNames string `json:"mutual_names,omitempty"` // those of them that are known by name

	Full          bool   `json:"full,omitempty"`
	Sparse        bool   `json:"sparse,omitempty"` // what the lists of the profile come to
	Positions     int    `json:"positions,omitempty"`
	PositionsFrom string `json:"positions_from,omitempty"`
	Skills        int    `json:"skills,omitempty"`
	Received      int    `json:"received,omitempty"`     // recommendations
	Endorsements  int    `json:"endorsements,omitempty"` // of one skill

	Title        string `json:"title,omitempty"`         // the present one, which is read for signs as the headline is
	OwnTitle     string `json:"own_title,omitempty"`     // one of the person's own that is the same work; "" for none
	GenericTitle string `json:"generic_title,omitempty"` // could be anybody's, and so could the company
	Company      string `json:"company,omitempty"`       // the present one
	Colleague    string `json:"colleague,omitempty"`     // a connection who is there

	MailDomain string `json:"mail_domain,omitempty"` // of their mail address, which goes with the company
	Care       bool   `json:"care,omitempty"`        // LinkedIn's own warning was on the page

	Employers int `json:"employers,omitempty"` // companies of a PDF that the archive knows, where nobody else speaks for it
}

// profileFactKinds are the facts of a profile that a sign may rest on.
var profileFactKinds = []string{
	"panel_workplace", "panel_confirmed", "panel_nothing", "account_new", "account_fits", "mutuals", "profile_full", "profile_sparse",
	"same_work", "colleague", "generic_name", "mail_fits", "care_notice",
}

// ProfileMayAnswer reports whether somebody's profile may point to an answer of a
// question.
func ProfileMayAnswer(question string) bool {
	return slices.ContainsFunc(phrases().Signs, func(s sign) bool {
		return s.Question == question && slices.Contains(profileFactKinds, s.Fact)
	})
}

func (p *ProfileFacts) speaks(fact string) bool {
	if p == nil {
		return false
	}
	switch fact {
	case "panel_workplace":
		return p.Workplace != ""
	case "panel_confirmed":
		return p.Workplace == "" && (p.Confirmed != "" || p.Badge)
	case "panel_nothing":
		return p.Unconfirmed
	case "account_new":
		return p.AccountNew != ""
	case "account_fits":
		return p.AccountFit != ""
	case "mutuals":
		return p.Mutuals > 0
	case "profile_full":
		return p.Full
	case "profile_sparse":
		return p.Sparse
	case "same_work":
		return p.OwnTitle != ""
	case "colleague":
		return p.Colleague != ""
	case "generic_name":
		return p.GenericTitle != ""
	case "mail_fits":
		return p.MailDomain != ""
	case "care_notice":
		return p.Care
	}
	return false
}

// title is the present one, "" where none was read.
func (p *ProfileFacts) title() string {
	if p == nil {
		return ""
	}
	return p.Title
}

func (p *ProfileFacts) values(fact string) map[string]string {
	switch fact {
	case "panel_workplace":
		return map[string]string{"company": p.Workplace}
	case "panel_confirmed":
		return map[string]string{"what": p.Confirmed}
	case "account_new":
		return map[string]string{"joined": p.AccountNew, "since": p.WorkSince}
	case "account_fits":
		return map[string]string{"joined": p.AccountFit}
	case "mutuals":
		return map[string]string{"count": several(p.Mutuals), "names": p.MutualNames}
	case "profile_full":
		values := map[string]string{"positions": strconv.Itoa(p.Positions), "since": p.PositionsFrom, "endorsements": several(p.Endorsements)}
		if p.Employers > 0 {
			values["employers"] = strconv.Itoa(p.Employers)
		}
		if p.Received > 0 {
			values["skills"], values["recommendations"] = strconv.Itoa(p.Skills), several(p.Received)
		}
		return values
	case "profile_sparse":
		return map[string]string{"positions": strconv.Itoa(p.Positions), "skills": strconv.Itoa(p.Skills)}
	case "same_work":
		return map[string]string{"title": p.Title, "own": p.OwnTitle}
	case "colleague":
		return map[string]string{"name": p.Colleague, "company": p.Company}
	case "generic_name":
		return map[string]string{"title": p.GenericTitle, "company": p.Company}
	case "mail_fits":
		return map[string]string{"domain": p.MailDomain, "company": p.Company}
	}
	return nil
}

// Warnings are the signs against somebody that their own words on their profile
// look like, as hints: the words are not written to the person, so they answer
// nothing. They never speak for anybody.
func Warnings(about string) []Hint {
	var hints []Hint
	for _, found := range Suggest(advisor.Invitation{Note: about}, Facts{}) {
		q, ok := advisor.QuestionByID(found.Question)
		opposes := func(c advisor.AnswerChoice) bool { return c.Value == found.Answer && c.Outcome == advisor.Opposes }
		if !ok || found.Glance || found.Quote == "" || !slices.ContainsFunc(q.Answers, opposes) {
			continue
		}
		quoted := found
		quoted.Because = fmt.Sprintf("Look at “%s”: in their own words on the profile", q.Label)
		hints = append(hints, Hint{Question: found.Question, Text: quoted.Text()})
	}
	return hints
}
