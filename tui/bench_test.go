package tui

import (
	"fmt"
	"testing"
	"time"

	"linkvet/store"
)

// manyRows are n invented rows, newest first, a third with a note.
func manyRows(n int) []store.Row {
	rows := make([]store.Row, n)
	now := testNow()
	for i := range rows {
		rows[i] = store.Row{
			ID: fmt.Sprintf("k%06d", i), Direction: store.Incoming, Status: store.StatusWaiting,
			Name: fmt.Sprintf("Žofia Person %d", i), Headline: "Engineer of several things", SentAt: now.Add(-time.Duration(i) * time.Hour),
		}
		if i%3 == 0 {
			rows[i].Note = "Hello, we met at the meetup last week.\nI would like to hear more about your work on bridges."
		}
		if i%5 == 0 {
			rows[i].Status = store.StatusDecided
			rows[i].Decision = store.Accepted
		}
	}
	return rows
}

func benchInbox(b *testing.B, n int) *driver {
	b.Helper()
	f := newFakeStorage()
	d := newDriver(b, 120, 40, Options{Storage: f})
	box := d.root.stack[0].screen.(*inbox)
	d.root.stack = d.root.stack[:1]
	box.loading = d.root.env.request()
	d.send(rowsLoadedMsg{request: box.loading, listing: newListing(store.NewTable(manyRows(n)), box.sections)})
	b.ResetTimer()
	b.ReportAllocs()
	return d
}

func BenchmarkView(b *testing.B) {
	d := benchInbox(b, 100_000)
	for b.Loop() {
		d.root.View()
	}
}

func BenchmarkCursorKey(b *testing.B) {
	d := benchInbox(b, 100_000)
	down := keyPress("j")
	for b.Loop() {
		d.root.Update(down)
		d.root.View()
	}
}

func BenchmarkFilterKey(b *testing.B) {
	d := benchInbox(b, 100_000)
	d.press("/")
	d.enter("meetu")
	p, back := keyPress("p"), keyPress("backspace")
	for b.Loop() {
		d.root.Update(p)
		d.root.View()
		d.root.Update(back)
		d.root.View()
	}
}

func BenchmarkSavedChange(b *testing.B) {
	d := benchInbox(b, 100_000)
	inv := store.Invitation{ID: "k099999", Name: "Žofia", Direction: store.Incoming}
	for b.Loop() {
		d.root.Update(invitationSavedMsg{what: "answered", invitation: inv})
	}
}
