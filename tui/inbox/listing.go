package inbox

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"sort"
	"strings"

	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/tui/lists"
)

// listing is the rows of the store, newest first, and in which lists each is.
// It is made by a command and then belongs to the inbox. What is as long as the
// rows is allocated once, so that a key costs none of it.
type listing struct {
	table   *list.Table
	partial bool // only the newest are read yet
	tabs    []lists.Tab
	in      []uint32 // for each row, a bit for each list that has it now
	counts  []int    // how many are in each list now
	picked  []bool   // which rows are selected
	nPicked int

	byID    []int32      // rows in the order of their ids; nil until the table can be searched
	waiting []record.Row // changes that wait for that

	marks []bool // which rows the query found
}

// newListing sorts rows into the lists that need no search.
func newListing(table *list.Table, tabs []lists.Tab) *listing {
	n := table.Len()
	l := &listing{
		table: table, tabs: tabs, counts: make([]int, len(tabs)),
		in: make([]uint32, n), picked: make([]bool, n), marks: make([]bool, n),
	}
	for i := range n {
		l.place(i, lists.Bits(tabs, table.Key(i)))
	}
	return l
}

// divide sorts the rows into other lists.
func (l *listing) divide(tabs []lists.Tab) {
	l.tabs, l.counts = tabs, make([]int, len(tabs))
	for i := range l.in {
		l.in[i] = 0
		l.place(i, lists.Bits(tabs, l.table.Key(i)))
	}
	for t := range tabs {
		if tabs[t].Holds != nil || !l.canSearch() {
			continue
		}
		l.table.Mark(tabs[t].Query, l.marks)
		for i, hit := range l.marks {
			if hit {
				l.place(i, l.in[i]|1<<t)
			}
		}
	}
}

// place notes in which lists a row is now.
func (l *listing) place(i int, in uint32) {
	was := l.in[i]
	l.in[i] = in
	for t := range l.tabs {
		l.counts[t] += int(in>>t&1) - int(was>>t&1)
	}
}

// searchable is what a command prepares for a listing: the rows with the text
// that is searched, the order of ids, and who is in the lists that are queries.
type searchable struct {
	table *list.Table
	byID  []int32
	own   []uint32
}

// prepare makes rows searchable.
func prepare(ctx context.Context, rows *list.Table, tabs []lists.Tab) (searchable, error) {
	table, err := rows.Searchable(ctx)
	if err != nil {
		return searchable{}, err
	}
	n := table.Len()
	s := searchable{table: table, byID: make([]int32, n), own: make([]uint32, n)}
	sortByID(table, s.byID)
	marks := make([]bool, n)
	for t := range tabs {
		if tabs[t].Holds != nil {
			continue
		}
		table.Mark(tabs[t].Query, marks)
		for i, hit := range marks {
			if hit {
				s.own[i] |= 1 << t
			}
		}
	}
	return s, nil
}

// sortByID puts the rows of a table in the order of their ids. Most ids differ
// in their first eight bytes, which are compared as a number.
func sortByID(table *list.Table, byID []int32) {
	type head struct {
		bytes uint64
		row   int32
	}
	heads := make([]head, len(byID))
	for i := range heads {
		var first [8]byte
		copy(first[:], table.ID(i))
		heads[i] = head{binary.BigEndian.Uint64(first[:]), int32(i)}
	}
	slices.SortFunc(heads, func(a, b head) int {
		if a.bytes != b.bytes {
			return cmp.Compare(a.bytes, b.bytes)
		}
		return strings.Compare(table.ID(int(a.row)), table.ID(int(b.row)))
	})
	for n, h := range heads {
		byID[n] = h.row
	}
}

// canSearch reports whether the rows were made searchable.
func (l *listing) canSearch() bool { return l.byID != nil }

// ready takes what was prepared, and the changes that had to wait for it.
func (l *listing) ready(s searchable) {
	l.table, l.byID = s.table, s.byID
	for i, own := range s.own {
		if own != 0 {
			l.place(i, l.in[i]|own)
		}
	}
	l.put(l.waiting...)
	l.waiting = nil
}

// put updates the rows of changed invitations where they stand, so that lists
// do not jump, and reports whether all were there. Until the search is ready
// changes wait, because a command reads the rows.
func (l *listing) put(rows ...record.Row) bool {
	changed := make(map[int]record.Row, len(rows))
	known := true
	for _, row := range rows {
		i, ok := l.find(row.ID)
		known = known && ok
		switch {
		case !ok:
		case !l.canSearch():
			l.waiting = append(l.waiting, row)
		default:
			changed[i] = row
		}
	}
	l.table.Replace(changed)
	for i := range changed {
		in := lists.Bits(l.tabs, l.table.Key(i))
		for t := range l.tabs {
			if l.tabs[t].Holds == nil && l.table.Matches(l.tabs[t].Query, i) {
				in |= 1 << t
			}
		}
		l.place(i, in)
	}
	return known
}

// find returns the row of an id.
func (l *listing) find(id string) (int, bool) {
	if !l.canSearch() {
		for i := range l.table.Len() {
			if l.table.ID(i) == id {
				return i, true
			}
		}
		return 0, false
	}
	at := sort.Search(len(l.byID), func(k int) bool { return l.table.ID(int(l.byID[k])) >= id })
	if at == len(l.byID) || l.table.ID(int(l.byID[at])) != id {
		return 0, false
	}
	return int(l.byID[at]), true
}

// members appends the rows of a list to into, newest first.
func (l *listing) members(t int, into []int32) []int32 {
	into = slices.Grow(into[:0], l.counts[t])
	for i, in := range l.in {
		if in>>t&1 != 0 {
			into = append(into, int32(i))
		}
	}
	return into
}

// search appends those of order that fulfil the query to into.
func (l *listing) search(q list.Query, order, into []int32) []int32 {
	l.table.Mark(q, l.marks)
	into = slices.Grow(into[:0], len(order))
	for _, i := range order {
		if l.marks[i] {
			into = append(into, i)
		}
	}
	return into
}

// narrow keeps those of the hits that fulfil the query, in place.
func (l *listing) narrow(q list.Query, hits []int32) []int32 {
	kept := hits[:0]
	for _, i := range hits {
		if l.table.Matches(q, int(i)) {
			kept = append(kept, i)
		}
	}
	return kept
}

// pick selects a row or takes it out of the selection.
func (l *listing) pick(i int32, on bool) {
	if l.picked[i] == on {
		return
	}
	l.picked[i] = on
	if on {
		l.nPicked++
	} else {
		l.nPicked--
	}
}

// unpick selects nothing.
func (l *listing) unpick() {
	clear(l.picked)
	l.nPicked = 0
}

// picks are the selected rows, newest first.
func (l *listing) picks() []record.Row {
	rows := make([]record.Row, 0, l.nPicked)
	for i, on := range l.picked {
		if on {
			rows = append(rows, l.table.At(i))
		}
	}
	return rows
}

// pickedIDs are their ids.
func (l *listing) pickedIDs() []string {
	ids := make([]string, 0, l.nPicked)
	for i, on := range l.picked {
		if on {
			ids = append(ids, l.table.ID(i))
		}
	}
	return ids
}
