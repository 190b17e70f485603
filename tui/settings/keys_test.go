package settings

import (
	"maps"
	"slices"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

func TestGivingAnActionAnotherKey(t *testing.T) {
	own := &frametest.FakeSettings{Asked: true}
	d := settingsDriver(t, 120, 40, screen.Options{Storage: frametest.NewFakeStorage(frametest.SomePeople()...), Settings: own})
	d.Press("down", "down", "down", "enter")
	d.Enter("sort")
	d.Press("enter", "d")
	d.Wants(`! Sort: "d" is the key of decide (decide), too`, "Press another key; esc")
	if own.Bindings != nil {
		t.Errorf("kept %v", own.Bindings)
	}
	d.Press("x") // another try
	d.Wants(`"x" is the key of delete (delete), too`)
	d.Press("esc")
	d.WantsNot("is the key of")
	d.Press("enter", "d", "f5")
	d.Wants("* f5", "1 changed")
	if want := map[string][]string{"sort": {"f5"}}; !maps.EqualFunc(own.Bindings, want, slices.Equal) {
		t.Errorf("kept %v", own.Bindings)
	}
	if got := d.Root.Env.KeyFor(keys.Sort); got != "f5" {
		t.Errorf("the key of sort is %s", got)
	}
	d.Press("ctrl+x")
	d.Wants("as they come")
	if got := d.Root.Env.KeyFor(keys.Sort); got != "S" {
		t.Errorf("the key of sort is %s again", got)
	}
}
