package inbox

import (
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestDemoFromTheFirstScreen(t *testing.T) {
	o := frametest.WithNothing()
	d := inboxDriver(t, 80, 24, o)
	d.Press("D")
	d.Wants("demo: nothing here is yours", "Katarína Žilinská")
	d.Press("d", "1")
	if calls := o.Storage.(*frametest.FakeStorage).Calls; len(calls) > 0 {
		t.Errorf("the demo changed the person's store: %v", calls)
	}
	d.Press("esc")
	d.WantsNot("demo:")
	d.Wants("Welcome")
	d.Press("D", "q")
	d.Wants("Welcome", "Back to your own invitations")
	if d.Quit {
		t.Error("q in the demo left the program")
	}
}

// A screen that wants to leave while another is on top of it leaves when that
// one has gone.
func TestStepsOfScreensBelowWait(t *testing.T) {
	d := inboxDriver(t, 80, 24, frametest.WithNothing())
	d.Press("a")
	d.Enter("Someone New")
	d.Press("ctrl+p")
	f := d.Given.Storage.(*frametest.FakeStorage)
	inv, err := f.Add(record.Invitation{Name: "From elsewhere", Direction: record.Incoming})
	if err != nil {
		t.Fatal(err)
	}
	d.Send(screen.InvitationSavedMsg{What: "added", Invitation: inv})
	if d.Top() != "menu" {
		t.Fatalf("the menu was taken away; on %s", d.Top())
	}
	d.Press("esc", "esc")
	if d.Top() != "inbox" {
		t.Errorf("the welcome screen stayed although there is an invitation: on %s", d.Top())
	}
	d.Wants("From elsewhere")
}
