package notes

import "linkvet/store/quantity"

// Hint is a line beside a question, without an answer. Question is "" where it
// concerns the invitation as a whole.
type Hint struct {
	Question string `json:"question"`
	Text     string `json:"text"`
}

// Hints returns what the facts say that answers nothing and still helps to
// remember somebody, or to judge a company.
func (f *Facts) Hints() []Hint {
	var hints []Hint
	add := func(question, text string) { hints = append(hints, Hint{question, text}) }
	if f.Book > 1 {
		add("know", quantity.Text("Your address book has %d people of this name, so it does not tell whether you know this one.", f.Book))
	}
	switch dated := f.Followed != Undated; {
	case f.Followed == "":
	case f.NameOnly && dated:
		add("know", quantity.Text("You follow somebody of this name on LinkedIn, since %s.", f.Followed))
	case f.NameOnly:
		add("know", "You follow somebody of this name on LinkedIn.")
	case dated:
		add("know", quantity.Text("You follow them on LinkedIn, since %s.", f.Followed))
	default:
		add("know", "You follow them on LinkedIn.")
	}
	if f.FollowsCompany == "" {
		return hints
	}
	page := quantity.Text("You follow the page of %s, since %s.", f.Company, f.FollowsCompany)
	if f.FollowsCompany == Undated {
		page = quantity.Text("You follow the page of %s.", f.Company)
	}
	for _, question := range []string{"admire", "favor_company"} {
		add(question, page)
	}
	return hints
}
