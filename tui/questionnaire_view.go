package tui

import (
	"fmt"
	"strings"

	"linkvet/advisor"
)

// readable is the widest a text is set, for the eye to find the next line.
const readable = 84

// The heights of room from which more is shown.
const (
	trailFrom  = 9  // the stages
	noteFrom   = 8  // the note
	placesFrom = 20 // headline and company on a row of their own
	airyFrom   = 30 // four lines of note, blank rows between the answers
)

// View draws who invites, the question with its answers, and the advice so
// far: beside it where there is room, else on the last line.
func (q *questionnaire) View(w, h int) string {
	switch {
	case q.err != nil:
		return strings.Join(wrap("This invitation could not be read.\n\n"+sentence(q.err)+"\n\nesc goes back.", min(w, readable)), "\n")
	case !q.loaded:
		return "Reading the invitation…"
	}
	if w < panelFrom {
		return strings.Join(q.column(w, h, true), "\n")
	}
	pane := panelWidth(w)
	left := w - pane - 3
	right := panelLines(q.env.styles, q.advice, q.begun(), pane, h)
	bar := " " + q.env.styles.Border.Render("│") + " "
	return strings.Join(beside(block(q.column(left, h, false), left, h), block(right, pane, h), bar), "\n")
}

// begun reports whether anything was answered that the advice rests on.
func (q *questionnaire) begun() bool {
	for id := range q.answers {
		if question, ok := advisor.QuestionByID(id); ok && question.Stage != advisor.StageStart && id != "note" {
			return true
		}
	}
	return false
}

// column draws everything but the pane, in w columns and exactly h rows.
func (q *questionnaire) column(w, h int, soFar bool) []string {
	tw := min(w, readable)
	head, foot := q.headLines(tw, h), q.footLines(tw, h, soFar)
	room := max(h-len(head)-len(foot), 1)
	lines := append(head, q.window(q.bodyLines(tw, room), room)...)
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// headLines say whose invitation it is, what they wrote, and how far the
// questions are; then comes the question.
func (q *questionnaire) headLines(w, h int) []string {
	st := q.env.styles
	sent := age(q.inv.SentAt, q.env.now())
	if sent != "" && sent != "now" {
		sent += " ago"
	}
	name := truncate(nameOr(q.inv.Name), max(w-width(sent)-2, 1))
	lines := []string{st.Strong.Render(name) + spaces(w-width(name)-width(sent)) + st.Muted.Render(sent)}
	if place := q.place(); place != "" && h >= placesFrom {
		lines = append(lines, truncate(place, w))
	}
	if h >= noteFrom && !q.wholeNote {
		lines = append(lines, q.noteLines(w, h)...)
	}
	if h >= placesFrom {
		lines = append(lines, "")
	}
	if h >= trailFrom && q.phase == phaseAsking {
		lines = append(lines, q.trailLine(w))
		if h >= placesFrom {
			lines = append(lines, "")
		}
	}
	if q.phase == phaseAsking && !q.wholeNote {
		lines = append(lines, q.questionLines(w, h)...)
	}
	return lines
}

// place is headline and company, as far as one does not repeat the other.
func (q *questionnaire) place() string {
	headline, company := oneLine(q.inv.Headline), oneLine(q.inv.Company)
	switch {
	case company == "" || strings.Contains(headline, company):
		return headline
	case headline == "":
		return company
	}
	return headline + " · " + company
}

// noteLines are the beginning of what they wrote.
func (q *questionnaire) noteLines(w, h int) []string {
	st := q.env.styles
	if strings.TrimSpace(q.inv.Note) == "" {
		if h < placesFrom {
			return nil
		}
		return []string{st.Muted.Render(truncate("No note came with it, as with most invitations.", w))}
	}
	most := 1
	switch {
	case h >= airyFrom:
		most = 4
	case h >= placesFrom:
		most = 2
	}
	return noteBlock(st, q.inv.Note, w, most)
}

// noteBlock is a note with a bar in front, cut after a number of lines.
func noteBlock(st *styles, note string, w, most int) []string {
	lines := wrap(simpleEmoji(strings.TrimSpace(note)), max(w-2, 1))
	if len(lines) > most {
		const more = " … m shows all"
		last := truncate(oneLine(lines[most-1]), max(w-2-width(more), 0))
		lines = append(lines[:most-1:most-1], last+st.Muted.Render(more))
	}
	for i, line := range lines {
		lines[i] = st.Border.Render("▏") + " " + line
	}
	return lines
}

// trailLine shows the stages with the one being asked, and how much is left.
func (q *questionnaire) trailLine(w int) string {
	st := q.env.styles
	left := "the last question"
	if q.remaining > 1 {
		left = fmt.Sprintf("at most %d more", q.remaining)
	}
	at := q.prompt.stage()
	room := w - width(left) - 2
	var plain, drawn []string
	for _, stage := range trailStages {
		name, paint := "· "+capital(stage), st.Muted
		switch {
		case stage == at:
			name, paint = "▸ "+capital(stage), st.Accent
		case q.stageDone(stage):
			name = "✔ " + capital(stage)
		}
		plain, drawn = append(plain, name), append(drawn, paint.Render(name))
	}
	trail, n := strings.Join(drawn, "  "), width(strings.Join(plain, "  "))
	if n > room {
		trail, n = st.Accent.Render("▸ "+capital(at)), width("▸ "+at)
	}
	return trail + spaces(max(w-n-width(left), 1)) + st.Muted.Render(left)
}

// trailStages are the stages shown, in the order they are usually asked.
var trailStages = [...]string{
	advisor.StageStopSigns, advisor.StageRelationship, advisor.StageVetting, advisor.StageWorth, advisor.StageFavorTest,
}

// stageDone reports whether a stage was answered and nothing of it is open.
func (q *questionnaire) stageDone(stage string) bool {
	answers := q.advisorCase().Answers
	done := false
	for _, question := range advisor.Questions() {
		if question.Stage != stage || question.ID == "motive" || !advisor.Applies(question.ID, answers) {
			continue
		}
		if answers.Value(question.ID) == "" {
			return false
		}
		done = true
	}
	return done
}

// questionLines are the question, and a blank row where there is room.
func (q *questionnaire) questionLines(w, h int) []string {
	st := q.env.styles
	text := q.prompt.text()
	if detail := q.prompt.detail(); detail != "" && h < placesFrom {
		text = detail
	}
	var lines []string
	for _, line := range wrap(text, w) {
		lines = append(lines, st.Strong.Render(line))
	}
	if h >= noteFrom+4 {
		lines = append(lines, "")
	}
	return lines
}

// footLines are news of answers set aside, what more there is to say of the
// marked answer, and the advice so far.
func (q *questionnaire) footLines(w, h int, soFar bool) []string {
	st := q.env.styles
	var lines []string
	if q.phase == phaseAsking && !q.wholeNote && !q.why && h >= placesFrom && q.prompt.detail() != "" {
		detail := wrap(q.prompt.detail(), w)
		for len(detail) < 2 {
			detail = append(detail, "")
		}
		lines = append(lines, "")
		lines = append(lines, detail...)
	}
	if q.aside != "" {
		lines = append(lines, hang("↷ ", q.aside, w)...)
	}
	if soFar && q.phase == phaseAsking {
		if h >= placesFrom {
			lines = append(lines, "")
		}
		lines = append(lines, soFarLine(st, q.advice, q.begun(), w))
	}
	return lines
}
