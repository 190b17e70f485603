package inbox

import (
	"slices"
	"strings"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestSelectingAndTagging(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	d := inboxDriver(t, 120, 30, o)
	d.Press("space", "j", "r")
	d.Wants("3 selected")
	d.Press("t")
	d.Enter("work -bridges")
	d.Press("enter")
	d.Wants("Tagged 3 invitations: +work -bridges; z undoes", "#meetup #wor")
	d.Wants("3 selected") // people tag some, then put the same ones off
	if got := f.All["c3em"].Tags; !slices.Equal(got, []string{"work"}) {
		t.Errorf("tags %v", got)
	}
	d.Press("esc", "/")
	d.WantsNot("selected")
	d.Enter("tag:work")
	d.Wants("3 of 7")
	d.Press("esc", "z")
	d.Wants("Undone: tagged +work -bridges")
	if got := f.All["c3em"].Tags; got != nil {
		t.Errorf("undone, and yet tags %v", got)
	}
	d.Press("Z", "z", "z", "Z", "Z", "Z")
	d.Wants("There is nothing to do again")
	if got := f.All["a1ka"].Tags; !slices.Equal(got, []string{"meetup", "work"}) {
		t.Errorf("tags after redo %v", got)
	}
	d.Press("t")
	d.Enter("mee")
	d.Press("tab")
	d.Wants("› meetup")
	d.Press("esc", "t")
	d.Wants("› meetup") // kept as a draft
}

// Ten or more ask first, with No marked; fewer do not.
func TestBigActionsAsk(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	d := inboxDriver(t, 100, 30, o)
	d.Press("5", "A", "t")
	d.Enter("all")
	d.Press("enter")
	d.Wants("Really?", "12 invitations")
	d.Press("enter")
	if d.Top() != "tagDialog" || len(f.Calls) > 0 {
		t.Fatalf("enter was not No: on %s, %v", d.Top(), f.Calls)
	}
	d.Press("enter", "y")
	d.Wants("Tagged 12 invitations")
	if len(f.Calls) != 12 {
		t.Errorf("changes %v", f.Calls)
	}
	d.Press("esc", "1", "A", "l")
	d.Enter("tomorrow")
	d.Press("enter")
	d.Wants("Put off until Saturday 21 November 2026: 7 invitations", "Waiting 0", "Later 7")
	d.Press("1")
	d.Wants("Nobody is waiting", "7 selected, 7 not shown")
	d.Press("z")
	d.Wants("Undone: postponed", "Waiting 7", "Katarína")
	d.WantsNot("Nobody is waiting")
	d.Press("1", "d", "3")
	d.Wants("For some of them the advice was another")
	d.Enter("cleared out")
	d.Press("enter")
	d.Wants("Saved: 7 invitations, ignored", "Decided 9")
	if inv := f.All["a1ka"]; inv.Decision != record.Ignored || inv.Because != "cleared out" {
		t.Errorf("kept %+v", inv)
	}
	d.Press("5", "A", "d")
	d.Wants("decide on them apart")
	d.Press("w", "y")
	d.Wants("12 invitations wait again")
}

// A selection is of the list that is shown: on another one nothing is done with
// rows that nobody sees there.
func TestAnotherListDropsTheSelection(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("space", "space")
	d.Wants("2 selected")
	d.Press("3")
	d.WantsNot("selected")
	d.Press("1")
	d.WantsNot("selected")
}

// Before many are deleted the first of them are named, and a yes that came before
// the question was seen is none.
func TestDeletingNamesWhom(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	d.Press("A")
	d.Send(frametest.KeyPress("x"))
	d.Send(frametest.KeyPress("y"))
	d.Wants("Delete?", "7 invitations (Katarína", "and 4 more)", "This came up just now")
	d.Press("esc")
	d.Wants("Waiting 7")
}

func TestDeletingAndUndoing(t *testing.T) {
	o := frametest.WithLists()
	d := inboxDriver(t, 100, 30, o)
	d.Press("x", "enter")
	d.Wants("Waiting 7")
	d.Press("space", "space", "x", "y")
	d.Wants("Deleted: 2 invitations", "Waiting 5")
	d.Press("z")
	d.Wants("Undone", "Waiting 7", "Katarína")
	d.Press("enter", "esc", "3", "enter", "x", "y")
	d.Wants("Decided 1")
	if d.Top() != "inbox" {
		t.Errorf("the details of a deleted one stay: %s", d.Top())
	}
	d.Press("ctrl+p")
	d.Enter("undo")
	d.Wants("Undo: deleted 1")
	d.Press("enter")
	d.Wants("Decided 2")
}

func TestExporting(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	d := inboxDriver(t, 100, 30, o)
	d.Press("space", "j", "space", "E")
	d.Wants("Write 2 invitations")
	for range len("~/invitations-2026-11-20.csv") {
		d.Press("backspace")
	}
	d.Enter("there.csv")
	d.Press("enter")
	d.Wants("Replace it?")
	d.Pause()
	d.Press("enter")
	if len(f.Calls) > 0 {
		t.Fatalf("No replaced it: %v", f.Calls)
	}
	d.Press("enter")
	d.Pause() // the question opened by itself
	d.Press("y")
	d.Wants("Wrote 2 invitations to there.csv")
	if want := []string{"exported there.csv [a1ka c3em]"}; !slices.Equal(f.Calls, want) {
		t.Errorf("%v, want %v", f.Calls, want)
	}
	f.Failing = frametest.ErrTest
	d.Press("esc", "E", "enter")
	d.Wants("No space left on the disk", "Write 7 invitations")
	if n := strings.Count(d.Shows(), "pace left on the disk"); n != 1 {
		t.Errorf("the error is shown %d times:\n%s", n, d.Shows())
	}
}

// Reading the rows again never takes the filter away meanwhile, so that what is
// selected is what is seen; and a change made meanwhile is not lost.
func TestRefreshingKeepsTheFilter(t *testing.T) {
	people := frametest.SomePeople()
	d := inboxDriver(t, 100, 30, screen.Options{Storage: frametest.NewFakeStorage(people...)})
	d.Press("5", "/")
	d.Enter("is:decided")
	d.Press("enter")
	s := theInbox(d)
	refresh := s.Init()
	loaded := refresh()
	people[0].Decision = record.Ignored
	d.Send(screen.InvitationSavedMsg{Invitation: people[0]})
	d.Press("A")
	d.Wants("2 selected", "2 of 12")
	d.Send(loaded)
	d.Wants("2 selected", "3 of 12", "Decided 3")
}

// A tag of several words, as the command line gives, is one in quotes.
func TestTagsOfSeveralWords(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	d := inboxDriver(t, 120, 30, o)
	tags := func() []string { return slices.Sorted(slices.Values(f.All["a1ka"].Tags)) }
	d.Press("t")
	d.Enter(`"trade fair" #choir`)
	d.Press("enter")
	if !slices.Equal(tags(), []string{"bridges", "choir", "meetup", "trade fair"}) {
		t.Errorf("tags %q", tags())
	}
	for _, typed := range []string{`-tra`, `-"tr`} {
		d.Press("t")
		d.Enter(typed)
		d.Press("tab")
		d.Wants(`› -"trade fair"`)
		d.Press("enter")
		if !slices.Equal(tags(), []string{"bridges", "choir", "meetup"}) {
			t.Errorf("after %s tags %q", typed, tags())
		}
		d.Press("z")
	}
}

// What a selection is for, export among it, fits the footer.
func TestSelectionFooter(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithLists())
	d.Press("space")
	d.Wants("E export", "esc none")
}

// A selection stays while the list is searched, and what is done is done with all
// of it.
func TestSelectionSurvivesAFilter(t *testing.T) {
	o := frametest.WithLists()
	f := o.Storage.(*frametest.FakeStorage)
	d := inboxDriver(t, 100, 30, o)
	d.Press("space", "/")
	d.Enter("recruiter")
	d.Press("enter")
	d.Wants("1 selected, 1 not shown")
	d.Press("space")
	d.Wants("2 selected, 1 not shown", "E export")
	d.Press("E")
	d.Wants("Write 2 invitations")
	d.Press("esc", "t")
	d.Enter("both")
	d.Press("enter")
	if len(f.Calls) != 2 || !strings.HasPrefix(f.Calls[0], "tagged a1ka +both") {
		t.Errorf("%v, want two tagged", f.Calls)
	}
	d.Press("x", "y")
	d.Wants("All 10")
	d.WantsNot("selected")
	d.Press("z")
	d.Wants("All 12")
	d.WantsNot("selected")
}

func TestSelectionInEveryWay(t *testing.T) {
	d := inboxDriver(t, 100, 30, frametest.WithLists())
	for _, c := range []struct {
		keys []string
		want int
	}{
		{[]string{"space"}, 1}, {[]string{"k", "space"}, 0}, {[]string{"shift+down", "shift+down"}, 3}, {[]string{"esc"}, 0},
		{[]string{"A"}, 7}, {[]string{"A"}, 0}, {[]string{"r", "G", "r"}, 4}, {[]string{"1"}, 4}, {[]string{"5"}, 0}, {[]string{"g", "space"}, 1}, {[]string{"1"}, 0},
		{[]string{"esc"}, 0}, {[]string{"G", "shift+up"}, 2},
	} {
		d.Press(c.keys...)
		if got := theInbox(d).listing.nPicked; got != c.want {
			t.Fatalf("after %v %d are selected, not %d:\n%s", c.keys, got, c.want, d.Shows())
		}
	}
	d.Press("/")
	d.Enter("recruiter")
	d.Press("A")
	d.Wants("recruiterA") // typed, not an action
	d.Press("backspace", "enter", "A")
	d.Wants("3 selected, 2 not shown", "1 of 7")
	d.Press("esc")
	d.WantsNot("selected")
	d.Wants("1 of 7")
}
