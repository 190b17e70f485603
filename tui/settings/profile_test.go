package settings

import (
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestProfile(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	own := &frametest.FakeSettings{Asked: true}
	d := settingsDriver(t, 80, 30, screen.Options{Storage: f, Settings: own})
	d.Press("enter", "space", "down", "down", "space", "tab", "left", "tab", "left", "left", "tab")
	d.Enter("1.2k")
	d.Press("ctrl+o")
	d.Wants("whole number")
	d.Press("shift+tab", "tab", "backspace", "backspace", "backspace")
	d.Enter(",234")
	d.Press("tab", "left", "ctrl+o")
	p := own.Person
	if p.Connections == nil || *p.Connections != 1234 || len(p.Goals) != 2 || p.Usage != "light" || p.Comfort != "comfortable" || !p.PostsPersonal {
		t.Errorf("saved %+v", p)
	}
	if err := p.Validate(); err != nil {
		t.Error(err)
	}
	if !slices.Equal(f.Calls, []string{"readvised"}) {
		t.Errorf("the advice was not renewed: %v", f.Calls)
	}
}

// Leaving the profile keeps what was changed, and keeps as a draft what cannot
// be saved.
func TestLeavingTheProfileDiscardsNothing(t *testing.T) {
	own := &frametest.FakeSettings{Asked: true}
	d := settingsDriver(t, 80, 30, screen.Options{Storage: frametest.NewFakeStorage(frametest.SomePeople()...), Settings: own})
	d.Press("enter", "space", "tab", "tab", "tab")
	d.Enter("lots")
	d.Press("esc")
	if len(own.Person.Goals) != 1 {
		t.Errorf("the goal is lost: %+v", own.Person)
	}
	d.Press("enter")
	d.Wants("lots")
	d.Press("esc", "enter", "esc")
	if own.Saved != 1 {
		t.Errorf("saved %d times", own.Saved)
	}
}

// The choices go round at both ends, as they do in the settings and on the pages.
func TestTheChoicesOfAFieldGoRound(t *testing.T) {
	own := &frametest.FakeSettings{Asked: true}
	d := settingsDriver(t, 80, 30, screen.Options{Storage: frametest.NewFakeStorage(frametest.SomePeople()...), Settings: own})
	d.Press("enter", "tab", "right") // from the last one, which is that there is no answer
	d.Wants("(•) active")
	d.Press("left", "left", "ctrl+o")
	if own.Person.Usage != "light" {
		t.Errorf("saved %q", own.Person.Usage)
	}
}
