package vetting

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// body is what stands below the question; what does not fit is scrolled, so
// that the lines from first to last stay in sight.
type body struct {
	lines       []string
	first, last int
}

// bodyLines are the answers to choose from, with why we ask behind them or in
// their place; or the whole note.
func (q *Questionnaire) bodyLines(w, room int, d density) body {
	if q.wholeNote {
		st := q.env.Styles
		return body{lines: append(noteBlock(q.env, q.Inv.Note, w, 1<<20), "", st.Muted.Render(q.env.KeyFor(keys.WholeNote)+" goes back to the question"))}
	}
	b := q.answerRows(w, d)
	if !q.why || q.Phase != PhaseAsking {
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
func (q *Questionnaire) answerRows(w int, d density) body {
	switch q.Phase {
	case phaseSettled:
		return body{lines: q.settledCard(w)}
	case phaseDone:
		return body{lines: q.doneCard(w)}
	}
	b := flatten(q.Prompt.rows(q.env.Styles, w, d.gaps == 0), d.airy)
	if detail := q.Prompt.detail(); detail != "" && d.gaps > 0 {
		b.lines = append(append(b.lines, ""), padded(style.Wrap(detail, w), 2)...)
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
func (q *Questionnaire) Explain(w int) []string {
	if !q.Loaded || q.Phase != PhaseAsking {
		return nil
	}
	return q.reasonsToAsk(w)
}

// helpLines are why we ask, how to find out, and the page that helps.
func (q *Questionnaire) helpLines(w int) []string {
	page := q.env.KeyFor(keys.LookUp) + " opens a page that helps: " + q.pages()[0].url
	return append(q.reasonsToAsk(w), "", q.env.Styles.Muted.Render(style.Truncate(page, w)))
}

func (q *Questionnaire) reasonsToAsk(w int) []string {
	st := q.env.Styles
	why, how := q.Prompt.help()
	var lines []string
	if signs, ok := q.Prompt.(*SignsPrompt); ok && signs.at >= 0 {
		lines = append(style.Wrap(signs.detail(), w), "")
	}
	lines = append(lines, st.Accent.Render("Why we ask"))
	lines = append(lines, style.Wrap(why, w)...)
	lines = append(lines, "", st.Accent.Render("How to check"))
	lines = append(lines, style.Wrap(how, w)...)
	return lines
}

// window cuts the body to the room there is, with a last line that says how
// much more there is.
func (q *Questionnaire) window(b body, room int) []string {
	if len(b.lines) <= room {
		return b.lines
	}
	from := q.from(b, room)
	lines := append([]string(nil), b.lines[from:min(from+room, len(b.lines))]...)
	if more := len(b.lines) - from - room; more > 0 && room > 1 {
		lines[room-1] = q.env.Styles.Muted.Render(fmt.Sprintf("  ↓ %s (%s)", style.Count(more+1, "more line", "more lines"), q.env.KeyFor(keys.PageDown)))
	}
	return lines
}

// from is the first line shown of a body that does not fit.
func (q *Questionnaire) from(b body, room int) int {
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
func (q *Questionnaire) overflow() int {
	w, h := q.env.Width, q.env.Height
	soFar := w < panelFrom
	if !soFar {
		w -= panelWidth(w) + 3
	}
	d := q.density(w, h, soFar)
	tw := min(w, style.Readable)
	room := max(h-len(q.headLines(tw, d))-len(q.footLines(tw, d, soFar)), 1)
	return max(len(q.bodyLines(tw, room, d).lines)-room, 0)
}

// wheel scrolls in what does not fit.
func (q *Questionnaire) wheel(msg tea.MouseWheelMsg) {
	if msg.Button == tea.MouseWheelUp {
		q.scroll = max(q.scroll-3, 0)
		return
	}
	q.scroll = min(q.scroll+3, q.overflow())
}

// settledCard says that nothing still open can change the advice.
func (q *Questionnaire) settledCard(w int) []string {
	lines := q.adviceCard(w)
	open := len(q.open)
	for _, line := range style.Wrap("Nothing you could still answer changes this.", w) {
		lines = append(lines, q.env.Styles.Strong.Render(line))
	}
	lines = append(lines, "")
	lines = append(lines, keyLine(q.env, keys.SeeAdvice, "see the advice in full", w)...)
	lines = append(lines, keyLine(q.env, keys.Continue, "continue anyway ("+style.Count(open, "screen is", "screens are")+" still open)", w)...)
	return append(lines, keyLine(q.env, keys.Review, "look through your answers", w)...)
}

// doneCard says that everything has been asked.
func (q *Questionnaire) doneCard(w int) []string {
	lines := q.adviceCard(w)
	open := len(q.open)
	said := "These were all the questions."
	if open > 0 {
		said = "Enough asked: here is the advice. " + style.Count(open, "screen", "screens") + " more could be answered (" + q.env.KeyFor(keys.Overview) + ")."
	}
	for _, line := range style.Wrap(said, w) {
		lines = append(lines, q.env.Styles.Strong.Render(line))
	}
	lines = append(lines, "")
	lines = append(lines, keyLine(q.env, keys.SeeAdvice, "see the advice in full", w)...)
	if open > 0 {
		lines = append(lines, keyLine(q.env, keys.Continue, "answer more, screen by screen", w)...)
	}
	return append(lines, keyLine(q.env, keys.Review, "look through your answers", w)...)
}

// adviceCard is the advice in one sentence, unless the pane beside has it.
func (q *Questionnaire) adviceCard(w int) []string {
	if q.env.Width >= panelFrom {
		return nil
	}
	lines := append(headlineLines(q.env.Styles, q.advice, w), "")
	return append(append(lines, style.Wrap(q.advice.Summary, w)...), "")
}

// keyLine says what a key does, in a column of keys.
func keyLine(e *screen.Env, id keys.ID, text string, w int) []string {
	name := e.KeyFor(id)
	lines := hang("  "+style.Fit(name, 7), text, w)
	lines[0] = strings.Replace(lines[0], name, e.Styles.Key.Render(name), 1)
	return lines
}
