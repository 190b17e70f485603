package vetting

import (
	"strings"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/tui/style"
)

// weight is the strength of a reason in three columns: dots, a square for what
// decides alone, a diamond for what the person has not confirmed.
func weight(f advisor.Finding) string {
	switch {
	case f.Unconfirmed:
		return "◆  "
	case f.Strength == advisor.Veto:
		return "■  "
	case f.Strength == advisor.Strong:
		return "●●●"
	case f.Strength == advisor.Moderate:
		return "●● "
	}
	return "●  "
}

// weightLegend says what the signs of weight mean.
const weightLegend = "● weak   ●● moderate   ●●● strong   ■ decides alone   ◆ not confirmed"

// reasonLines draw one reason, with its weight in a column of its own.
func reasonLines(st *style.Styles, f advisor.Finding, w int) []string {
	paint := st.Good
	switch {
	case f.Unconfirmed:
		paint = st.Accent
	case f.Strength == advisor.Veto:
		paint = st.Danger
	case f.Outcome == advisor.Opposes:
		paint = st.Caution
	}
	text := f.Text
	if f.Unconfirmed {
		text = quantity.Text("%s (not confirmed)", strings.TrimSuffix(text, "."))
	}
	sign := weight(f)
	lines := hang(sign+" ", text, w)
	lines[0] = paint.Render(sign) + strings.TrimPrefix(lines[0], sign)
	return lines
}

// flipLines draw one answer that would change the advice.
func flipLines(st *style.Styles, f advisor.Flip, w int) []string {
	lines := hang("→ ", f.Text, w)
	lines[0] = strings.Replace(lines[0], "→", st.Accent.Render("→"), 1)
	return lines
}
