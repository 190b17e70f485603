package vetting

import (
	"strings"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// verdictText is all there is to say, and where the reply begins.
type verdictText struct {
	lines []string
	reply int
}

// add puts a section under a title, unless there is nothing in it.
func (t *verdictText) add(st *style.Styles, title string, body []string) {
	if len(body) == 0 {
		return
	}
	t.gap()
	t.lines = append(t.lines, st.Accent.Render(title))
	t.lines = append(t.lines, body...)
}

// gap is a blank line after what there is already.
func (t *verdictText) gap() {
	if len(t.lines) > 0 {
		t.lines = append(t.lines, "")
	}
}

// View draws the text from where it is scrolled to.
func (v *verdict) View(w, h int) string { return v.env.Scrolled(v.text(w, h).lines, v.top, h) }

// sidesFrom is the room from which what speaks for and against stands side by
// side.
const sidesFrom = 68

// text is all there is to say, in w columns, of which h rows are seen at once.
// What to do stands beside what else could be known where there is room;
// elsewhere it comes before that, unless the advice still hangs on it.
func (v *verdict) text(w, h int) verdictText {
	var t verdictText
	tw := min(w, style.Readable)
	if w >= panelFrom {
		tw = min(w, 2*style.Readable+columnGapWide)
	}
	if !v.begun() {
		t.lines = v.noAdviceLines(min(tw, style.Readable))
	} else {
		t.lines = append(v.frameLines(tw, h), v.sidesLines(tw)...)
	}
	if w >= panelFrom {
		half := halfOf(w)
		left, right := v.toDo(half), v.toKnow(half)
		t.reply = len(t.lines) + 1 + left.reply
		t.lines = append(append(t.lines, ""), columnsOf(left.lines, right.lines, half)...)
		return t
	}
	first, second := v.toDo(tw), v.toKnow(tw)
	if !v.advice.Settled && len(second.lines) > 0 {
		t.gap()
		t.lines = append(t.lines, second.lines...)
		second.lines = nil
	}
	t.reply = len(t.lines) + 1 + first.reply
	t.gap()
	t.lines = append(t.lines, first.lines...)
	if len(second.lines) > 0 {
		t.gap()
		t.lines = append(t.lines, second.lines...)
	}
	return t
}

// sidesLines are what speaks for and against, and what the signs of weight mean.
func (v *verdict) sidesLines(w int) []string {
	var lines []string
	if w >= sidesFrom {
		half := (w - columnGapWide) / 2
		lines = columnsOf(v.sideLines(advisor.Supports, half), v.sideLines(advisor.Opposes, half), half)
	} else {
		lines = append(append(v.sideLines(advisor.Supports, w), ""), v.sideLines(advisor.Opposes, w)...)
	}
	if len(v.advice.Reasons) > 0 {
		lines = append(lines, "", v.env.Styles.Muted.Render(style.Truncate(weightLegend, w)))
	}
	return lines
}

// toDo is how to answer, what to write, and how to record it.
func (v *verdict) toDo(w int) verdictText {
	st := v.env.Styles
	var t verdictText
	how, kept := "Other ways to answer", "When you have answered on LinkedIn, record it"
	switch {
	case v.inv.Joins():
		how, kept = "Other ways to go about it", "When you have joined or left the mail, record it"
	case v.inv.Direction == record.Outgoing:
		how, kept = "Other ways to go about it", "When you have sent it or let it be, record it"
	}
	if v.begun() {
		t.add(st, how, v.respondLines(w))
	}
	t.reply = len(t.lines) + 1
	t.add(st, "What to write", v.replyLines(w))
	switch {
	case v.inv.Direction == record.Outgoing:
		t.add(st, "Your note", keyLine(v.env, keys.WriteNote, "Write it in your own words, counted and looked over", w))
	case v.inv.Joins():
		t.add(st, "Once you have joined", keyLine(v.env, keys.Steps, "Six first steps, to tick off over days", w))
	}
	t.add(st, kept, v.choiceLines(w))
	return t
}

// toKnow is what could change the advice, what is not known, and what to do
// afterwards.
func (v *verdict) toKnow(w int) verdictText {
	st := v.env.Styles
	var t verdictText
	if !v.advice.Settled {
		t.add(st, "What could still change it", v.openLines(w))
	}
	t.add(st, "Afterwards", bulletLines(v.advice.NextSteps, w))
	t.add(st, "Why it may have come", bulletLines(v.advice.Motives, w))
	t.add(st, "Your notes", v.noteLines(w))
	if v.advice.Settled {
		t.add(st, "What would have changed it", v.flipsLines(w))
		t.add(st, "Not known, and not needed", v.unknownLines(v.advice.Unknown, w))
	}
	return t
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

// decidedLines say what was advised and what the person did before.
func decidedLines(e *screen.Env, inv record.Invitation, w int) []string {
	var lines []string
	for _, text := range []string{inv.FormerText(), words.Decided(inv, e.Now())} {
		if text != "" {
			lines = append(lines, style.Wrap(text, w)...)
		}
	}
	return lines
}

// noteLines are the person's own notes on their answers.
func (v *verdict) noteLines(w int) []string {
	var lines []string
	for _, question := range advisor.Questions() {
		if note := style.OneLine(v.inv.AnswerNotes[question.ID]); note != "" {
			lines = append(lines, hang("✎ ", question.Label+": "+note, w)...)
		}
	}
	return lines
}

// sideLines are the reasons on one side.
func (v *verdict) sideLines(side advisor.Outcome, w int) []string {
	st := v.env.Styles
	lines := []string{st.Accent.Render(words.Side(side))}
	reasons := words.ReasonsOn(side, v.advice)
	if len(reasons) == 0 {
		return append(lines, "Nothing you answered")
	}
	for _, f := range reasons {
		lines = append(lines, reasonLines(st, f, w)...)
	}
	return lines
}

// respondLines are the ways to carry the advice out beside the first, which the
// frame has, each under its name.
func (v *verdict) respondLines(w int) []string {
	st := v.env.Styles
	const names = 22
	var lines []string
	for _, r := range v.advice.Respond[min(1, len(v.advice.Respond)):] {
		if w < 60 {
			lines = append(lines, st.Strong.Render(style.Truncate(style.Capital(r.Way), w)))
			lines = append(lines, hang("  ", r.Text, w)...)
			continue
		}
		way := style.Wrap(style.Capital(r.Way), names)
		text := style.Wrap(r.Text, w-names-2)
		n := max(len(way), len(text))
		for j := range way {
			way[j] = st.Strong.Render(way[j])
		}
		for _, line := range style.Beside(style.Block(way, names, n), style.Block(text, w-names-2, n), "  ") {
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
		lines = append(lines, "", st.Strong.Render(style.Truncate(words.Label(c.Question), w)))
		lines = append(lines, style.Wrap(c.How, w)...)
	}
	var rest []string
	for _, c := range checks[min(checksShown, len(checks)):] {
		rest = append(rest, c.Question)
	}
	if len(rest) > 0 {
		lines = append(lines, "")
		lines = append(lines, hang("", "Also open: "+words.Labels(rest, labelGap), w)...)
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
	return style.Wrap(words.Labels(ids, labelGap), w)
}

// labelGap is between the questions that are named one after the other.
const labelGap = " · "

func bulletLines(texts []string, w int) []string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, hang("· ", text, w)...)
	}
	return lines
}

// choiceLines name the keys that record what was done.
func (v *verdict) choiceLines(w int) []string {
	var lines []string
	for _, c := range v.choices() {
		text := c.act.Said(v.kind())
		if v.advised(c.act) {
			text += "  ✔ as advised"
		}
		lines = append(lines, keyLine(v.env, c.action, text, w)...)
	}
	return lines
}
