package tui

import (
	"testing"

	"linkvet/advisor"
	"linkvet/tui/frame/frametest"
)

func TestSuggestionsCountOnlyWhenConfirmed(t *testing.T) {
	d, f := strangers(t, 120, 40)
	d.Wants("◆ suggested", "“teach you to trade”", "None yet")
	if a := f.All["m1sc"].Answers; len(a) > 0 {
		t.Errorf("suggestions are stored: %v", a)
	}
	d.Press("t")
	if a := f.All["m1sc"].Answers; len(a) > 0 {
		t.Errorf("ticks are stored before they are confirmed: %v", a)
	}
	d.Wants("1  [✔] Wants money or your numbers", "None yet")
	d.Press("enter")
	if a := f.All["m1sc"].Answers; a.Value("asks_for_money") != "yes" || a.Value("impostor") != "no" {
		t.Errorf("stored: %v", a)
	}
	d.Wants("Decline and block")
}

func TestNoneSeenLeavesSuggestionsOut(t *testing.T) {
	d, f := strangers(t, 80, 24, "n")
	if a := f.All["m1sc"].Answers; a.Value("asks_for_money") != "no" {
		t.Errorf("stored: %v", a)
	}
	d.Press("b")
	d.WantsNot("◆ suggested") // it is answered now
}

func TestOneKeyTakesASuggestion(t *testing.T) {
	o := withStrangers()
	d := newDriver(t, 80, 24, o)
	d.Press("j", "enter", "n", "3")
	d.Wants("4  A salesperson  ◆ suggested", "“book you for", "a demo” · t takes it")
	d.Press("t")
	if got := o.Storage.(*frametest.FakeStorage).All["n2ve"].Answers.Value("role"); got != "salesperson" {
		t.Errorf("the role is %q", got)
	}
}

func TestWarningSignsShareAScreen(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "3", "3", "y")
	d.Wants("Do you notice any of these?", "Moves you elsewhere", "LinkedIn's own warning", "▸ Vetting")
	d.Press("n")
	a := f.All["m1sc"].Answers
	for _, id := range []string{"off_platform", "too_good", "generic_identity", "care_notice"} {
		if a.Value(id) != "no" {
			t.Errorf("%s is %q", id, a.Value(id))
		}
	}
	d.Press("b", "2", "u")
	a = f.All["m1sc"].Answers
	if a.Value("too_good") != "yes" || a.Value("care_notice") != advisor.DontKnow {
		t.Errorf("stored: %v", a)
	}
}

func TestTheLastAnswerIsTakenBack(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("z")
	d.Wants("Have you seen any of these?")
	d.Press("n", "4", "2")
	d.Press("z")
	d.Wants("Taken back: What they are to you", "What are they to you, mainly?")
	d.WantsNot("your answer")
	if a := frametest.Vetted(f).Answers; a.Value("role") != "" || a.Value("know") != "no" {
		t.Errorf("stored: %v", a)
	}
	d.Press("b", "1") // knows them well after all
	d.Press("z")
	d.Wants("Do you know this person?", "No  ✔ your answer")
	if a := frametest.Vetted(f).Answers; a.Value("know") != "no" {
		t.Errorf("know is %q", a.Value("know"))
	}
	d.Press("1", "y")
	d.Wants("Accept", "How to answer")
	d.Press("z") // from the advice as well
	d.Wants("Do you trust them?")
	d.Press("z", "z", "z")
	d.Wants("Have you seen any of these?")
	if a := frametest.Vetted(f).Answers; len(a) > 0 {
		t.Errorf("stored: %v", a)
	}
	d.Press("z")
	d.WantsNot("Taken back: Do you")
}

func TestTakingBackAfterARestart(t *testing.T) {
	start := realPrograms(t)
	d := start()
	addOne(d, "Łucja Nowak")
	d.Press("enter", "n", "2", "b", "4", "2")
	d = start()
	d.Press("c", "z")
	d.Wants("Taken back: What they are to you")
	d = start()
	d.Press("c", "z")
	d.Wants("Taken back: Do you know them", "A little  ✔ your answer")
	d.Press("z", "z")
	d.Wants("Have you seen any of these?")
	d.Press("z")
	d.WantsNot("Taken back: Do you know them")
}

func TestANoteOnAnAnswer(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("N")
	d.Wants("Mark a line with the arrows first")
	d.Press("n", "N")
	d.Wants("Your note", "Do you know this person?")
	d.Enter("n 1 z " + frametest.Alphabet)
	d.Press("enter")
	want := "n 1 z " + frametest.Alphabet
	if got := frametest.Vetted(f).AnswerNotes["know"]; got != want {
		t.Errorf("the note is %q", got)
	}
	d.Wants("✎ n 1 z abc")
	d.Press("3", "r")
	d.Wants("✎ n 1 z abc")
	d.Press("v")
	d.Resize(120, 60)
	d.Wants("Your notes")
	d.Press("esc", "b", "N")
	for range len([]rune(want)) {
		d.Press("backspace")
	}
	d.Press("enter")
	d.WantsNot("✎")
}

func TestPagesAreShownBeforeOneIsOpened(t *testing.T) {
	opened := ""
	o := frametest.WithPeople()
	o.OpenURL = func(url string) error { opened = url; return nil }
	d := newDriver(t, 80, 24, o)
	d.Press("enter", "n", "3", "3", "o")
	d.Wants("Open which page", "1  Company", "keywords=Nor", "dwind+Instruments", "2  Profile", "lens.google.com")
	d.Press("enter")
	if opened != "" {
		t.Errorf("enter opens %q though nothing is marked", opened)
	}
	d.Press("esc")
	if opened != "" || d.Top() != "questionnaire" {
		t.Errorf("esc opens %q", opened)
	}
	d.Press("o", "2")
	if opened != "https://www.linkedin.com/in/katarina-zilinska-example" {
		t.Errorf("2 opens %q", opened)
	}
	d.Wants("Opened https://www.linkedin.com/in/katarina")
}

func TestTheListOfKeysSaysWhyWeAsk(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("n", "?")
	d.Wants("Keys of this screen", "Why we ask", "How to check", "1-9         answer")
	d.Enter("overview")
	d.WantsNot("Why we ask")
	d.Wants("All questions with your answers")
	d.Resize(60, 15)
	d.Press("esc", "?")
	d.Wants("Why we ask", "w shows all", "type to search")
}
