package vetting

import (
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/store/record"
	"linkvet/tui/style"
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

// suggestedNote follows the label of an answer that is suggested.
const suggestedNote = "  ◆ suggested"

// hintText says why an answer is suggested, with the words it rests on.
func hintText(s notes.Suggestion) string {
	if s.Quote == "" {
		return s.Because
	}
	return strings.TrimSuffix(s.Because, ".") + ": “" + style.OneLine(s.Quote) + "”"
}

// hintLines say below an answer why it is suggested, and with which key it is
// taken; in brief, only the words it rests on, on one line.
func hintLines(s notes.Suggestion, key string, indent, w int, brief bool) []string {
	text := hintText(s)
	if brief && s.Quote != "" {
		text = "“" + style.OneLine(s.Quote) + "”"
	}
	if key != "" {
		text += " · " + key + " takes it"
	}
	lines := style.Wrap(text, max(w-indent, 1))
	if brief {
		lines = []string{style.Truncate(text, max(w-indent, 1))}
	}
	for i, line := range lines {
		lines[i] = style.Spaces(indent) + line
	}
	return lines
}
