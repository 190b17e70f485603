package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// body is what stands below the question; what does not fit is scrolled, so
// that the lines from first to last stay in sight.
type body struct {
	lines       []string
	first, last int
}

// bodyLines are the answers to choose from, with why we ask behind them or in
// their place; or the whole note.
func (q *questionnaire) bodyLines(w, room int, d density) body {
	if q.wholeNote {
		st := q.env.styles
		return body{lines: append(noteBlock(q.env, q.inv.Note, w, 1<<20), "", st.Muted.Render(q.env.keyFor(actWholeNote)+" goes back to the question"))}
	}
	b := q.answerRows(w, d)
	if !q.why || q.phase != phaseAsking {
		return b
	}
	help := q.helpLines(w)
	if len(b.lines)+1+len(help) > room {
		return body{lines: help}
	}
	b.lines = append(append(b.lines, ""), help...)
	return b
}

// answerRows are the answers to choose from and more about the marked one, or
// what is said when nothing is asked.
func (q *questionnaire) answerRows(w int, d density) body {
	switch q.phase {
	case phaseSettled:
		return body{lines: q.settledCard(w)}
	case phaseDone:
		return body{lines: q.doneCard(w)}
	}
	b := flatten(q.prompt.rows(q.env.styles, w, d.gaps == 0), d.airy)
	if detail := q.prompt.detail(); detail != "" && d.gaps > 0 {
		b.lines = append(append(b.lines, ""), padded(wrap(detail, w), 2)...)
	}
	return b
}

// flatten puts the answers under each other.
func flatten(rows promptRows, airy bool) body {
	var b body
	for i, item := range rows.items {
		if airy && i > 0 {
			b.lines = append(b.lines, "")
		}
		if i == rows.marked {
			b.first, b.last = len(b.lines), len(b.lines)+len(item)-1
		}
		b.lines = append(b.lines, item...)
	}
	return b
}

// Explain is why we ask and how to find out, for the list of keys.
func (q *questionnaire) Explain(w int) []string {
	if !q.loaded || q.phase != phaseAsking {
		return nil
	}
	return q.reasonsToAsk(w)
}

// helpLines are why we ask, how to find out, and the page that helps.
func (q *questionnaire) helpLines(w int) []string {
	page := q.env.keyFor(actLookUp) + " opens a page that helps: " + q.pages()[0].url
	return append(q.reasonsToAsk(w), "", q.env.styles.Muted.Render(truncate(page, w)))
}

func (q *questionnaire) reasonsToAsk(w int) []string {
	st := q.env.styles
	why, how := q.prompt.help()
	var lines []string
	if signs, ok := q.prompt.(*signsPrompt); ok && signs.at >= 0 {
		lines = append(wrap(signs.detail(), w), "")
	}
	lines = append(lines, st.Accent.Render("Why we ask"))
	lines = append(lines, wrap(why, w)...)
	lines = append(lines, "", st.Accent.Render("How to check"))
	lines = append(lines, wrap(how, w)...)
	return lines
}

// window cuts the body to the room there is, with a last line that says how
// much more there is.
func (q *questionnaire) window(b body, room int) []string {
	if len(b.lines) <= room {
		return b.lines
	}
	from := q.from(b, room)
	lines := append([]string(nil), b.lines[from:min(from+room, len(b.lines))]...)
	if more := len(b.lines) - from - room; more > 0 && room > 1 {
		lines[room-1] = q.env.styles.Muted.Render(fmt.Sprintf("  ↓ %s (%s)", count(more+1, "more line", "more lines"), q.env.keyFor(actPageDown)))
	}
	return lines
}

// from is the first line shown of a body that does not fit.
func (q *questionnaire) from(b body, room int) int {
	from := q.scroll
	if b.last >= from+room-1 {
		from = b.last - room + 2
	}
	if b.last > 0 && b.first < from {
		from = b.first
	}
	return max(min(from, len(b.lines)-room), 0)
}

// overflow is how far the body can be scrolled in the window as it is.
func (q *questionnaire) overflow() int {
	w, h := q.env.width, q.env.height
	soFar := w < panelFrom
	if !soFar {
		w -= panelWidth(w) + 3
	}
	d := q.density(w, h, soFar)
	tw := min(w, readable)
	room := max(h-len(q.headLines(tw, d))-len(q.footLines(tw, d, soFar)), 1)
	return max(len(q.bodyLines(tw, room, d).lines)-room, 0)
}

// wheel scrolls in what does not fit.
func (q *questionnaire) wheel(msg tea.MouseWheelMsg) {
	if msg.Button == tea.MouseWheelUp {
		q.scroll = max(q.scroll-3, 0)
		return
	}
	q.scroll = min(q.scroll+3, q.overflow())
}

// settledCard says that nothing still open can change the advice.
func (q *questionnaire) settledCard(w int) []string {
	lines := q.adviceCard(w)
	open := len(q.open)
	for _, line := range wrap("Nothing you could still answer changes this.", w) {
		lines = append(lines, q.env.styles.Strong.Render(line))
	}
	lines = append(lines, "")
	lines = append(lines, keyLine(q.env, actSeeAdvice, "see the advice in full", w)...)
	lines = append(lines, keyLine(q.env, actContinue, "continue anyway ("+count(open, "screen is", "screens are")+" still open)", w)...)
	return append(lines, keyLine(q.env, actReview, "look through your answers", w)...)
}

// doneCard says that everything has been asked.
func (q *questionnaire) doneCard(w int) []string {
	lines := q.adviceCard(w)
	open := len(q.open)
	said := "These were all the questions."
	if open > 0 {
		said = "Enough asked: here is the advice. " + count(open, "screen", "screens") + " more could be answered (" + q.env.keyFor(actOverview) + ")."
	}
	for _, line := range wrap(said, w) {
		lines = append(lines, q.env.styles.Strong.Render(line))
	}
	lines = append(lines, "")
	lines = append(lines, keyLine(q.env, actSeeAdvice, "see the advice in full", w)...)
	if open > 0 {
		lines = append(lines, keyLine(q.env, actContinue, "answer more, screen by screen", w)...)
	}
	return append(lines, keyLine(q.env, actReview, "look through your answers", w)...)
}

// adviceCard is the advice in one sentence, unless the pane beside has it.
func (q *questionnaire) adviceCard(w int) []string {
	if q.env.width >= panelFrom {
		return nil
	}
	lines := append(headlineLines(q.env.styles, q.advice, w), "")
	return append(append(lines, wrap(q.advice.Summary, w)...), "")
}

// keyLine says what a key does, in a column of keys.
func keyLine(e *env, id actionID, text string, w int) []string {
	name := e.keyFor(id)
	lines := hang("  "+fit(name, 7), text, w)
	lines[0] = strings.Replace(lines[0], name, e.styles.Key.Render(name), 1)
	return lines
}
