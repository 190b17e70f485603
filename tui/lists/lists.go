// Package lists says which invitations each list holds, and in what orders: for
// the inbox and the line mode.
package lists

import (
	"time"

	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/tui/screen"
)

// The lists that are always there, by their place.
const (
	Waiting = iota
	Later
	Decided
	Outgoing
	All
)

// Tab is one of the inbox's lists, a tab.
type Tab struct {
	Name  string
	Text  string // of the person's own: the query as written
	Query list.Query
	Holds func(*list.RowKey) bool // of the others
	Order Order                   // before the person chooses another
}

// Builtin are the lists that are always there.
func Builtin() []Tab {
	name := screen.BuiltinNames()
	return []Tab{
		{Name: name[Waiting], Holds: Waits},
		{Name: name[Later], Holds: func(b *list.RowKey) bool {
			return b.Status() == record.StatusLater || b.Due || b.Later != 0 && b.Status() == record.StatusDecided
		}, Order: Order{By: ByDueDay}},
		{Name: name[Decided], Holds: func(b *list.RowKey) bool { return b.Status() == record.StatusDecided }},
		{Name: name[Outgoing], Holds: func(b *list.RowKey) bool { return b.Outgoing }, Order: Order{By: ByReach}},
		{Name: name[All], Holds: func(*list.RowKey) bool { return true }},
	}
}

// Offers reports whether the list may be sorted by something: what only some
// invitations have is offered where they are.
func (t *Tab) Offers(by By) bool {
	switch by {
	case ByDueDay, ByReach:
		return t.Order.By == by
	}
	return true
}

// Waits reports whether a row belongs among those that wait.
func Waits(b *list.RowKey) bool { return screen.AsksNow(b.Status(), b.Back, b.Outgoing) }

// Of returns all lists: those that are always there, then the person's own.
// One that cannot be used is left out; the settings refuse it at the start.
func Of(own []screen.OwnList, zone *time.Location) []Tab {
	all := Builtin()
	for _, s := range own {
		query, err := list.ParseQuery(s.Query, zone)
		if err != nil || len(all) == screen.MaxLists {
			continue
		}
		all = append(all, Tab{Name: s.Name, Text: s.Query, Query: query})
	}
	return all
}

// Bits says in which lists a row is, a bit for each, as far as that can be told
// from its brief.
func Bits(tabs []Tab, brief *list.RowKey) uint32 {
	var in uint32
	for t := range tabs {
		if holds := tabs[t].Holds; holds != nil && holds(brief) {
			in |= 1 << t
		}
	}
	return in
}
