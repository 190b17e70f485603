package inbox

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/lists"
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
func loadNewest(e *screen.Env, request uint64, n int, tabs []lists.Tab) tea.Cmd {
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
func reloadRows(e *screen.Env, request uint64, tabs []lists.Tab) tea.Cmd {
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
func loadRows(e *screen.Env, request uint64, tabs []lists.Tab) tea.Cmd {
	lists := e.Lists()
	return e.Read(screen.ReadingAll, func(ctx context.Context) (tea.Msg, error) {
		return readRows(ctx, lists, request, tabs)
	}, request)
}

func readRows(ctx context.Context, lists screen.Lists, request uint64, tabs []lists.Tab) (rowsLoadedMsg, error) {
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

// Waiting reports whether it is not known yet which rows the next key is about:
// they are still being read or searched, or a key before it waits for them.
func (s *inbox) Waiting() bool {
	switch {
	case s.err != nil:
		return false
	case s.listing == nil, s.early != nil:
		return true
	}
	filtering := !s.typing && s.filterErr == nil && strings.TrimSpace(s.filter.Value()) != s.applied
	return filtering && !s.listing.canSearch()
}

// tooEarly reports whether an action is about rows that are still being read, or
// about one whose place is still being sorted out.
func (s *inbox) tooEarly(id keys.ID) bool {
	switch id {
	case keys.Last, keys.SelectAll, keys.VetAll, keys.FirstPass, keys.Export:
		return s.listing != nil && s.listing.partial
	case keys.Open, keys.Vet, keys.Decide, keys.Later, keys.Reopen, keys.Tags, keys.Edit, keys.Delete, keys.Profile, keys.CopyFrom,
		keys.Select, keys.SelectRange, keys.SelectDown, keys.SelectUp:
		return s.sortJob != 0
	}
	return false
}

// catchUp does what waited, once it can be done.
func (s *inbox) catchUp(next screen.Step) screen.Step {
	if s.early == nil || s.tooEarly(s.early.ID) || next.Nav != screen.NavStay {
		return next
	}
	msg := *s.early
	s.early = nil
	then := s.act(msg)
	then.Cmd = tea.Batch(next.Cmd, then.Cmd)
	return then
}
