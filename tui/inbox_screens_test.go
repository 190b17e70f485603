package tui

import (
	"testing"

	"linkvet/store"
)

// While another copy is open, nothing that changes the store is offered, and
// what gets through all the same is refused.
func TestOnlyLooking(t *testing.T) {
	o := withTaken()
	tries := 0
	o.Claim = func() (bool, error) {
		tries++
		return tries > 1, nil
	}
	d := newDriver(t, 100, 30, o)
	d.wants("Another linkvet has your invitations open")
	d.press("t")
	d.wants("still open")
	d.press("l")
	d.wants("only looking", "Katarína")
	d.press("d", "x", "t", "l", "e", "a", "i", "z", "s", "enter")
	if d.top() != "detail" {
		t.Errorf("enter on a waiting one opens %s", d.top())
	}
	for _, id := range d.root.env.offered(d.root.top()) {
		if d.root.env.keys.changing[id] {
			t.Errorf("%s is offered", id)
		}
	}
	d.run(d.root.env.saveDecision(1, "a1ka", store.Accepted, ""))
	d.wants("nothing can be changed")
	if calls := o.Storage.(*fakeStorage).calls; len(calls) > 0 {
		t.Errorf("changed: %v", calls)
	}
	d.press("esc", "d")
	d.wants("Only looking, as another linkvet is open; R tries again")
	d.press("R", "d")
	d.wants("What did you do?")
	d.wantsNot("only looking")
	d = newDriver(t, 100, 30, o)
	d.press("2")
	d.wants("Katarína")
	d.wantsNot("only looking")
}
