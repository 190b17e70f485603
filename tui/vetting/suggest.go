package vetting

import (
	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/record"
)

// hints are the answers that note and archive point to, by question. They are
// shown where the question is asked and never count before the person agrees.
type hints map[string]notes.Suggestion

// hintsOf returns what an invitation suggests, whatever is answered.
func hintsOf(inv record.Invitation) hints {
	inv.Answers = nil
	h := hints{}
	for _, s := range inv.Suggestions() {
		h[s.Question] = s
	}
	return h
}

// answers are the suggested answers.
func (h hints) answers() map[string]string {
	answers := make(map[string]string, len(h))
	for id, s := range h {
		answers[id] = s.Answer
	}
	return answers
}

// open returns the suggestions for questions without an answer.
func (h hints) open(a advisor.Answers) hints {
	left := hints{}
	for id, s := range h {
		if a.Value(id) == "" {
			left[id] = s
		}
	}
	return left
}
