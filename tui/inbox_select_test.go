package tui

import (
	"slices"
	"strings"
	"testing"

	"linkvet/store"
)

func TestSelectingAndTagging(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 120, 30, o)
	d.press("space", "j", "r")
	d.wants("3 selected")
	d.press("t")
	d.enter("work -bridges")
	d.press("enter")
	d.wants("Tagged 3 invitations: +work -bridges; z undoes", "#meetup #work")
	d.wants("3 selected") // people tag some, then put the same ones off
	if got := f.all["c3em"].Tags; !slices.Equal(got, []string{"work"}) {
		t.Errorf("tags %v", got)
	}
	d.press("esc", "/")
	d.wantsNot("selected")
	d.enter("tag:work")
	d.wants("3 of 7")
	d.press("esc", "z")
	d.wants("Undone: tagged: +work -bridges")
	if got := f.all["c3em"].Tags; got != nil {
		t.Errorf("undone, and yet tags %v", got)
	}
	d.press("Z", "z", "z", "Z", "Z", "Z")
	d.wants("There is nothing to do again")
	if got := f.all["a1ka"].Tags; !slices.Equal(got, []string{"meetup", "work"}) {
		t.Errorf("tags after redo %v", got)
	}
	d.press("t")
	d.enter("mee")
	d.press("tab")
	d.wants("› meetup")
	d.press("esc", "t")
	d.wants("› meetup") // kept as a draft
}

// Ten or more ask first, with No marked; fewer do not.
func TestBigActionsAsk(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 30, o)
	d.press("4", "A", "t")
	d.enter("all")
	d.press("enter")
	d.wants("Really?", "12 invitations")
	d.press("enter")
	if d.top() != "tagDialog" || len(f.calls) > 0 {
		t.Fatalf("enter was not No: on %s, %v", d.top(), f.calls)
	}
	d.press("enter", "y")
	d.wants("Tagged 12 invitations")
	if len(f.calls) != 12 {
		t.Errorf("changes %v", f.calls)
	}
	d.press("esc", "1", "A", "l")
	d.enter("tomorrow")
	d.press("enter")
	d.wants("Put off: 7 invitations", "Waiting 0", "Later 7")
	d.press("1")
	d.wants("Nobody is waiting", "7 selected, 7 not shown")
	d.press("z")
	d.wants("Undone: postponed", "Waiting 7", "Katarína")
	d.wantsNot("Nobody is waiting")
	d.press("1", "d", "3")
	d.wants("For some of them the advice was another")
	d.enter("cleared out")
	d.press("enter")
	d.wants("Saved: 7 invitations, ignored", "Decided 9")
	if inv := f.all["a1ka"]; inv.Decision != store.Ignored || inv.Because != "cleared out" {
		t.Errorf("kept %+v", inv)
	}
	d.press("4", "A", "d")
	d.wants("decide on them apart")
	d.press("w", "y")
	d.wants("12 invitations wait again")
}

func TestDeletingAndUndoing(t *testing.T) {
	o := withLists()
	d := newDriver(t, 100, 30, o)
	d.press("x", "enter")
	d.wants("Waiting 7")
	d.press("space", "space", "x", "y")
	d.wants("Deleted: 2 invitations", "Waiting 5")
	d.press("z")
	d.wants("Undone", "Waiting 7", "Katarína")
	d.press("enter", "esc", "3", "enter", "x", "y")
	d.wants("Decided 1")
	if d.top() != "inbox" {
		t.Errorf("the details of a deleted one stay: %s", d.top())
	}
	d.press("ctrl+p")
	d.enter("undo")
	d.wants("Undo: deleted: 1")
	d.press("enter")
	d.wants("Decided 2")
}

func TestExporting(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 100, 30, o)
	d.press("space", "j", "space", "E")
	d.wants("Write 2 invitations")
	for range len("~/invitations-2026-11-20.csv") {
		d.press("backspace")
	}
	d.enter("there.csv")
	d.press("enter")
	d.wants("Replace it?")
	d.now = d.now.Add(graceTime)
	d.press("enter")
	if len(f.calls) > 0 {
		t.Fatalf("No replaced it: %v", f.calls)
	}
	d.press("enter")
	d.now = d.now.Add(graceTime) // the question opened by itself
	d.press("y")
	d.wants("Wrote 2 invitations to there.csv")
	if want := []string{"exported there.csv [a1ka c3em]"}; !slices.Equal(f.calls, want) {
		t.Errorf("%v, want %v", f.calls, want)
	}
	f.failing = errTest
	d.press("esc", "E", "enter")
	d.wants("No space left on the disk", "Write 7 invitations")
	if n := strings.Count(d.shows(), "pace left on the disk"); n != 1 {
		t.Errorf("the error is shown %d times:\n%s", n, d.shows())
	}
}

// Reading the rows again never takes the filter away meanwhile, so that what is
// selected is what is seen; and a change made meanwhile is not lost.
func TestRefreshingKeepsTheFilter(t *testing.T) {
	people := somePeople()
	d := newDriver(t, 100, 30, Options{Storage: newFakeStorage(people...)})
	d.press("4", "/")
	d.enter("is:decided")
	d.press("enter")
	s := inboxOf(d)
	refresh := s.Init()
	loaded := refresh()
	people[0].Decision = store.Ignored
	d.send(invitationSavedMsg{invitation: people[0]})
	d.press("A")
	d.wants("2 selected", "2 of 12")
	d.send(loaded)
	d.wants("2 selected", "3 of 12", "Decided 3")
}

// A tag of several words, as the command line gives, is one in quotes.
func TestTagsOfSeveralWords(t *testing.T) {
	o := withLists()
	f := o.Storage.(*fakeStorage)
	d := newDriver(t, 120, 30, o)
	tags := func() []string { return slices.Sorted(slices.Values(f.all["a1ka"].Tags)) }
	d.press("t")
	d.enter(`"trade fair" #choir`)
	d.press("enter")
	if !slices.Equal(tags(), []string{"bridges", "choir", "meetup", "trade fair"}) {
		t.Errorf("tags %q", tags())
	}
	for _, typed := range []string{`-tra`, `-"tr`} {
		d.press("t")
		d.enter(typed)
		d.press("tab")
		d.wants(`› -"trade fair"`)
		d.press("enter")
		if !slices.Equal(tags(), []string{"bridges", "choir", "meetup"}) {
			t.Errorf("after %s tags %q", typed, tags())
		}
		d.press("z")
	}
}

// What a selection is for, export among it, fits the footer.
func TestSelectionFooter(t *testing.T) {
	d := newDriver(t, 80, 24, withLists())
	d.press("space")
	d.wants("E export", "esc none")
}
