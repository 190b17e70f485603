package tui

import (
	"testing"

	"linkvet/store"
)

func TestTheReviewChangesAnswers(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "3", "2", "r")
	d.wants("Review", "Ignore or vet further", "not settled yet", "All 11 signs", "None seen")
	d.press("g", "enter")
	d.wants("Have you seen any of these?")
	d.press("4", "enter") // keeps sending the same
	d.wants("Decline and block")
	d.press("r")
	d.wants("■ Yes", "Decline and block")
	if got := vetted(f).Answers.Value("repeated_spam"); got != "yes" {
		t.Errorf("repeated_spam is %q", got)
	}
}

func TestTheReviewShowsWhatIsNotKnownAndWhatIsSetAside(t *testing.T) {
	d := newDriver(t, 80, 24, withStrangers())
	d.press("c", "r")
	d.wants("? Don't know", "Set aside", "↷ Yes", "✎ asked Mia")
	d.press("G", "enter")
	d.wants("Set aside by another answer")
	d.press("A")
	d.wants("Questions and answers")
	d.press("A")
	d.wants("Review")
}

func TestDecidingInTheReviewAsksWhyAgainstTheAdvice(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "1", "y", "esc", "r", "d", "4")
	d.wants("Why?")
	d.enter("moved away")
	d.press("enter")
	inv := vetted(f)
	if inv.Decision != store.Declined || inv.Because != "moved away" || inv.Recommendation == 0 {
		t.Errorf("stored: %q because %q, advised %v", inv.Decision, inv.Because, inv.Recommendation)
	}
	if d.top() != "inbox" {
		t.Errorf("then the screen is %s", d.top())
	}
	d = newDriver(t, 80, 24, Options{Storage: f})
	d.press("3", "enter", "v")
	d.wants("although the advice was “Accept”: moved")
}
