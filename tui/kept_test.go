package tui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"linkvet/store"
)

// What a list is sorted by and where the preview is are the same in the next
// program, each list for itself.
func TestTheLookOfListsOutlivesTheProgram(t *testing.T) {
	start := realPrograms(t)
	d := start()
	for _, name := range []string{"Bo Berg", "Ann Ash", "Cy Cole"} {
		addOne(d, name)
	}
	d.resize(120, 40)
	d.press("p", "S", "3")
	d.wants("by name ↑")
	d.press("4", "S", "3", "S", "3")
	d.wants("by name ↓")

	d = start()
	d.resize(120, 40)
	d.wants("by name ↑")
	d.wantsNot("│")
	if got := names(d); !slices.Equal(got, []string{"Ann Ash", "Bo Berg", "Cy Cole"}) || inboxOf(d).cursors[0].at != 0 {
		t.Errorf("sorted %v, the cursor on %d", got, inboxOf(d).cursors[0].at)
	}
	d.press("4")
	d.wants("by name ↓")
	d.press("2")
	d.wants("by due day ↑")
	d.press("1", "S", "1", "p", "P", "P")
	d.wants("by date ↓", "│")

	d = start()
	d.resize(120, 40)
	d.wants("by date ↓", "│")
	d.press("4")
	d.wants("by name ↓")
	d.press("P")

	d = start()
	d.resize(120, 40)
	d.wants("────")
	d.wantsNot("│")
}

// What another version of the program kept is left alone.
func TestKeptLookThatIsNotKnown(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	f.drafts = map[string]string{keptOrder + "Waiting": "shoe size", keptOrder + "All": "due day", keptPreview: "upside down"}
	d := newDriver(t, 120, 40, Options{Storage: f})
	d.wants("by date ↓", "│")
	d.press("4")
	d.wants("by date ↓")
}

// With a kept order, too, the cursor is on the first row once all are read: what
// is first among the newest is not first among all.
func TestKeptOrderStartsAtTheFirst(t *testing.T) {
	f := newFakeStorage()
	for i := range 2 * firstPage {
		name := fmt.Sprintf("Person %04d", i)
		f.all[name] = store.Invitation{ID: name, Name: name, Direction: store.Incoming, SentAt: testNow().Add(time.Duration(i) * time.Minute)}
	}
	d := newDriver(t, 100, 30, Options{Storage: f})
	s := inboxOf(d)
	newest, err := f.Table(t.Context(), firstPage)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(newest, s.sections)
	first.partial = true
	s.list, s.loading = nil, d.root.env.request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.root.env.drafts[keptOrder+"Waiting"] = "name"
	d.send(keptMsg{})
	d.run(rest.cmd)
	d.wants("by name ↑")
	if row, _ := inboxOf(d).selected(); row.Name != "Person 0000" {
		t.Errorf("the cursor is on %s", row.Name)
	}
}
