package inbox

import (
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// What was put off comes back on its day with a mark, and stands first among
// what is put off.
func TestDueOnesComeBack(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 100, 30, screen.Options{Storage: f})
	d.Press("l")
	d.Enter("2026-12-03")
	d.Press("enter", "2")
	if got := namesIn(d); !slices.Equal(got, []string{"Pavol Orsula", "Katarína Žilinská"}) {
		t.Errorf("put off: %v", got)
	}
	d.Wants("by due day ↑")
	d.Now = d.Now.AddDate(0, 0, 20)
	f.Now = d.Now
	d.Press("ctrl+l", "1")
	d.Wants("Waiting 7", "»", "due")
	d.Press("G")
	d.Wants("» Due: you put it off until 2 Dec")
	d.Press("2")
	if got := namesIn(d); len(got) != 2 {
		t.Errorf("put off: %v", got)
	}
}

func TestEditing(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	d := inboxDriver(t, 100, 40, o)
	d.Press("e")
	d.Enter(" Sent them.")
	d.Press("tab")
	d.Enter(", PhD")
	d.Press("esc")
	d.Wants("Kept what you typed")
	d.Press("e")
	d.Wants("Sent them.", "Žilinská, PhD")
	d.Press("shift+tab", "shift+tab")
	d.Enter("x")
	d.Press("ctrl+o")
	d.Wants("Write 2026-11-01")
	d.Press("backspace", "ctrl+o")
	d.Wants("Saved: Katarína Žilinská, PhD", "Sent them.")
	if inv := f.All["a1ka"]; inv.PersonNote != "Met at the meetup; owes me slides. Sent them." || !inv.SentAt.Equal(frametest.TestNow().AddDate(0, 0, -1)) {
		t.Errorf("kept %q, sent %v", inv.PersonNote, inv.SentAt)
	}
	d.Press("e", "ctrl+o")
	if d.Top() != "inbox" {
		t.Error("saving nothing stays in the form")
	}
}

func TestCopying(t *testing.T) {
	var copied []string
	o := frametest.WithLists()
	o.Copy = func(text string) error { copied = append(copied, text); return nil }
	d := inboxDriver(t, 100, 30, o)
	d.Press("y", "1", "y", "j", "enter", "j", "j", "j", "y")
	d.Wants("Draft")
	d.Press("G", "enter")
	d.Wants("Copied")
	if len(copied) < 3 || copied[0] != "Katarína Žilinská" || copied[1] != "https://www.linkedin.com/in/katarina-zilinska-example" {
		t.Errorf("copied %q", copied)
	}
}

// A field without a value yet, a value that is not allowed and a text copied
// into the filter are all answered, and what is not understood leaves nothing
// that looks like its result.
func TestFilterThatCannotBeRead(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("/")
	d.Enter("name:")
	d.Enter("anna")
	d.Wants("Anna")
	d.Press("esc", "/")
	d.Enter("is:banana")
	d.Wants("cannot be read yet: is:banana", "outgoing")
	if id := d.Root.Env.Offered(d.Root.Top()); slices.Contains(id, keys.SaveList) {
		t.Error("a query that cannot be read is offered for saving")
	}
	d.Press("enter")
	if !d.Root.Top().InText() {
		t.Error("enter leaves a query that cannot be read, as if the list were its result")
	}
	d.Press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
	d.Enter("waiting")
	d.Wants("7 of 7")
	d.Press("enter")
	if d.Root.Top().InText() {
		t.Error("enter does not go to the list")
	}
}

// What was typed for one person does not turn up for another.
func TestTagsTypedStayWithTheirPerson(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("t")
	d.Enter("secret")
	d.Press("esc", "j", "t")
	d.WantsNot("secret")
	d.Press("esc", "k", "t")
	d.Wants("secret")
}

// Nor does a day typed for some turn up for others.
func TestDayTypedForSomeStaysWithThem(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("A", "l")
	d.Enter("2027-05-05")
	d.Press("esc", "A", "space", "space", "l")
	d.Wants("2 invitations")
	d.WantsNot("2027-05-05")
}

// What came back although it was put off asks its questions as all that waits.
func TestOpeningWhatCameBack(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithChanged())
	d.Wants("changed")
	d.Press("enter")
	if page := d.Opened(); page != (screen.QuestionsPage{ID: "a1ka"}) {
		t.Errorf("enter opens %v", page)
	}
}
