package tui

import (
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestTheReviewChangesAnswers(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "3", "2", "r")
	d.Wants("Review", "Ignore or vet further", "not settled yet", "All 13 signs", "None seen")
	d.Press("g", "enter")
	d.Wants("[ ] Keeps sending the same thing")
	d.Press("4", "enter") // keeps sending the same
	d.Wants("Decline and block")
	d.Press("r")
	d.Wants("■ Yes", "Decline and block")
	if got := frametest.Vetted(f).Answers.Value("repeated_spam"); got != "yes" {
		t.Errorf("repeated_spam is %q", got)
	}
}

func TestTheReviewShowsWhatIsNotKnownAndWhatIsSetAside(t *testing.T) {
	d := newDriver(t, 80, 24, withStrangers())
	d.Press("c", "r")
	d.Wants("? Don't know", "Set aside", "↷ Known to be good", "✎ asked Mia")
	d.Press("G", "enter")
	d.Wants("Set aside by another answer")
	d.Press("A")
	d.Wants("Questions and answers")
	d.Press("A")
	d.Wants("Review")
}

func TestDecidingInTheReviewAsksWhyAgainstTheAdvice(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "1", "y", "esc", "r", "d", "4")
	d.Wants("Why?")
	d.Enter("moved away")
	d.Press("enter")
	inv := frametest.Vetted(f)
	if inv.Decision != record.Declined || inv.Because != "moved away" || inv.Recommendation == 0 {
		t.Errorf("stored: %q because %q, advised %v", inv.Decision, inv.Because, inv.Recommendation)
	}
	if d.Top() != "inbox" {
		t.Errorf("then the screen is %s", d.Top())
	}
	d = newDriver(t, 80, 24, screen.Options{Storage: f})
	d.Press("3", "enter", "v")
	d.Wants("although the advice was “Accept”: moved")
}
