package store

import (
	"slices"

	"linkvet/advisor"
)

// Suggestions returns the answers that the note, the headline and the archives
// point to, but for questions that have an answer.
func (inv Invitation) Suggestions() []advisor.Suggestion {
	found := advisor.Suggest(
		advisor.Invitation{Name: inv.Name, Headline: inv.Headline, Company: inv.Company, Note: inv.Note}, inv.Facts)
	return slices.DeleteFunc(found, func(s advisor.Suggestion) bool { return len(inv.Answers[s.Question]) > 0 })
}
