package vetting

import (
	"linkvet/advisor"
	"linkvet/tui/frame/frametest"
	"testing"
)

func TestStopSignsAreTickedOneByOne(t *testing.T) {
	d, f := startVetting(t, 100, 34)
	d.Press("n", "2", "enter")
	d.Wants("Nothing is ticked: n if you have seen none of these; enter again leaves them open")
	d.Press("down", "down", "down", "down", "down", "down")
	d.Wants("Yes, a competitor", "Yes, a former employer")
	d.Press("space")
	d.Wants("Which of them? Press its number")
	d.Press("3", "u", "space", "space", "enter")
	a := frametest.Vetted(f).Answers
	want := map[string]string{"conflict": "former_employer", "troubled_history": advisor.DontKnow, "polarising": "", "asks_for_money": ""}
	for id, value := range want {
		if got := a.Value(id); got != value {
			t.Errorf("%s is %q, not %q", id, got, value)
		}
	}
	d.Press("b")
	d.Wants("n none of the others")
	d.Press("n") // what is ticked or not sure stays
	a = frametest.Vetted(f).Answers
	if a.Value("conflict") != "former_employer" || a.Value("troubled_history") != advisor.DontKnow || a.Value("polarising") != "no" {
		t.Errorf("stored: %v", a)
	}
}

// "None seen" denies no suggestion without a word.
func TestNoneSeenTellsWhatItDenies(t *testing.T) {
	d, f := strangers(t, 100, 30, "n", "3", "y", "n")
	d.Wants("linkvet sees 1 sign here", "“teach you to trade”", "n again to say it is not so", "Have you seen any of these?")
	if a := f.All["m1sc"].Answers; a.Value("asks_for_money") != "" || a.Value("impostor") != "" {
		t.Errorf("stored: %v", a)
	}
	d.Press("n")
	if a := f.All["m1sc"].Answers; a.Value("asks_for_money") != "no" || a.Value("impostor") != "no" {
		t.Errorf("stored: %v", a)
	}
}

func TestSuggestionsCountOnlyWhenConfirmed(t *testing.T) {
	d, f := strangers(t, 120, 40, "n", "3", "y")
	d.Wants("◆", "“teach you to trade”", "t takes it")
	if a := f.All["m1sc"].Answers; a.Value("asks_for_money") != "" {
		t.Errorf("suggestions are stored: %v", a)
	}
	d.Press("t")
	if a := f.All["m1sc"].Answers; a.Value("asks_for_money") != "yes" {
		t.Errorf("stored: %v", a)
	}
	d.Wants("[✔]", "Decline and block")
}

func TestOneKeyTakesASuggestion(t *testing.T) {
	o := withStrangers()
	d := asking(t, 80, 24, o, "n2ve")
	d.Press("n")
	d.Wants("A salesperson?", "“book you for", "t takes it")
	d.Press("t")
	if got := o.Storage.(*frametest.FakeStorage).All["n2ve"].Answers.Value("role"); got != "salesperson" {
		t.Errorf("the role is %q", got)
	}
}

func TestAllSuggestionsOfAPage(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "3", "y", "n", "n")
	d.Wants("Yes?  “")
	d.Press("T")
	if a := f.All["m1sc"].Answers; a.Value("off_platform") != "yes" || a.Value("too_good") != "" {
		t.Errorf("stored: %v", a)
	}
	d.WantsNot("◆")
}
