package inbox

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
)

// partly shows the newest two rows of a program and returns what reads the rest.
func partly(t *testing.T, d *frametest.Driver, f *frametest.FakeStorage) tea.Cmd {
	t.Helper()
	s := theInbox(d)
	rows, err := f.Table(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(rows, s.lists)
	first.partial = true
	s.listing, s.loading = nil, d.Root.Env.Request()
	return s.loaded(rowsLoadedMsg{request: s.loading, listing: first}).Cmd
}

// What is about all rows waits until they are there, and so do the keys behind
// it; what is about the marked row does not.
func TestKeysAboutAllRowsWait(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 100, 30, screen.Options{Storage: f})
	rest := partly(t, d, f)
	d.Press("j", "A", "t")
	if d.Top() != "inbox" || theInbox(d).listing.nPicked > 0 {
		t.Fatalf("some are selected although not all are read, on %s", d.Top())
	}
	d.Run(rest)
	d.Wants("6 invitations", "6 selected") // the dialog of tags is about all of them
	d.Press("esc", "esc")

	rest = partly(t, d, f)
	d.Press("G", "k", "d")
	d.Run(rest)
	d.Wants("What did you do?", "(no name)")
	d.Press("esc")

	rest = partly(t, d, f)
	d.Press("j", "l")
	d.Wants("Put off until when?", "李小龍")
	d.Press("esc")
	d.Run(rest)
}

// While a long list is sorted, what is done with a row waits for the order that
// was asked for.
func TestChangesWaitForTheOrder(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithPeople())
	s := theInbox(d)
	s.loading = d.Root.Env.Request()
	d.Send(rowsLoadedMsg{request: s.loading, listing: newListing(frametest.TableOf(frametest.ManyRows(sortAtOnce*2)), s.lists)})
	d.Press("5")
	slow := s.sortAs(lists.Order{By: lists.ByDate, Reverse: true})
	d.Wants("sorting by date…")
	d.Press("x")
	if d.Top() != "inbox" {
		t.Fatalf("x is about a row of the old order: on %s", d.Top())
	}
	d.Run(slow.Cmd)
	d.Wants("Delete?", "Žofia Person 7999")
}

// Keys typed while the store is busy filter once the rows are there: "/proxy" is
// never taken for what its letters do in the list.
func TestKeysTypedBeforeTheRowsAreThere(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	box := theInbox(d)
	rows := box.listing
	box.listing, box.loading = nil, d.Root.Env.Request()
	d.Press("5", "/")
	d.Enter("proxy")
	d.Press("enter", "x")
	d.Send(rowsLoadedMsg{request: box.loading, listing: rows})
	d.Wants("proxy", "of 12")
	if len(f.All) != 12 || d.Top() != "inbox" {
		t.Errorf("%d invitations are left, on %s", len(f.All), d.Top())
	}
}

// The newest rows are there before the rest, and what happens to them meanwhile
// is not lost.
func TestTheFirstPageComesFirst(t *testing.T) {
	people := frametest.SomePeople()
	f := frametest.NewFakeStorage(people...)
	d := inboxDriver(t, 100, 30, screen.Options{Storage: f})
	s := theInbox(d)
	rows, err := f.Table(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	first := newListing(rows, s.lists)
	first.partial = true
	s.listing, s.loading = nil, d.Root.Env.Request()
	rest := s.loaded(rowsLoadedMsg{request: s.loading, listing: first})
	d.Wants("Katarína", "李小龍")
	d.WantsNot("Waiting 2") // nobody knows yet how many there are
	people[0].Decision = record.Accepted
	s.saved(people[0])
	d.Press("j")
	d.Run(rest.Cmd)
	d.Wants("Waiting 5")
	if row, _ := s.selected(); row.ID != "b2li" {
		t.Errorf("the cursor is on %s", row.ID)
	}
}
