package tui

import (
	"slices"
	"testing"
)

// The check for conflicts knows which actions are offered side by side: none
// that a screen offers together is thought to be apart.
func TestNeighboursAreWhatScreensOffer(t *testing.T) {
	for _, s := range append(allShows(), vettingShows()...) {
		d := s.open(t, 120, 40, ThemeDark)
		offered := append(slices.Clone(d.root.top().Actions()), globalActions()...)
		for _, one := range offered {
			for _, two := range offered {
				a, b := d.root.env.keys.byID[one], d.root.env.keys.byID[two]
				if one != two && !sideBySide(a, b) {
					t.Errorf("%s offers %s (%s) beside %s (%s)", s.name, one, a.group, two, b.group)
				}
			}
		}
	}
}

// Every action of the table is offered somewhere, so that no key is promised in
// vain.
func TestEveryActionIsOfferedSomewhere(t *testing.T) {
	offered := map[actionID]bool{actLeave: true, actCancel: true}
	for _, id := range globalActions() {
		offered[id] = true
	}
	note := func(d *driver) {
		for _, id := range d.root.top().Actions() {
			offered[id] = true
		}
	}
	for _, s := range allShows() {
		note(s.open(t, 120, 40, ThemeDark))
	}
	for _, keys := range [][]string{
		{"D"}, {"s", "enter"}, {"4", "G", "enter"}, {"4", "G", "d"}, {"a", "shift+tab"}, {"s", "j", "j", "j", "enter"},
	} {
		o := withNothing()
		if keys[0] != "D" {
			o = withPeople()
		}
		d := newDriver(t, 120, 40, o)
		d.press(keys...)
		note(d)
	}
	for _, a := range commonActions() {
		if !offered[a.id] {
			t.Errorf("no screen offers %s", a.id)
		}
	}
	for _, a := range inboxActions() {
		if !offered[a.id] {
			t.Errorf("no screen offers %s", a.id)
		}
	}
}
