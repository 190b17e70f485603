package tui

import (
	"fmt"
	"linkvet/advisor"
	"linkvet/store"
	"strings"
)

// idsOfRows are the ids of rows.
func idsOfRows(rows []store.Row) []string {
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	return ids
}

// whom names the rows an action is about: by name if it is one, else by count.
func whom(rows []store.Row) string {
	if len(rows) == 1 {
		return nameOr(rows[0].Name)
	}
	return count(len(rows), "invitation", "invitations")
}

// targetOf names one invitation, or several chosen together, as whom a text that
// is typed is for: what was typed for some must not end up with others.
func targetOf(rows []store.Row) string {
	if len(rows) == 1 {
		return rows[0].ID
	}
	return fmt.Sprintf("%s+%d", rows[0].ID, len(rows)-1)
}

// answerText is an answer in words, for lists.
func answerText(question advisor.Question, values []string) string {
	words := make([]string, len(values))
	for i, value := range values {
		words[i] = labelOf(question, value)
	}
	return strings.Join(words, ", ")
}

// labelOf is an answer in words.
func labelOf(question advisor.Question, value string) string {
	for _, c := range question.Answers {
		if c.Value == value {
			return c.Label
		}
	}
	return value
}

// archiveHelp says how to get the archive from LinkedIn.
func archiveHelp() []string {
	return []string{
		"On linkedin.com: Me > Settings & Privacy > Data privacy > Get a copy of your data.",
		"Tick Connections and Invitations, or the larger archive, and request it.",
		"LinkedIn mails you a link within minutes to a day; it works for 72 hours.",
	}
}
