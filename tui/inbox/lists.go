package inbox

import (
	"time"

	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/tui/screen"
)

// The lists that are always there, by their place.
const (
	listWaiting = iota
	listLater
	listDecided
	listAll
)

// tab is one of the inbox's lists, a tab.
type tab struct {
	name  string
	text  string // of the person's own: the query as written
	query list.Query
	holds func(*list.RowKey) bool // of the others
	order sorting                 // before the person chooses another
}

func builtinTabs() []tab {
	name := screen.BuiltinNames()
	return []tab{
		{name: name[listWaiting], holds: waits},
		{name: name[listLater], holds: func(b *list.RowKey) bool {
			return b.Status() == record.StatusLater || b.Due || b.Later != 0 && b.Status() == record.StatusDecided
		}, order: sorting{by: sortDue}},
		{name: name[listDecided], holds: func(b *list.RowKey) bool { return b.Status() == record.StatusDecided }},
		{name: name[listAll], holds: func(*list.RowKey) bool { return true }},
	}
}

// waits reports whether a row belongs among those that wait.
func waits(b *list.RowKey) bool { return screen.AsksNow(b.Status(), b.Back, b.Outgoing) }

// tabsOf are all lists: those that are always there, then the person's own.
// One that cannot be used is left out; the settings refuse it at the start.
func tabsOf(own []screen.OwnList, zone *time.Location) []tab {
	all := builtinTabs()
	for _, s := range own {
		query, err := list.ParseQuery(s.Query, zone)
		if err != nil || len(all) == screen.MaxLists {
			continue
		}
		all = append(all, tab{name: s.Name, text: s.Query, query: query})
	}
	return all
}

// bits says in which lists a row is, a bit for each, as far as that can be told
// from its brief.
func bits(tabs []tab, brief *list.RowKey) uint32 {
	var in uint32
	for t := range tabs {
		if holds := tabs[t].holds; holds != nil && holds(brief) {
			in |= 1 << t
		}
	}
	return in
}
