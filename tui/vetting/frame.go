package vetting

import (
	"strings"

	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// framePadding is what stands between the border of the verdict and its text.
const framePadding = 2

// From how many rows of room the frame has air inside, and below it.
const (
	roomyFrame = 18
	roomyBelow = 24
)

// frameLines put the recommendation, the one sentence and the one next act into
// a frame of their own, in w columns.
func (v *verdict) frameLines(w, h int) []string {
	st := v.env.Styles
	ink := st.Recommendation(v.advice.Recommendation)
	inside := max(w-2-2*framePadding, 1)
	var text []string
	gap := func() {
		if h >= roomyFrame {
			text = append(text, "")
		}
	}
	text = append(text, v.nameLine(inside))
	if v.advice.Report {
		text = append(text, st.Danger.Render(style.Truncate("■  Report it to LinkedIn", inside)))
	}
	gap()
	text = append(text, decidedLines(v.env, v.inv, inside)...)
	for _, line := range style.Wrap(v.advice.Summary, inside) {
		text = append(text, st.Strong.Render(line))
	}
	if v.end == interview.NoWayIn && v.left > 0 {
		text = append(text, style.Wrap(words.NoWayIn(v.inv, v.advice)+" "+v.env.KeyFor(keys.Continue)+" asks the rest all the same.", inside)...)
	}
	if unseen := words.SignsUnseen(v.inv, v.advice); unseen != "" {
		text = append(text, style.Wrap(unseen, inside)...)
	}
	gap()
	text = append(text, v.nextLines(inside, h)...)
	lines := framed(text, w, func(border string) string { return ink.Render(border) })
	if h >= roomyBelow {
		lines = append(lines, "")
	}
	return lines
}

// nameLine is the recommendation in capitals, and whether it can still change.
func (v *verdict) nameLine(w int) string {
	r := v.advice.Recommendation
	settled := "not settled yet"
	if v.advice.Settled {
		settled = "settled"
	}
	name := style.RecommendationSymbol(r) + "  " + strings.ToUpper(v.advice.Label)
	if style.Width(name)+2+style.Width(settled) > w {
		settled = ""
	}
	name = style.Truncate(name, w)
	gap := w - style.Width(name) - style.Width(settled)
	return v.env.Styles.Strong.Render(v.env.Styles.Recommendation(r).Render(name)) + style.Spaces(gap) + v.env.Styles.Muted.Render(settled)
}

// nextLines are the one next act, and the key that records it.
func (v *verdict) nextLines(w, h int) []string {
	var lines []string
	if len(v.advice.Respond) > 0 {
		first := hang("→ ", v.advice.Respond[0].Text, w)
		if h < roomyFrame {
			first = []string{style.Truncate("→ "+style.Capital(v.advice.Respond[0].Way), w)}
		}
		lines = append(lines, first...)
	}
	next, ok := v.next()
	if !ok {
		return lines
	}
	if next.Act.Decision == record.Sent && v.inv.Decision == "" {
		lines = append(lines, v.actLine(keys.WriteNote, "write the note, with help", w))
	}
	return append(lines, v.actLine(keys.Advised, next.Text(), w))
}

// actLine is a key, as wide as the one that carries the advice out, and what it
// does.
func (v *verdict) actLine(id keys.ID, text string, w int) string {
	key := v.env.KeyFor(id)
	wide := max(style.Width(v.env.KeyFor(keys.Advised)), style.Width(key))
	return v.env.Styles.Key.Render(style.Fit(key, wide)) + "  " + style.Truncate(text, max(w-wide-2, 0))
}

// framed draws a border around lines.
func framed(text []string, w int, ink func(string) string) []string {
	inside := max(w-2-2*framePadding, 0)
	side := style.Spaces(framePadding)
	lines := []string{ink("┏" + strings.Repeat("━", max(w-2, 0)) + "┓")}
	for _, line := range text {
		lines = append(lines, ink("┃")+side+style.Fit(line, inside)+side+ink("┃"))
	}
	return append(lines, ink("┗"+strings.Repeat("━", max(w-2, 0))+"┛"))
}

// next is the act that carries the advice out; not ok while there is no one act.
func (v *verdict) next() (next words.NextAct, ok bool) { return words.Next(v.inv, v.advice) }
