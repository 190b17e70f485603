package frame_test

import (
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
	save := d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Ignored, "")
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
	d.Root.Env.SaveDecision(d.Root.Env.Request(), "a1ka", record.Ignored, "")
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
