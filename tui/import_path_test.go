package tui

import (
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// Another archive can be typed at once; the path before it is offered, and
// never added to.
func TestTheLastPathIsOffered(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := newDriver(t, 100, 30, screen.Options{Storage: f})
	for range 2 {
		d.Press("i")
		d.Enter("/tmp/a.zip")
		d.Press("enter", "esc")
		d.Wants("/tmp/a.zip", "enter takes it again; tab fills it in")
		d.Press("esc")
	}
	d.Press("i")
	d.Wants("› ▏/tmp/a.zip", "enter takes it again")
	d.Enter("/tmp/b.zip")
	d.Wants("› ▏/tmp/b.zip")
	d.WantsNot("takes it again")
	d.Press("enter", "esc", "tab", "backspace")
	d.Wants("› ▏/tmp/b.zi")
	d.Enter("p")
	d.Press("enter", "esc", "enter")
	d.Wants("This archive holds")
	d.Press("enter", "enter")
	if want := []string{"imported [/tmp/b.zip]"}; !slices.Equal(f.Calls, want) {
		t.Errorf("%q, want %q", f.Calls, want)
	}
	d.Press("i")
	d.Wants("~/Downloads/")
}
