package inbox

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/quantity"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// sortChosenMsg is the sort dialog's answer.
type sortChosenMsg struct{ sorting lists.Order }

// newSortDialog asks what to sort a list by. What it is sorted by now is offered
// the other way round.
func newSortDialog(e *screen.Env, now lists.Order, tab lists.Tab) *widget.Picker {
	var choices []widget.Choice
	at := 0
	for by := range lists.OrderCount {
		if !tab.Offers(by) {
			continue
		}
		s := lists.Order{By: by}
		if by == now.By {
			at = len(choices)
			s.Reverse = !now.Reverse
		}
		choices = append(choices, widget.Choice{Text: style.Capital(by.String()), More: by.About(s.Reverse), Msg: sortChosenMsg{s}})
	}
	p := widget.NewPicker(e, "Sort by", quantity.Text("Now by %s, %s. Chosen again, it is turned round.", now.By, now.By.About(now.Reverse)), choices)
	p.List.At = at
	return p
}

// sortAtOnce is how many rows are sorted within a key press; more are sorted by
// a command.
const sortAtOnce = 4_000

// sortedMsg brings a list in its new order.
type sortedMsg struct {
	request uint64
	order   []int32
}

// sortRows sorts by a command.
func sortRows(e *screen.Env, request uint64, keys lists.Keys, order []int32, reverse bool) tea.Cmd {
	order = slices.Clone(order)
	return func() tea.Msg {
		return screen.Guard(func() tea.Msg { return sortedMsg{request: request, order: keys.Sorted(order, reverse)} })
	}
}
