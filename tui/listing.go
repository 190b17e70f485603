package tui

import (
	"slices"
	"time"

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
	text   *searchText       // nil until it has been made
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
		if l.rows[i].ID == row.ID {
			l.rows[i] = row
			l.count()
			return true
		}
	}
	return false
}

// rowOf is what a list shows of an invitation.
func rowOf(inv store.Invitation, now time.Time) store.Row {
	return store.Row{
		ID: inv.ID, Direction: inv.Direction,
		Name: inv.Name, Headline: inv.Headline, Company: inv.Company, URL: inv.URL, Note: inv.Note,
		SentAt: inv.SentAt, LaterUntil: inv.LaterUntil, Status: inv.Status(now),
		Recommendation: inv.Recommendation, Report: inv.Report, Settled: inv.Settled,
		Answered: len(inv.Answers), Decision: inv.Decision, DecidedAt: inv.DecidedAt, Tags: inv.Tags,
	}
}
