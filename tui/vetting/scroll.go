package vetting

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// body is what stands below what the page asks; what does not fit is scrolled,
// so that the lines from first to last stay in sight.
type body struct {
	lines       []string
	starts      []int // the first line of each row
	first, last int
}

// bodyLines are the rows, with why we ask behind them or in their place; or the
// whole note.
func (q *questionnaire) bodyLines(w, room int, d density) body {
	if q.wholeNote {
		st := q.env.Styles
		return body{lines: append(noteBlock(q.env, q.inv.Note, w, 1<<20), "", st.Muted.Render(q.env.KeyFor(keys.WholeNote)+" goes back to the questions"))}
	}
	b := q.rowsBody(w, d)
	if !q.why {
		return b
	}
	help := q.helpLines(w)
	if len(b.lines)+1+len(help) > room {
		return body{lines: help}
	}
	b.lines = append(append(b.lines, ""), help...)
	return b
}

// Explain is why we ask and how to find out, for the list of keys.
func (q *questionnaire) Explain(w int) []string {
	if !q.loaded() {
		return nil
	}
	return q.reasonsToAsk(w)
}

// helpLines are the question, why we ask, how to find out, and the page that
// helps.
func (q *questionnaire) helpLines(w int) []string {
	var lines []string
	for _, line := range style.Wrap(q.questions.Marked().Question.Text, w) {
		lines = append(lines, q.env.Styles.Strong.Render(line))
	}
	lines = append(append(lines, ""), q.reasonsToAsk(w)...)
	page := q.env.KeyFor(keys.LookUp) + " opens a page that helps: " + q.pages()[0].URL
	return append(lines, "", q.env.Styles.Muted.Render(style.Truncate(page, w)))
}

func (q *questionnaire) reasonsToAsk(w int) []string {
	st := q.env.Styles
	question := q.questions.Marked().Question
	lines := append([]string{st.Accent.Render("Why we ask")}, style.Wrap(question.Why, w)...)
	lines = append(lines, "", st.Accent.Render("How to check"))
	return append(lines, style.Wrap(question.How, w)...)
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
		text := style.Count(more+1, "more line", "more lines")
		if rows := b.below(from + room - 1); rows > 0 {
			text = style.Count(rows, "more", "more")
		}
		lines[room-1] = q.env.Styles.Muted.Render(fmt.Sprintf("  ↓ %s (%s)", text, q.env.KeyFor(keys.PageDown)))
	}
	return lines
}

// below is how many rows begin at or after a line.
func (b body) below(line int) int {
	n := 0
	for _, start := range b.starts {
		if start >= line {
			n++
		}
	}
	return n
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
	w, h := q.env.Width, q.env.Height
	soFar := w < panelFrom
	if !soFar {
		w -= panelWidth(w) + 3
	}
	tw := min(w, style.Readable)
	d := q.density(tw, h, soFar)
	room := max(h-len(q.headLines(tw, d))-len(q.footLines(tw, d, soFar)), 1)
	return max(len(q.bodyLines(tw, room, d).lines)-room, 0)
}

// wheel scrolls in what does not fit.
func (q *questionnaire) wheel(msg tea.MouseWheelMsg) {
	if !q.loaded() {
		return
	}
	if msg.Button == tea.MouseWheelUp {
		q.scroll = max(q.scroll-3, 0)
		return
	}
	q.scroll = min(q.scroll+3, q.overflow())
}

// keyLine says what a key does, in a column of keys.
func keyLine(e *screen.Env, id keys.ID, text string, w int) []string {
	name := e.KeyFor(id)
	lines := hang("  "+style.Fit(name, 7), text, w)
	lines[0] = e.Styles.Key.Render(lines[0][:2+len(name)]) + lines[0][2+len(name):]
	return lines
}
