package vetting

import (
	"testing"

	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

func TestANoteOnAnAnswer(t *testing.T) {
	d, f := startVetting(t, 80, 24)
	d.Press("N")
	d.Wants("Your note", "Do you know this person?")
	d.Enter("n 1 z " + frametest.Alphabet)
	d.Press("enter")
	want := "n 1 z " + frametest.Alphabet
	if got := frametest.Vetted(f).AnswerNotes["know"]; got != want {
		t.Errorf("the note is %q", got)
	}
	d.Wants("✎ n 1 z abc")
	d.Press("n", "r")
	d.Wants("✎ n 1 z abc")
	d.Press("v")
	d.Resize(120, 90)
	d.Wants("Your notes")
	d.Press("esc", "up", "N")
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
	d := asking(t, 80, 24, o, "a1ka")
	d.Press("n", "3", "o")
	d.Wants("Open which page", "1  Company", "keywords=Nordw", "ind+Instruments", "2  Profile", "lens.google.com")
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
	d.Press("?")
	d.Wants("Keys of this screen", "Why we ask", "How to check", "leave open")
	d.Enter("overview")
	d.WantsNot("Why we ask")
	d.Wants("All questions with your answers")
	d.Resize(60, 15)
	d.Press("esc", "?")
	d.Wants("Why we ask", "w shows all", "type to search")
}

// What could not be kept of a note is tried again.
func TestATypedNoteThatCannotBeSavedIsTriedAgain(t *testing.T) {
	f := frametest.NewFakeStorage(frametest.SomePeople()...)
	d := asking(t, 80, 24, screen.Options{Storage: f}, "a1ka")
	d.Press("N")
	f.Failing = frametest.ErrTest
	d.Enter("as")
	d.Wants("Saving what you type: no space left", "as")
	f.Failing = nil
	d.Enter("k")
	if got := f.Typed[noteKey("a1ka", "know")]; got != "ask" {
		t.Errorf("the draft is %q", got)
	}
}
