package tui

import (
	"slices"
	"testing"

	"linkvet/store"
)

func TestSorting(t *testing.T) {
	o := withLists()
	o.Settings.(*fakeSettings).keys = nil
	d := newDriver(t, 100, 30, o)
	d.press("4")
	byDate := names(d)
	for _, c := range []struct {
		by, first, last string
		note            string
	}{
		{"1", "Nia Ó Briain", "Katarína Žilinská", "by date ↑"},
		{"2", "Nia Ó Briain", "Katarína Žilinská", "by age ↓"},
		{"3", "Amara Okonkwo", "李小龍", "by name ↑"},
		{"3", "李小龍", "Amara Okonkwo", "by name ↓"},
		{"4", "ליאת בן־דוד", "Nia Ó Briain", "by recommendation ↑"},
		{"5", "Maximiliane-Theodora von und zu Hohenfels-Wittgenstein the Third", "Nia Ó Briain", "by last change ↓"},
	} {
		d.press("S", c.by)
		got := names(d)
		d.wants(c.note)
		if got[0] != c.first || got[len(got)-1] != c.last {
			t.Errorf("sorted %s: from %s to %s", c.note, got[0], got[len(got)-1])
		}
	}
	d.press("S", "1")
	if got := names(d); !slices.Equal(got, byDate) {
		t.Errorf("sorted by date again: %v, was %v", got, byDate)
	}
	d.press("2", "S")
	d.wants("Due day")
}

// Rows that compare equal keep the order of their dates, whichever way round.
func TestSortingIsStable(t *testing.T) {
	rows := manyRows(300)
	for i := range rows {
		rows[i].Name = []string{"B", "a", ""}[i%3]
	}
	l := newListing(store.NewTable(rows), builtinSections())
	order := l.members(sectionAll, nil)
	for _, reverse := range []bool{false, true} {
		got := l.keysFor(sortName, order).sorted(order, reverse)
		for n := 1; n < len(got); n++ {
			if rows[got[n]].Name == rows[got[n-1]].Name && got[n] < got[n-1] {
				t.Fatalf("reverse %v: %d stands behind %d", reverse, got[n], got[n-1])
			}
		}
		if last := rows[got[299]]; last.Name != "" {
			t.Errorf("reverse %v: one without a name does not come last", reverse)
		}
	}
}

// A long list is sorted by a command; the list can be used meanwhile, and an
// order that is no longer wanted is dropped.
func TestLongListsAreSortedInTheBackground(t *testing.T) {
	d := newDriver(t, 100, 30, withPeople())
	s := inboxOf(d)
	s.loading = d.root.env.request()
	d.send(rowsLoadedMsg{request: s.loading, listing: newListing(store.NewTable(manyRows(sortAtOnce*2)), s.sections)})
	d.press("4")
	slow := s.sortAs(sorting{by: sortName, reverse: true})
	d.wants("sorting by name…")
	d.press("j", "S", "5")
	d.wants("by last change ↓")
	d.run(slow.cmd)
	d.wants("by last change ↓")
	d.press("S", "3")
	d.wants("by name ↑")
	if got := names(d); got[0] != "Žofia Person 0" || got[1] != "Žofia Person 1" {
		t.Errorf("sorted %v…", got[:3])
	}
}

func TestNextMatch(t *testing.T) {
	o := withLists()
	d := newDriver(t, 100, 30, o)
	d.press("n")
	d.wantsNot("searched") // not offered before there was a filter
	d.press("4", "/")
	d.enter("is:decided")
	d.press("esc", "N")
	selected := func() string {
		row, _ := inboxOf(d).selected()
		return row.ID
	}
	d.wants("Round to the other end")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.press("n")
	if selected() != "h8de" {
		t.Errorf("n went to %s", selected())
	}
	d.press("n", "n", "N")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.press("esc", "1", "n")
	d.wants("Nothing here matches")
	d.press("/")
	d.enter("zilinska")
	d.press("esc", "n")
	d.wants("Only this one matches “zilinska”")
	d.press("G", "n", "n")
	d.wants("Only this one matches")
}
