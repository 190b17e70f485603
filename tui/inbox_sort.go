package tui

// sortChosenMsg is the sort dialog's answer.
type sortChosenMsg struct{ sorting sorting }

// newSortDialog asks what to sort a list by. What it is sorted by now is offered
// the other way round.
func newSortDialog(e *env, now sorting, later bool) *picker {
	var choices []pickChoice
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
		choices = append(choices, pickChoice{text: capital(by.String()), more: by.about(s.reverse), msg: sortChosenMsg{s}})
	}
	p := newPicker(e, "Sort by", "Now by "+now.by.String()+", "+now.by.about(now.reverse)+". Chosen again, it is turned round.", choices)
	p.list.at = at
	return p
}
