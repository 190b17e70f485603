package inbox

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/screen"
)

// sortBy is what a list is sorted by.
type sortBy uint8

const (
	sortDate    sortBy = iota // the newest first
	sortAge                   // who has waited longest first
	sortName                  // from A on, those without a name last
	sortAdvice                // accept first, without advice last
	sortChanged               // changed last first
	sortTakes                 // to accept, to vet, with a warning
	sortDue                   // put off: the earliest day first
	sortCount
)

func (by sortBy) String() string {
	return [sortCount]string{"date", "age", "name", "recommendation", "last change", "what it takes", "due day"}[by]
}

// about says how the list begins, forwards and reversed.
func (by sortBy) about(reverse bool) string {
	both := [sortCount][2]string{
		{"newest first", "oldest first"}, {"longest waiting first", "shortest waiting first"}, {"from A to Z", "from Z to A"},
		{"accept first", "decline and block first"}, {"last changed first", "longest unchanged first"},
		{"those to accept first, those with a warning last", "those with a warning first"}, {"earliest day first", "latest day first"},
	}[by]
	if reverse {
		return both[1]
	}
	return both[0]
}

// sorting is what a list is sorted by, and which way round.
type sorting struct {
	by      sortBy
	reverse bool
}

// arrow shows the direction: up is from small to large, as in a dictionary.
func (s sorting) arrow() string {
	up := s.by == sortName || s.by == sortDue || s.by == sortAdvice || s.by == sortTakes
	if up != s.reverse {
		return "↑"
	}
	return "↓"
}

func (s sorting) String() string { return s.by.String() + " " + s.arrow() }

// sortAtOnce is how many rows are sorted within a key press; more are sorted by
// a command.
const sortAtOnce = 4_000

// sortedMsg brings a list in its new order.
type sortedMsg struct {
	request uint64
	order   []int32
}

// sortKeys are what rows are compared by, copied out so that a command can sort
// while the rows change.
type sortKeys struct {
	names   []string
	numbers []int64 // the smallest first
	last    []bool  // those that come last whatever the direction
}

// keysFor copies out what the rows in order are compared by.
func (l *listing) keysFor(by sortBy, order []int32) sortKeys {
	k := sortKeys{numbers: make([]int64, len(order)), last: make([]bool, len(order))}
	if by == sortName {
		k.names = make([]string, len(order))
	}
	for n, i := range order {
		row := l.table.Key(int(i))
		switch by {
		case sortName:
			k.names[n] = l.table.FoldedName(int(i))
			k.last[n] = k.names[n] == ""
		case sortAdvice:
			k.numbers[n], k.last[n] = int64(row.Recommendation), row.Recommendation == 0
		case sortTakes:
			k.numbers[n] = int64(row.Takes())
		case sortChanged:
			k.numbers[n], k.last[n] = -row.Changed, row.Changed == 0
		case sortDue:
			k.numbers[n], k.last[n] = int64(row.Later), row.Later == 0
		case sortAge:
			k.numbers[n], k.last[n] = row.Sent, row.Sent == 0
		default:
			k.numbers[n], k.last[n] = -row.Sent, row.Sent == 0
		}
	}
	return k
}

// sorted returns order as the keys say. Equal ones stay as they are: newest
// first.
func (k sortKeys) sorted(order []int32, reverse bool) []int32 {
	places := make([]int32, len(order))
	for n := range places {
		places[n] = int32(n)
	}
	slices.SortStableFunc(places, func(a, b int32) int {
		if k.last[a] != k.last[b] {
			if k.last[b] {
				return -1
			}
			return 1
		}
		c := cmp.Compare(k.numbers[a], k.numbers[b])
		if k.names != nil {
			c = strings.Compare(k.names[a], k.names[b])
		}
		if reverse {
			return -c
		}
		return c
	})
	for n, p := range places {
		places[n] = order[p]
	}
	return places
}

// sortRows sorts by a command.
func sortRows(e *screen.Env, request uint64, keys sortKeys, order []int32, reverse bool) tea.Cmd {
	order = slices.Clone(order)
	return func() tea.Msg {
		return screen.Guard(func() tea.Msg { return sortedMsg{request: request, order: keys.sorted(order, reverse)} })
	}
}
