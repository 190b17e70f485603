package screen

import (
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// IDsOfRows are the IDs of rows.
func IDsOfRows(rows []record.Row) []string {
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	return ids
}

// Whom names the rows an action is about: by name if it is one, else by count.
func Whom(rows []record.Row) string {
	if len(rows) == 1 {
		return style.NameOr(rows[0].Name)
	}
	return quantity.Of(len(rows), "invitation", "invitations")
}

// namedMost is how many of several people are named.
const namedMost = 3

// WhomByName is Whom with the names of the first of several, for a question before
// something that is hard to take back.
func WhomByName(rows []record.Row) string {
	if len(rows) == 1 {
		return Whom(rows)
	}
	names := make([]string, min(len(rows), namedMost))
	for i := range names {
		names[i] = style.NameOr(rows[i].Name)
	}
	if more := len(rows) - len(names); more > 0 {
		names = append(names, quantity.Text("%d more", more))
	}
	return Whom(rows) + " (" + quantity.And(names) + ")"
}

// TargetOf names one invitation, or several chosen together, as whom a text that
// is typed is for: what was typed for some must not end up with others.
func TargetOf(rows []record.Row) string {
	if len(rows) == 1 {
		return rows[0].ID
	}
	return fmt.Sprintf("%s+%d", rows[0].ID, len(rows)-1)
}

// AnswerText is an answer in words, for lists.
func AnswerText(question advisor.Question, values []string) string {
	words := make([]string, len(values))
	for i, value := range values {
		words[i] = LabelOf(question, value)
	}
	return strings.Join(words, ", ")
}

// LabelOf is an answer in words.
func LabelOf(question advisor.Question, value string) string {
	for _, c := range question.Answers {
		if c.Value == value {
			return c.Label
		}
	}
	return value
}

// ArchiveHelp says how to get the archive from LinkedIn.
func ArchiveHelp() []string {
	return []string{
		"On linkedin.com: Me > Settings & Privacy > Data privacy > Get a copy of your data.",
		"Tick Connections and Invitations, or the larger archive, and request it.",
		"LinkedIn mails you a link within minutes to a day; it works for 72 hours.",
	}
}
