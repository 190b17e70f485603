package vetting

import (
	"fmt"

	"linkvet/advisor"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

func (p *SignsPrompt) rows(st *style.Styles, w int, brief bool) promptRows {
	rows := promptRows{marked: p.at}
	for i, sign := range p.signs {
		box, label := boxOff, sign.Label
		switch said := p.answers[sign.ID]; said {
		case "":
		case advisor.DontKnow:
			box, label = boxUnsure, label+" · not known"
		default:
			box = boxOn
			if kinds := kindsOf(sign); len(kinds) > 1 {
				label += " · " + screen.LabelOf(sign, said)
			}
		}
		hint, hinted := p.hints[sign.ID]
		if hinted {
			label += suggestedNote
		}
		lines := boxLines(st, w, numberOf(i), box, label, i == p.at && !p.picking)
		if hinted {
			lines = append(lines, hintLines(hint, "", boxIndent, w, brief)...)
		}
		if p.picking && i == p.at {
			lines = append(lines, p.pickLines(st, w)...)
		}
		rows.items = append(rows.items, lines)
	}
	return rows
}

// pickLines ask which kind the marked sign is.
func (p *SignsPrompt) pickLines(st *style.Styles, w int) []string {
	var lines []string
	for i, c := range kindsOf(p.signs[p.at]) {
		for _, line := range answerLines(st, max(w-8, 1), fmt.Sprint(i+1), c.Label, "", i == p.pick) {
			lines = append(lines, style.Spaces(8)+line)
		}
	}
	return lines
}
