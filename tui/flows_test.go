package tui

import (
	"os"
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestDiscardingADraftAsks(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Press("a")
	d.Enter("Half a name")
	d.Press("ctrl+x", "enter")
	d.Wants("Half a name")
	d.Press("ctrl+x", "y")
	d.WantsNot("Half a name")
	if d.Top() != "addForm" {
		t.Errorf("on %s", d.Top())
	}
}

func TestImport(t *testing.T) {
	o := frametest.WithArchive()
	f := o.Storage.(*frametest.FakeStorage)
	f.Report.Added, f.Steps = 3, 5
	d := newDriver(t, 80, 24, o)
	d.Press("i", "up")
	d.Enter("~/archive.zip")
	d.Press("enter")
	d.Wants("47  waiting for your decision", "Invitations.csv:12: the row has 3 of 7 fields")
	if len(f.Calls) > 0 {
		t.Fatalf("looking changed the store: %v", f.Calls)
	}
	d.Press("enter")
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"imported [" + home + "/archive.zip]"}; !slices.Equal(f.Calls, want) {
		t.Errorf("changes %q, want %q", f.Calls, want)
	}
	d.Wants("Imported.")
	d.Press("enter")
	d.Wants("Your profile", "esc skips the rest")
	d.Press("esc")
	d.Wants("Skipped", "Imported Person 0", "3 waiting")
	if !o.Settings.ProfileAsked() {
		t.Error("the profile would be asked for again")
	}
}

func TestProfile(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	settings := &frametest.FakeSettings{Asked: true}
	d := newDriver(t, 80, 30, screen.Options{Storage: f, Settings: settings})
	d.Press("s", "enter", "space", "down", "down", "space", "tab", "left", "tab", "left", "left", "tab")
	d.Enter("1.2k")
	d.Press("ctrl+o")
	d.Wants("whole number")
	d.Press("shift+tab", "tab", "backspace", "backspace", "backspace")
	d.Enter(",234")
	d.Press("tab", "left", "ctrl+o")
	p := settings.Person
	if p.Connections == nil || *p.Connections != 1234 || len(p.Goals) != 2 || p.Usage != "light" || p.Comfort != "comfortable" || !p.PostsPersonal {
		t.Errorf("saved %+v", p)
	}
	if err := p.Validate(); err != nil {
		t.Error(err)
	}
	if !slices.Equal(f.Calls, []string{"readvised"}) {
		t.Errorf("the advice was not renewed: %v", f.Calls)
	}
}

// Leaving the profile keeps what was changed, and keeps as a draft what cannot
// be saved.
func TestLeavingTheProfileDiscardsNothing(t *testing.T) {
	settings := &frametest.FakeSettings{Asked: true}
	d := newDriver(t, 80, 30, screen.Options{Storage: frametest.NewFakeStorage(frametest.SomePeople()...), Settings: settings})
	d.Press("s", "enter", "space", "tab", "tab", "tab")
	d.Enter("lots")
	d.Press("esc")
	if len(settings.Person.Goals) != 1 {
		t.Errorf("the goal is lost: %+v", settings.Person)
	}
	d.Press("enter")
	d.Wants("lots")
	d.Press("esc", "enter", "esc")
	if settings.Saved != 1 {
		t.Errorf("saved %d times", settings.Saved)
	}
}
