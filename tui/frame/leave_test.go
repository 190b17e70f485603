package frame_test

import (
	"errors"
	"slices"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// Leaving waits for what is still to be written; asking again does not.
func TestLeavingWaitsForTheWriter(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	save := d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Act{Decision: record.Ignored})
	d.Press("ctrl+c")
	if d.Quit {
		t.Fatal("left before the decision was written")
	}
	d.Run(save)
	if !d.Quit || !slices.Contains(f.Calls, "decided a1ka ignored ") {
		t.Errorf("quit %v, calls %v", d.Quit, f.Calls)
	}
}

func TestLeavingTwiceDoesNotWait(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Act{Decision: record.Ignored})
	d.Press("ctrl+c", "ctrl+c")
	if !d.Quit {
		t.Error("the second ctrl+c did not leave")
	}
}

// newDriver is the program without any of its screens.
func newDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(_ *screen.Env, page screen.Page) screen.Screen { return &frametest.Stub{Page: page} })
}

// What could not be saved is counted until it is, and leaving tells it and
// offers to stay.
func TestLeavingTellsWhatIsNotSaved(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	save := func() {
		d.Run(d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Act{Decision: record.Ignored}))
	}
	f.Failing = frametest.ErrTest
	save()
	d.Press("ctrl+c")
	d.Wants("Leave without saving?", "Not saved: Saving the decision: no space left on the", "› No, go back")
	d.Press("enter")
	if d.Quit || len(d.Root.Stack) != 1 {
		t.Fatalf("quit %v, %d screens", d.Quit, len(d.Root.Stack))
	}
	d.Press("ctrl+c")
	d.Wants("Leave without saving?")
	d.Press("n")
	f.Failing = nil
	save()
	d.Press("ctrl+c")
	if !d.Quit {
		t.Errorf("all is saved, and yet:\n%s", d.Shows())
	}

	f.Failing = frametest.ErrTest
	d = newDriver(t, 80, 24, screen.Options{Storage: f})
	save()
	d.Press("ctrl+c", "y")
	if !d.Quit {
		t.Error("Yes does not leave")
	}
	var lost *screen.UnsavedError
	if err := d.Root.SaveRest(); !errors.As(err, &lost) || !errors.Is(err, frametest.ErrTest) {
		t.Errorf("after leaving: %v", err)
	}
}

// Pressed again while it asks, ctrl+c leaves at once.
func TestLeavingTwiceWithSomethingNotSaved(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	f.Failing = frametest.ErrTest
	d := newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Run(d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Act{Decision: record.Ignored}))
	d.Press("ctrl+c", "ctrl+c")
	if !d.Quit {
		t.Error("the second ctrl+c did not leave")
	}
}

// What is typed outside the demo and could not be saved is told when the demo
// is left by leaving the program.
func TestLeavingFromTheDemo(t *testing.T) {
	o := frametest.WithNothing()
	f := o.Storage.(*frametest.FakeStorage)
	d := newDriver(t, 80, 24, o)
	f.Failing = frametest.ErrTest
	d.Root.Env.Unsaved.Keep("add", "Renée")
	d.Run(d.Root.Env.OpenDemo())
	d.Wants("demo: nothing here is yours")
	d.Press("ctrl+c")
	d.Wants("Leave without saving?", "Not saved: Saving what you typed: no space left on the")
}
