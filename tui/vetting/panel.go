package vetting

import (
	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// panelFrom is the room from which the advice so far has a pane of its own:
// that of a window of 100 columns.
const panelFrom = 96

// panelWidth is how wide that pane is in w columns of room.
func panelWidth(w int) int { return max(min(w*2/5, 52), 38) }

// panelLines draws the advice so far in w columns and at most h rows, with as
// many reasons as fit.
func panelLines(st *style.Styles, adv advisor.Advice, begun bool, w, h int) []string {
	if !begun {
		return append([]string{st.Muted.Render("Advice so far"), ""},
			style.Wrap("None yet. It appears here with your first answer, and changes as you go on.", w)...)
	}
	var lines []string
	for _, n := range []int{4, 3, 2, 1} {
		if lines = panelWith(st, adv, w, n); len(lines) <= h {
			break
		}
	}
	return lines[:min(len(lines), h)]
}

// panelWith draws the pane with at most n reasons on each side; from 4 on, with
// the summary and 3.
func panelWith(st *style.Styles, adv advisor.Advice, w, n int) []string {
	lines := []string{st.Muted.Render("Advice so far"), ""}
	lines = append(lines, labelLines(st, adv, w)...)
	lines = append(lines, "")
	if n > 3 {
		n = 3
		lines = append(append(lines, style.Wrap(adv.Summary, w)...), "")
	}
	lines = append(lines, style.Wrap(words.Settled(adv), w)...)
	for _, side := range []advisor.Outcome{advisor.Supports, advisor.Opposes} {
		reasons := words.ReasonsOn(side, adv)
		lines = append(lines, "", st.Strong.Render(words.Side(side)))
		if len(reasons) == 0 {
			lines = append(lines, "Nothing yet")
		}
		for _, r := range reasons[:min(n, len(reasons))] {
			lines = append(lines, reasonLines(st, r, w)...)
		}
		if more := len(reasons) - n; more > 0 {
			lines = append(lines, st.Muted.Render(quantity.Text("and %d more", more)))
		}
	}
	if len(adv.Flips) > 0 && !adv.Settled {
		lines = append(lines, "", st.Strong.Render("Would change it"))
		for _, f := range adv.Flips[:min(n, 2, len(adv.Flips))] {
			lines = append(lines, flipLines(st, f, w)...)
		}
	}
	return lines
}

// labelLines are the recommendation, and whether to report.
func labelLines(st *style.Styles, adv advisor.Advice, w int) []string {
	r := adv.Recommendation
	var lines []string
	for _, line := range hang(style.RecommendationSymbol(r)+" ", adv.Label, w) {
		lines = append(lines, st.Recommendation(r).Render(line))
	}
	if adv.Report {
		lines = append(lines, st.Danger.Render(style.Truncate("■ Report it to LinkedIn", w)))
	}
	return lines
}

// soFarLine is the advice so far on one line, where there is no room for the
// pane. What could change it is said whole or not at all: then more is the key that
// shows it.
func soFarLine(st *style.Styles, adv advisor.Advice, begun bool, more string, w int) string {
	if !begun {
		return st.Muted.Render(style.Truncate("No advice yet: it appears with your first answer.", w))
	}
	r := adv.Recommendation
	head := "So far  "
	if adv.Settled {
		head = "Settled  "
	}
	name := style.RecommendationSymbol(r) + " " + adv.Label
	rest := ""
	switch {
	case adv.Report:
		rest = ", and report it"
	case !adv.Settled:
		room := w - style.Width(head) - style.Width(name)
		for _, text := range flipTexts(adv, more) {
			if rest = " · " + text; style.Width(rest) <= room {
				break
			}
		}
	}
	name = style.Truncate(name, max(w-style.Width(head), 0))
	rest = style.Truncate(rest, max(w-style.Width(head)-style.Width(name), 0))
	return st.Muted.Render(head) + st.Recommendation(r).Render(name) + rest
}

// flipTexts are what could change the advice, and at last in few words that
// something could.
func flipTexts(adv advisor.Advice, more string) []string {
	var texts []string
	for _, flip := range adv.Flips {
		if flip.Text != "" {
			texts = append(texts, flip.Text)
		}
	}
	return append(texts, "it can still change: "+more+" says how", more+" says more", "open")
}
