package tui

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/store"
)

// Where the decision differs from the advice a reason is asked for, which may
// be left out, and survives esc.
func TestDecidingAgainstTheAdvice(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("j", "d", "1")
	d.enter("she spoke well at the meetup")
	d.press("esc", "esc")
	if len(f.calls) > 0 {
		t.Fatalf("esc saved %v", f.calls)
	}
	d.press("d", "1")
	d.wants("she spoke well")
	d.press("enter")
	if want := []string{"decided b2li accepted she spoke well at the meetup"}; !slices.Equal(f.calls, want) {
		t.Errorf("changes %q, want %q", f.calls, want)
	}
	d.press("k", "d", "1", "enter")
	if got := f.calls[len(f.calls)-1]; got != "decided b2li accepted " {
		t.Errorf("a reason that was saved came back: %q", got)
	}
}

func TestLater(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("l")
	d.enter("someday")
	d.press("enter")
	if d.top() != "laterDialog" {
		t.Fatal("a date that is none was taken")
	}
	for range "someday" {
		d.press("backspace")
	}
	d.enter("2 weeks")
	d.wants("Friday 4 December 2026")
	d.press("enter")
	d.wants("Put off: Katarína Žilinská", "Later 2")
	if want := []string{"postponed a1ka 2026-12-04"}; !slices.Equal(f.calls, want) {
		t.Errorf("changes %q, want %q", f.calls, want)
	}
	d.press("l", "down", "down", "up", "enter")
	if got := f.calls[len(f.calls)-1]; got != "postponed b2li 2026-11-21" {
		t.Errorf("the offered date gave %q", got)
	}
}

func TestAddByHand(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("a", "ctrl+o")
	d.wants("Write a name")
	d.enter("Renée Müller")
	d.press("tab", "tab", "tab", "tab")
	d.enter("Dear all,")
	d.press("enter")
	d.enter("hello")
	d.press("tab")
	d.enter("3 weeks ago")
	f.failing = errTest
	d.press("ctrl+o")
	d.wants("no space left", "Renée Müller", "hello")
	d.press("esc")
	d.wants("Kept as a draft")
	d.press("a")
	d.wants("Renée Müller", "hello", "3 weeks ago")
	f.failing = nil
	d.press("ctrl+o")
	d.wants("Added: Renée Müller")
	inv, err := f.Get("k012")
	if err != nil {
		t.Fatal(err)
	}
	if inv.Note != "Dear all,\nhello" || inv.Direction != store.Incoming || inv.SentAt.Format(time.DateOnly) != "2026-10-30" {
		t.Errorf("added %+v", inv)
	}
	if row, _ := d.root.top().(*inbox).selected(); row.ID != "k012" {
		t.Errorf("the cursor is on %s, not on the one added", row.ID)
	}
	d.press("a")
	if draft := d.root.top().(*addForm).draft(); !draft.empty() {
		t.Errorf("the draft is still there: %v", draft)
	}
}

func TestDiscardingADraftAsks(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.press("a")
	d.enter("Half a name")
	d.press("ctrl+x", "enter")
	d.wants("Half a name")
	d.press("ctrl+x", "y")
	d.wantsNot("Half a name")
	if d.top() != "addForm" {
		t.Errorf("on %s", d.top())
	}
}

func TestImport(t *testing.T) {
	o := withArchive()
	f := o.Storage.(*fakeStorage)
	f.report.Added, f.steps = 3, 5
	d := newDriver(t, 80, 24, o)
	d.press("i", "up")
	d.enter("~/archive.zip")
	d.press("enter")
	d.wants("47  waiting for your decision", "Invitations.csv:12: the row has 3 of 7 fields")
	if len(f.calls) > 0 {
		t.Fatalf("looking changed the store: %v", f.calls)
	}
	d.press("enter")
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"imported [" + home + "/archive.zip]"}; !slices.Equal(f.calls, want) {
		t.Errorf("changes %q, want %q", f.calls, want)
	}
	d.wants("Imported.")
	d.press("enter")
	d.wants("Your profile", "esc skips the rest")
	d.press("esc")
	d.wants("Skipped", "Imported Person 0", "3 waiting")
	if !o.Settings.ProfileAsked() {
		t.Error("the profile would be asked for again")
	}
}

func TestImportThatFails(t *testing.T) {
	o := withArchive()
	o.Storage.(*fakeStorage).failing = errTest
	d := newDriver(t, 80, 24, o)
	d.press("i", "enter")
	d.wants("! No space left on the disk", "Where is the archive?")
	d.press("esc", "esc")
	if d.top() != "inbox" {
		t.Errorf("on %s", d.top())
	}
}

func TestProfile(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	settings := &fakeSettings{asked: true}
	d := newDriver(t, 80, 30, Options{Storage: f, Settings: settings})
	d.press("s", "enter", "space", "down", "down", "space", "tab", "left", "tab", "left", "left", "tab")
	d.enter("1.2k")
	d.press("ctrl+o")
	d.wants("whole number")
	d.press("shift+tab", "tab", "backspace", "backspace", "backspace")
	d.enter(",234")
	d.press("tab", "left", "ctrl+o")
	p := settings.profile
	if p.Connections == nil || *p.Connections != 1234 || len(p.Goals) != 2 || p.Usage != "light" || p.Comfort != "comfortable" || !p.PostsPersonal {
		t.Errorf("saved %+v", p)
	}
	if err := p.Validate(); err != nil {
		t.Error(err)
	}
	if !slices.Equal(f.calls, []string{"readvised"}) {
		t.Errorf("the advice was not renewed: %v", f.calls)
	}
}

// Leaving the profile keeps what was changed, and keeps as a draft what cannot
// be saved.
func TestLeavingTheProfileDiscardsNothing(t *testing.T) {
	settings := &fakeSettings{asked: true}
	d := newDriver(t, 80, 30, Options{Storage: newFakeStorage(somePeople()...), Settings: settings})
	d.press("s", "enter", "space", "tab", "tab", "tab")
	d.enter("lots")
	d.press("esc")
	if len(settings.profile.Goals) != 1 {
		t.Errorf("the goal is lost: %+v", settings.profile)
	}
	d.press("enter")
	d.wants("lots")
	d.press("esc", "enter", "esc")
	if settings.saved != 1 {
		t.Errorf("saved %d times", settings.saved)
	}
}

func TestOpenProfile(t *testing.T) {
	var opened []string
	o := withPeople()
	o.OpenURL = func(url string) error { opened = append(opened, url); return nil }
	d := newDriver(t, 80, 24, o)
	d.press("o")
	d.wants("https://www.linkedin.com/in/katarina-zilinska-example")
	d.press("enter")
	if len(opened) > 0 {
		t.Fatal("No opened it")
	}
	d.press("o", "y")
	if len(opened) != 1 || !strings.HasSuffix(opened[0], "katarina-zilinska-example") {
		t.Errorf("opened %v", opened)
	}
	d.wants("Opened https://")
	o.OpenURL = func(string) error { return errTest }
	d = newDriver(t, 120, 24, o)
	d.press("o", "y")
	d.wants("No browser could be started. The address: https://www.linkedin.com/in/katarina")
}
