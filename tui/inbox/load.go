package inbox

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/screen"
)

// rowsLoadedMsg brings the rows of the inbox.
type rowsLoadedMsg struct {
	request uint64
	listing *listing
	ready   *searchable // nil while the search is still to be prepared
	version uint64      // of the store they are from; 0 while not all are read
}

// loadNewest reads the newest rows, to show something before the rest is read.
func loadNewest(e *screen.Env, request uint64, n int, tabs []tab) tea.Cmd {
	lists := e.Lists()
	return e.Read(screen.ReadingAll, func(ctx context.Context) (tea.Msg, error) {
		table, err := lists.Table(ctx, n)
		if err != nil {
			return nil, err
		}
		listing := newListing(table, tabs)
		listing.partial = true
		return rowsLoadedMsg{request: request, listing: listing}, nil
	}, request)
}

// reloadRows reads all rows and prepares the search, so that what is shown can
// be replaced at once, filter and all.
func reloadRows(e *screen.Env, request uint64, tabs []tab) tea.Cmd {
	lists := e.Lists()
	return e.Read(screen.ReadingAll, func(ctx context.Context) (tea.Msg, error) {
		loaded, err := readRows(ctx, lists, request, tabs)
		if err != nil {
			return nil, err
		}
		ready, err := prepare(ctx, loaded.listing.table, tabs)
		loaded.ready = &ready
		return loaded, err
	}, request)
}

// loadRows reads all rows, newest first.
func loadRows(e *screen.Env, request uint64, tabs []tab) tea.Cmd {
	lists := e.Lists()
	return e.Read(screen.ReadingAll, func(ctx context.Context) (tea.Msg, error) {
		return readRows(ctx, lists, request, tabs)
	}, request)
}

func readRows(ctx context.Context, lists screen.Lists, request uint64, tabs []tab) (rowsLoadedMsg, error) {
	// Read before the rows, so that a change in between is noticed later.
	version, err := lists.Version()
	if err != nil {
		return rowsLoadedMsg{}, err
	}
	table, err := lists.Table(ctx, -1)
	if err != nil {
		return rowsLoadedMsg{}, err
	}
	return rowsLoadedMsg{request: request, listing: newListing(table, tabs), version: version}, nil
}

// searchableMsg brings what searches the rows, made in the background.
type searchableMsg struct {
	listing    *listing
	searchable searchable
}

// makeSearchable prepares the rows for searching. Until it is done the listing
// changes no row, as the command reads them.
func makeSearchable(e *screen.Env, l *listing) tea.Cmd {
	rows, tabs := l.table, l.tabs
	return e.Read("preparing the search", func(ctx context.Context) (tea.Msg, error) {
		ready, err := prepare(ctx, rows, tabs)
		return searchableMsg{listing: l, searchable: ready}, err
	}, 0)
}
