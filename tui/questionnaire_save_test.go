package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"linkvet/tui/frame/frametest"
)

func TestNotSavedStaysOnTheQuestion(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	f.Failing = fmt.Errorf("there is no room for a change to the store %s: %w", strings.Repeat("/long", 30), &fs.PathError{Op: "write", Path: "/long", Err: syscall.ENOSPC})
	d.Press("n")
	d.Wants("✕ not saved", "No space left on device. Saving the answer", "Have you seen any of these?")
	d.Press("esc")
	d.Wants("Leave without saving?", "Not saved: ")
	d.Press("esc")
	if d.Top() != "questionnaire" {
		t.Fatalf("no leads to %s", d.Top())
	}
	f.Failing = nil
	d.Press("n")
	d.Wants("✔ saved", "Do you know this person?")
	f.Failing = frametest.ErrTest
	d.Press("4")
	d.Wants("Do you know this person?", "No  ✔ your answer", "✕ not saved")
	f.Failing = nil
	d.Press("4", "b")
	d.Wants("Do you know this person?")
	if a := frametest.Vetted(f).Answers; a.Value("know") != "no" || a.Value("asks_for_money") != "no" {
		t.Errorf("stored: %v", a)
	}
}

// What could not be saved is tried again at the end, and told if it fails.
func TestLeavingAtOnceTellsWhatIsNotSaved(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	f.Failing = frametest.ErrTest
	d.Press("n", "ctrl+c")
	if err := d.Root.SaveRest(); !errors.Is(err, frametest.ErrTest) {
		t.Errorf("leaving says %v", err)
	}
	d, f = startVetting(t, 80, 24)
	f.Failing = frametest.ErrTest
	d.Press("n", "ctrl+c")
	f.Failing = nil
	if err := d.Root.SaveRest(); err != nil || frametest.Vetted(f).Answers.Value("asks_for_money") != "no" {
		t.Errorf("the answer is %q, %v", frametest.Vetted(f).Answers.Value("asks_for_money"), err)
	}
}

// "None seen" is not taken while a box says otherwise.
func TestNoneSeenDoesNotOverrideTicks(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Wants("n none seen")
	d.Press("2")
	d.WantsNot("none seen")
	d.Press("n")
	d.Wants("Something is ticked: enter keeps it, space takes it back", "2  [✔]")
	if a := frametest.Vetted(f).Answers; len(a) > 0 {
		t.Errorf("stored: %v", a)
	}
	d.Press("space", "n")
	d.Wants("Do you know this person?")
}

func TestNIsNoWhereverThereIsOne(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("n", "n")
	d.Wants("What are they to you, mainly?")
	if got := frametest.Vetted(f).Answers.Value("know"); got != "no" {
		t.Errorf("know is %q", got)
	}
}

// What is said about one question is gone with it.
func TestWhatIsSaidStaysWithItsQuestion(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("n", "enter")
	d.Wants("Mark an answer with the arrows first")
	d.Press("b")
	d.Wants("Have you seen any of these?")
	d.WantsNot("Mark an answer")
	d.Press("enter", "enter")
	jumpTo(t, d, "reasons")
	d.WantsNot("Mark an answer")
	d.Press("enter")
	d.Wants("Tick at least one")
	d.Press("b")
	d.WantsNot("Tick at least one")
}
