package notes

import "fmt"

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
	add := func(question, format string, args ...any) {
		hints = append(hints, Hint{question, fmt.Sprintf(format, args...)})
	}
	if f.Book > 1 {
		add("know", "Your address book has %d people of this name, so it does not tell whether you know this one.", f.Book)
	}
	if f.Followed != "" {
		whom := "them"
		if f.NameOnly {
			whom = "somebody of this name"
		}
		add("know", "You follow %s on LinkedIn%s.", whom, since(f.Followed))
	}
	if f.FollowsCompany != "" {
		for _, question := range []string{"admire", "favor_company"} {
			add(question, "You follow the page of %s%s.", f.Company, since(f.FollowsCompany))
		}
	}
	return hints
}

func since(date string) string {
	if date == Undated {
		return ""
	}
	return ", since " + date
}
