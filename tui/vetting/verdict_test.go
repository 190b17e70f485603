package vetting

import (
	"errors"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// advised opens the advice on a stranger of whom nothing is known.
func advised(t testing.TB, w, h int, o screen.Options) (*frametest.Driver, *frametest.FakeStorage) {
	t.Helper()
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	o.Storage = f
	d := asking(t, w, h, o, "a1ka")
	d.Press("n", "5", "n", "v")
	if got := d.Top(); got != "verdict" {
		t.Fatalf("v leads to %s", got)
	}
	d.Wants("not settled yet")
	return d, f
}

func TestADecisionAgainstTheAdviceAsksWhy(t *testing.T) {
	d, f := advised(t, 80, 24, screen.Options{})
	d.Press("a")
	d.Wants("Why?")
	d.Enter("met at the fair")
	d.Press("enter")
	if inv := frametest.Vetted(f); inv.Decision != record.Accepted || inv.Because != "met at the fair" {
		t.Errorf("stored: %q because %q", inv.Decision, inv.Because)
	}
	if d.Opened() != (screen.InboxPage{}) {
		t.Errorf("then the screen is %s", d.Top())
	}
}

// Who is asked why and goes back is where they were, and nothing is recorded.
func TestGoingBackFromTheReason(t *testing.T) {
	d, f := advised(t, 80, 24, screen.Options{})
	d.Press("a")
	d.Wants("Why?")
	d.Press("esc")
	if inv := frametest.Vetted(f); d.Top() != "verdict" || inv.Decision != "" {
		t.Errorf("on %s, decided %q", d.Top(), inv.Decision)
	}
}

func TestEachDecisionHasItsKey(t *testing.T) {
	for key, want := range map[string]record.Decision{
		"a": record.Accepted, "i": record.Ignored, "d": record.Declined, "x": record.Blocked, "R": record.Reported,
	} {
		d, f := advised(t, 80, 24, screen.Options{})
		d.Press(key)
		if d.Top() == "confirm" {
			d.Press("y")
		}
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
	if frametest.Vetted(f).LaterUntil.IsZero() || d.Opened() != (screen.InboxPage{}) {
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
	d.Press("v", "b")
	d.Wants("What do note and profile show?")
}

func TestCopyingFallsBackOnTheTerminal(t *testing.T) {
	copied := ""
	d, _ := advised(t, 80, 24, screen.Options{Copy: func(text string) error { copied = text; return nil }})
	d.Press("y")
	if text := d.Root.Top().(*verdict).replies.text(); copied != text || text == "" {
		t.Errorf("copied %q", copied)
	}
	d.Wants("Copied to the clipboard: the draft")
	d, _ = advised(t, 80, 24, screen.Options{Copy: func(string) error { return errors.New("no clipboard") }})
	d.Press("y")
	d.Wants("Asked the terminal to copy it (OSC 52)", "thank you for the invitation")
	d.Press("g", "t")
	d.Send(frametest.Paste(strings.Repeat("much too long ", screen.MaxTerminalCopy/10)))
	d.Press("esc", "y")
	d.Wants("Not copied, as it is too long for the terminal", "much too long")
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

func TestRepliesAreChosenEditedAndKept(t *testing.T) {
	d, _ := advised(t, 80, 24, screen.Options{})
	v := d.Root.Top().(*verdict)
	if len(v.replies.all) < 2 {
		t.Fatalf("only %d replies", len(v.replies.all))
	}
	first := v.replies.text()
	d.Press("right")
	if second := v.replies.text(); second == first {
		t.Error("right shows the same reply")
	}
	d.Press("left", "t")
	d.Enter(" " + frametest.Alphabet)
	if got := v.replies.text(); got != first+" "+frametest.Alphabet || d.Top() != "verdict" {
		t.Errorf("typed at the end of %q: %q on %s", first, got, d.Top())
	}
	d.Wants("(changed)", "too many for a note")
	d.Resize(120, 44)
	d.Wants("(changed)", "too many for a note")
	d.Resize(80, 24)
	d.Press("esc")
	d.Wants("(changed)", "too many for a note")
	d.Press("esc", "v")
	if got := d.Root.Top().(*verdict).replies.text(); got != first+" "+frametest.Alphabet {
		t.Errorf("what was typed is lost: %q", got)
	}
	d.Press("t", "ctrl+x", "y")
	if got := d.Root.Top().(*verdict).replies.text(); got != first {
		t.Errorf("after throwing away: %q", got)
	}
}

func TestTheVerdictScrolls(t *testing.T) {
	d, _ := advised(t, 80, 24, screen.Options{})
	d.Press("j")
	if got := d.Root.Top().(*verdict).top; got != 1 {
		t.Errorf("j scrolls to line %d", got)
	}
	d.Press("G")
	d.Wants("I left it until a date")
	d.WantsNot("more lines")
	d.Press("g")
	d.Wants("not settled yet")
}

// What was answered is not among what could still change the advice, and the
// advice says that more could be asked.
func TestWhatIsAnsweredIsNotStillOpen(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "5")
	for i := 0; i < 20 && d.Top() == "questionnaire"; i++ {
		if d.Root.Top().(*questionnaire).questions.Page().Signs {
			d.Press("n")
		} else {
			d.Press("enter")
		}
	}
	v := d.Root.Top().(*verdict)
	if v.advice.Settled || len(v.advice.NextChecks) == 0 {
		t.Fatalf("settled %v, with %d checks that could change it", v.advice.Settled, len(v.advice.NextChecks))
	}
	for _, flip := range v.advice.Flips {
		if said := f.All["m1sc"].Answers.Value(flip.Question); said != "" && said != advisor.DontKnow {
			t.Errorf("%s is answered %q and could still change it", flip.Question, said)
		}
	}
	d.Press("c")
	if d.Top() != "questionnaire" {
		t.Fatalf("c leads to %s", d.Top())
	}
	d.Wants("What would the connection be worth to you?")
}

// enter does what is advised: at once, after a date, or, where it is grave, after
// it was named and agreed to.
func TestEnterDoesWhatIsAdvised(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("1", "y", "n")
	d.Wants("✔  ACCEPT", "enter  record “I accepted it”", "●●● They are someone you trust.")
	d.Press("enter")
	if got := frametest.Vetted(f).Decision; got != record.Accepted || d.Opened() != (screen.InboxPage{}) {
		t.Errorf("%q, on %s", got, d.Top())
	}

	d, f = startVetting(t, 80, 24)
	d.Press("n", "2", "space", "enter")
	d.Wants("■  DECLINE AND BLOCK", "record “I reported and blocked the sender”, after asking")
	d.Press("enter")
	d.Wants("This records, as advised: “I reported and", "› No, go back")
	d.Press("enter")
	if got := frametest.Vetted(f).Decision; got != "" || d.Top() != "verdict" {
		t.Errorf("%q, on %s", got, d.Top())
	}
	d.Press("enter", "y")
	if got := frametest.Vetted(f).Decision; got != record.Blocked {
		t.Errorf("%q, on %s", got, d.Top())
	}

	d, _ = advised(t, 80, 24, screen.Options{})
	d.Wants("enter  leave it until a date")
	d.Press("enter")
	if d.Top() != "laterDialog" {
		t.Errorf("on %s", d.Top())
	}
}

// With no one act that is advised, enter does nothing, and the keys of each act
// stand below.
func TestNoOneActIsAdvised(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "4", "u", "n", "v")
	d.Wants("REVIEW AND ACCEPT IF RELEVANT")
	d.WantsNot("enter  ")
	d.Press("enter")
	if got := frametest.Vetted(f).Decision; got != "" || d.Top() != "verdict" {
		t.Errorf("%q, on %s", got, d.Top())
	}
}

// Reporting and blocking are one act: with the key of its own, and with enter
// where both are advised.
func TestReportAndBlockAreOneAct(t *testing.T) {
	for _, keys := range [][]string{{"X", "y"}, {"enter", "y"}} {
		d, f := startVetting(t, 80, 24)
		d.Press("n", "2", "space", "enter")
		d.Wants("Report it to LinkedIn", "record “I reported and blocked the sender”")
		d.Press(keys...)
		if inv := frametest.Vetted(f); inv.Decision != record.Blocked || !inv.Reported {
			t.Errorf("%v records %+v on %s", keys, inv.ActDone(), d.Top())
		}
	}
}

// What is grave is asked first, whichever key records it, and enter says no.
func TestAGraveActIsAskedFirst(t *testing.T) {
	for _, key := range []string{"x", "R", "X"} {
		d, f := startVetting(t, 80, 24)
		d.Press("n", "2", "space", "enter", key)
		d.Wants("Record it?", "This records: “I", "› No, go back")
		d.Press("enter")
		if got := frametest.Vetted(f).Decision; got != "" || d.Top() != "verdict" {
			t.Errorf("%s and no: %q, on %s", key, got, d.Top())
		}
		d.Press(key, "y")
		if got := frametest.Vetted(f).Decision; got == "" {
			t.Errorf("%s and yes record nothing", key)
		}
	}
}

// So it is where the advice is another, and no is not taken for the reason.
func TestAGraveActAgainstTheAdviceIsAskedFirst(t *testing.T) {
	for _, key := range []string{"x", "R", "X"} {
		d, f := advised(t, 80, 24, screen.Options{})
		d.Press(key)
		d.Wants("Record it?", "› No, go back")
		d.Press("n")
		if got := frametest.Vetted(f).Decision; got != "" || d.Top() != "verdict" {
			t.Errorf("%s and no: %q, on %s", key, got, d.Top())
		}
		d.Press(key, "y")
		d.Wants("Why?")
	}
}

// One act is marked as what is advised: the one that enter records.
func TestOneActIsMarkedAsAdvised(t *testing.T) {
	d, _ := startVetting(t, 120, 60)
	d.Press("n", "2", "n", "enter", "n")
	d.Wants("IGNORE OR VET FURTHER", "I left it until a date  ✔ as advised")
	if n := strings.Count(d.Shows(), "✔ as advised"); n != 1 {
		t.Errorf("%d are marked:\n%s", n, d.Shows())
	}
}

// A day to come back to may be set with what is advised, at once.
func TestFollowingUp(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("1", "y", "n", "f")
	d.Wants("Follow up on which day?", "It is due under")
	d.Enter("2 weeks")
	d.Press("enter")
	inv := frametest.Vetted(f)
	if inv.Decision != record.Accepted || inv.FollowUp.IsZero() || d.Opened() != (screen.InboxPage{}) {
		t.Errorf("%+v, on %s", inv.ActDone(), d.Top())
	}
	d = asking(t, 80, 24, screen.Options{Storage: f}, "a1ka")
	d.Wants("You accepted it", "to follow it up on")
	if shown := d.Shows(); strings.Index(shown, "You accepted it") > strings.Index(shown, "Accept: ") {
		t.Errorf("what was decided comes after the advice:\n%s", shown)
	}
}

// Whoever opens somebody with advice comes back to where they came from, and to the
// questions only by the key for them.
func TestAdviceOpenedAtOnceLeadsBack(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("1", "y", "n")
	d = vettingDriver(t, 80, 24, screen.Options{Storage: f})
	before := d.Top()
	d.Open(screen.QuestionsPage{ID: "a1ka"})
	if d.Top() != "verdict" {
		t.Fatalf("on %s", d.Top())
	}
	d.Press("b")
	d.Wants("page ")
	d.Press("esc")
	d.Open(screen.QuestionsPage{ID: "a1ka"})
	d.Press("esc")
	if d.Top() != before {
		t.Errorf("esc leads to %s, not %s", d.Top(), before)
	}
}
