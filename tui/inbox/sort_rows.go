package inbox

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/lists"
	"linkvet/tui/screen"
)

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
