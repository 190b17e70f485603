package tui

import (
	"testing"

	"linkvet/advisor"
)

func TestSuggestionsCountOnlyWhenConfirmed(t *testing.T) {
	d, f := strangers(t, 120, 40)
	d.wants("◆ suggested", "“teach you to trade”", "None yet")
	if a := f.all["m1sc"].Answers; len(a) > 0 {
		t.Errorf("suggestions are stored: %v", a)
	}
	d.press("t")
	if a := f.all["m1sc"].Answers; len(a) > 0 {
		t.Errorf("ticks are stored before they are confirmed: %v", a)
	}
	d.wants("1  [✔] Asks for money", "None yet")
	d.press("enter")
	if a := f.all["m1sc"].Answers; a.Value("asks_for_money") != "yes" || a.Value("impostor") != "no" {
		t.Errorf("stored: %v", a)
	}
	d.wants("Decline and block")
}

func TestNoneSeenLeavesSuggestionsOut(t *testing.T) {
	d, f := strangers(t, 80, 24, "n")
	if a := f.all["m1sc"].Answers; a.Value("asks_for_money") != "no" {
		t.Errorf("stored: %v", a)
	}
	d.press("b")
	d.wantsNot("◆ suggested") // it is answered now
}

func TestOneKeyTakesASuggestion(t *testing.T) {
	o := withStrangers()
	d := newDriver(t, 80, 24, o)
	d.press("j", "enter", "n", "3")
	d.wants("4  A salesperson  ◆ suggested", "“book you for", "a demo” · t takes it")
	d.press("t")
	if got := o.Storage.(*fakeStorage).all["n2ve"].Answers.Value("role"); got != "salesperson" {
		t.Errorf("the role is %q", got)
	}
}

func TestWarningSignsShareAScreen(t *testing.T) {
	d, f := strangers(t, 80, 24, "n", "3", "3", "y")
	d.wants("Do you notice any of these?", "Moves you elsewhere", "LinkedIn's own warning", "▸ Vetting")
	d.press("n")
	a := f.all["m1sc"].Answers
	for _, id := range []string{"off_platform", "too_good", "generic_identity", "care_notice"} {
		if a.Value(id) != "no" {
			t.Errorf("%s is %q", id, a.Value(id))
		}
	}
	d.press("b", "2", "u")
	a = f.all["m1sc"].Answers
	if a.Value("too_good") != "yes" || a.Value("care_notice") != advisor.DontKnow {
		t.Errorf("stored: %v", a)
	}
}

func TestTheLastAnswerIsTakenBack(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("z")
	d.wants("Have you seen any of these?")
	d.press("n", "3", "2")
	d.press("z")
	d.wants("Taken back: What they are to you", "What are they to you, mainly?")
	d.wantsNot("your answer")
	if a := vetted(f).Answers; a.Value("role") != "" || a.Value("know") != "no" {
		t.Errorf("stored: %v", a)
	}
	d.press("b", "1") // knows them well after all
	d.press("z")
	d.wants("Do you know this person?", "No  ✔ your answer")
	if a := vetted(f).Answers; a.Value("know") != "no" {
		t.Errorf("know is %q", a.Value("know"))
	}
	d.press("1", "y")
	d.wants("Accept", "How to answer")
	d.press("z") // from the advice as well
	d.wants("Do you trust them?")
	d.press("z", "z", "z")
	d.wants("Have you seen any of these?")
	if a := vetted(f).Answers; len(a) > 0 {
		t.Errorf("stored: %v", a)
	}
	d.press("z")
	d.wantsNot("Taken back: Do you")
}

func TestTakingBackAfterARestart(t *testing.T) {
	start := realPrograms(t)
	d := start()
	addOne(d, "Łucja Nowak")
	d.press("enter", "n", "2", "b", "3", "2")
	d = start()
	d.press("c", "z")
	d.wants("Taken back: What they are to you")
	d = start()
	d.press("c", "z")
	d.wants("Taken back: Do you know them", "Slightly  ✔ your answer")
	d.press("z", "z")
	d.wants("Have you seen any of these?")
	d.press("z")
	d.wantsNot("Taken back: Do you know them")
}

func TestANoteOnAnAnswer(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("N")
	d.wants("Mark a line with the arrows first")
	d.press("n", "N")
	d.wants("Your note", "Do you know this person?")
	d.enter("n 1 z " + alphabet)
	d.press("enter")
	want := "n 1 z " + alphabet
	if got := vetted(f).AnswerNotes["know"]; got != want {
		t.Errorf("the note is %q", got)
	}
	d.wants("✎ n 1 z abc")
	d.press("3", "r")
	d.wants("✎ n 1 z abc")
	d.press("v")
	d.resize(120, 60)
	d.wants("Your notes")
	d.press("esc", "b", "N")
	for range len([]rune(want)) {
		d.press("backspace")
	}
	d.press("enter")
	d.wantsNot("✎")
}

func TestPagesAreShownBeforeOneIsOpened(t *testing.T) {
	opened := ""
	o := withPeople()
	o.OpenURL = func(url string) error { opened = url; return nil }
	d := newDriver(t, 80, 24, o)
	d.press("enter", "n", "3", "3", "o")
	d.wants("Open which page", "1  Company", "keywords=Nor", "dwind+Instruments", "2  Profile", "lens.google.com")
	d.press("enter")
	if opened != "" {
		t.Errorf("enter opens %q though nothing is marked", opened)
	}
	d.press("esc")
	if opened != "" || d.top() != "questionnaire" {
		t.Errorf("esc opens %q", opened)
	}
	d.press("o", "2")
	if opened != "https://www.linkedin.com/in/katarina-zilinska-example" {
		t.Errorf("2 opens %q", opened)
	}
	d.wants("Opened https://www.linkedin.com/in/katarina")
}

func TestTheListOfKeysSaysWhyWeAsk(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.press("n", "?")
	d.wants("Keys of this screen", "Why we ask", "How to check", "Give the answer with that number")
	d.enter("overview")
	d.wantsNot("Why we ask")
	d.wants("All questions with your answers")
	d.resize(60, 15)
	d.press("esc", "?")
	d.wants("Why we ask", "w shows all", "type to search")
}
