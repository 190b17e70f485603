package tui

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// TestReadingFromEverywhere: a key opens the reading of a profile from the inbox,
// the detail and the questions, and pasting there reads at once. What is taken
// answers the questions below.
func TestReadingFromEverywhere(t *testing.T) {
	copied := "Corvina Aldersey\n· 2nd\nPlanner\nContact info\n500+\nconnections\n"
	for _, from := range []struct {
		name string
		keys []string
		key  string
	}{
		{"inbox", nil, "C"},
		{"detail", []string{"3", "G", "enter"}, "p"},
		{"questions", []string{"v"}, "p"},
	} {
		t.Run(from.name, func(t *testing.T) {
			d := newDriver(t, 100, 30, frametest.WithReading())
			d.Press(from.keys...)
			below := d.Root.Top().Title()
			d.Press(from.key)
			d.Wants("Paste here what you copied of their profile")
			d.Press("esc")
			if d.Root.Top().Title() != below {
				t.Fatalf("esc leads to %q, not %q", d.Root.Top().Title(), below)
			}
			d.Send(frametest.Paste("only one line"))
			if d.Root.Top().Title() != below {
				t.Fatal("a line is no copy of a profile")
			}
			d.Send(frametest.Paste(copied))
			d.Wants("4 suggested answers from the page")
			d.Press("1", "4", "enter")
			f := d.Given.Storage.(*frametest.FakeStorage)
			if len(f.Calls) != 1 || d.Root.Top().Title() != below {
				t.Errorf("after %q: %q", f.Calls, d.Root.Top().Title())
			}
		})
	}
}

// TestWhatWasReadAnswersTheQuestions: the page of questions shows the answers that
// were taken, and one step takes them back.
func TestWhatWasReadAnswersTheQuestions(t *testing.T) {
	d := newDriver(t, 100, 30, frametest.WithReading())
	d.Open(screen.QuestionsPage{ID: "a1ka"})
	d.Send(frametest.Paste("Corvina Aldersey\n· 2nd\nPlanner\n"))
	d.Press("4", "enter")
	d.Wants("A recruiter")
	if inv := d.Given.Storage.(*frametest.FakeStorage).All["a1ka"]; inv.Answers.Value("role") != "recruiter" || inv.Answers.Value("shared") != "" {
		t.Errorf("answered: %v", inv.Answers)
	}
	d.Press("esc", "z")
	if inv := d.Given.Storage.(*frametest.FakeStorage).All["a1ka"]; len(inv.Answers) > 0 {
		t.Errorf("still answered: %v", inv.Answers)
	}
}

// TestOnlyLookingReadsNothing: while another linkvet is open, nothing is read.
func TestOnlyLookingReadsNothing(t *testing.T) {
	d := newDriver(t, 100, 30, frametest.WithTaken())
	d.Press("l", "C")
	d.WantsNot("Paste here")
	d.Send(frametest.Paste("Corvina Aldersey\n· 2nd\nPlanner\n"))
	d.WantsNot("suggested answers")
}
