package vetting

import (
	"linkvet/advisor"
	"linkvet/tui/words"
)

// openHints are the suggestions for questions without an answer.
func openHints(h words.Hints, a advisor.Answers) words.Hints {
	left := words.Hints{}
	for id, s := range h {
		if a.Value(id) == "" {
			left[id] = s
		}
	}
	return left
}
