package frame_test

import (
	"slices"
	"testing"

	"linkvet/tui/frame"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/widget"

	tea "charm.land/bubbletea/v2"
)

// A dialog that opens by itself does not take the key meant for what was
// there before.
func TestDialogsThatOpenByThemselvesWait(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	a := &asker{env: d.Root.Env}
	d.Push(a)
	d.Send(askNow{})
	d.Send(frametest.KeyPress("y"))
	if d.Top() != "confirm" {
		t.Fatal("the key was taken at once")
	}
	d.Now = d.Now.Add(frame.GraceTime)
	d.Press("enter")
	if d.Top() != "asker" || slices.Contains(a.got, tea.Msg("agreed")) {
		t.Errorf("enter was not No: on %s", d.Top())
	}
	d.Send(askNow{})
	d.Now = d.Now.Add(frame.GraceTime)
	d.Press("tab", "enter")
	if !slices.Contains(a.got, tea.Msg("agreed")) {
		t.Error("the screen below did not hear Yes")
	}
}

// asker is a screen that pushes a dialog when told.
type asker struct {
	frametest.Stub
	env *screen.Env
	got []tea.Msg
}

type askNow struct{}

func (a *asker) Update(msg tea.Msg) screen.Step {
	a.got = append(a.got, msg)
	if _, ok := msg.(askNow); ok {
		return screen.Push(widget.NewConfirm(a.env, "Really?", "It cannot be taken back.", "Yes", "agreed"))
	}
	return screen.Step{}
}
