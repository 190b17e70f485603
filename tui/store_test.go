package tui

import (
	"path/filepath"
	"testing"
)

// An invitation added by hand, put off and decided is found again in the store
// by the next program.
func TestOverARealStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	start := func() *driver { return overStore(t, path) }
	d := start()
	d.press("a")
	d.enter("Łucja Nowak")
	d.press("tab", "tab", "tab")
	d.enter("https://www.linkedin.com/in/lucja-nowak-example/?trk=x")
	d.press("ctrl+o")
	d.wants("1 waiting", "Łucja Nowak", "linkedin.com/in/lucja-nowak-example")
	d.press("l")
	d.enter("1 month")
	d.press("enter")
	d.wants("Later 1")

	d = start()
	d.wants("Waiting 0", "Later 1")
	d.press("2", "d", "1")
	d.wants("Decided 1")

	d = start()
	d.press("3", "/")
	d.enter("lucja decision:accepted")
	d.wants("1 of 1")
	d.press("enter", "enter")
	d.wants("You: accepted, "+testNow().Format("2 Jan 2006"), "What happened", "postponed", "decided")
	d.press("esc", "esc", "esc", "a")
	d.enter("Łucja Nowak")
	d.press("tab", "tab", "tab")
	d.enter("not an address")
	d.press("ctrl+o")
	d.wants("is not the address of a LinkedIn profile", "Łucja Nowak")
}

// What changed nothing must not offer an undo: that would take back what was
// done before.
func TestNothingChanged(t *testing.T) {
	d := overStore(t, filepath.Join(t.TempDir(), "linkvet.db"))
	d.press("a")
	d.enter("Mia Berg")
	d.press("ctrl+o", "t")
	d.enter("choir")
	d.press("enter")
	d.wants("Tagged Mia Berg: +choir; z undoes")
	for _, typed := range []string{"choir", "-zip"} {
		d.press("t")
		d.enter(typed)
		d.press("enter")
		d.wants("Nothing changed: it was so already")
		d.wantsNot("z undoes")
	}
	for range 2 {
		d.press("l")
		d.enter("1 month")
		d.press("enter", "2")
	}
	d.wants("Nothing changed")
	d.press("d", "3")
	d.wants("Saved: Mia Berg, ignored; z undoes")
	d.press("3", "d", "3")
	d.wants("Nothing changed")
	d.press("z")
	d.wants("Undone: decided: Mia Berg ignored")
}

// Where everything was deleted, it can be brought back, also after a restart.
func TestUndoWhereNothingIsLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "linkvet.db")
	d := overStore(t, path)
	d.press("a")
	d.enter("Mia Berg")
	d.press("ctrl+o", "x", "y")
	d.wants("No invitations any more", "z takes the last change back")
	d = overStore(t, path)
	d.wants("Undo: deleted: Mia Berg")
	d.press("z")
	d.wants("Undone: deleted: Mia Berg", "1 waiting")
	if d.top() != "inbox" {
		t.Errorf("undo leads to %s", d.top())
	}
}

// A store that may only be read is looked at, and says so.
func TestUnwritableStore(t *testing.T) {
	o := withPeople()
	o.Unwritable = errTest
	tries := 0
	o.Claim = func() (bool, error) {
		if tries++; tries == 1 {
			return false, errTest
		}
		return true, nil
	}
	d := newDriver(t, 100, 30, o)
	d.wants("only looking: the store may only be read", "Katarína")
	d.press("d")
	d.wants("Only looking, as the store may only be read; R tries again")
	d.press("R")
	d.wants("only looking", errTest.Error())
	d.press("R", "d")
	d.wants("What did you do?")
	d.wantsNot("only looking")
}

// What was said on one screen does not follow the person to the next.
func TestStatusStaysWhereItWasSaid(t *testing.T) {
	d := newDriver(t, 100, 30, withPeople())
	d.root.env.sayError(errTest)
	d.press("t", "esc")
	d.wants(capital(errTest.Error()))
	d.now = d.now.Add(saidFor)
	d.press("s")
	d.wantsNot(capital(errTest.Error()))
}
