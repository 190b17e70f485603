package inbox

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
)

func TestSorting(t *testing.T) {
	o := frametest.WithLists()
	o.Settings.(*frametest.FakeSettings).Bindings = nil
	d := inboxDriver(t, 100, 30, o)
	d.Press("5")
	byDate := namesIn(d)
	for _, c := range []struct {
		by, first, last string
		note            string
	}{
		{"1", "Nia Ó Briain", "Katarína Žilinská", "oldest first"},
		{"2", "Nia Ó Briain", "Katarína Žilinská", "longest waiting first"},
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

// Rows that compare equal keep the order of their dates, whichever way round.
func TestSortingIsStable(t *testing.T) {
	rows := frametest.ManyRows(300)
	for i := range rows {
		rows[i].Name = []string{"B", "a", ""}[i%3]
	}
	l := newListing(frametest.TableOf(rows), lists.Builtin())
	order := l.members(lists.All, nil)
	for _, reverse := range []bool{false, true} {
		got := lists.KeysFor(l.table, lists.ByName, order).Sorted(order, reverse)
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
	d := inboxDriver(t, 100, 30, frametest.WithPeople())
	s := theInbox(d)
	s.loading = d.Root.Env.Request()
	d.Send(rowsLoadedMsg{request: s.loading, listing: newListing(frametest.TableOf(frametest.ManyRows(sortAtOnce*2)), s.lists)})
	d.Press("5")
	slow := s.sortAs(lists.Order{By: lists.ByName, Reverse: true})
	d.Wants("sorting by name…")
	d.Press("j", "S", "5")
	d.Wants("by last change ↓")
	d.Run(slow.Cmd)
	d.Wants("by last change ↓")
	d.Press("S", "3")
	d.Wants("by name ↑")
	if got := namesIn(d); got[0] != "Žofia Person 0" || got[1] != "Žofia Person 1" {
		t.Errorf("sorted %v…", got[:3])
	}
}

// What another version of the program kept is left alone.
func TestKeptLookThatIsNotKnown(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	f.Typed = map[string]string{"order Waiting": "shoe size", "order All": "due day", "preview": "upside down"}
	d := inboxDriver(t, 120, 40, screen.Options{Storage: f})
	d.Wants("newest first", "│")
	d.Press("5")
	d.Wants("newest first")
}

// With a kept order, too, the cursor is on the first row once all are read: what
// is first among the newest is not first among all.
func TestKeptOrderStartsAtTheFirst(t *testing.T) {
	f := frametest.NewFakeStorage()
	for i := range 2 * firstPage {
		name := fmt.Sprintf("Person %04d", i)
		f.All[name] = record.Invitation{ID: name, Name: name, Direction: record.Incoming, SentAt: frametest.TestNow().Add(time.Duration(i) * time.Minute)}
	}
	d := inboxDriver(t, 100, 30, screen.Options{Storage: f})
	s := theInbox(d)
	newest, err := f.Table(t.Context(), firstPage)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(newest, s.lists)
	first.partial = true
	s.listing, s.loading = nil, d.Root.Env.Request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.Root.Env.Preferences.SetOrder("Waiting", "name")
	d.Send(screen.TextsLoadedMsg{})
	d.Run(rest.Cmd)
	d.Wants("by name ↑")
	if row, _ := theInbox(d).selected(); row.Name != "Person 0000" {
		t.Errorf("the cursor is on %s", row.Name)
	}
}
