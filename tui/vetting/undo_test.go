package vetting

import (
	"strings"
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestThePageIsTakenBack(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("z")
	d.Wants("Who is this to you?")
	d.Press("n", "2", "n", "1")
	d.Press("z")
	d.Wants("Taken back: Their message", "What do note and profile show?")
	d.Press("z")
	d.Wants("z again takes back the page before: Wants money", "and 10 more", "What do note and profile show?")
	d.Press("z")
	d.Wants("Taken back: Wants money", "Have you seen any of these?")
	d.Press("Z")
	d.Wants("Answered again: Wants money", "Have you seen any of these?")
	if a := frametest.Vetted(f).Answers; a.Value("impostor") != "no" {
		t.Errorf("stored: %v", a)
	}
	d.Press("z", "z")
	d.Wants("z again takes back the page before: Do you know them")
	d.Press("z")
	d.Wants("Taken back: Do you know them and What they are to you", "Who is this to you?")
	if a := frametest.Vetted(f).Answers; len(a) > 0 {
		t.Errorf("stored: %v", a)
	}
	d.Now = d.Now.Add(screen.SaidFor)
	d.Press("z")
	d.WantsNot("Taken back: Do you")
	d.Press("1", "y", "n")
	d.Wants("ACCEPT", "settled")
	d.Press("z") // from the advice as well
	d.Wants("Have you seen any of these?")
	if a := frametest.Vetted(f).Answers; a.Value("know") != "well" || a.Value("impostor") != "" {
		t.Errorf("stored: %v", a)
	}
}

// A program that was killed in the middle of a page goes on there, and takes
// back what an earlier one answered, page by page.
func TestTakingBackAfterARestart(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.Press("n", "2", "n", "1")
	d = start()
	d.Wants("What do note and profile show?", "Written for me")
	d.Press("2")
	d = start()
	d.Press("z") // the page, which both have answered
	d.Wants("Taken back: How full the profile is and Their message")
	d = start()
	d.Press("z", "z", "z", "z")
	d.Wants("Who is this to you?", "Taken back: Do you know them")
	d.Now = d.Now.Add(screen.SaidFor)
	d.Press("z")
	d.WantsNot("Taken back: Do you know them")
}

// A page is one line of the journal and one step for the inbox to take back.
func TestAPageIsOneStep(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.Press("n", "2", "n")
	journal := d.Root.Env.Journal()
	for _, want := range []string{"answered: Łucja Nowak (Wants money or your numbers: No", "answered: Łucja Nowak (Do you know them: No; What they are to you: A peer in my industry)", "added: Łucja Nowak"} {
		change, err := journal.Undo()
		if err != nil || len(change.Words) < len(want) || change.Words[:len(want)] != want {
			t.Errorf("undone %q, %v, want %q", change.Words, err, want)
		}
	}
}

// So is a page that the program was killed in.
func TestAPageAfterARestartIsOneStep(t *testing.T) {
	start := realPrograms(t)
	d := start()
	d.Press("n", "2", "n", "1")
	d = start()
	d.Press("2")
	journal := d.Root.Env.Journal()
	for _, want := range []string{"answered: Łucja Nowak (How full the profile is: Sparse; Their message: ", "answered: Łucja Nowak (Wants money", "answered: Łucja Nowak (Do you know them"} {
		change, err := journal.Undo()
		if err != nil || !strings.HasPrefix(change.Words, want) {
			t.Errorf("undone %q, %v, want %q", change.Words, err, want)
		}
	}
}
