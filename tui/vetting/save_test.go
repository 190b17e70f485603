package vetting

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"linkvet/tui/frame/frametest"
)

func TestNotSavedStaysOnTheRow(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	f.Failing = fmt.Errorf("there is no room for a change to the store %s: %w", strings.Repeat("/long", 30), &fs.PathError{Op: "write", Path: "/long", Err: syscall.ENOSPC})
	d.Press("n")
	d.Wants("✕ not saved", "No space left on device. Saving the answer", "Who is this to you?")
	if got := d.Marked(); !strings.Contains(got, "Do you know them") {
		t.Errorf("marked is %q", got)
	}
	d.Press("esc")
	d.Wants("Leave without saving?", "Not saved: ")
	d.Press("esc")
	if d.Top() != "questionnaire" {
		t.Fatalf("no leads to %s", d.Top())
	}
	f.Failing = nil
	d.Press("n") // the same again saves it
	d.Wants("autosave on")
	f.Failing = frametest.ErrTest
	d.Press("2")
	d.Wants("A peer in my industry", "✕ not saved")
	f.Failing = nil
	d.Press("2", "enter", "n")
	if a := frametest.Vetted(f).Answers; a.Value("know") != "no" || a.Value("role") != "peer" || a.Value("asks_for_money") != "no" {
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
	if err := d.Root.SaveRest(); err != nil || frametest.Vetted(f).Answers.Value("know") != "no" {
		t.Errorf("the answer is %q, %v", frametest.Vetted(f).Answers.Value("know"), err)
	}
}

// What is said about one page is gone with it.
func TestWhatIsSaidStaysWithItsPage(t *testing.T) {
	d, _ := startVetting(t, 80, 24)
	d.Press("n", "2", "enter")
	d.Wants("Nothing is ticked")
	d.Press("b")
	d.Wants("Who is this to you?")
	d.WantsNot("Nothing is ticked")
}
