package words

import (
	"strconv"
	"strings"

	"linkvet/advisor"
)

// ProfileField is a field of the person's own profile that has one answer of a few.
type ProfileField struct {
	ID, Label, Help string
	Ask             string // as a question, for where the label stands alone
	Choices         []advisor.AnswerChoice
	Value           func(advisor.Profile) string
	Set             func(p *advisor.Profile, value string)
}

// ProfileChoices are the fields of the profile with one answer each, in the order
// they are asked; goals and connections come beside them.
func ProfileChoices() []ProfileField {
	fields := profileChoices()
	for i := range fields {
		fields[i].Ask = AskedAs(fields[i].ID)
	}
	return fields
}

// AskedAs is a field of the profile as a question; "" for one that is not known.
func AskedAs(id string) string {
	if long, ok := map[string]string{"posts": "posts_personal", "job": "job_search"}[id]; ok {
		id = long
	}
	for _, field := range advisor.ProfileFields() {
		if field.Field == id {
			return field.Label
		}
	}
	return ""
}

func profileChoices() []ProfileField {
	noAnswer := advisor.AnswerChoice{Value: "", Label: "no answer"}
	return []ProfileField{
		{
			"usage", "Planned use", "", "", []advisor.AnswerChoice{{Value: "active", Label: "active"}, {Value: "light", Label: "light"}, noAnswer},
			func(p advisor.Profile) string { return p.Usage }, func(p *advisor.Profile, value string) { p.Usage = value },
		},
		{
			"comfort", "Comfort", "How sure you feel on LinkedIn", "",
			[]advisor.AnswerChoice{{Value: "comfortable", Label: "comfortable"}, {Value: "unsure", Label: "unsure"}, noAnswer},
			func(p advisor.Profile) string { return p.Comfort }, func(p *advisor.Profile, value string) { p.Comfort = value },
		},
		{
			"posts", "Private posts", "Do you share personal things there, such as family or holidays?", "",
			[]advisor.AnswerChoice{{Value: "yes", Label: "yes"}, {Value: "no", Label: "no"}},
			func(p advisor.Profile) string { return map[bool]string{true: "yes", false: "no"}[p.PostsPersonal] },
			func(p *advisor.Profile, value string) { p.PostsPersonal = value == "yes" },
		},
		{
			"premium", "Premium", "Do you pay LinkedIn? Then a note may be 300 characters long instead of 200", "",
			[]advisor.AnswerChoice{{Value: "yes", Label: "yes"}, {Value: "no", Label: "no"}},
			func(p advisor.Profile) string { return map[bool]string{true: "yes", false: "no"}[p.Premium] },
			func(p *advisor.Profile, value string) { p.Premium = value == "yes" },
		},
		{
			"job", "Job search", "", "",
			[]advisor.AnswerChoice{{Value: "looking", Label: "looking"}, {Value: "open", Label: "open to offers"}, {Value: "no", Label: "no"}, noAnswer},
			func(p advisor.Profile) string { return p.JobSearch }, func(p *advisor.Profile, value string) { p.JobSearch = value },
		},
	}
}

// mostConnections is how many LinkedIn lets anybody have.
const mostConnections = 30_000

// ParseConnections reads how many connections somebody has; nil for no answer. The
// problem is "" where it can be read.
func ParseConnections(text string) (n *int, problem string) {
	text = strings.NewReplacer(" ", "", ",", "", ".", "", "'", "", "’", "", "+", "").Replace(text)
	if text == "" {
		return nil, ""
	}
	number, err := strconv.Atoi(text)
	if err != nil || number < 0 || number > mostConnections {
		return nil, "Write a whole number from 0 to 30,000, or nothing"
	}
	return &number, ""
}
