package vetting

import (
	"fmt"
	"testing"
	"time"

	"linkvet/tui/frame/frametest"
)

// However long a page is, some of the note is seen beside the questions it answers.
func TestSomeOfTheNoteIsAlwaysSeen(t *testing.T) {
	d, _ := strangers(t, 80, 24, "n", "2", "n", "n")
	for range len(d.Root.Top().(*questionnaire).questions.Page().Rows) {
		d.Wants("What do note and profile show?", "▏ Hello dear, I can teach you")
		d.Press("j")
	}
	d.Resize(60, 20)
	d.Wants("▏ Hello dear")
	d.Resize(60, 15)
	d.Wants("▏ Hello dear", "page 3 of 6, 1 of 11")
}

// The marked one of many answers is seen in the smallest window, with its tick.
func TestTheMarkedAnswerIsSeen(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Resize(60, 15)
	d.Root.Top().(*questionnaire).jump("reasons")
	for n := range 7 {
		d.Press("space")
		d.Wants("›[✔]", fmt.Sprint(n+1, " ›"))
		d.Press("right")
	}
}

// A digit that answers is never pressed without the answers being seen.
func TestNoAnswerIsGivenUnseen(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "2", "n", "n")
	d.Press("w")
	d.Wants("Why we ask", "1 Written for me") // both fit
	d.Press("esc")
	d.Resize(40, 10)
	for _, key := range []string{"w", "m"} {
		d.Press(key)
		d.WantsNot("Written for me")
		d.Press("1")
		d.Wants("Here are the answers again", "Written for me")
		if got := f.All["m1sc"].Answers["note"]; len(got) > 0 {
			t.Fatalf("%s, and 1 answers %v unseen", key, got)
		}
	}
	d.Press("1")
	if got := f.All["m1sc"].Answers.Value("note"); got != "personal" {
		t.Errorf("with the answers in view, 1 answers %q", got)
	}
}

// A key that is held answers the rows of a page, but not those of the next, and
// enter ends but one page.
func TestAHeldKeyStaysOnItsPage(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("4")
	d.Hold("5", 40)
	d.Wants("Have you seen any of these?", "This is the next page")
	if got := frametest.Vetted(f).Answers; len(got) != 2 {
		t.Errorf("answered is %v", got)
	}
	d.Press("n")
	d.Press("1") // something is done on this page
	d.Hold("enter", 40)
	d.Wants("Have you looked anything up")
}

// A page that came by itself takes no answer that may be meant for the one before,
// and says so; a second later it does.
func TestAnAnswerThatComesTooSoonForThePage(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("4", "5")
	for _, key := range []string{"space", "y", "n", "u"} {
		d.Send(frametest.KeyPress(key))
		d.Wants("Have you seen any of these?", "This is the next page")
	}
	if got := frametest.Vetted(f).Answers; len(got) != 2 {
		t.Errorf("answered is %v", got)
	}
	d.Now = d.Now.Add(time.Second)
	d.Press("n")
	d.Wants("What do note and profile show?")
}

// What was left open on a page is open when one comes back: the first answer there
// does not end it.
func TestAPageThatOneComesBackToStays(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("4", "5", "n", "enter")
	d.Wants("11 left open", "Have you looked anything up")
	d.Press("b")
	d.Wants("What do note and profile show?", "left open")
	d.Press("1", "2")
	d.Wants("What do note and profile show?")
	if got := frametest.Vetted(f).Answers; got.Value("note") != "personal" || got.Value("profile") == "" {
		t.Errorf("answered is %v", got)
	}
}

// An enter that comes with the answer to the last row is not for the next page.
func TestEnterAfterTheLastRow(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("4", "5", "n")
	for range 10 {
		d.Press("u")
	}
	d.Wants("What do note and profile show?")
	d.Press("u", "enter")
	d.Wants("Have you looked anything up", "The page before was complete, and this is the next")
	d.Press("enter")
	d.WantsNot("Have you looked anything up")
}

// A second enter that comes at once may be a key that is held, and nothing is left
// open by it; but it is said that it did not count, and the next one does.
func TestAKeyThatComesTooSoonIsNotLostInSilence(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "2", "enter")
	d.Wants("Nothing is ticked")
	again := func(after time.Duration) {
		d.Now = d.Now.Add(after)
		d.Send(frametest.KeyPress("enter"))
	}
	again(300 * time.Millisecond)
	d.Wants("Nothing is ticked", "The second enter")
	again(300 * time.Millisecond)
	d.Wants("What do note and profile show?")
	if a := frametest.Vetted(f).Answers; a.Value("impostor") != "" {
		t.Errorf("stored: %v", a)
	}
}
