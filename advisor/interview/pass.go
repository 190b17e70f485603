package interview

import (
	"slices"

	"linkvet/advisor"
)

// A first pass goes down a list and asks of each invitation only who it is, a key
// each. Afterwards the stop signs of all who would be accepted if none were seen
// are asked once for all of them. Like the rest it has no state but the answers.

// GivenFirst returns which answer of the first pass an invitation has, by its
// place in [advisor.FirstPass]; -1 for none.
func GivenFirst(a advisor.Answers) int {
	return slices.IndexFunc(advisor.FirstPass(), func(first advisor.First) bool {
		for id := range firstQuestions() {
			if !slices.Equal(a[id], first.Answers[id]) {
				return false
			}
		}
		return true
	})
}

// GiveFirst returns what an answer of the first pass sets, and the questions that
// it takes the answers of another one back from.
func GiveFirst(n int) (set advisor.Answers, clear []string) {
	set = advisor.FirstPass()[n].Answers
	return set, withoutAnswer(set)
}

// TakeFirstBack returns the questions that all answers of the first pass answer.
func TakeFirstBack() (clear []string) { return withoutAnswer(nil) }

// firstQuestions are the questions that an answer of the first pass can answer.
func firstQuestions() map[string]bool {
	ids := map[string]bool{}
	for _, first := range advisor.FirstPass() {
		for id := range first.Answers {
			ids[id] = true
		}
	}
	return ids
}

func withoutAnswer(set advisor.Answers) []string {
	var ids []string
	for id := range firstQuestions() {
		if len(set[id]) == 0 {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Signs returns the stop signs of a case that have no answer.
func Signs(a advisor.Answers) []advisor.Question {
	var open []advisor.Question
	for _, p := range advisor.Pages(a) {
		if !p.Signs {
			continue
		}
		for _, q := range p.Questions {
			if len(a[q.ID]) == 0 {
				open = append(open, q)
			}
		}
	}
	return open
}

// NoSigns are the answers that deny all open stop signs of a case.
func NoSigns(a advisor.Answers) advisor.Answers {
	none := advisor.Answers{}
	for _, q := range Signs(a) {
		none[q.ID] = []string{q.NotSeen()}
	}
	return none
}

// OnlySigns reports whether nothing but the open stop signs of a case stands
// between it and the advice to accept.
func OnlySigns(c advisor.Case) bool {
	none := NoSigns(c.Answers)
	if len(none) == 0 {
		return false
	}
	c.Answers = c.Answers.Clone()
	for id, values := range none {
		c.Answers[id] = values
	}
	advised, _, settled := advisor.Assess(c)
	return settled && advised == advisor.Accept
}
