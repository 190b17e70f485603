package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/store"
)

// searcherMsg brings what searches the rows, made in the background.
type searcherMsg struct {
	listing  *listing
	searcher *store.Searcher
}

// makeSearcher prepares the rows for searching. Until it is done the listing
// changes no row, as the command reads them.
func (e *env) makeSearcher(l *listing) tea.Cmd {
	rows := l.rows
	return e.read("preparing the search", func(context.Context) (tea.Msg, error) {
		return searcherMsg{listing: l, searcher: store.NewSearcher(rows)}, nil
	}, 0)
}

// ready takes the searcher and the changes that had to wait for it.
func (l *listing) ready(searcher *store.Searcher) {
	l.searcher = searcher
	for _, row := range l.waiting {
		l.put(row)
	}
	l.waiting = nil
}

// search returns those rows of a tab that fulfil the query, in order.
func (l *listing) search(q store.Query, t tab) []int32 {
	onTab := l.onTab[t]
	hits := []int32{}
	at := 0
	for _, i := range l.searcher.Search(q) {
		for at < len(onTab) && onTab[at] < int32(i) {
			at++
		}
		if at < len(onTab) && onTab[at] == int32(i) {
			hits = append(hits, int32(i))
		}
	}
	return hits
}

// unfinished reports whether a query ends in a field whose value is still
// being typed, so that it cannot be wrong yet.
func unfinished(typed string) bool {
	last := typed[strings.LastIndexAny(typed, " \t")+1:]
	return strings.Contains(last, ":")
}
