package tui

import (
	"testing"
	"time"

	"linkvet/store"
)

func TestASessionGoesThroughAllThatWait(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("V")
	d.wants("1 of 6", "Katarína Žilinská", "Have you seen any of these?")
	d.wantsNot("about")
	d.now = d.now.Add(2 * time.Minute)
	d.press("n", "1", "y")
	d.wants("1 of 6", "Accept")
	d.press("a")
	d.wants("2 of 6, about 10 minutes", "李小龍", "Saved: Katarína Žilinská, accepted")
	d.press("S")
	d.wants("3 of 6, about 8 minutes", "Sunny")
	d.now = d.now.Add(20 * time.Minute)
	d.press("v", "l")
	d.enter("fri")
	d.press("enter")
	d.wants("4 of 6, about 35 minutes") // the median of 2 and 20 minutes
	d.press("z")
	d.wants("Taken back: Sunny", "3 of 6, about 8 minutes")
	if !f.all["c3em"].LaterUntil.IsZero() {
		t.Error("what was put off is not taken back")
	}
	d.press("z")
	d.wants("2 of 6", "李小龍")
	d.press("S", "v", "l")
	d.enter("fri")
	d.press("enter", "q")
	if d.top() != "inbox" || d.quit {
		t.Fatalf("q leads to %s, quit %v", d.top(), d.quit)
	}
	d.wants("1 decided, 1 put off, 1 skipped; everything is kept")
	if f.all["a1ka"].Decision != store.Accepted || f.all["c3em"].LaterUntil.IsZero() || f.all["b2li"].Decision != "" {
		t.Error("the store does not hold what was done")
	}
	d.press("V")
	d.wants("1 of 4", "李小龍")
}

func TestASessionPausesAndEnds(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("V", "esc")
	d.wants("1 of 6", "A pause: you are at Katarína Žilinská.", "enter  Go on with Katarína Žilinská")
	d.press("enter", "n")
	d.wants("Do you know this person?")
	d.press("esc", "S", "S", "S", "S", "S", "S")
	d.wants("That was the last one.", "0 decided, 6 skipped.")
	d.wants("enter  Back to the inbox")
	d.press("enter")
	if d.top() != "inbox" {
		t.Errorf("enter leads to %s", d.top())
	}
}

// Somebody who was decided meanwhile, in another window, is passed over.
func TestASessionPassesOverWhoDoesNotWaitAnyMore(t *testing.T) {
	f := newFakeStorage(somePeople()...)
	d := newDriver(t, 80, 24, Options{Storage: f})
	d.press("V")
	if _, err := f.Decide("b2li", store.Ignored, ""); err != nil {
		t.Fatal(err)
	}
	d.press("S")
	d.wants("3 of 6", "Sunny")
}

func TestASessionWithNobody(t *testing.T) {
	d := newDriver(t, 80, 24, Options{Storage: newFakeStorage(somePeople()[7])})
	d.press("4", "V")
	d.wants("Nobody is waiting.")
	d.press("q")
	if d.top() != "inbox" {
		t.Errorf("q leads to %s", d.top())
	}
}
