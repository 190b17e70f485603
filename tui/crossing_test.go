package tui

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

func TestKnownAndTrustedTakesFourKeys(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("enter", "1", "y", "n")
	d.Wants("Accept", "settled")
	if got := d.Top(); got != "verdict" {
		t.Fatalf("after three keys the screen is %s", got)
	}
	d.Press("a")
	if got := frametest.Vetted(f).Decision; got != record.Accepted {
		t.Errorf("the decision is %q", got)
	}
	if got := d.Top(); got != "inbox" {
		t.Errorf("after the decision the screen is %s", got)
	}
	d.Wants("Saved: Katarína Žilinská, accepted")
	if marked := d.Marked(); !strings.Contains(marked, "李小龍") {
		t.Errorf("the next waiting one is not marked but %q", marked)
	}
}

// The check for conflicts knows which actions are offered side by side: none
// that a screen offers together is thought to be apart.
func TestNeighborsAreWhatScreensOffer(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 120, 40, style.ThemeDark)
		offered := append(slices.Clone(d.Root.Top().Actions()), keys.Global()...)
		for _, one := range offered {
			for _, two := range offered {
				a, b := d.Root.Env.Keys.ByID[one], d.Root.Env.Keys.ByID[two]
				if one != two && !keys.SideBySide(a, b) {
					t.Errorf("%s offers %s (%s) beside %s (%s)", s.name, one, a.Group, two, b.Group)
				}
			}
		}
	}
}

// Every action of the table is offered somewhere, so that no key is promised in
// vain.
func TestEveryActionIsOfferedSomewhere(t *testing.T) {
	offered := map[keys.ID]bool{keys.Leave: true, keys.Cancel: true}
	for _, id := range keys.Global() {
		offered[id] = true
	}
	note := func(d *frametest.Driver) {
		for _, id := range d.Root.Top().Actions() {
			offered[id] = true
		}
	}
	for _, s := range allShows() {
		note(s.open(t, 120, 40, style.ThemeDark))
	}
	for _, keys := range [][]string{
		{"D"}, {"s", "enter"}, {"5", "G", "enter"}, {"5", "G", "d"}, {"a", "shift+tab"}, {"s", "j", "j", "j", "enter"},
	} {
		o := frametest.WithNothing()
		if keys[0] != "D" {
			o = frametest.WithPeople()
		}
		d := newDriver(t, 120, 40, o)
		d.Press(keys...)
		note(d)
	}
	for _, a := range keys.CommonActions() {
		if !offered[a.ID] {
			t.Errorf("no screen offers %s", a.ID)
		}
	}
	for _, a := range keys.InboxActions() {
		if !offered[a.ID] {
			t.Errorf("no screen offers %s", a.ID)
		}
	}
}

func TestTheStartOffersToResume(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.WantsNot("Go on with")
	d.Press("esc")
	addOne(d, "Łucja Nowak")
	d = start()
	d.WantsNot("Go on with")
	d.Press("enter", "n", "2", "n", "1")

	d = start()
	d.Wants("↩ Go on with Łucja Nowak, page 3 of 6?", "c goes on")
	d.Press("j", "k") // it is in nobody's way
	d.Wants("↩ Go on with")
	d.Press("c")
	d.Wants("What do note and profile show?", "Written for me")
	d.Press("esc")
	d.WantsNot("Go on with")
	d.Press("d", "1", "enter")

	d = start()
	d.WantsNot("Go on with")
}

// Who was gone on with is who the cursor is on afterwards.
func TestTheCursorIsWhereOneWentOn(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.Press("esc")
	addOne(d, "Łucja Nowak")
	addOne(d, "Bo Berg")
	addOne(d, "Cy Cole")
	d = start()
	d.Press("G", "enter", "n", "2", "n")
	name := strings.TrimSpace(strings.Split(d.Shows(), "\n")[2])

	d = start()
	d.Wants("↩ Go on with " + name)
	d.Press("c", "esc")
	if got := d.Marked(); !strings.Contains(got, name) {
		t.Errorf("after going on with %q, marked is %q", name, got)
	}
}

func TestChangingOnesLists(t *testing.T) {
	o := frametest.WithLists()
	settings := o.Settings.(*frametest.FakeSettings)
	d := newDriver(t, 100, 30, o)
	d.Press("s", "j", "j", "j", "j", "enter", "G", "K")
	if settings.OwnLists[0].Name != "No note" {
		t.Errorf("moved: %v", settings.OwnLists)
	}
	d.Press("esc", "esc")
	d.Wants("No note 4   Recruiters 1")
	d.Press("s", "j", "j", "j", "j", "enter", "x", "y", "enter")
	d.Wants("Change the list", "Recruiters")
	d.Press("tab")
	d.Enter(" is:lost")
	d.Press("ctrl+o")
	d.Wants("Is:lost (allowed:")
	for range " is:lost" {
		d.Press("backspace")
	}
	d.Press("ctrl+o", "esc", "esc")
	d.Wants("Recruiters 1")
	d.WantsNot("No note")
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

// A slash in front of what is searched for, as fingers type it, is left out.
func TestSearchingWithASlash(t *testing.T) {
	for _, keys := range [][]string{{"?"}, {"ctrl+p"}, {"s", "down", "down", "down", "enter"}} {
		d := newDriver(t, 120, 40, frametest.WithPeople())
		d.Press(keys...)
		d.Enter("/undo/")
		d.Wants("› undo/", "Nothing here is called that")
		d.Press("backspace")
		d.Wants("› undo")
		d.WantsNot("Nothing here")
		for range "undo" {
			d.Press("backspace")
		}
		d.Send(frametest.Paste("/undo"))
		d.Wants("› undo")
		d.WantsNot("Nothing here")
	}
}

func TestCtrlCLeavesFromAnywhere(t *testing.T) {
	for _, s := range allShows() {
		d := s.open(t, 80, 24, style.ThemeDark)
		d.Press("ctrl+c")
		if !d.Quit {
			t.Errorf("%s: ctrl+c did not leave", s.name)
		}
	}
}

// Holding the key that records what one did records it once, and does nothing on
// the screen that comes after.
func TestHoldingAcceptedRecordsOnce(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("enter", "1", "y", "n")
	d.Wants("ACCEPT", "record “I accepted it”")
	d.Now = d.Now.Add(time.Second) // to read it
	d.Hold("a", 40)
	if d.Top() != "inbox" || frametest.Vetted(f).Decision != record.Accepted {
		t.Errorf("holding a leads to %s, and recorded %q", d.Top(), frametest.Vetted(f).Decision)
	}
	if len(f.Typed) > 0 {
		t.Errorf("it typed %q", f.Typed)
	}
}

// What is typed ahead of the advice records nothing: nobody has read it yet.
func TestTypingAheadDoesNotRecordTheAdvice(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("enter", "1", "y")
	d.Now = d.Now.Add(time.Second) // to see the next page
	for _, key := range []string{"n", "enter", "a", "enter"} {
		d.Send(frametest.KeyPress(key))
		d.Now = d.Now.Add(300 * time.Millisecond)
	}
	if d.Top() != "verdict" || frametest.Vetted(f).Decision != "" {
		t.Errorf("typing ahead leads to %s, and recorded %q", d.Top(), frametest.Vetted(f).Decision)
	}
	d.Wants("read it, then press enter again")
	d.Press("enter")
	if got := frametest.Vetted(f).Decision; got != record.Accepted {
		t.Errorf("after reading it, enter recorded %q", got)
	}
}

// Holding the key that ends a page ends one, and records nothing where it leads to.
func TestHoldingEnterDoesNotRecordTheAdvice(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("enter", "1", "y")
	d.Press("space") // a stop sign
	d.Hold("enter", 60)
	if d.Top() != "verdict" || frametest.Vetted(f).Decision != "" {
		t.Errorf("holding enter leads to %s, and recorded %q", d.Top(), frametest.Vetted(f).Decision)
	}
	f = frametest.NewFakeStorage(frametest.SomePeople()...)
	d = newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("enter", "n", "2", "n", "enter")
	d.Now = d.Now.Add(time.Second)
	d.Hold("enter", 60)
	if d.Top() != "verdict" || frametest.Vetted(f).Decision != "" || !frametest.Vetted(f).LaterUntil.IsZero() {
		t.Errorf("holding enter leads to %s, and recorded %q", d.Top(), frametest.Vetted(f).Decision)
	}
	d.Now = d.Now.Add(time.Second)
	d.Press("enter") // pressed again, it does what it says
	if d.Top() == "verdict" {
		t.Error("enter does nothing any more")
	}
}
