package dialog

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestDiscardingADraftAsks(t *testing.T) {
	d := dialogDriver(t, 80, 24, frametest.WithPeople())
	d.Push(NewAdd(d.Root.Env))
	d.Enter("Half a name")
	d.Press("ctrl+x", "enter")
	d.Wants("Half a name")
	d.Press("ctrl+x", "y")
	d.WantsNot("Half a name")
	if d.Top() != "addForm" {
		t.Errorf("on %s", d.Top())
	}
}

// dialogDriver is the program without any of its screens, to put a dialog on.
func dialogDriver(t testing.TB, w, h int, o screen.Options) *frametest.Driver {
	t.Helper()
	return frametest.New(t, w, h, o, func(_ *screen.Env, page screen.Page) screen.Screen { return &frametest.Stub{Page: page} })
}
