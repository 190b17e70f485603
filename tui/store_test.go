package tui

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// What was said on one screen does not follow the person to the next.
func TestStatusStaysWhereItWasSaid(t *testing.T) {
	d := newDriver(t, 100, 30, frametest.WithPeople())
	d.Root.Env.SayError(frametest.ErrTest)
	d.Press("t", "esc")
	d.Wants(style.Capital(frametest.ErrTest.Error()))
	d.Now = d.Now.Add(screen.SaidFor)
	d.Press("s")
	d.WantsNot(style.Capital(frametest.ErrTest.Error()))
}
