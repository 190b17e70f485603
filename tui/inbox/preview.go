package inbox

import (
	"strings"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// detailLines shows what is known of one invitation in w columns: all that the
// row knows, and more once its history is there (nil until then).
func detailLines(e *screen.Env, row record.Row, d *screen.History, w int) []string {
	lines := personLines(e, row, w)
	lines = paragraph(lines, stateLines(e, row, w))
	if d != nil {
		lines = paragraph(lines, suggestionLines(e, d, w))
		lines = append(lines, ownLines(e, d, w)...)
	}
	if len(row.Tags) > 0 {
		lines = append(lines, style.Wrap("#"+strings.Join(row.Tags, "  #"), w)...)
	}
	lines = append(lines, "")
	lines = append(lines, factLines(e, row, w)...)
	part := func(title string, body []string) {
		if len(body) > 0 {
			lines = append(append(lines, "", e.Styles.Strong.Render(title)), body...)
		}
	}
	if row.Note != "" {
		part(words.NoteTitle(row), style.Wrap(style.SimpleEmoji(row.Note), w))
	}
	if d == nil {
		return lines
	}
	part("From the archive", archiveLines(e, d, w))
	if len(d.Inv.Answers) > 0 {
		part("Advice", append(style.Wrap(d.Advice.Summary, w), formerLines(e, d, w)...))
		part("For", reasonLines(e, d.Advice, advisor.Supports, w))
		part("Against", reasonLines(e, d.Advice, advisor.Opposes, w))
		part("Your answers", answerLines(d, w))
	}
	part("What happened", journalLines(e, d.Journal, w))
	return lines
}

// paragraph adds lines after a blank one, if there are any.
func paragraph(lines, more []string) []string {
	if len(more) == 0 {
		return lines
	}
	return append(append(lines, ""), more...)
}

// personLines are name, headline and company.
func personLines(e *screen.Env, row record.Row, w int) []string {
	var lines []string
	for _, line := range style.Wrap(style.NameOr(row.Name), w) {
		lines = append(lines, e.Styles.Strong.Render(line))
	}
	for _, text := range words.Who(row) {
		lines = append(lines, style.Wrap(text, w)...)
	}
	return lines
}

// stateLines are the advice and what the person did.
func stateLines(e *screen.Env, row record.Row, w int) []string {
	var lines []string
	if row.Recommendation != 0 {
		text := style.RecommendationSymbol(row.Recommendation) + " " + row.Advice()
		if !row.Settled {
			text = quantity.Text("%s (so far)", text)
		}
		lines = append(lines, e.Styles.Recommendation(row.Recommendation).Render(style.Truncate(text, w)))
		if row.Report {
			lines = append(lines, e.Styles.Danger.Render(style.Truncate("■ Report it to LinkedIn", w)))
		}
	}
	for _, said := range words.States(row, e.Now(), e.KeyFor(keys.Open), e.KeyFor(keys.Later)) {
		text := said.Text
		if said.CameBack {
			text = "» " + text
		}
		lines = append(lines, style.Wrap(text, w)...)
	}
	return lines
}

// formerLines say what was advised before the rules or the profile changed it.
func formerLines(e *screen.Env, d *screen.History, w int) []string {
	text := d.Inv.FormerText()
	if text == "" {
		return nil
	}
	var lines []string
	for _, line := range style.Wrap(text, w) {
		lines = append(lines, e.Styles.Muted.Render(line))
	}
	return lines
}

// suggestionLines are what is worth a look before deciding; what may be a stop
// sign is marked as such.
func suggestionLines(e *screen.Env, d *screen.History, w int) []string {
	var lines []string
	for _, s := range words.Signs(d.Inv) {
		mark, paint := "· ", e.Styles.Text
		if s.Warns {
			mark, paint = "! ", e.Styles.Caution
		}
		for _, line := range style.Wrap(s.Text, w-2) {
			lines = append(lines, paint.Render(mark+line))
			mark = "  "
		}
	}
	return lines
}

// ownLines are what the person wrote: why they decided so, and their note.
func ownLines(e *screen.Env, d *screen.History, w int) []string {
	var lines []string
	if d.Inv.Because != "" {
		lines = append(lines, style.Wrap("Why: "+style.OneLine(d.Inv.Because), w)...)
	}
	if d.Inv.PersonNote != "" {
		lines = append(lines, "", e.Styles.Strong.Render("Your note"))
		lines = append(lines, style.Wrap(style.SimpleEmoji(d.Inv.PersonNote), w)...)
		lines = append(lines, "")
	}
	return lines
}

// factLines are what the row knows of the invitation itself.
func factLines(e *screen.Env, row record.Row, w int) []string {
	var lines []string
	if sent := words.Sent(row, e.Now()); sent != "" {
		lines = style.Wrap(sent, w)
	}
	if row.Answered > 0 {
		lines = append(lines, quantity.Of(row.Answered, "question answered", "questions answered"))
	}
	if row.URL != "" {
		lines = append(lines, e.Styles.Muted.Render(style.Truncate(strings.TrimPrefix(row.URL, "https://www."), w)))
	}
	if no := words.NoNote(row); row.Note == "" && no != "" {
		lines = append(lines, no)
	}
	return lines
}

// archiveLines are what the archives know of the person beside the invitation.
func archiveLines(e *screen.Env, d *screen.History, w int) []string {
	var lines []string
	for _, sentence := range words.FromArchive(d.Inv, e.Now()) {
		lines = append(lines, style.Wrap(sentence, w)...)
	}
	return lines
}

// reasonLines are the findings with an outcome, heaviest first.
func reasonLines(e *screen.Env, advice advisor.Advice, outcome advisor.Outcome, w int) []string {
	var lines []string
	for _, f := range advice.Reasons {
		if f.Outcome != outcome {
			continue
		}
		for i, line := range style.Wrap(f.Text+" ("+f.Weight()+")", w-2) {
			mark := "  "
			if i == 0 {
				mark = "· "
			}
			if f.Strength == advisor.Veto && !f.Unconfirmed {
				line = e.Styles.Danger.Render(line)
			}
			lines = append(lines, mark+line)
		}
	}
	return lines
}

// answerLines are the answers given, in the order of the questions, with the
// person's notes on them.
func answerLines(d *screen.History, w int) []string {
	var lines []string
	for _, q := range advisor.Questions() {
		values := d.Inv.Answers[q.ID]
		if len(values) == 0 {
			continue
		}
		lines = append(lines, style.Truncate(q.Label+": "+screen.AnswerText(q, values), w))
		if note := d.Inv.AnswerNotes[q.ID]; note != "" {
			for _, line := range style.Wrap(style.OneLine(note), w-2) {
				lines = append(lines, "  "+line)
			}
		}
	}
	return lines
}

// journalLines are what happened, newest first.
func journalLines(e *screen.Env, journal []record.Entry, w int) []string {
	var lines []string
	for i := len(journal) - 1; i >= 0; i-- {
		entry := journal[i]
		text := style.Date(entry.At, e.Now()) + "  " + entry.What
		if entry.Detail != "" {
			text += ": " + style.OneLine(entry.Detail)
		}
		lines = append(lines, style.Truncate(text, w))
	}
	return lines
}
