package vetting

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor/notes"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// body is what stands below what the page asks; what does not fit is scrolled,
// so that the lines from first to last stay in sight, and the one in focus in any
// case.
type body struct {
	lines       []string
	starts      []int // the first line of each row
	first, last int
	focus       int  // the marked one of several answers; 0 for none
	pinned      int  // so many lines at the top are not scrolled
	hides       bool // the answers to choose from are not seen
}

// leastHelp is how many lines of why we ask are seen beside the answers at least.
const leastHelp = 4

// bodyLines are the rows, with why we ask behind them; where that does not fit,
// with the marked row alone, or in its place. Or the whole note.
func (q *questionnaire) bodyLines(w, room int, d density) body {
	if q.wholeNote {
		st := q.env.Styles
		return body{hides: true, lines: append(noteBlock(q.env, q.inv.Note, w, 1<<20), "", st.Muted.Render(q.env.KeyFor(keys.WholeNote)+" goes back to the questions"))}
	}
	b := q.rowsBody(w, d)
	if !q.why {
		return b
	}
	help := q.helpLines(w)
	if len(b.lines)+1+len(help) <= room {
		b.lines = append(append(b.lines, ""), help...)
		return b
	}
	top := append(q.markedLines(w), "")
	if len(top)+leastHelp <= room {
		return body{pinned: len(top), lines: append(top, help...)}
	}
	if len(q.questions.Page().Rows) > 1 {
		help = append(q.questionLines(w), help...)
	}
	return body{hides: true, lines: help}
}

// markedLines are the marked row alone, with its answers.
func (q *questionnaire) markedLines(w int) []string {
	page, row := q.questions.Page(), q.questions.Marked()
	var lines []string
	if len(page.Rows) > 1 {
		lines = q.rowLines(page, row, labelWidth(page, w), w, true)
	}
	detail, _ := q.detailLines(page, row, w, density{})
	return append(lines, detail...)
}

// body is what is drawn below what the page asks in the window as it is, and how
// many lines there are for it.
func (q *questionnaire) body() (b body, room int) {
	w, h := q.env.Width, q.env.Height
	soFar := w < panelFrom
	if !soFar {
		w -= panelWidth(w) + 3
	}
	tw := min(w, style.Readable)
	d := q.density(tw, h, soFar)
	room = max(h-len(q.headLines(tw, d))-len(q.footLines(tw, d, soFar)), 1)
	return q.bodyLines(tw, room, d), room
}

// Explain is why we ask and how to find out, for the list of keys.
func (q *questionnaire) Explain(w int) []string {
	if !q.loaded() {
		return nil
	}
	return q.reasonsToAsk(w)
}

// helpLines are why we ask, how to find out, and the page that helps.
func (q *questionnaire) helpLines(w int) []string {
	page := q.env.KeyFor(keys.LookUp) + " opens a page that helps: " + q.pages()[0].URL
	return append(q.reasonsToAsk(w), "", q.env.Styles.Muted.Render(style.Truncate(page, w)))
}

// questionLines are the marked question in full.
func (q *questionnaire) questionLines(w int) []string {
	var lines []string
	for _, line := range style.Wrap(q.questions.Marked().Question.Text, w) {
		lines = append(lines, q.env.Styles.Strong.Render(line))
	}
	return append(lines, "")
}

func (q *questionnaire) reasonsToAsk(w int) []string {
	st := q.env.Styles
	question := q.questions.Marked().Question
	lines := append([]string{st.Accent.Render("Why we ask")}, style.Wrap(question.Why, w)...)
	lines = append(lines, "", st.Accent.Render("How to check"))
	lines = append(lines, style.Wrap(question.How, w)...)
	if notes.ProfileMayAnswer(question.ID) {
		lines = append(lines, style.Wrap("Their profile may answer it: copy it and press "+q.env.KeyFor(keys.ReadCopy)+".", w)...)
	}
	return lines
}

// window cuts the body to the room there is, with a last line that says how
// much more there is.
func (q *questionnaire) window(b body, room int) []string {
	if len(b.lines) <= room {
		return b.lines
	}
	from := q.from(b, room)
	rest := room - b.pinned
	lines := append(b.lines[:b.pinned:b.pinned], b.lines[from:min(from+rest, len(b.lines))]...)
	above, below := from-b.pinned, max(len(b.lines)-from-rest, 0)
	if above+below == 0 || rest < 2 {
		return lines
	}
	count := func(lines, rows int) string {
		if rows > 0 {
			return quantity.Text("%d more", rows)
		}
		return quantity.Of(lines, "more line", "more lines")
	}
	if below > 0 {
		below++ // the line that says so
	}
	var more []string
	if rows := b.rowsIn(0, from); above > 0 && (rows > 0 || len(b.starts) < 2) {
		more = append(more, fmt.Sprintf("↑ %s (%s)", count(above, rows), q.env.KeyFor(keys.PageUp)))
	}
	if below > 0 {
		more = append(more, fmt.Sprintf("↓ %s (%s)", count(below, b.rowsIn(from+rest-1, len(b.lines))), q.env.KeyFor(keys.PageDown)))
	}
	if below > 0 || from+rest-1 > max(b.last, b.focus) {
		for len(lines) < room {
			lines = append(lines, "")
		}
		lines[room-1] = q.env.Styles.Muted.Render("  " + strings.Join(more, "   "))
	}
	return lines
}

// rowsIn is how many of several rows begin in the lines from one to before
// another.
func (b body) rowsIn(from, to int) int {
	n := 0
	for _, start := range b.starts {
		if len(b.starts) > 1 && start >= from && start < to {
			n++
		}
	}
	return n
}

// from is the first line shown, behind those that stay, of a body that does not
// fit.
func (q *questionnaire) from(b body, room int) int {
	from := b.pinned + q.scroll
	rest := room - b.pinned
	if b.last >= from+rest-1 {
		from = b.last - rest + 2
	}
	if b.last > 0 && b.first < from {
		from = b.first
	}
	if b.focus >= from+rest-1 {
		from = b.focus - rest + 2
	}
	return b.wholeRow(max(min(from, len(b.lines)-rest), b.pinned))
}

// wholeRow is the first line shown, or the next from which a row begins: of a row
// that has several lines never the last ones alone. The marked one stays in sight.
func (b body) wholeRow(from int) int {
	if from <= b.pinned || len(b.starts) < 2 {
		return from
	}
	for _, start := range b.starts {
		if start >= from && start <= b.first {
			return start
		}
	}
	return from
}

// overflow is how far the body can be scrolled in the window as it is.
func (q *questionnaire) overflow() int {
	b, room := q.body()
	return max(len(b.lines)-room, 0)
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
