package tui

import (
	"slices"

	"linkvet/store"
)

// tab is one of the inbox's lists.
type tab uint8

const (
	tabWaiting tab = iota
	tabLater
	tabDecided
	tabAll
	tabCount
)

func (t tab) String() string {
	return [tabCount]string{"Waiting", "Later", "Decided", "All"}[t]
}

// holds reports whether an invitation of this status is on the tab.
func (t tab) holds(s store.Status) bool {
	switch t {
	case tabWaiting:
		return s == store.StatusWaiting
	case tabLater:
		return s == store.StatusLater
	case tabDecided:
		return s == store.StatusDecided
	}
	return true
}

// listing is all rows of the store, newest first, and which of them are on
// which tab. It is made by a command and then belongs to the inbox.
type listing struct {
	rows   []store.Row
	onTab  [tabCount][]int32 // indexes into rows
	counts [tabCount]int     // how many are there now; onTab may be older

	searcher *store.Searcher // nil until it has been made
	waiting  []store.Row     // changes that wait for the searcher
}

// newListing sorts rows into tabs.
func newListing(rows []store.Row) *listing {
	newest := func(a, b store.Row) int { return b.SentAt.Compare(a.SentAt) }
	if !slices.IsSortedFunc(rows, newest) {
		slices.SortStableFunc(rows, newest)
	}
	l := &listing{rows: rows}
	l.sortIn()
	return l
}

// sortIn puts every row on the tabs it belongs to now.
func (l *listing) sortIn() {
	l.count()
	for t := range tabCount {
		l.onTab[t] = slices.Grow(l.onTab[t][:0], l.counts[t])
	}
	for i := range l.rows {
		for t := range tabCount {
			if t.holds(l.rows[i].Status) {
				l.onTab[t] = append(l.onTab[t], int32(i))
			}
		}
	}
}

// count counts what is on each tab now.
func (l *listing) count() {
	l.counts = [tabCount]int{}
	for i := range l.rows {
		for t := range tabCount {
			if t.holds(l.rows[i].Status) {
				l.counts[t]++
			}
		}
	}
}

// put updates the row of a changed invitation where it stands, so that lists
// do not jump, and reports whether it was there.
func (l *listing) put(row store.Row) bool {
	for i := range l.rows {
		if l.rows[i].ID != row.ID {
			continue
		}
		if l.searcher == nil {
			l.waiting = append(l.waiting, row)
			return true
		}
		l.rows[i] = row
		l.count()
		return true
	}
	return false
}
