package inbox

import (
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// Where the decision differs from the advice a reason is asked for, which may
// be left out, and survives esc.
func TestDecidingAgainstTheAdvice(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("j", "d", "1")
	d.Enter("she spoke well at the meetup")
	d.Press("esc", "esc")
	if len(f.Calls) > 0 {
		t.Fatalf("esc saved %v", f.Calls)
	}
	d.Press("d", "1")
	d.Wants("she spoke well")
	d.Press("enter")
	if want := []string{"decided b2li accepted she spoke well at the meetup"}; !slices.Equal(f.Calls, want) {
		t.Errorf("changes %q, want %q", f.Calls, want)
	}
	d.Press("k", "d", "1", "enter")
	if got := f.Calls[len(f.Calls)-1]; got != "decided b2li accepted " {
		t.Errorf("a reason that was saved came back: %q", got)
	}
}

func TestLater(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("l")
	d.Enter("someday")
	d.Press("enter")
	if d.Top() != "laterDialog" {
		t.Fatal("a date that is none was taken")
	}
	for range "someday" {
		d.Press("backspace")
	}
	d.Enter("2 weeks")
	d.Wants("Friday 4 December 2026")
	d.Press("enter")
	d.Wants("Put off until Friday 4 December 2026: Katarína Žilinská", "Later 2")
	if want := []string{"postponed a1ka 2026-12-04"}; !slices.Equal(f.Calls, want) {
		t.Errorf("changes %q, want %q", f.Calls, want)
	}
	d.Press("l", "down", "down", "up", "enter")
	if got := f.Calls[len(f.Calls)-1]; got != "postponed b2li 2026-11-21" {
		t.Errorf("the offered date gave %q", got)
	}
}

func TestOpenProfile(t *testing.T) {
	var opened []string
	o := frametest.WithPeople()
	o.OpenURL = func(url string) error { opened = append(opened, url); return nil }
	d := inboxDriver(t, 80, 24, o)
	d.Press("o")
	d.Wants("https://www.linkedin.com/in/katarina-zilinska-example")
	d.Press("enter")
	if len(opened) > 0 {
		t.Fatal("No opened it")
	}
	d.Press("o", "y")
	if len(opened) != 1 || !strings.HasSuffix(opened[0], "katarina-zilinska-example") {
		t.Errorf("opened %v", opened)
	}
	d.Wants("Opened https://")
	o.OpenURL = func(string) error { return frametest.ErrTest }
	d = inboxDriver(t, 120, 24, o)
	d.Press("o", "y")
	d.Wants("No browser could be started (no space left on the disk). The address: https://www.li")
}

func TestAddByHand(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := inboxDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("a", "ctrl+o")
	d.Wants("Write a name")
	d.Enter("Renée Müller")
	d.Press("tab", "tab", "tab", "tab")
	d.Enter("Dear all,")
	d.Press("enter")
	d.Enter("hello")
	d.Press("tab")
	d.Enter("3 weeks ago")
	f.Failing = frametest.ErrTest
	d.Press("ctrl+o")
	d.Wants("no space left", "Renée Müller", "hello")
	d.Press("esc")
	d.Wants("Kept what you typed")
	d.Press("a")
	d.Wants("Renée Müller", "hello", "3 weeks ago")
	f.Failing = nil
	d.Press("ctrl+o")
	d.Wants("Added: Renée Müller")
	inv, err := f.Get("k012")
	if err != nil {
		t.Fatal(err)
	}
	if inv.Note != "Dear all,\nhello" || inv.Direction != record.Incoming || inv.SentAt.Format(time.DateOnly) != "2026-10-30" {
		t.Errorf("added %+v", inv)
	}
	if row, _ := d.Root.Top().(*inbox).selected(); row.ID != "k012" {
		t.Errorf("the cursor is on %s, not on the one added", row.ID)
	}
	d.Press("a")
	d.WantsNot("Dear all,") // what is saved is no draft any more
}
