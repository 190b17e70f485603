package tui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store"
)

// advised opens the advice on a stranger of whom nothing is known.
func advised(t testing.TB, w, h int, o Options) (*driver, *fakeStorage) {
	t.Helper()
	f := newFakeStorage(somePeople()...)
	o.Storage = f
	d := newDriver(t, w, h, o)
	d.press("enter", "n", "3", "5", "v")
	if got := d.top(); got != "verdict" {
		t.Fatalf("v leads to %s", got)
	}
	d.wants("Ignore or vet further", "not settled yet")
	return d, f
}

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

func TestOutgoingInvitationsAreSentOrNot(t *testing.T) {
	f := newFakeStorage(store.Invitation{ID: "out1", Name: "Nia Ó Briain", Direction: store.Outgoing, SentAt: testNow()})
	e := newDriver(t, 80, 24, Options{Storage: f}).root.env
	v := newVerdict(e, f.all["out1"])
	acts := v.Actions()
	if !slices.Contains(acts, actSent) || !slices.Contains(acts, actNotSent) || slices.Contains(acts, actAccepted) {
		t.Errorf("offers %v", acts)
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

func TestDraftsAreChosenEditedAndKept(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	v := d.root.top().(*verdict)
	if len(v.drafts.replies) < 2 {
		t.Fatalf("only %d drafts", len(v.drafts.replies))
	}
	first := v.drafts.text()
	d.press("right")
	if second := v.drafts.text(); second == first {
		t.Error("right shows the same draft")
	}
	d.press("left", "t")
	d.enter(" " + alphabet)
	if got := v.drafts.text(); got != first+" "+alphabet || d.top() != "verdict" {
		t.Errorf("typed at the end of %q: %q on %s", first, got, d.top())
	}
	d.wants("(changed)", "too many for a note")
	d.resize(120, 44)
	d.wants("(changed)", "too many for a note")
	d.resize(80, 24)
	d.press("esc")
	d.wants("(changed)", "too many for a note")
	d.press("esc", "v")
	if got := d.root.top().(*verdict).drafts.text(); got != first+" "+alphabet {
		t.Errorf("what was typed is lost: %q", got)
	}
	d.press("t", "ctrl+x", "y")
	if got := d.root.top().(*verdict).drafts.text(); got != first {
		t.Errorf("after throwing away: %q", got)
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

func TestTheVerdictScrolls(t *testing.T) {
	d, _ := advised(t, 80, 24, Options{})
	d.press("j")
	if got := d.root.top().(*verdict).top; got != 1 {
		t.Errorf("j scrolls to line %d", got)
	}
	d.press("G")
	d.wants("I left it until a date")
	d.wantsNot("more lines")
	d.press("g")
	d.wants("not settled yet")
}

// What was answered is not among what could still change the advice, and the
// end of the questions does not call itself all of them while some are open.
func TestWhatIsAnsweredIsNotStillOpen(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "3", "5")
	for i := 0; i < 20 && d.top() == "questionnaire"; i++ {
		key := "u"
		if _, ok := d.root.top().(*questionnaire).prompt.(*signsPrompt); ok {
			key = "n"
		}
		d.press(key)
	}
	v := d.root.top().(*verdict)
	if v.advice.Settled || len(v.advice.Flips) == 0 {
		t.Fatalf("settled %v, with %d answers that would change it", v.advice.Settled, len(v.advice.Flips))
	}
	for _, flip := range v.advice.Flips {
		if said := f.all["m1sc"].Answers.Value(flip.Question); said != "" && said != advisor.DontKnow {
			t.Errorf("%s is answered %q and could still change it", flip.Question, said)
		}
	}
	d.press("esc")
	d.wants("Enough asked: here is the advice.", "more could be answered (g)", "c      answer more")
	d.wantsNot("These were all")
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
