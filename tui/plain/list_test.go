package plain

import (
	"fmt"
	"strings"
	"testing"

	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
)

// Who was not read yet is read next, however many left the list before.
func TestNextPassesNobodyOver(t *testing.T) {
	var people []record.Invitation
	for n := range 16 {
		people = append(people, record.Invitation{Name: fmt.Sprintf("Person%02d Ek", n+1)})
	}
	said, err := talk(t, storeOf(t, people...), "decide 3-5", "2", "", "", "next", "q")
	if err != nil {
		t.Error(err)
	}
	for n := range 16 {
		if name := fmt.Sprintf(". Person%02d Ek. Not", n+1); !strings.Contains(said, name) {
			t.Errorf("%s is never read out:\n%s", name, said)
		}
	}
	if !strings.Contains(said, "\n8. Person11 Ek. ") {
		t.Errorf("the second ten do not begin with who comes after the first:\n%s", said)
	}
}

// Those who wait again are asked about too, though the list was read before.
func TestVetAsksAllWhoWaitNow(t *testing.T) {
	for word, want := range map[string]string{"vet": "\n1 of 3.\n", "pass": "First pass, 3 people:"} {
		said, err := talk(t, storeOf(t, somebody()...), "decide 1", "1", "", "list", "undo", word, "q")
		if err != nil || !strings.Contains(said, want) {
			t.Errorf("%s leaves somebody out: %v\n%s", word, err, said)
		}
	}
}

// A list that a word did not change is not read out, a path is imported, and who
// was added but is not in the list is said so.
func TestWordsOfTheList(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "filter anna", "filter rec:bogus", "add", "1", "1", "Gus Orr", "", "", "", "", "", "decide 99", "b", "export x.foo", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Here is number 1:", "typed: filter rec:bogus\n", "Number of an invitation, or a word:\n    typed: add", "Added: Gus Orr.", "It is not among those that match anna",
		"Nobody has the number 99: the list has 1 number", "typed: export x.foo\n")
	if strings.Contains(said, "--format") {
		t.Errorf("it speaks of an option:\n%s", said)
	}
	said, err = talk(t, importable(), "/tmp/archive.zip", "n", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "Reading /tmp/archive.zip.", "It holds:", "Nothing was changed. Goodbye.")
}

// When an invitation was sent is said once, and nothing is said to be saved where
// nothing was.
func TestSentIsSaidOnce(t *testing.T) {
	o := storeOf(t)
	if _, err := o.Storage.Add(record.Invitation{Direction: record.Outgoing, Name: "Dee Fox", SentAt: frametest.TestNow().AddDate(0, 0, -33)}); err != nil {
		t.Fatal(err)
	}
	said, err := talk(t, o, "other", "4", "1", "q")
	if err != nil || strings.Count(said, "You sent it") != 2 || !strings.Contains(said, ", 4 weeks ago; no answer yet.") {
		t.Errorf("%v\n%s", err, said)
	}
	holds(t, said, "Nothing was changed. Goodbye.")
	said, err = talk(t, importable(), "redo", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "There is nothing to do again.", "Nothing was changed. Goodbye.")
}

// A filter that finds nobody in this list says whom it finds elsewhere, and who was
// added is counted in place of a list that is read again.
func TestFilterAndAddSayWhere(t *testing.T) {
	said, err := talk(t, storeOf(t, somebody()...), "decide 1", "1", "", "filter anna", "filter", "add", "1", "1", "Dee Fox", "", "", "", "", "", "q")
	if err != nil {
		t.Error(err)
	}
	holds(t, said, "typed: filter anna\nWaiting: 0 of 2 match anna.\n1 matches in the list All, to which other goes.\nfilter alone shows all again.\n",
		"Added: Dee Fox. The word undo takes it back.\nWaiting: 3 invitations. The word list reads them with new numbers.\nNumber of an invitation")
}
