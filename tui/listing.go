package tui

import (
	"slices"
	"sort"
	"strings"

	"linkvet/store"
)

// listing is the rows of the store, newest first, and in which lists each is.
// It is made by a command and then belongs to the inbox. What is as long as the
// rows is allocated once, so that a key costs none of it.
type listing struct {
	rows     []store.Row
	partial  bool // only the newest are read yet
	sections []section
	in       []uint32 // for each row, a bit for each list that has it now
	counts   []int    // how many are in each list now
	picked   []bool   // which rows are selected
	nPicked  int

	searcher *store.Searcher // nil until it has been made
	byID     []int32         // rows in the order of their ids, made with it
	waiting  []store.Row     // changes that wait for it

	marks []bool // which rows the query found
}

// newListing sorts rows into the lists that need no search.
func newListing(rows []store.Row, sections []section) *listing {
	newest := func(a, b store.Row) int { return b.SentAt.Compare(a.SentAt) }
	if !slices.IsSortedFunc(rows, newest) {
		slices.SortStableFunc(rows, newest)
	}
	l := &listing{
		rows: rows, sections: sections, counts: make([]int, len(sections)),
		in: make([]uint32, len(rows)), picked: make([]bool, len(rows)), marks: make([]bool, len(rows)),
	}
	for i := range rows {
		l.place(i, bits(sections, &rows[i]))
	}
	return l
}

// place notes in which lists a row is now.
func (l *listing) place(i int, in uint32) {
	was := l.in[i]
	l.in[i] = in
	for t := range l.sections {
		l.counts[t] += int(in>>t&1) - int(was>>t&1)
	}
}

// searchable is what a command prepares for a listing: the searcher, the order
// of ids, and who is in the lists that are queries.
type searchable struct {
	searcher *store.Searcher
	byID     []int32
	own      []uint32
}

// prepare makes rows searchable.
func prepare(rows []store.Row, sections []section) searchable {
	s := searchable{searcher: store.NewSearcher(rows), byID: make([]int32, len(rows)), own: make([]uint32, len(rows))}
	for i := range s.byID {
		s.byID[i] = int32(i)
	}
	slices.SortFunc(s.byID, func(a, b int32) int { return strings.Compare(rows[a].ID, rows[b].ID) })
	marks := make([]bool, len(rows))
	for t := range sections {
		if sections[t].holds != nil {
			continue
		}
		s.searcher.Mark(sections[t].query, marks)
		for i, hit := range marks {
			if hit {
				s.own[i] |= 1 << t
			}
		}
	}
	return s
}

// ready takes what was prepared, and the changes that had to wait for it.
func (l *listing) ready(s searchable) {
	l.searcher, l.byID = s.searcher, s.byID
	for i, own := range s.own {
		if own != 0 {
			l.place(i, l.in[i]|own)
		}
	}
	for _, row := range l.waiting {
		l.put(row)
	}
	l.waiting = nil
}

// put updates the row of a changed invitation where it stands, so that lists
// do not jump, and reports whether it was there. Until the search is ready the
// change waits, because a command reads the rows.
func (l *listing) put(row store.Row) bool {
	if l.searcher == nil {
		has := slices.ContainsFunc(l.rows, func(r store.Row) bool { return r.ID == row.ID })
		if has {
			l.waiting = append(l.waiting, row)
		}
		return has
	}
	i, ok := l.find(row.ID)
	if !ok {
		return false
	}
	l.searcher.Replace(i, row)
	in := bits(l.sections, &row)
	for t := range l.sections {
		if l.sections[t].holds == nil && l.searcher.Matches(l.sections[t].query, i) {
			in |= 1 << t
		}
	}
	l.place(i, in)
	return true
}

// find returns the row of an id.
func (l *listing) find(id string) (int, bool) {
	if l.byID == nil {
		i := slices.IndexFunc(l.rows, func(r store.Row) bool { return r.ID == id })
		return i, i >= 0
	}
	at := sort.Search(len(l.byID), func(k int) bool { return l.rows[l.byID[k]].ID >= id })
	if at == len(l.byID) || l.rows[l.byID[at]].ID != id {
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
func (l *listing) search(q store.Query, order, into []int32) []int32 {
	l.searcher.Mark(q, l.marks)
	into = slices.Grow(into[:0], len(order))
	for _, i := range order {
		if l.marks[i] {
			into = append(into, i)
		}
	}
	return into
}

// narrow keeps those of the hits that fulfil the query, in place.
func (l *listing) narrow(q store.Query, hits []int32) []int32 {
	kept := hits[:0]
	for _, i := range hits {
		if l.searcher.Matches(q, int(i)) {
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
func (l *listing) picks() []store.Row {
	rows := make([]store.Row, 0, l.nPicked)
	for i, on := range l.picked {
		if on {
			rows = append(rows, l.rows[i])
		}
	}
	return rows
}
