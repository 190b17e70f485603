package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestNotSavedStaysOnTheQuestion(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	f.failing = fmt.Errorf("there is no room for a change to the store %s: %w", strings.Repeat("/long", 30), &fs.PathError{Op: "write", Path: "/long", Err: syscall.ENOSPC})
	d.press("n")
	d.wants("✕ not saved", "No space left on device. Saving the answer", "Have you seen any of these?")
	d.press("esc")
	d.wants("Leave without saving?", "Not saved: ")
	d.press("esc")
	if d.top() != "questionnaire" {
		t.Fatalf("no leads to %s", d.top())
	}
	f.failing = nil
	d.press("n")
	d.wants("✔ saved", "Do you know this person?")
	f.failing = errTest
	d.press("3")
	d.wants("Do you know this person?", "No  ✔ your answer", "✕ not saved")
	f.failing = nil
	d.press("3", "b")
	d.wants("Do you know this person?")
	if a := vetted(f).Answers; a.Value("know") != "no" || a.Value("asks_for_money") != "no" {
		t.Errorf("stored: %v", a)
	}
}

// What could not be saved is tried again at the end, and told if it fails.
func TestLeavingAtOnceTellsWhatIsNotSaved(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	f.failing = errTest
	d.press("n", "ctrl+c")
	d.root.retryUnsaved()
	if err := d.root.env.writer.drain(); !errors.Is(err, errTest) {
		t.Errorf("leaving says %v", err)
	}
	d, f = startVetting(t, 80, 24)
	f.failing = errTest
	d.press("n", "ctrl+c")
	f.failing = nil
	d.root.retryUnsaved()
	if err := d.root.env.writer.drain(); err != nil || vetted(f).Answers.Value("asks_for_money") != "no" {
		t.Errorf("the answer is %q, %v", vetted(f).Answers.Value("asks_for_money"), err)
	}
}

// "None seen" is not taken while a box says otherwise.
func TestNoneSeenDoesNotOverrideTicks(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.wants("n none seen")
	d.press("2")
	d.wantsNot("none seen")
	d.press("n")
	d.wants("Something is ticked: enter keeps it, space takes it back", "2  [✔]")
	if a := vetted(f).Answers; len(a) > 0 {
		t.Errorf("stored: %v", a)
	}
	d.press("space", "n")
	d.wants("Do you know this person?")
}

func TestNIsNoWhereverThereIsOne(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.press("n", "n")
	d.wants("What are they to you, mainly?")
	if got := vetted(f).Answers.Value("know"); got != "no" {
		t.Errorf("know is %q", got)
	}
}

// What is said about one question is gone with it.
func TestWhatIsSaidStaysWithItsQuestion(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.press("n", "enter")
	d.wants("Mark an answer with the arrows first")
	d.press("b")
	d.wants("Have you seen any of these?")
	d.wantsNot("Mark an answer")
	d.press("enter", "enter")
	jumpTo(t, d, "reasons")
	d.wantsNot("Mark an answer")
	d.press("enter")
	d.wants("Tick at least one")
	d.press("b")
	d.wantsNot("Tick at least one")
}
