package tui

import (
	"slices"
	"testing"
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
