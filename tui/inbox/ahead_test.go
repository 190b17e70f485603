package inbox

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/frame/frametest"
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
	d.Press("4")
	slow := s.sortAs(sorting{by: sortDate, reverse: true})
	d.Wants("sorting by date…")
	d.Press("x")
	if d.Top() != "inbox" {
		t.Fatalf("x is about a row of the old order: on %s", d.Top())
	}
	d.Run(slow.Cmd)
	d.Wants("Delete?", "Žofia Person 7999")
}
