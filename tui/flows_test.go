package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/store"
)

func TestDecideMovesOnAndCanBeTakenBack(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("d", "1")
	d.wants("Saved: Katarína Žilinská, accepted", "Waiting 5", "Decided 3")
	if row, _ := d.root.top().(*inbox).selected(); row.ID != "b2li" {
		t.Errorf("the cursor is on %s, not on the next one", row.ID)
	}
	d.press("k")
	d.wants("accepted") // it stays where it was until the list is made anew
	d.press("w")
	d.wants("waits again", "Waiting 6")
	if want := []string{"decided a1ka accepted ", "reopened a1ka "}; !slices.Equal(f.calls, want) {
		t.Errorf("changes %q, want %q", f.calls, want)
	}
	d.press("d", "1", "2")
	d.wants("Waiting 5", "Pavol")
	d.press("1")
	d.wantsNot("Hi, we met")
}

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

func TestFilter(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	d.press("4", "/")
	d.enter("zilinska")
	d.wants("1 of 12", "Katarína")
	d.press("esc")
	d.wants("All 12")
	d.wantsNot("1 of 12")
	d.press("/")
	d.enter("!has:note is:decided")
	d.wants("2 of 12", "Amara", "Joris")
	d.press("down", "enter", "enter")
	d.wants("Joris van Dijk", "never heard of the firm")
	d.press("esc")
	d.wants("2 of 12")
	if row, _ := d.root.top().(*inbox).selected(); row.ID != "i9de" {
		t.Errorf("back from the details the cursor is on %s", row.ID)
	}
	d.press("esc")
	d.wants("Katarína")
}

// A filter typed before the rows can be searched is applied as soon as they
// can.
func TestFilterTypedEarlyIsNotLost(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	box := d.root.top().(*inbox)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	box.loading = d.root.env.request()
	prepare := box.loaded(rowsLoadedMsg{request: box.loading, listing: newListing(rows, box.sections)})
	d.press("/")
	d.enter("amara")
	d.wants("preparing the search")
	d.run(prepare.cmd)
	d.press("tab", "tab", "tab")
	d.wants("1 of 12", "Amara Okonkwo")
}

// A change that comes while the search is prepared shows once it is.
func TestChangesWhileTheSearchIsPrepared(t *testing.T) {
	people := somePeople()
	f := newFakeStorage(people...)
	rows, err := f.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	l := newListing(rows, builtinSections())
	people[0].Decision = store.Ignored
	if !l.put(people[0].Row(testNow())) || l.counts[sectionDecided] != 2 {
		t.Fatal("a change was made while a command reads the rows")
	}
	ready, err := prepare(t.Context(), l.table, l.sections)
	if err != nil {
		t.Fatal(err)
	}
	l.ready(ready)
	if l.counts[sectionDecided] != 3 {
		t.Error("the change is lost")
	}
}

func TestStaleRowsAreDropped(t *testing.T) {
	d := newDriver(t, 80, 24, withPeople())
	box := d.root.top().(*inbox)
	old := box.loading
	box.loading = d.root.env.request()
	d.send(rowsLoadedMsg{request: old, listing: newListing(store.NewTable(nil), box.sections)})
	d.wants("Katarína")
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

func TestImportCanBeCancelled(t *testing.T) {
	o := withArchive()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 80, 24, o)
	d.press("i", "enter")
	screen := d.root.top().(*importScreen)
	started := screen.start(importRunning, runImport)
	d.wants("esc cancels; then nothing is changed")
	d.press("esc")
	d.run(started.cmd)
	d.wants("Cancelled; nothing was changed", "Where is the archive?")
	if len(f.calls) > 0 {
		t.Errorf("cancelled, and yet: %v", f.calls)
	}
}

func TestLeavingStopsAnImport(t *testing.T) {
	d := newDriver(t, 80, 24, withArchive())
	d.press("i", "enter")
	screen := d.root.top().(*importScreen)
	started := screen.start(importRunning, runImport)
	d.press("ctrl+c")
	d.run(started.cmd)
	if !d.quit {
		t.Error("the program waits for the import")
	}
}

func TestPathCompletion(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"Basic_Export.zip", "Basic_Export_2.zip", "other.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "unpacked"), 0o700); err != nil {
		t.Fatal(err)
	}
	d := newDriver(t, 120, 24, Options{Storage: newFakeStorage()})
	d.press("i")
	d.send(paste(dir + "/bas"))
	d.press("tab")
	d.wants("Basic_Export.zip  Basic_Export_2.zip")
	if got := d.root.top().(*importScreen).path.value(); got != dir+"/Basic_Export" {
		t.Errorf("completed to %q", got)
	}
	d.enter("_")
	d.press("tab")
	if got := d.root.top().(*importScreen).path.value(); got != dir+"/Basic_Export_2.zip" {
		t.Errorf("completed to %q", got)
	}
	if got, _ := completions(dir + "/un"); got != dir+"/unpacked/" {
		t.Errorf("a folder completed to %q", got)
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
