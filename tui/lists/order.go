package lists

import (
	"cmp"
	"slices"
	"strings"

	"linkvet/store/list"
	"linkvet/store/record"
)

// By is what a list is sorted by.
type By uint8

const (
	ByDate        By = iota // the newest first
	ByAge                   // who has waited longest first
	ByName                  // from A on, those without a name last
	ByAdvice                // accept first, without advice last
	ByChange                // changed last first
	ByWhatItTakes           // to accept, to vet, with a warning
	ByDueDay                // put off: the earliest day first
	ByReach                 // of one's own: not sent yet, pending for long, sent, answered
	OrderCount              // how many there are
)

// String is what it is called.
func (by By) String() string {
	return [OrderCount]string{"date", "age", "name", "recommendation", "last change", "what it takes", "due day", "how far"}[by]
}

// About says how the list begins, forwards and reversed.
func (by By) About(reverse bool) string {
	both := [OrderCount][2]string{
		{"newest first", "oldest first"}, {"longest waiting first", "shortest waiting first"}, {"from A to Z", "from Z to A"},
		{"accept first", "decline and block first"}, {"last changed first", "longest unchanged first"},
		{"those to accept first, those with a warning last", "those with a warning first"}, {"earliest day first", "latest day first"}, {"not sent first, then pending for long, sent, answered", "answered first"},
	}[by]
	if reverse {
		return both[1]
	}
	return both[0]
}

// Order is what a list is sorted by, and which way round.
type Order struct {
	By      By
	Reverse bool
}

// Arrow shows the direction: up is from small to large, as in a dictionary.
func (s Order) Arrow() string {
	up := s.By == ByName || s.By == ByDueDay || s.By == ByAdvice || s.By == ByWhatItTakes || s.By == ByReach
	if up != s.Reverse {
		return "↑"
	}
	return "↓"
}

// String names it with its direction. By date it says which come first: the column
// there is how old they are, whose arrow points the other way.
func (s Order) String() string {
	if s.By == ByDate || s.By == ByAge {
		return s.By.About(s.Reverse)
	}
	return "by " + s.By.String() + " " + s.Arrow()
}

// Keys are what rows are compared by, copied out so that a command can sort
// while the rows change.
type Keys struct {
	names   []string
	numbers []int64 // the smallest first
	last    []bool  // those that come last whatever the direction
}

// KeysFor copies out what the rows of a table in order are compared by.
func KeysFor(table *list.Table, by By, order []int32) Keys {
	k := Keys{numbers: make([]int64, len(order)), last: make([]bool, len(order))}
	if by == ByName {
		k.names = make([]string, len(order))
	}
	for n, i := range order {
		row := table.Key(int(i))
		switch by {
		case ByName:
			k.names[n] = table.FoldedName(int(i))
			k.last[n] = k.names[n] == ""
		case ByAdvice:
			k.numbers[n], k.last[n] = int64(row.Recommendation), row.Recommendation == 0
		case ByWhatItTakes:
			k.numbers[n] = int64(row.Takes())
		case ByChange:
			k.numbers[n], k.last[n] = -row.Changed, row.Changed == 0
		case ByDueDay:
			k.numbers[n], k.last[n] = int64(row.Later), row.Later == 0
		case ByReach:
			k.numbers[n], k.last[n] = int64(row.ReachOrder()), row.Reach() == record.ReachNone
		case ByAge:
			k.numbers[n], k.last[n] = row.Sent, row.Sent == 0
		default:
			k.numbers[n], k.last[n] = -row.Sent, row.Sent == 0
		}
	}
	return k
}

// Sorted returns order as the keys say. Equal ones stay as they are: newest
// first.
func (k Keys) Sorted(order []int32, reverse bool) []int32 {
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
