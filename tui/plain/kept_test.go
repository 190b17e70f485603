package plain

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"linkvet/store/exchange"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
)

// What was typed of somebody to be added is there for the next time, however the
// form was left, until it is added.
func TestWhatIsTypedIsKept(t *testing.T) {
	o := storeOf(t)
	said, err := talk(t, o, "add", "1", "1", "Carla Lost", "Diver")
	if !errors.Is(err, ErrInputEnded) {
		t.Errorf("%v\n%s", err, said)
	}
	said, err = talk(t, o, "add", "1", "1", "y", "", "", "Nordwind", "b", "b", "", "", "", "", "today", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "What you typed before and did not add is kept: Carla Lost.", "Name, now Carla Lost.", "Headline, now Diver.", "typed: b\nCompany, now Nordwind.", "typed: b\nHeadline, now Diver.", "Added: Carla Lost.")
	said, err = talk(t, o, "add", "1", "1", "b", "q")
	if err != nil || strings.Contains(said, "Go on with it?") {
		t.Errorf("what was added is offered again: %v\n%s", err, said)
	}
}

// A name that is missing is asked for, with the rest kept.
func TestANameIsAskedFor(t *testing.T) {
	said, err := talk(t, storeOf(t), "add", "1", "1", "", "Diver", "", "", "Dee Fox", "", "", "", "", "", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "A name or the address of the profile is needed.\nName, enter alone", "Headline, now Diver.", "Added: Dee Fox.")
}

// A text that is not whole when the program ends is said to be lost, and a note of
// one's own is saved when it is given.
func TestTheEndTellsWhatIsNotWhole(t *testing.T) {
	said, err := talk(t, storeOf(t), "add", "2", "Carla Lost", "Diver")
	if !errors.Is(err, ErrInputEnded) || !strings.Contains(err.Error(), "but not the text, which was not whole") {
		t.Errorf("%v\n%s", err, said)
	}
	o := storeOf(t, somebody()...)
	if _, err = talk(t, o, "1", "Your note", "met in Graz", "Correct", "1", "b"); !errors.Is(err, ErrInputEnded) {
		t.Error(err)
	}
	if inv, err := o.Storage.Get(ids(t, o)[0]); err != nil || inv.PersonNote != "met in Graz" {
		t.Errorf("the note is %q, %v", inv.PersonNote, err)
	}
}

// Enter alone is neither yes nor no, and a no is answered.
func TestNothingTypedIsNoAnswer(t *testing.T) {
	said, err := talk(t, importable(), "import", "", "/tmp/archive.zip", "", "n", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: \nNothing was typed.\nPath of the archive", "Import it?", "typed: \nNothing was typed. Type y for yes, or n for no.\nImport it?", "typed: n\nNothing was imported.")
	o := storeOf(t, somebody()...)
	said, err = talk(t, o, "delete 1", "", "n", "reopen 1", "later 1", "", "b", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Nothing was typed. Type y for yes", "Nothing was deleted.", "Anna Weber waits already, and nothing was changed.", "Nothing was typed.\nPut off until when?")
}

// The text that was sent is kept as the note, and nothing is asked again.
func TestWhatWasSentIsKept(t *testing.T) {
	o := outgoing(t)
	said, err := talk(t, o, "other", "4", "1", "Write your", "your talk on dikes", "we met in Lyon", "", "1", "3", "q")
	if err != nil || strings.Count(said, "These texts could be sent.") != 1 {
		t.Errorf("%v\n%s", err, said)
	}
	if inv, err := o.Storage.Get(ids(t, o)[0]); err != nil || inv.Note != "Hi Dee, we met in Lyon. Your talk on dikes." || inv.Decision != record.Sent {
		t.Errorf("%q is kept, %s, %v", inv.Note, inv.Decision, err)
	}
}

// Instead of yes the path of another copy may be typed.
func TestAnotherCopyByItsPath(t *testing.T) {
	var paths []string
	for _, name := range []string{"one.txt", "two.txt"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte("About this profile\nAnna Weber\nJoined\nMay 2011\nContact information\nUpdated over 2 years ago\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	said, err := talk(t, storeOf(t, somebody()...), "1", "Read", paths[0], paths[1], "", "n", "y", "q")
	if err != nil || strings.Count(said, "Read a copy of the profile of Anna Weber.") != 2 {
		t.Errorf("%v\n%s", err, said)
	}
	holds(t, said, "typed: \nNothing was typed. Type y, n, or the path of a file.")
}

// An export has the list as it is now, in a path as terminals paste them, and a
// calendar the days of all lists.
func TestExportIsFresh(t *testing.T) {
	o := storeOf(t, somebody()...)
	written := &writes{Storage: o.Storage}
	o.Storage = written
	said, err := talk(t, o, "decide 1", "1", "", "later 2", "2 weeks", `export "/tmp/my list.csv"`, `export /tmp/my\ days.ics`, "export", "", "b", "q")
	if err != nil {
		t.Error(err)
	}
	if len(written.only) != 2 || len(written.only[0]) != 1 || written.only[1] != nil {
		t.Errorf("written are %v", written.only)
	}
	holds(t, said, "of the list Waiting to /tmp/my list.csv\n", "of all lists to /tmp/my days.ics\n", "typed: export\n", "typed: \nNothing was typed.\nPath of the file")
}

// The profile is asked for once, also of who begins by hand.
func TestProfileIsAskedAfterTheFirstAdd(t *testing.T) {
	o := storeOf(t)
	o.Settings = &frametest.FakeSettings{}
	said, err := talk(t, o, "add", "1", "1", "Dee Fox", "", "", "", "", "", "1", "done", "add", "1", "1", "Al Ek", "", "", "", "", "", "q")
	if err != nil || strings.Count(said, "Now your profile") != 1 {
		t.Errorf("%v\n%s", err, said)
	}
	holds(t, said, "Question 1 of 7. What are you on LinkedIn for? Now: none.", "Question 2 of 7.", "typed: done\nProfile saved")
}

// writes is a storage that keeps of each export whom it was for.
type writes struct {
	screen.Storage
	only []map[string]bool
}

func (w *writes) Export(_ context.Context, _ string, _ bool, o exchange.ExportOptions) (int, error) {
	w.only = append(w.only, o.Only)
	return max(len(o.Only), 1), nil
}
