package vetting

import (
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// sections is the text of the verdict, and where the reply draft begins.
type sections struct {
	lines []string
	draft int
}

// add puts a section under a title, unless there is nothing in it.
func (s *sections) add(st *style.Styles, title string, body []string) {
	if len(body) == 0 {
		return
	}
	if len(s.lines) > 0 {
		s.lines = append(s.lines, "")
	}
	s.lines = append(s.lines, st.Accent.Render(title))
	s.lines = append(s.lines, body...)
}

// View draws the text from where it is scrolled to.
func (v *verdict) View(w, h int) string { return v.env.Scrolled(v.sections(w).lines, v.top, h) }

// sections is all there is to say, in w columns. Where there is room, what to
// do stands beside what else could be known; elsewhere it comes before that,
// unless the advice still hangs on it.
func (v *verdict) sections(w int) sections {
	var s sections
	s.lines = append(v.summaryLines(w), "")
	if w >= panelFrom {
		half := halfOf(w)
		s.lines = append(s.lines, columnsOf(v.sideLines(advisor.Supports, half), v.sideLines(advisor.Opposes, half), half)...)
		left, right := v.toDo(half), v.toKnow(half)
		s.draft = len(s.lines) + 1 + left.draft
		s.lines = append(append(s.lines, ""), columnsOf(left.lines, right.lines, half)...)
		return s
	}
	tw := min(w, style.Readable)
	s.lines = append(append(s.lines, v.sideLines(advisor.Supports, tw)...), "")
	s.lines = append(s.lines, v.sideLines(advisor.Opposes, tw)...)
	first, second := v.toDo(tw), v.toKnow(tw)
	if !v.advice.Settled {
		s.lines = append(append(s.lines, ""), second.lines...)
		second.lines = nil
	}
	s.draft = len(s.lines) + 1 + first.draft
	s.lines = append(append(s.lines, ""), first.lines...)
	if len(second.lines) > 0 {
		s.lines = append(append(s.lines, ""), second.lines...)
	}
	return s
}

// toDo is how to answer, what to write, and how to record it.
func (v *verdict) toDo(w int) sections {
	st := v.env.Styles
	var s sections
	how, kept := "How to answer", "When you have answered on LinkedIn, record it"
	if v.inv.Direction == record.Outgoing {
		how, kept = "How to go about it", "When you have sent it or let it be, record it"
	}
	if v.begun() {
		s.add(st, how, v.respondLines(w))
	}
	s.draft = len(s.lines) + 1
	s.add(st, "What to write", v.replyLines(w))
	s.add(st, kept, v.choiceLines(w))
	return s
}

// toKnow is what could change the advice, what is not known, and what to do
// afterwards.
func (v *verdict) toKnow(w int) sections {
	st := v.env.Styles
	var s sections
	if !v.advice.Settled {
		s.add(st, "What could still change it", v.openLines(w))
	}
	s.add(st, "Afterwards", bulletLines(v.advice.NextSteps, w))
	s.add(st, "Your notes", v.noteLines(w))
	if v.advice.Settled {
		s.add(st, "What would have changed it", v.flipsLines(w))
		s.add(st, "Not known, and not needed", v.unknownLines(v.advice.Unknown, w))
	}
	return s
}

// columnGapWide is what separates the two columns of the verdict.
const columnGapWide = 4

// halfOf is how wide each of two columns is in w.
func halfOf(w int) int { return (min(w, 2*style.Readable+columnGapWide) - columnGapWide) / 2 }

// columnsOf puts two texts side by side.
func columnsOf(left, right []string, half int) []string {
	n := max(len(left), len(right))
	return style.Beside(style.Block(left, half, n), style.Block(right, half, n), style.Spaces(columnGapWide))
}

// summaryLines are the advice in a word and in a sentence, with air around.
func (v *verdict) summaryLines(w int) []string {
	st := v.env.Styles
	r := v.advice.Recommendation
	if !v.begun() {
		return v.noAdviceLines(min(w, style.Readable))
	}
	settled := "not settled yet"
	if v.advice.Settled {
		settled = "settled"
	}
	if w = min(w, 2*style.Readable+columnGapWide); w < panelFrom {
		w = min(w, style.Readable)
	}
	word := style.Truncate(style.RecommendationSymbol(r)+"  "+r.Label(), max(w-style.Width(settled)-2, 1))
	lines := []string{st.Recommendation(r).Render(word) + style.Spaces(max(w-style.Width(word)-style.Width(settled), 1)) + st.Muted.Render(settled)}
	if v.advice.Report {
		lines = append(lines, st.Danger.Render(style.Truncate("■  Report it to LinkedIn", w)))
	} else if r >= advisor.Decline {
		lines = append(lines, style.Truncate("·  No need to report it", w))
	}
	lines = append(lines, "")
	for _, line := range style.Wrap(v.advice.Summary, min(w, style.Readable)) {
		lines = append(lines, st.Strong.Render(line))
	}
	if said := decidedLines(v.env, v.inv, min(w, style.Readable)); len(said) > 0 {
		lines = append(append(lines, ""), said...)
	}
	return lines
}

// decidedLines say what the person did before, and why where it differs from
// the advice of that time.
func decidedLines(e *screen.Env, inv record.Invitation, w int) []string {
	if inv.Decision == "" {
		return nil
	}
	text := "You " + inv.Decision.Did() + " on " + style.Date(inv.DecidedAt, e.Now())
	if !inv.Decision.Agrees(inv.Advised) {
		text += ", although the advice was “" + inv.Advised.Label() + "”"
		if inv.Because != "" {
			text += ": " + style.OneLine(inv.Because)
		}
	}
	return style.Wrap(strings.TrimSuffix(text, ".")+". Recording again replaces that.", w)
}

// noteLines are the person's own notes on their answers.
func (v *verdict) noteLines(w int) []string {
	var lines []string
	for _, question := range advisor.Questions() {
		if note := style.OneLine(v.inv.AnswerNotes[question.ID]); note != "" {
			lines = append(lines, hang("  ✎ ", question.Label+": "+note, w)...)
		}
	}
	return lines
}

// sideLines are the reasons on one side.
func (v *verdict) sideLines(side advisor.Outcome, w int) []string {
	st := v.env.Styles
	lines := []string{st.Accent.Render(sideTitle(side))}
	reasons := reasonsOf(v.advice, side)
	if len(reasons) == 0 {
		return append(lines, "  Nothing you answered")
	}
	for _, f := range reasons {
		lines = append(lines, reasonLines(st, f, w)...)
	}
	return lines
}

// respondLines are the ways to carry the advice out, each under its name.
func (v *verdict) respondLines(w int) []string {
	st := v.env.Styles
	var lines []string
	for i, r := range v.advice.Respond {
		head := fmt.Sprintf("  %d  ", i+1)
		if w < 60 {
			lines = append(lines, st.Strong.Render(style.Truncate(head+style.Capital(r.Way), w)))
			lines = append(lines, hang("     ", r.Text, w)...)
			continue
		}
		const names = 22
		way := hang(head, style.Capital(r.Way), names)
		text := style.Wrap(r.Text, w-names-2)
		n := max(len(way), len(text))
		for j, line := range style.Beside(style.Block(way, names, n), style.Block(text, w-names-2, n), "  ") {
			if j < len(way) {
				line = strings.Replace(line, strings.TrimSpace(way[j]), st.Strong.Render(strings.TrimSpace(way[j])), 1)
			}
			lines = append(lines, strings.TrimRight(line, " "))
		}
	}
	return lines
}

// checksShown is how many checks are told in full.
const checksShown = 3

// openLines are the checks worth making, how each is done, and the answers
// that would change the advice.
func (v *verdict) openLines(w int) []string {
	st := v.env.Styles
	lines := v.flipsLines(w)
	checks := v.advice.NextChecks
	for _, c := range checks[:min(checksShown, len(checks))] {
		lines = append(lines, "", "  "+st.Strong.Render(style.Truncate(questionLabel(c.Question), w-2)))
		lines = append(lines, hang("  ", c.How, w)...)
	}
	var rest []string
	for _, c := range checks[min(checksShown, len(checks)):] {
		rest = append(rest, c.Question)
	}
	if len(rest) > 0 {
		lines = append(lines, "")
		lines = append(lines, hang("  ", "Also open: "+labelList(rest), w)...)
	}
	return lines
}

func (v *verdict) flipsLines(w int) []string {
	var lines []string
	for _, f := range v.advice.Flips {
		lines = append(lines, flipLines(v.env.Styles, f, w)...)
	}
	return lines
}

// unknownLines name the open questions.
func (v *verdict) unknownLines(ids []string, w int) []string {
	if len(ids) == 0 {
		return nil
	}
	return hang("  ", labelList(ids), w)
}

// questionLabel is a question in few words.
func questionLabel(id string) string {
	question, _ := advisor.QuestionByID(id)
	return question.Label
}

// labelsShown is how many questions are named before the rest is counted.
const labelsShown = 12

// labelList is several questions in few words each.
func labelList(ids []string) string {
	var labels []string
	for _, id := range ids[:min(labelsShown, len(ids))] {
		labels = append(labels, questionLabel(id))
	}
	if more := len(ids) - labelsShown; more > 0 {
		labels = append(labels, style.Count(more, "more", "more"))
	}
	return strings.Join(labels, " · ")
}

func bulletLines(texts []string, w int) []string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, hang("  · ", text, w)...)
	}
	return lines
}

// choiceLines name the keys that record what was done.
func (v *verdict) choiceLines(w int) []string {
	var lines []string
	for _, c := range v.choices() {
		text := c.decision.Did()
		if v.advised(c.decision) {
			text += "  ✔ as advised"
		}
		lines = append(lines, keyLine(v.env, c.action, "I "+text, w)...)
	}
	return lines
}
