package inbox

import (
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// sortChosenMsg is the sort dialog's answer.
type sortChosenMsg struct{ sorting sorting }

// newSortDialog asks what to sort a list by. What it is sorted by now is offered
// the other way round.
func newSortDialog(e *screen.Env, now sorting, later bool) *widget.Picker {
	var choices []widget.Choice
	at := 0
	for by := range sortCount {
		if by == sortDue && !later {
			continue
		}
		s := sorting{by: by}
		if by == now.by {
			at = len(choices)
			s.reverse = !now.reverse
		}
		choices = append(choices, widget.Choice{Text: style.Capital(by.String()), More: by.about(s.reverse), Msg: sortChosenMsg{s}})
	}
	p := widget.NewPicker(e, "Sort by", "Now by "+now.by.String()+", "+now.by.about(now.reverse)+". Chosen again, it is turned round.", choices)
	p.List.At = at
	return p
}
