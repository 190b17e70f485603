package vetting

import (
	"slices"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// jumpTo opens the overview and goes to a question.
func jumpTo(t *testing.T, d *frametest.Driver, id string) {
	t.Helper()
	d.Press("g")
	o := d.Root.Top().(*review)
	for i, row := range o.rows {
		if row.question.ID == id {
			o.list.At = i
		}
	}
	d.Press("enter")
	if got := d.Root.Top().(*questionnaire).questions.Marked().Question.ID; got != id {
		t.Fatalf("the jump went to %s", got)
	}
}

func TestTheReviewChangesAnswers(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "2", "n", "r")
	d.Wants("Review", "Ignore or vet further", "not settled yet", "All 13 signs", "None seen")
	d.Press("g", "down", "down", "enter")
	d.Wants("Have you seen any of these?")
	d.Press("down", "down", "down", "space", "enter") // keeps sending the same
	d.Wants("Decline and block")
	d.Press("e")
	d.Wants("■ Yes", "Decline and block")
	if got := frametest.Vetted(f).Answers.Value("repeated_spam"); got != "yes" {
		t.Errorf("repeated_spam is %q", got)
	}
}

func TestTheReviewShowsWhatIsNotKnownAndWhatIsSetAside(t *testing.T) {
	d := asking(t, 80, 24, withStrangers(), "o3be")
	d.Press("r")
	d.Wants("? Don't know", "Set aside", "↷ Known", "✎ asked Mia")
	d.Press("G", "enter")
	d.Wants("Set aside by another answer")
	d.Press("A")
	d.Wants("Questions and answers")
	d.Press("A")
	d.Wants("Review")
}

func TestDecidingInTheReviewAsksWhyAgainstTheAdvice(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("1", "y", "n", "e", "d", "4")
	d.Wants("Why?")
	d.Enter("moved away")
	d.Press("enter")
	inv := frametest.Vetted(f)
	if inv.Decision != record.Declined || inv.Because != "moved away" || inv.Recommendation == 0 {
		t.Errorf("stored: %q because %q, advised %v", inv.Decision, inv.Because, inv.Recommendation)
	}
	if d.Opened() != (screen.InboxPage{}) {
		t.Errorf("then the screen is %s", d.Top())
	}
	d = asking(t, 80, 24, screen.Options{Storage: f}, "a1ka")
	d.Wants("The advice was “Accept”. Your reason:")
}

func TestSeveralAnswers(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "2", "n")
	jumpTo(t, d, "reasons")
	d.Press("1", "right", "space", "g", "esc")
	d.Wants("1 ", "[✔] Leads in the field", "[✔] Makes decisions")
	if got, want := frametest.Vetted(f).Answers["reasons"], []string{"leader", "decision_maker"}; !slices.Equal(got, want) {
		t.Errorf("stored %v, not %v", got, want)
	}
	d.Press("7") // none of these
	if got := frametest.Vetted(f).Answers["reasons"]; !slices.Equal(got, []string{"none"}) {
		t.Errorf("with none ticked: %v", got)
	}
}
