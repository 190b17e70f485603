package tui

import (
	"strings"

	"linkvet/store"
)

// previewLines shows what is known of one invitation in w columns and at most
// h rows.
func previewLines(e *env, row store.Row, w, h int) []string {
	lines := personLines(e, row, w)
	lines = append(paragraph(lines, standingLines(e, row, w)), "")
	lines = append(lines, factLines(e, row, w)...)
	if row.Note != "" {
		lines = append(lines, "", e.styles.Strong.Render("Note"))
		lines = append(lines, wrap(simpleEmoji(row.Note), w)...)
	}
	if len(lines) > h {
		lines = append(lines[:max(h-1, 0)], e.styles.Muted.Render("… enter shows all"))
	}
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
		lines = append(lines, truncate("Not vetted yet: enter asks the questions", w))
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
	return lines
}

// factLines are what the archive says.
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
