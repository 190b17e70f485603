package vetting

import (
	"fmt"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// The boxes to tick.
const (
	boxOff    = "[ ]"
	boxOn     = "[✔]"
	boxUnsure = "[?]"
	boxNone   = "[–]"
)

// What a row without an answer is said to be, and the key that leaves it so. A row
// that was left is open again when one comes back.
const (
	leaveOpen = "leave open"
	leftOpen  = "left open"
)

// detailIndent is how far what belongs to the marked row is indented.
const detailIndent = 6

// rowsBody draws the rows, with the choices of the marked one below it.
func (q *questionnaire) rowsBody(w int, d density) body {
	page := q.questions.Page()
	at := q.questions.At()
	labels := labelWidth(page, w)
	var b body
	for i, row := range page.Rows {
		if d.airy && i > 0 {
			b.lines = append(b.lines, "")
		}
		b.starts = append(b.starts, len(b.lines))
		if i == at {
			b.first = len(b.lines)
		}
		if len(page.Rows) > 1 {
			b.lines = append(b.lines, q.rowLines(page, row, labels, w, i == at)...)
		}
		if i == at {
			detail, focus := q.detailLines(page, row, w, d)
			if focus >= 0 {
				b.focus = len(b.lines) + focus
			}
			b.lines = append(b.lines, detail...)
			b.last = len(b.lines) - 1
			if i < len(page.Rows)-1 && d.tall && !d.airy && b.last > b.first {
				b.lines = append(b.lines, "")
			}
		}
	}
	return b
}

// rowsHeight is how many lines the rows take at most, whichever is marked.
func (q *questionnaire) rowsHeight(page interview.Page, w int, d density) int {
	labels := labelWidth(page, w)
	n, most := 0, 0
	for i, row := range page.Rows {
		if d.airy && i > 0 {
			n++
		}
		if len(page.Rows) > 1 {
			n += len(q.rowLines(page, row, labels, w, false))
		}
		detail, _ := q.detailLines(page, row, w, d)
		most = max(most, len(detail))
	}
	if d.tall && !d.airy && len(page.Rows) > 1 {
		most++
	}
	return n + most
}

// rowsOnly is how many lines the rows take with nothing said beside the marked
// one.
func (q *questionnaire) rowsOnly(page interview.Page, w int) int {
	n := 0
	for _, row := range page.Rows {
		n += len(q.rowLines(page, row, labelWidth(page, w), w, false))
	}
	return n
}

// labelWidth is how wide the names of the rows are in w columns.
func labelWidth(page interview.Page, w int) int {
	n := 14
	for _, row := range page.Rows {
		n = max(n, style.Width(row.Question.Label))
	}
	return min(n, max(24, w*2/5))
}

// rowLines draw a row without its choices: a sign in full with its box, any
// other by what it is about as long as it is open, then by its name and answer.
func (q *questionnaire) rowLines(page interview.Page, row interview.Row, labels, w int, marked bool) []string {
	if page.Signs {
		return q.signLines(row, w, marked)
	}
	st := q.env.Styles
	if row.Open() && !row.Hinted() && !marked {
		return []string{"    " + st.Muted.Render(style.Truncate(row.Question.Line, max(w-4, 0)))}
	}
	sign, paint := effect(st, q.questions.Advice(), row)
	head := style.Fit(row.Question.Label, labels)
	value := style.Fit(q.valueOf(row), max(w-labels-6, 0))
	if marked {
		return []string{st.Selected.Render("› " + sign + " " + head + "  " + value)}
	}
	ink := st.Text
	if row.Unknown() {
		ink = st.Muted
	}
	return []string{"  " + paint.Render(sign) + " " + head + "  " + ink.Render(strings.TrimRight(value, " "))}
}

// valueOf is a row's answer, or what is suggested for it.
func (q *questionnaire) valueOf(row interview.Row) string {
	switch {
	case row.Hinted():
		text := screen.LabelOf(row.Question, row.Suggested) + "?"
		if quote := style.OneLine(q.hints[row.Question.ID].Quote); quote != "" {
			text += "  “" + quote + "”"
		}
		return text
	case row.Open():
		return ""
	case row.Unknown():
		return leftOpen
	}
	return screen.AnswerText(row.Question, row.Values)
}

// signLines draw a sign with its box, in full.
func (q *questionnaire) signLines(row interview.Row, w int, marked bool) []string {
	st := q.env.Styles
	box, text := boxOff, row.Question.Line
	switch {
	case row.Unknown():
		box = boxUnsure
	case interview.Seen(row):
		box = boxOn
		if len(interview.Kinds(row.Question)) > 1 {
			text += " · " + screen.LabelOf(row.Question, row.Values[0])
		}
	case !row.Open():
		box = boxNone
	}
	if row.Hinted() && row.Suggested != row.Question.NotSeen() {
		text = "◆ " + text
	}
	marker := "  "
	if marked {
		marker = "› "
	}
	lines := hang(marker+box+" ", text, w)
	for i, line := range lines {
		switch {
		case marked:
			lines[i] = st.Selected.Render(style.Fit(line, w))
		case box == boxOn:
			lines[i] = st.Strong.Render(line)
		case box == boxNone:
			lines[i] = st.Muted.Render(line)
		default:
			lines[i] = strings.Replace(line, "◆", st.Accent.Render("◆"), 1)
		}
	}
	return lines
}

// detailLines are what belongs to the marked row: the question in full, the
// answers to choose from, what is suggested, and the person's own note. Focus is
// the line of the marked answer where several fit; else -1.
func (q *questionnaire) detailLines(page interview.Page, row interview.Row, w int, d density) (lines []string, focus int) {
	st := q.env.Styles
	room := max(w-detailIndent, 1)
	focus = -1
	if !page.Signs && len(page.Rows) > 1 {
		lines = append(lines, style.Wrap(row.Question.Text, room)...)
	}
	if !page.Signs || len(interview.Kinds(row.Question)) > 1 {
		choices, marked := q.choiceLines(row, room, d.tall)
		if row.Question.Kind == advisor.Multi {
			focus = len(lines) + marked
		}
		lines = append(lines, choices...)
	}
	if row.Hinted() {
		hint := style.OneLine(q.hints[row.Question.ID].Text())
		label := screen.LabelOf(row.Question, row.Suggested)
		if page.Signs && row.Suggested != row.Question.NotSeen() {
			label = "Suggested"
		}
		drawn := hang("◆ ", label+": "+hint+" · "+q.env.KeyFor(keys.TakeHint)+" takes it", room)
		drawn[0] = strings.Replace(drawn[0], "◆", st.Accent.Render("◆"), 1)
		lines = append(lines, drawn...)
	}
	for _, hint := range q.inv.Hints() {
		if hint.Question == row.Question.ID {
			lines = append(lines, hang("· ", style.OneLine(hint.Text), room)...)
		}
	}
	if note := style.OneLine(q.inv.AnswerNotes[row.Question.ID]); note != "" {
		lines = append(lines, style.Truncate("✎ "+note, room))
	}
	for i, line := range lines {
		lines[i] = style.Spaces(detailIndent) + line
	}
	return lines, focus
}

// choice is an answer to choose, as it is drawn.
type choice struct{ key, text string }

func (c choice) width() int { return style.Width(c.key) + 1 + style.Width(c.text) }

// choicesOf are the answers of a row with their keys.
func (q *questionnaire) choicesOf(row interview.Row) []choice {
	several, lettered := row.Question.Kind == advisor.Multi, lettered(q.questions.Page(), row)
	var list []choice
	for i, c := range row.Choices() {
		key := fmt.Sprint(i + 1)
		switch {
		case i >= 9:
			key = " "
		case lettered && c.Value == "yes":
			key = q.env.KeyFor(keys.Yes)
		case lettered:
			key = q.env.KeyFor(keys.No)
		}
		text := c.Label
		chosen := has(row.Values, c.Value)
		switch {
		case several && chosen:
			text = boxOn + " " + text
		case several:
			text = boxOff + " " + text
		case chosen:
			text += " ✔"
		}
		if several && i == q.questions.Choice() {
			text = "›" + text
		} else if several {
			text = " " + text
		}
		list = append(list, choice{key, text})
	}
	for _, c := range row.Question.Answers {
		if c.Value == advisor.DontKnow {
			text := style.Capital(leaveOpen)
			if row.Unknown() {
				text = style.Capital(leftOpen) + " ✔"
			}
			list = append(list, choice{q.env.KeyFor(keys.DontKnow), text})
		}
	}
	return list
}

func has(values []string, value string) bool {
	for _, v := range values {
		if v == value {
			return true
		}
	}
	return false
}

// choiceGap is between answers on one line.
const choiceGap = 3

// choiceLines draw the answers to choose from: one under the other, or one after
// the other; boxes in columns. They tell which line the marked one is on.
func (q *questionnaire) choiceLines(row interview.Row, w int, tall bool) (lines []string, marked int) {
	st := q.env.Styles
	choices := q.choicesOf(row)
	column := 0
	if row.Question.Kind == advisor.Multi {
		for _, c := range choices {
			column = max(column, c.width())
		}
	}
	line, used := "", 0
	for i, c := range choices {
		if !tall && used > 0 && used+choiceGap+max(c.width(), column) > w {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = "", 0
		}
		if i == q.questions.Choice() {
			marked = len(lines)
		}
		if tall {
			lines = append(lines, st.Key.Render(style.FitRight(c.key, 2))+"  "+style.Truncate(c.text, max(w-4, 1)))
			continue
		}
		text := style.Truncate(c.text, max(w-style.Width(c.key)-1, 1))
		n := max(c.width(), column)
		if used > 0 {
			line, used = line+style.Spaces(choiceGap), used+choiceGap
		}
		line += st.Key.Render(c.key) + " " + text + style.Spaces(n-style.Width(c.key)-1-style.Width(text))
		used += n
	}
	if used > 0 {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines, marked
}

// hang wraps a text behind a prefix, with the lines after the first indented
// as far as the prefix reaches.
func hang(prefix, text string, w int) []string {
	indent := style.Width(prefix)
	lines := style.Wrap(text, max(w-indent, 1))
	for i := range lines {
		if i == 0 {
			lines[i] = prefix + lines[i]
		} else {
			lines[i] = style.Spaces(indent) + lines[i]
		}
	}
	return lines
}
