package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
)

// holds requires that texts were said, one after the other.
func holds(t *testing.T, said string, texts ...string) {
	t.Helper()
	rest := said
	for _, text := range texts {
		at := strings.Index(rest, text)
		if at < 0 {
			t.Fatalf("%q is not said, or not there:\n%s", text, said)
		}
		rest = rest[at+len(text):]
	}
}

// Numbers mean the same acts before and after the advice, and one at most is as
// advised.
func TestNumbersOfActsAreFixed(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "1", "1", "1", "1", "none", "?", "b", "b", "decide 3", "b", "decide 1", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: ?\naccepted: I accepted it (as advised).\nignored: I ignored it.\ndeclined: I declined it.\n", "later: I left it until a date.\n",
		"Cem Ak: what did you do?\n1. I accepted it.\n2. I ignored it.\n3. I declined it.\n", "8. I left it until a date.\n",
		"Anna Weber: what did you do?\n1. I accepted it (as advised).\n2. I ignored it.\n")
	if strings.Count(said[strings.LastIndex(said, "what did you do?"):], "as advised") != 1 {
		t.Errorf("more than one act is as advised:\n%s", said)
	}
}

// A step's how is there to hear before it is ticked off.
func TestFirstStepsSayHowFirst(t *testing.T) {
	o := storeOf(t)
	if _, err := o.Storage.Add(record.Invitation{Direction: record.Incoming, Name: "Fay Dun", Answers: map[string][]string{"kind": {record.KindJoin}}}); err != nil {
		t.Fatal(err)
	}
	said, err := talk(t, o, "1", "First", "2", "tick 2", "tick 9", "q")
	if err != nil {
		t.Error(err)
	}
	before, _, _ := strings.Cut(said, "typed: tick 2")
	if strings.Contains(before, ", done.") || strings.Contains(before, "1 of ") {
		t.Errorf("hearing a step ticks it off:\n%s", said)
	}
	holds(t, said, "0 of ", "typed: 2\n", "typed: tick 2\n1 of ", "Not known here: tick 9.")
}

// b in the questions about oneself goes one question back; what was given is saved.
func TestProfileQuestionsGoBack(t *testing.T) {
	settings := &frametest.FakeSettings{Asked: true}
	o := storeOf(t, somebody()...)
	o.Settings = settings
	said, err := talk(t, o, "settings", "1", "1", "2", "b", "1", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "How do you plan to use LinkedIn? Now: no answer.", "How at ease", "typed: b\nQuestion 2 of 7. How do you plan to use LinkedIn? Now: light.", "How at ease", "Profile saved")
	if settings.Profile().Usage != "active" {
		t.Errorf("%+v is kept", settings.Profile())
	}
}

// b at the stop signs goes back to the question before them.
func TestBackFromSignsToTheQuestionBefore(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "2", "1", "4", "1", "b", "q")
	if err != nil {
		t.Error(err)
	}
	_, after, _ := strings.Cut(said, "typed: b\n")
	holds(t, after, "Answered: ", "Enter keeps it.")
	if strings.Contains(after, "Do you know this person?") {
		t.Errorf("it goes back to the first question:\n%s", said)
	}
}

// What was read is said before another copy is asked for, and after a failure the
// path is asked for again.
func TestReadingSaysWhatItFound(t *testing.T) {
	path := filepath.Join(t.TempDir(), "panel.txt")
	if err := os.WriteFile(path, []byte("About this profile\nAnna Weber\nJoined\nMay 2011\nContact information\nUpdated over 2 years ago\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := talk(t, storeOf(t, somebody()...), "1", "Read", filepath.Join(t.TempDir(), "missing.txt"), path, "n", "y", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Not done, reading the profile", "Path of the file", "Read a copy of the profile of Anna Weber.\nFound answers to suggest: Age of the account.", "Read another copy", "Recorded 1 answer")
}

// Who only looks is told so before anything is asked.
func TestOnlyLookingRefusesAtOnce(t *testing.T) {
	for _, line := range []string{"import /tmp/x.zip", "add", "decide 1", "later 1", "tags 1", "reopen 1", "delete 1", "vet", "pass", "undo"} {
		said, err := talk(t, looking(t), line, "q")
		if err != nil {
			t.Error(err)
		}
		holds(t, said, "typed: "+line+"\nNothing can be changed, as you can only look: Another linkvet has the store open.\n", "Nothing was changed. Goodbye.")
	}
	said, err := talk(t, importable(), "import /tmp/x.zip", "q")
	if err != nil || strings.Contains(said, "Everything is saved") {
		t.Errorf("nothing was imported, and it says saved: %v\n%s", err, said)
	}
}

// Asking why another question is asked leaves the place, and 0 is read where it is
// taken.
func TestWhyLeavesThePlace(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "1", "1", "why 2", "0", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Do you know this person?\n", "0. Leave it open.\n", "typed: why 2\n", "Do you know this person?\n")
}
