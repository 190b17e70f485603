package tui

import (
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/store"
)

// dossierLines shows what is known of one invitation in w columns: all that the
// row knows, and more once the dossier is there (nil until then).
func dossierLines(e *env, row store.Row, d *dossier, w int) []string {
	lines := personLines(e, row, w)
	lines = paragraph(lines, standingLines(e, row, w))
	if d != nil {
		lines = paragraph(lines, suggestionLines(e, d, w))
		lines = append(lines, ownLines(e, d, w)...)
	}
	if len(row.Tags) > 0 {
		lines = append(lines, wrap("#"+strings.Join(row.Tags, "  #"), w)...)
	}
	lines = append(lines, "")
	lines = append(lines, factLines(e, row, w)...)
	section := func(title string, body []string) {
		if len(body) > 0 {
			lines = append(append(lines, "", e.styles.Strong.Render(title)), body...)
		}
	}
	if row.Note != "" {
		section("Note", wrap(simpleEmoji(row.Note), w))
	}
	if d == nil {
		return lines
	}
	section("From the archive", archiveLines(e, d, w))
	if len(d.inv.Answers) > 0 {
		section("Advice", wrap(d.advice.Summary, w))
		section("For", dossierReasons(e, d.advice, advisor.Supports, w))
		section("Against", dossierReasons(e, d.advice, advisor.Opposes, w))
		section("Your answers", dossierAnswers(d, w))
	}
	section("What happened", journalLines(e, d.journal, w))
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
func personLines(e *env, row store.Row, w int) []string {
	var lines []string
	for _, line := range wrap(nameOr(row.Name), w) {
		lines = append(lines, e.styles.Strong.Render(line))
	}
	for _, text := range []string{row.Headline, row.Company} {
		if text != "" && !strings.Contains(strings.Join(lines, " "), oneLine(text)) {
			lines = append(lines, wrap(oneLine(text), w)...)
		}
	}
	return lines
}

// standingLines are the advice and what the person did.
func standingLines(e *env, row store.Row, w int) []string {
	var lines []string
	switch {
	case row.Recommendation != 0:
		text := recommendationSymbol(row.Recommendation) + " " + row.Recommendation.Label()
		if !row.Settled {
			text += ", so far"
		}
		lines = append(lines, e.styles.Recommendation(row.Recommendation).Render(truncate(text, w)))
		if row.Report {
			lines = append(lines, e.styles.Danger.Render(truncate("■ Report it to LinkedIn", w)))
		}
	case row.Status == store.StatusWaiting:
		lines = append(lines, wrap("Not vetted yet: "+e.keyFor(actOpen)+" asks the questions", w)...)
	}
	now := e.now()
	switch row.Status {
	case store.StatusDecided:
		lines = append(lines, truncate("You: "+decisionWord(row.Decision)+", "+date(row.DecidedAt, now), w))
	case store.StatusLater:
		lines = append(lines, truncate("Put off until "+date(row.LaterUntil, now), w))
	case store.StatusAccepted:
		lines = append(lines, truncate("Already among your connections", w))
	case store.StatusGone:
		lines = append(lines, wrap("No longer in your archive: ignored, withdrawn or expired", w)...)
	}
	if row.Due {
		lines = append(lines, wrap("» Due: you put it off until "+date(row.LaterUntil, now), w)...)
	}
	if row.Back {
		lines = append(lines, wrap("» Changed since you put it off: see what happened; "+e.keyFor(actLater)+" puts it off again", w)...)
	}
	return lines
}

// suggestionLines are what is worth a look before deciding; what may be a stop
// sign is marked as such.
func suggestionLines(e *env, d *dossier, w int) []string {
	var lines []string
	for _, s := range d.inv.Suggestions() {
		if d.inv.Note == "" && s.Question == "note" {
			continue // it is said below that no note came with it
		}
		q, _ := advisor.QuestionByID(s.Question)
		mark, paint := "· ", e.styles.Text
		if q.Stage == advisor.StageStopSigns {
			mark, paint = "! ", e.styles.Caution
		}
		for _, line := range wrap(oneLine(s.Because), w-2) {
			lines = append(lines, paint.Render(mark+line))
			mark = "  "
		}
	}
	return lines
}

// ownLines are what the person wrote: why they decided so, and their note.
func ownLines(e *env, d *dossier, w int) []string {
	var lines []string
	if d.inv.Because != "" {
		lines = append(lines, wrap("Why: "+oneLine(d.inv.Because), w)...)
	}
	if d.inv.PersonNote != "" {
		lines = append(lines, "", e.styles.Strong.Render("Your note"))
		lines = append(lines, wrap(simpleEmoji(d.inv.PersonNote), w)...)
		lines = append(lines, "")
	}
	return lines
}

// factLines are what the row knows of the invitation itself.
func factLines(e *env, row store.Row, w int) []string {
	now := e.now()
	sent := "Sent " + date(row.SentAt, now)
	if row.Direction == store.Outgoing {
		sent = "You sent it " + date(row.SentAt, now)
	}
	if row.SentAt.IsZero() {
		sent = "When it was sent is not known"
	} else if a := age(row.SentAt, now); a != "now" {
		sent += " (" + a + ")"
	}
	lines := wrap(sent, w)
	if row.Answered > 0 {
		lines = append(lines, count(row.Answered, "question answered", "questions answered"))
	}
	if row.URL != "" {
		lines = append(lines, e.styles.Muted.Render(truncate(strings.TrimPrefix(row.URL, "https://www."), w)))
	}
	if row.Note == "" {
		lines = append(lines, "No note came with it")
	}
	return lines
}

// archiveLines are what the archives know of the person beside the invitation.
func archiveLines(e *env, d *dossier, w int) []string {
	f := d.inv.Facts
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, wrap(fmt.Sprintf(format, args...), w)...) }
	if f.Namesake != "" {
		add("You are connected with %s under another address: %s", nameOr(f.NamesakeName), strings.TrimPrefix(f.Namesake, "https://www."))
	}
	if n := max(f.TimesSent, d.inv.TimesSent); n > 1 {
		add("Invited you %d times", n)
	}
	if f.Messages > 0 {
		add("%s between you, last on %s", count(f.Messages, "message", "messages"), f.LastMessage)
	}
	if f.InvitedBefore != "" {
		add("You invited them on %s", f.InvitedBefore)
	}
	if f.SameCompany > 0 {
		add("%s at %s", count(f.SameCompany, "connection of yours is", "connections of yours are"), oneLine(f.Company))
	}
	if d.inv.Connected {
		on := ""
		if !d.inv.ConnectedOn.IsZero() {
			on = " since " + date(d.inv.ConnectedOn, e.now())
		}
		add("Among your connections%s", on)
	}
	return lines
}

// dossierReasons are the findings with an outcome, heaviest first.
func dossierReasons(e *env, advice advisor.Advice, outcome advisor.Outcome, w int) []string {
	var lines []string
	for _, f := range advice.Reasons {
		if f.Outcome != outcome {
			continue
		}
		for i, line := range wrap(f.Text+" ("+string(f.Strength)+")", w-2) {
			mark := "  "
			if i == 0 {
				mark = "· "
			}
			if f.Strength == advisor.Veto {
				line = e.styles.Danger.Render(line)
			}
			lines = append(lines, mark+line)
		}
	}
	return lines
}

// dossierAnswers are the answers given, in the order of the questions, with the
// person's notes on them.
func dossierAnswers(d *dossier, w int) []string {
	var lines []string
	for _, q := range advisor.Questions() {
		values := d.inv.Answers[q.ID]
		if len(values) == 0 {
			continue
		}
		lines = append(lines, truncate(q.Label+": "+answerText(q, values), w))
		if note := d.inv.AnswerNotes[q.ID]; note != "" {
			for _, line := range wrap(oneLine(note), w-2) {
				lines = append(lines, "  "+line)
			}
		}
	}
	return lines
}

// journalLines are what happened, newest first.
func journalLines(e *env, journal []store.Entry, w int) []string {
	var lines []string
	for i := len(journal) - 1; i >= 0; i-- {
		entry := journal[i]
		text := date(entry.At, e.now()) + "  " + entry.What
		if entry.Detail != "" {
			text += ": " + oneLine(entry.Detail)
		}
		lines = append(lines, truncate(text, w))
	}
	return lines
}
