package inbox

import (
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// Of a paste that is far too long, the filter takes a sensible piece and says so.
func TestAHugePasteIntoTheFilter(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("/")
	d.Send(frametest.Paste(strings.Repeat("silverstone quickfall ", 12_000)))
	d.Wants("That is too long: only the first 1,000 characters of it fit here", "0 of 7")
	if n := len(theInbox(d).filter.Value()); n != 1_000 {
		t.Errorf("the filter holds %d characters", n)
	}
	d.Press("esc", "/")
	d.Send(frametest.Paste("recruiter"))
	d.Wants("1 of 7")
}

func TestFilter(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithPeople())
	d.Press("5", "/")
	d.Enter("zilinska")
	d.Wants("1 of 12", "Katarína")
	d.Press("esc")
	d.Wants("All 12")
	d.WantsNot("zilinska")
	d.Press("/")
	d.Enter("!has:note is:decided")
	d.Wants("2 of 12", "Amara", "Joris")
	d.Press("down", "enter", "enter")
	d.Wants("Joris van Dijk", "never heard of the firm")
	d.Press("esc")
	d.Wants("2 of 12")
	if row, _ := d.Root.Top().(*inbox).selected(); row.ID != "i9de" {
		t.Errorf("back from the details the cursor is on %s", row.ID)
	}
	d.Press("esc")
	d.Wants("Katarína")
}

// A filter typed before the rows can be searched is applied as soon as they
// can.
func TestFilterTypedEarlyIsNotLost(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	box := d.Root.Top().(*inbox)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	box.loading = d.Root.Env.Request()
	prepare := box.loaded(rowsLoadedMsg{request: box.loading, listing: newListing(rows, box.lists)})
	d.Press("/")
	d.Enter("amara")
	d.Wants("preparing the search")
	d.Run(prepare.Cmd)
	d.Press("tab", "tab", "tab", "tab")
	d.Wants("1 of 12", "Amara Okonkwo")
}

// One esc clears the filter and gives the keys back to the list; enter gives
// them back and keeps it.
func TestEscClearsTheFilterAtOnce(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("/")
	d.Enter("recruiter")
	d.Press("esc")
	if s := theInbox(d); s.typing || s.filter.Value() != "" || s.applied != "" {
		t.Errorf("after esc typing %v, filter %q, applied %q", s.typing, s.filter.Value(), s.applied)
	}
	d.Press("/")
	d.Enter("recruiter")
	d.Press("enter")
	d.Wants("1 of 7")
	d.Press("/", "esc")
	if s := theInbox(d); s.typing || s.applied != "" {
		t.Errorf("after esc on a kept filter typing %v, applied %q", s.typing, s.applied)
	}
}

func TestNextMatch(t *testing.T) {
	o := frametest.WithLists()
	d := inboxDriver(t, 100, 30, o)
	d.Press("n")
	d.WantsNot("searched") // not offered before there was a filter
	d.Press("5", "/")
	d.Enter("is:decided")
	d.Press("esc", "N")
	selected := func() string {
		row, _ := theInbox(d).selected()
		return row.ID
	}
	d.Wants("Round to the other end")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.Press("n")
	if selected() != "h8de" {
		t.Errorf("n went to %s", selected())
	}
	d.Press("n", "n", "N")
	if selected() != "i9de" {
		t.Errorf("N went to %s", selected())
	}
	d.Press("esc", "1", "n")
	d.Wants("Nothing here matches")
	d.Press("/")
	d.Enter("zilinska")
	d.Press("esc", "n")
	d.Wants("Only this one matches “zilinska”")
	d.Press("G", "n", "n")
	d.Wants("Only this one matches")
}
