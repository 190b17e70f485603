package tui

import (
	"errors"
	"strings"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/vetting"
)

func TestADecisionAgainstTheAdviceAsksWhy(t *testing.T) {
	d, f := advised(t, 80, 24, screen.Options{})
	d.Press("a")
	d.Wants("Why?")
	d.Enter("met at the fair")
	d.Press("enter")
	if inv := frametest.Vetted(f); inv.Decision != record.Accepted || inv.Because != "met at the fair" {
		t.Errorf("stored: %q because %q", inv.Decision, inv.Because)
	}
	if got := d.Top(); got != "inbox" {
		t.Errorf("then the screen is %s", got)
	}
}

func TestEachDecisionHasItsKey(t *testing.T) {
	for key, want := range map[string]record.Decision{
		"a": record.Accepted, "i": record.Ignored, "d": record.Declined, "x": record.Blocked, "R": record.Reported,
	} {
		d, f := advised(t, 80, 24, screen.Options{})
		d.Press(key)
		if d.Top() == "decideDialog" {
			d.Press("enter")
		}
		if got := frametest.Vetted(f).Decision; got != want {
			t.Errorf("%s records %q, not %q", key, got, want)
		}
	}
}

func TestLaterAsksForADate(t *testing.T) {
	d, f := advised(t, 80, 24, screen.Options{})
	d.Press("l")
	d.Enter("2 weeks")
	d.Press("enter")
	if frametest.Vetted(f).LaterUntil.IsZero() || d.Top() != "inbox" {
		t.Errorf("put off until %v, on %s", frametest.Vetted(f).LaterUntil, d.Top())
	}
}

func TestBackToTheAnswers(t *testing.T) {
	d, _ := advised(t, 80, 24, screen.Options{})
	d.Press("e")
	d.Wants("Review", "Do you know them", "· No")
	d.Press("esc")
	if got := d.Top(); got != "questionnaire" {
		t.Errorf("esc leads to %s", got)
	}
}

func TestCopyingFallsBackOnTheTerminal(t *testing.T) {
	copied := ""
	d, _ := advised(t, 80, 24, screen.Options{Copy: func(text string) error { copied = text; return nil }})
	d.Press("y")
	if text := d.Root.Top().(*vetting.Verdict).Drafts.Text(); copied != text || text == "" {
		t.Errorf("copied %q", copied)
	}
	d.Wants("Copied the draft to the clipboard")
	d, _ = advised(t, 80, 24, screen.Options{Copy: func(string) error { return errors.New("no clipboard") }})
	d.Press("y")
	d.Wants("Asked the terminal to copy the draft (OSC 52)", "thank you for the invitation")
	d.Press("g", "t")
	d.Send(frametest.Paste(strings.Repeat("much too long ", screen.MaxTerminalCopy/10)))
	d.Press("esc", "y")
	d.Wants("Could not copy the draft: too long for the terminal", "much too long")
}

// With nothing answered no screen names a recommendation, and no decision is
// called different from it.
func TestNoAdviceWithoutAnAnswer(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	for _, key := range []string{"v", "r"} {
		d.Press(key)
		d.Wants("No advice yet")
		d.WantsNot("Ignore or vet")
		if key == "r" {
			d.Press("d")
			d.Wants("What did you do?")
			d.WantsNot("Ignore or vet")
			d.Press("esc")
		}
		d.Press("esc")
	}
	d.Press("v", "G")
	d.WantsNot("as advised")
	d.Press("a")
	if got := frametest.Vetted(f).Decision; got != record.Accepted {
		t.Errorf("a records %q on %s", got, d.Top())
	}
}
