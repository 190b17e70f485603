package tui

import (
	"slices"
	"testing"
)

// names are the names the list shows, in order.
func names(d *driver) []string {
	s := inboxOf(d)
	var all []string
	for _, i := range s.shown() {
		all = append(all, s.list.table.At(int(i)).DisplayName())
	}
	return all
}

// What was put off comes back on its day with a mark, and stands first among
// what is put off.
func TestDueOnesComeBack(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 100, 30, Options{Storage: f})
	d.press("l")
	d.enter("2026-12-03")
	d.press("enter", "2")
	if got := names(d); !slices.Equal(got, []string{"Pavol Orsula", "Katarína Žilinská"}) {
		t.Errorf("put off: %v", got)
	}
	d.wants("by due day ↑")
	d.now = d.now.AddDate(0, 0, 20)
	f.now = d.now
	d.press("ctrl+l", "1")
	d.wants("Waiting 7", "»", "due")
	d.press("G")
	d.wants("» Due: you put it off until 2 Dec")
	d.press("2")
	if got := names(d); len(got) != 2 {
		t.Errorf("put off: %v", got)
	}
}

func TestEditing(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 40, o)
	d.press("e")
	d.enter(" Sent them.")
	d.press("tab")
	d.enter(", PhD")
	d.press("esc")
	d.wants("Kept as a draft")
	d.press("e")
	d.wants("Sent them.", "Žilinská, PhD")
	d.press("shift+tab", "shift+tab")
	d.enter("x")
	d.press("ctrl+o")
	d.wants("Write 2026-11-01")
	d.press("backspace", "ctrl+o")
	d.wants("Saved: Katarína Žilinská, PhD", "Sent them.")
	if inv := f.all["a1ka"]; inv.PersonNote != "Met at the meetup; owes me slides. Sent them." || !inv.SentAt.Equal(testNow().AddDate(0, 0, -1)) {
		t.Errorf("kept %q, sent %v", inv.PersonNote, inv.SentAt)
	}
	d.press("e", "ctrl+o")
	if d.top() != "inbox" {
		t.Error("saving nothing stays in the form")
	}
}

func TestCopying(t *testing.T) {
	var copied []string
	o := withLists()
	o.Copy = func(text string) error { copied = append(copied, text); return nil }
	d := newDriver(t, 100, 30, o)
	d.press("y", "1", "y", "j", "enter", "j", "j", "j", "y")
	d.wants("Draft")
	d.press("G", "enter", "enter", "y", "1")
	if len(copied) < 3 || copied[0] != "Katarína Žilinská" || copied[1] != "https://www.linkedin.com/in/katarina-zilinska-example" {
		t.Errorf("copied %q", copied)
	}
	d.wants("Copied")
}

// A field without a value yet, a value that is not allowed and a text copied
// into the filter are all answered, and what is not understood leaves nothing
// that looks like its result.
func TestFilterThatCannotBeRead(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	d.press("/")
	d.enter("name:")
	d.enter("anna")
	d.wants("Anna")
	d.press("esc", "/")
	d.enter("is:banana")
	d.wants("cannot be read yet: is:banana", "outgoing")
	if id := d.root.env.offered(d.root.top()); slices.Contains(id, actSaveSection) {
		t.Error("a query that cannot be read is offered for saving")
	}
	d.press("enter")
	if !d.root.top().InText() {
		t.Error("enter leaves a query that cannot be read, as if the list were its result")
	}
	d.press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
	d.enter("waiting")
	d.wants("7 of 7")
	d.press("enter")
	if d.root.top().InText() {
		t.Error("enter does not go to the list")
	}
}

// What was typed for one person does not turn up for another.
func TestTagsTypedStayWithTheirPerson(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	d.press("t")
	d.enter("secret")
	d.press("esc", "j", "t")
	d.wantsNot("secret")
	d.press("esc", "k", "t")
	d.wants("secret")
}

// Nor does a day typed for some turn up for others.
func TestDayTypedForSomeStaysWithThem(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	d.press("A", "l")
	d.enter("2027-05-05")
	d.press("esc", "A", "space", "space", "l")
	d.wants("2 invitations")
	d.wantsNot("2027-05-05")
}

// What came back although it was put off asks its questions as all that waits.
func TestOpeningWhatCameBack(t *testing.T) {
	d := newDriver(t, 100, 30, withChanged())
	d.wants("changed")
	d.press("enter")
	if d.top() != "questionnaire" {
		t.Errorf("enter opens %s", d.top())
	}
}
