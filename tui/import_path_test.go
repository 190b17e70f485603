package tui

import (
	"slices"
	"testing"
)

// Another archive can be typed at once; the path before it is offered, and
// never added to.
func TestTheLastPathIsOffered(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 100, 30, Options{Storage: f})
	for range 2 {
		d.press("i")
		d.enter("/tmp/a.zip")
		d.press("enter", "esc")
		d.wants("/tmp/a.zip", "enter takes it again; tab fills it in")
		d.press("esc")
	}
	d.press("i")
	d.wants("› ▏/tmp/a.zip", "enter takes it again")
	d.enter("/tmp/b.zip")
	d.wants("› ▏/tmp/b.zip")
	d.wantsNot("takes it again")
	d.press("enter", "esc", "tab", "backspace")
	d.wants("› ▏/tmp/b.zi")
	d.enter("p")
	d.press("enter", "esc", "enter")
	d.wants("This archive holds")
	d.press("enter", "enter")
	if want := []string{"imported [/tmp/b.zip]"}; !slices.Equal(f.calls, want) {
		t.Errorf("%q, want %q", f.calls, want)
	}
	d.press("i")
	d.wants("~/Downloads/")
}
