package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/store/vault"
)

func parsed(t *testing.T, text string) advisor.Answers {
	t.Helper()
	return sure(advisor.ParseAnswers(text))
}

// What is answered in one visit of a page is one line of the journal, and taken
// back at once.
func TestAVisitIsOneStep(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg"})).ID
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "know=no")))
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "role=peer")))
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "know=slightly;trust=yes"), "role"))
	mustDo(t)(s.AnswerIn("p2", id, parsed(t, "impostor=no")))
	entries := sure(s.Journal(id))
	if got := entries[len(entries)-2].Detail; len(entries) != 3 || got != "Do you know them: A little; Do you trust them: Yes" {
		t.Errorf("%d lines, the first visit: %q", len(entries), got)
	}
	undo(t, s, "answered: Mia Berg (Not who the account says: No)")
	undo(t, s, "answered: Mia Berg (Do you know them: A little; Do you trust them: Yes)")
	if inv := mustDo(t)(s.Get(id)); len(inv.Answers) > 0 {
		t.Errorf("left: %v", inv.Answers)
	}
	redo(t, s, "answered: Mia Berg (Do you know them: A little; Do you trust them: Yes)")
	if inv := mustDo(t)(s.Get(id)); inv.Answers.String() != "know=slightly;trust=yes" {
		t.Errorf("done again: %v", inv.Answers)
	}
}

// A visit that left all as it was leaves no line, and what else happened starts a
// new one.
func TestAVisitEndsWithWhatElseHappens(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg"})).ID
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "know=no")))
	mustDo(t)(s.AnswerIn("p1", id, nil, "know"))
	if got := len(sure(s.Journal(id))); got != 1 {
		t.Errorf("%d lines", got)
	}
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "know=no")))
	mustDo(t)(s.NoteAnswer(id, "know", "asked Jon"))
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "role=peer")))
	undo(t, s, "answered: Mia Berg (What they are to you: A peer in my industry)")
	undo(t, s, "noted: Mia Berg on “Do you know them”")
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "role=other"))) // something could be done again
	undo(t, s, "answered: Mia Berg (What they are to you: None of these)")
	undo(t, s, "answered: Mia Berg (Do you know them: No)")
	undo(t, s, "added: Mia Berg")
}

// A visit that a program was killed in goes on in the next as the same step.
func TestAVisitOutlivesTheProgram(t *testing.T) {
	s, c := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg"})).ID
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "know=no")))
	s = openStore(t, s.Path(), c)
	mustDo(t)(s.AnswerIn("p1", id, parsed(t, "role=peer")))
	s = openStore(t, s.Path(), c)
	mustDo(t)(s.AnswerIn("p2", id, parsed(t, "impostor=no")))
	if entries := sure(s.Journal(id)); entries[len(entries)-2].Visit != "p1" || entries[len(entries)-1].Visit != "p2" {
		t.Errorf("visits %q and %q", entries[len(entries)-2].Visit, entries[len(entries)-1].Visit)
	}
	undo(t, s, "answered: Mia Berg (Not who the account says: No)")
	undo(t, s, "answered: Mia Berg (Do you know them: No; What they are to you: A peer in my industry)")
	undo(t, s, "added: Mia Berg")
	wantSound(t, s)
}

// A visit may go from one invitation to the next.
func TestAVisitOfSeveral(t *testing.T) {
	s, _ := newStore(t)
	var ids []string
	for _, name := range []string{"Ann Ash", "Bo Berg", "Cy Cole"} {
		id := mustDo(t)(s.Add(record.Invitation{Name: name})).ID
		ids = append(ids, id)
	}
	for i, value := range []string{"well", "no", "slightly", "well", "no"} {
		mustDo(t)(s.AnswerIn("pass", ids[i%3], advisor.Answers{"know": {value}}))
	}
	if change := undo(t, s, "answered: 3 invitations"); len(change.IDs) != 3 {
		t.Errorf("undone on %v", change.IDs)
	}
	for _, id := range ids {
		if inv := mustDo(t)(s.Get(id)); len(inv.Answers) > 0 {
			t.Errorf("%s: %v", inv.Name, inv.Answers)
		}
	}
	redo(t, s, "answered: 3 invitations")
	if inv := mustDo(t)(s.Get(ids[1])); inv.Answers.Value("know") != "no" {
		t.Errorf("%s: %v", inv.Name, inv.Answers)
	}
}

// Whatever visits and other changes follow each other, taking all back leads
// back, and the file stays sound.
func TestVisitsAtRandom(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		s, c := newStore(t)
		var ids []string
		for i := range 2 {
			ids = append(ids, mustDo(t)(s.Add(record.Invitation{Name: fmt.Sprint("Ann Ash ", i)})).ID)
		}
		for range 25 {
			id := ids[r.IntN(2)]
			switch r.IntN(8) {
			case 0:
				mustDo(t)(only(s.Tag([]string{id}, []string{fmt.Sprint("t", r.IntN(9))}, nil)))
			case 1:
				if next, _, err := s.Undoable(); err == nil && !strings.HasPrefix(next, "added") {
					sure(s.Undo())
				}
			case 2:
				mustDo(t)(s.AnswerIn(fmt.Sprint("p", r.IntN(2)), id, nil, "know", "role"))
			default:
				value := []string{"well", "slightly", "no"}[r.IntN(3)]
				mustDo(t)(s.AnswerIn(fmt.Sprint("p", r.IntN(2)), id, advisor.Answers{"know": {value}}))
			}
		}
		var words []string
		for {
			next, _, err := s.Undoable()
			if err != nil || next == "" {
				break
			}
			if _, err := s.Undo(); err != nil {
				t.Fatalf("seed %d: %q: %v", seed, next, err)
			}
			words = append(words, next)
		}
		if rows := sure(s.Rows(t.Context())); len(rows) > 0 {
			t.Errorf("seed %d: after %q there are %d left", seed, words, len(rows))
		}
		if report, err := vault.Check(t.Context(), s.Path(), vault.Options{Now: c.now}, false); err != nil || !report.OK {
			t.Errorf("seed %d: %+v, %v", seed, report, err)
		}
	}
}
