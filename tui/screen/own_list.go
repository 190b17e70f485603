package screen

import (
	"strings"
	"time"

	"linkvet/store/fault"
	"linkvet/store/list"
	"linkvet/store/record"
)

// OwnList is a list of the person's own: a name and a query.
type OwnList struct{ Name, Query string }

// CheckList says why a list cannot be used, in a problem for its query or
// its name; "" where there is none.
func CheckList(s OwnList) (name, query string) {
	for _, own := range BuiltinNames() {
		if strings.EqualFold(own, strings.TrimSpace(s.Name)) {
			name = s.Name + " is a list that linkvet has already"
		}
	}
	if strings.TrimSpace(s.Name) == "" {
		name = "it needs a name"
	}
	if _, err := list.ParseQuery(s.Query, time.UTC); err != nil {
		query = QueryProblem(err)
	}
	if strings.TrimSpace(s.Query) == "" {
		query = "it needs a query"
	}
	return name, query
}

// LongestName is how many characters a list's name has at most.
const LongestName = 24

// CheckListAmong says why a list cannot stand at a place among the person's own,
// or as a new one at -1, in a problem for its name or its query; "" where there is
// none.
func CheckListAmong(all []OwnList, at int, s OwnList) (name, query string) {
	name, query = CheckList(s)
	for i, other := range all {
		if i != at && strings.EqualFold(other.Name, s.Name) {
			name = "there is a list of that name already"
		}
	}
	switch {
	case len([]rune(s.Name)) > LongestName:
		name = "it is longer than 24 characters"
	case at < 0 && len(all) >= MaxLists-BuiltinLists-8:
		name = "there are as many lists as fit; take one away first"
	}
	return name, query
}

// QueryProblem is what is wrong with a query, without the store's "not allowed".
func QueryProblem(err error) string {
	return strings.TrimPrefix(err.Error(), fault.ErrInvalid.Error()+": ")
}

// MaxLists is how many lists there can be: a row keeps one bit for each.
const MaxLists = 32

// BuiltinLists is where the person's own lists begin.
const BuiltinLists = 5

// BuiltinNames are the names of the lists that are always there.
func BuiltinNames() [BuiltinLists]string {
	return [...]string{"Waiting", "Later", "Decided", "Outgoing", "All"}
}

// AsksNow reports whether an invitation asks for a decision now: it waits, or it
// came to the person, was put off, and an archive has said something new since.
func AsksNow(status record.Status, back, outgoing bool) bool {
	return status == record.StatusWaiting || back && !outgoing
}

// ToAsk reports whether an invitation still has its questions before it: it waits,
// or the person thinks of sending it.
func ToAsk(status record.Status, reach record.Reach) bool {
	return status == record.StatusWaiting || status == record.StatusOutgoing && reach == record.ReachThinking
}

// ListNames are the names of the lists, for the settings.
func ListNames(own []OwnList) string {
	names := make([]string, len(own))
	for i, s := range own {
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}
