package vetting

import (
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
)

// Where nothing could let them in any more, that is said, and enter records what
// the advice says to do.
func TestNoWayInIsSaid(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("1", "n", "1", "n")
	d.Wants("No question left could let you accept. c asks the rest all the same.", "enter  record “I ignored it”")
	d.Press("c")
	d.Wants("Does the tie go both ways?")
	d.Press("v", "b", "b")
	d.Wants("Have you seen any of these?")
	d.Press("enter", "v", "enter")
	if inv := frametest.Vetted(f); inv.Decision != record.Ignored {
		t.Errorf("%q, on %s", inv.Decision, d.Top())
	}
}

// What the person did not know might still let them in, which is not denied
// where it stands below.
func TestNoWayInButWhatWasNotKnown(t *testing.T) {
	d, _ := startVetting(t, 120, 40)
	d.Press("n", "5", "n")
	for range 40 {
		if d.Top() == "verdict" {
			break
		}
		d.Press("u")
	}
	d.Wants("No question left could let you accept", ": accept.")
	d.Wants("only what you did not know still might. c asks the rest all the same.")
}

// Advice to accept before any stop sign was looked at says so.
func TestSignsThatNobodyLookedAtAreSaid(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("1", "1", "v")
	d.Wants("ACCEPT", "No stop sign has been looked at yet.")
	d.Press("b", "n", "v")
	d.WantsNot("No stop sign has been looked at yet.")
}
