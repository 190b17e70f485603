package inbox

import (
	"path/filepath"
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
)

// An invitation added by hand, put off and decided is found again in the store
// by the next program.
func TestOverARealStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	start := func() *frametest.Driver { return inboxDriver(t, 100, 30, frametest.StoreAt(t, path)) }
	d := start()
	d.Press("a")
	d.Enter("Łucja Nowak")
	d.Press("tab", "tab", "tab")
	d.Enter("https://www.linkedin.com/in/lucja-nowak-example/?trk=x")
	d.Press("ctrl+o")
	d.Wants("1 waiting", "Łucja Nowak", "linkedin.com/in/lucja-nowak-example")
	d.Press("l")
	d.Enter("1 month")
	d.Press("enter")
	d.Wants("Later 1")

	d = start()
	d.Wants("Waiting 0", "Later 1")
	d.Press("2", "d", "1")
	d.Wants("Decided 1")

	d = start()
	d.Press("3", "/")
	d.Enter("lucja decision:accepted")
	d.Wants("1 of 1")
	d.Press("enter", "enter")
	d.Wants("You: accepted, "+frametest.TestNow().Format("2 Jan 2006"), "What happened", "postponed", "decided")
	d.Press("esc", "esc", "esc", "a")
	d.Enter("Łucja Nowak")
	d.Press("tab", "tab", "tab")
	d.Enter("not an address")
	d.Press("ctrl+o")
	d.Wants("is not the address of a LinkedIn profile", "Łucja Nowak")
}

// What changed nothing must not offer an undo: that would take back what was
// done before.
func TestNothingChanged(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.StoreAt(t, filepath.Join(t.TempDir(), "linkvet.db")))
	d.Press("a")
	d.Enter("Mia Berg")
	d.Press("ctrl+o", "t")
	d.Enter("choir")
	d.Press("enter")
	d.Wants("Tagged Mia Berg: +choir; z undoes")
	for _, typed := range []string{"choir", "-zip"} {
		d.Press("t")
		d.Enter(typed)
		d.Press("enter")
		d.Wants("Nothing changed: it was so already")
		d.WantsNot("z undoes")
	}
	for _, list := range []string{"1", "2"} {
		d.Press(list, "l")
		d.Enter("1 month")
		d.Press("enter")
	}
	d.Wants("Nothing changed")
	d.Press("d", "3")
	d.Wants("Saved: Mia Berg, ignored; z undoes")
	d.Press("3", "d", "3")
	d.Wants("Nothing changed")
	d.Press("z")
	d.Wants("Undone: Mia Berg ignored")
}

// Where everything was deleted, it can be brought back, also after a restart.
func TestUndoWhereNothingIsLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	start := func() *frametest.Driver { return inboxDriver(t, 100, 30, frametest.StoreAt(t, path)) }
	d := start()
	d.Press("a")
	d.Enter("Mia Berg")
	d.Press("ctrl+o", "x", "y")
	d.Wants("No invitations any more", "z takes the last change back")
	d = start()
	d.Wants("Undo: deleted Mia Berg")
	d.Press("z")
	d.Wants("Undone: deleted Mia Berg", "1 waiting")
	if d.Top() != "inbox" {
		t.Errorf("undo leads to %s", d.Top())
	}
}

// A store that may only be read is looked at, and says so.
func TestUnwritableStore(t *testing.T) {
	o := frametest.WithPeople()
	o.Unwritable = frametest.ErrTest
	tries := 0
	o.Claim = func() (bool, error) {
		if tries++; tries == 1 {
			return false, frametest.ErrTest
		}
		return true, nil
	}
	d := inboxDriver(t, 100, 30, o)
	d.Wants("only looking: the store may only be read", "Katarína")
	d.Press("d")
	d.Wants("Only looking: the store may only be read; R tries again")
	d.Press("R")
	d.Wants("only looking", frametest.ErrTest.Error())
	d.Press("R", "d")
	d.Wants("What did you do?")
	d.WantsNot("only looking")
}

// What undo brings back is marked, but not once the person has gone on: a key typed
// meanwhile is for the row that was marked then.
func TestALateMarkDoesNotMoveUnderKeys(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.StoreAt(t, filepath.Join(t.TempDir(), "linkvet.db")))
	for _, name := range []string{"Ann Ash", "Bo Berg", "Cy Cole"} {
		d.AddOne(name)
	}
	d.Press("g", "d", "1")
	d.Press("R")
	_, undo := d.Root.Update(frametest.KeyPress("z")) // which takes its time
	d.Press("G")
	marked := d.Marked()
	d.Run(undo)
	if got := d.Marked(); strings.Fields(got)[1] != strings.Fields(marked)[1] {
		t.Errorf("the mark moved from %q to %q", marked, got)
	}
	d.Wants("Undone: ")
}
