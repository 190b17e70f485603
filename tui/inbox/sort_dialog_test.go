package inbox

import (
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
)

func TestSorting(t *testing.T) {
	o := frametest.WithLists()
	o.Settings.(*frametest.FakeSettings).Bindings = nil
	d := inboxDriver(t, 100, 30, o)
	d.Press("4")
	byDate := namesIn(d)
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
		d.Press("S", c.by)
		got := namesIn(d)
		d.Wants(c.note)
		if got[0] != c.first || got[len(got)-1] != c.last {
			t.Errorf("sorted %s: from %s to %s", c.note, got[0], got[len(got)-1])
		}
	}
	d.Press("S", "1")
	if got := namesIn(d); !slices.Equal(got, byDate) {
		t.Errorf("sorted by date again: %v, was %v", got, byDate)
	}
	d.Press("2", "S")
	d.Wants("Due day")
}
