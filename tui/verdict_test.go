package tui

import (
	"errors"
	"strings"
	"testing"

	"linkvet/store"
)

func TestADecisionAgainstTheAdviceAsksWhy(t *testing.T) {
	d, f := advised(t, 80, 24, Options{})
	d.press("a")
	d.wants("Why?")
	d.enter("met at the fair")
	d.press("enter")
	if inv := vetted(f); inv.Decision != store.Accepted || inv.Because != "met at the fair" {
		t.Errorf("stored: %q because %q", inv.Decision, inv.Because)
	}
	if got := d.top(); got != "inbox" {
		t.Errorf("then the screen is %s", got)
	}
}

func TestEachDecisionHasItsKey(t *testing.T) {
	for key, want := range map[string]store.Decision{
		"a": store.Accepted, "i": store.Ignored, "d": store.Declined, "x": store.Blocked, "R": store.Reported,
	} {
		d, f := advised(t, 80, 24, Options{})
		d.press(key)
		if d.top() == "decideDialog" {
			d.press("enter")
		}
		if got := vetted(f).Decision; got != want {
			t.Errorf("%s records %q, not %q", key, got, want)
		}
	}
}

func TestLaterAsksForADate(t *testing.T) {
	d, f := advised(t, 80, 24, Options{})
	d.press("l")
	d.enter("2 weeks")
	d.press("enter")
	if vetted(f).LaterUntil.IsZero() || d.top() != "inbox" {
		t.Errorf("put off until %v, on %s", vetted(f).LaterUntil, d.top())
	}
}

func TestBackToTheAnswers(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	d.press("e")
	d.wants("Review", "Do you know them", "· No")
	d.press("esc")
	if got := d.top(); got != "questionnaire" {
		t.Errorf("esc leads to %s", got)
	}
}

func TestCopyingFallsBackOnTheTerminal(t *testing.T) {
	copied := ""
	d, _ := advised(t, 80, 24, Options{Copy: func(text string) error { copied = text; return nil }})
	d.press("y")
	if text := d.root.top().(*verdict).drafts.text(); copied != text || text == "" {
		t.Errorf("copied %q", copied)
	}
	d.wants("Copied the draft to the clipboard")
	d, _ = advised(t, 80, 24, Options{Copy: func(string) error { return errors.New("no clipboard") }})
	d.press("y")
	d.wants("Asked the terminal to copy the draft (OSC 52)", "thank you for the invitation")
	d.press("g", "t")
	d.send(paste(strings.Repeat("much too long ", maxTerminalCopy/10)))
	d.press("esc", "y")
	d.wants("Could not copy the draft: too long for the terminal", "much too long")
}

// With nothing answered no screen names a recommendation, and no decision is
// called different from it.
func TestNoAdviceWithoutAnAnswer(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	for _, key := range []string{"v", "r"} {
		d.press(key)
		d.wants("No advice yet")
		d.wantsNot("Ignore or vet")
		if key == "r" {
			d.press("d")
			d.wants("What did you do?")
			d.wantsNot("Ignore or vet")
			d.press("esc")
		}
		d.press("esc")
	}
	d.press("v", "G")
	d.wantsNot("as advised")
	d.press("a")
	if got := vetted(f).Decision; got != store.Accepted {
		t.Errorf("a records %q on %s", got, d.top())
	}
}
