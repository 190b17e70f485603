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

func TestAFilterBecomesAList(t *testing.T) {
	o := withLists()
	settings := o.Settings.(*fakeSettings)
	d := newDriver(t, 100, 30, o)
	d.press("/")
	d.enter("has:note is:waiting")
	d.press("ctrl+o", "ctrl+o")
	d.wants("It needs a name")
	d.enter("Waiting")
	d.press("ctrl+o")
	d.wants("Waiting is a list that linkvet has already")
	d.enter(" with a note")
	d.press("ctrl+o")
	d.wants("Saved the list", "Waiting with a note 3")
	if want := (Section{"Waiting with a note", "has:note is:waiting"}); settings.sections[2] != want {
		t.Errorf("saved %v", settings.sections)
	}
	if s := inboxOf(d); s.typing || s.filter.value() != "" || s.sections[s.tab].name != "Waiting with a note" {
		t.Errorf("saved, and yet in %s, typing %v, filter %q", s.sections[s.tab].name, s.typing, s.filter.value())
	}
	d.wants("Katarína", "李小龍")
	d.wantsNot("Recruiter at") // only those three
	d.press("d", "1")
	d.wants("Waiting with a note 2")
	d.press("s", "j", "j", "j", "j", "enter", "G", "K", "x", "enter")
	if len(settings.sections) != 3 || settings.sections[1].Name != "Waiting with a note" {
		t.Errorf("moved: %v", settings.sections)
	}
	d.press("x", "y", "enter")
	d.wants("Change the list", "No note")
	d.press("esc", "g", "enter", "tab")
	d.enter(" is:lost")
	d.press("ctrl+o")
	d.wants("Is:lost (allowed:")
	for range " is:lost" {
		d.press("backspace")
	}
	d.press("ctrl+o", "esc", "esc")
	d.wants("Recruiters 1")
}

// One esc clears the filter and gives the keys back to the list; enter gives
// them back and keeps it.
func TestEscClearsTheFilterAtOnce(t *testing.T) {
	d := newDriver(t, 100, 30, withLists())
	d.press("/")
	d.enter("recruiter")
	d.press("esc")
	if s := inboxOf(d); s.typing || s.filter.value() != "" || s.applied != "" {
		t.Errorf("after esc typing %v, filter %q, applied %q", s.typing, s.filter.value(), s.applied)
	}
	d.press("/")
	d.enter("recruiter")
	d.press("enter")
	d.wants("1 of 7")
	d.press("/", "esc")
	if s := inboxOf(d); s.typing || s.applied != "" {
		t.Errorf("after esc on a kept filter typing %v, applied %q", s.typing, s.applied)
	}
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
