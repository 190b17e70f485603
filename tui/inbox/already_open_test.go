package inbox

import (
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
)

// While another copy is open, nothing that changes the store is offered, and
// what gets through all the same is refused.
func TestOnlyLooking(t *testing.T) {
	o := frametest.WithTaken()
	tries := 0
	o.Claim = func() (bool, error) {
		tries++
		return tries > 1, nil
	}
	d := inboxDriver(t, 100, 30, o)
	d.Wants("Another linkvet has your invitations open")
	d.Press("t")
	d.Wants("still open")
	d.Press("l")
	d.Wants("only looking", "Katarína")
	d.Press("d", "x", "t", "l", "e", "a", "i", "z", "s", "enter")
	if d.Top() != "detail" {
		t.Errorf("enter on a waiting one opens %s", d.Top())
	}
	for _, id := range d.Root.Env.Offered(d.Root.Top()) {
		if d.Root.Env.Keys.Changing[id] {
			t.Errorf("%s is offered", id)
		}
	}
	d.Run(d.Root.Env.SaveDecision(1, "a1ka", record.Act{Decision: record.Accepted}))
	d.Wants("nothing can be changed")
	if calls := o.Storage.(*frametest.FakeStorage).Calls; len(calls) > 0 {
		t.Errorf("changed: %v", calls)
	}
	d.Press("esc", "d")
	d.Wants("Only looking: another linkvet is open; R tries again")
	d.Press("R", "d")
	d.Wants("What did you do?")
	d.WantsNot("only looking")
	d = inboxDriver(t, 100, 30, o)
	d.Press("2")
	d.Wants("Katarína")
	d.WantsNot("only looking")
}
