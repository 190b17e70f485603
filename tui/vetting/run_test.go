package vetting

import (
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// running goes through all of some people who wait.
func running(t testing.TB, f *frametest.FakeStorage) *frametest.Driver {
	t.Helper()
	d := vettingDriver(t, 80, 24, screen.Options{Storage: f})
	d.Open(screen.VettingRunPage{})
	return d
}

func TestARunGoesThroughAllThatWait(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := running(t, f)
	d.Wants("1 of 6", "Katarína Žilinská", "Who is this to you?")
	d.WantsNot(", about")
	d.Now = d.Now.Add(2 * time.Minute)
	d.Press("1", "y", "n")
	d.Wants("1 of 6", "Accept")
	d.Press("a")
	d.Wants("2 of 6, about 10 minutes", "李小龍", "Saved: Katarína Žilinská, accepted")
	d.Press("S")
	d.Wants("3 of 6, about 8 minutes", "Sunny")
	d.Now = d.Now.Add(20 * time.Minute)
	d.Press("v", "l")
	d.Enter("fri")
	d.Press("enter")
	d.Wants("4 of 6, about 35 minutes") // the median of 2 and 20 minutes
	d.Press("z")
	d.Wants("Taken back: Sunny", "3 of 6, about 8 minutes")
	if !f.All["c3em"].LaterUntil.IsZero() {
		t.Error("what was put off is not taken back")
	}
	d.Press("z")
	d.Wants("2 of 6", "李小龍")
	d.Press("S", "v", "l")
	d.Enter("fri")
	d.Press("enter", "q")
	if d.Opened() != (screen.InboxPage{}) || d.Quit {
		t.Fatalf("q leads to %s, quit %v", d.Top(), d.Quit)
	}
	d.Wants("1 decided, 1 put off, 1 skipped; everything is kept")
	if f.All["a1ka"].Decision != record.Accepted || f.All["c3em"].LaterUntil.IsZero() || f.All["b2li"].Decision != "" {
		t.Error("the store does not hold what was done")
	}
	d.Open(screen.VettingRunPage{})
	d.Wants("1 of 4", "李小龍")
}

func TestARunPausesAndEnds(t *testing.T) {
	d := running(t, frametest.NewFakeStorage(frametest.SomePeople()...))
	d.Press("esc")
	d.Wants("1 of 6", "A pause: you are at Katarína Žilinská.", "enter  Go on with Katarína Žilinská")
	d.Press("enter", "3")
	d.Wants("What are they to you, mainly?")
	d.Press("esc", "S", "S", "S", "S", "S", "S")
	d.Wants("That was the last one.", "0 decided, 6 skipped.")
	d.Wants("enter  Back to the inbox")
	d.Press("enter")
	if d.Opened() != (screen.InboxPage{}) {
		t.Errorf("enter leads to %s", d.Top())
	}
}

// Right after a decision the key takes that back, also where the next one has
// answers of before.
func TestARunTakesBackTheDecisionBeforeOlderAnswers(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	if _, err := f.AnswerIn("", "b2li", advisor.Answers{"know": {"no"}, "role": {"peer"}}); err != nil {
		t.Fatal(err)
	}
	d := running(t, f)
	d.Press("1", "y", "n", "a")
	d.Wants("2 of 6", "李小龍", "Saved: Katarína Žilinská, accepted; z undoes")
	d.Press("z")
	d.Wants("Taken back: Katarína Žilinská", "1 of 6")
	if f.All["a1ka"].Decision != "" || f.All["b2li"].Answers.Value("know") != "no" {
		t.Errorf("stored: %q and %v", f.All["a1ka"].Decision, f.All["b2li"].Answers)
	}
}

// Somebody who was decided meanwhile, in another window, is skipped.
func TestARunSkipsWhoDoesNotWaitAnyMore(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := running(t, f)
	if _, err := f.Decide("b2li", record.Ignored, ""); err != nil {
		t.Fatal(err)
	}
	d.Press("S")
	d.Wants("3 of 6", "Sunny")
}

func TestARunWithNobody(t *testing.T) {
	d := running(t, frametest.NewFakeStorage(frametest.SomePeople()[7]))
	d.Wants("Nobody is waiting.")
	d.Press("q")
	if d.Opened() != (screen.InboxPage{}) {
		t.Errorf("q leads to %s", d.Top())
	}
}
