package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/record"
)

// undo takes the last step back and checks its words.
func undo(t *testing.T, s *Store, want string) Change {
	t.Helper()
	if next, _, err := s.Undoable(); err != nil || next != want {
		t.Errorf("undo would take back %q, want %q, %v", next, want, err)
	}
	change, err := s.Undo()
	if err != nil || change.Words != want {
		t.Errorf("undone %q, want %q, %v", change.Words, want, err)
	}
	return change
}

func redo(t *testing.T, s *Store, want string) Change {
	t.Helper()
	if _, next, err := s.Undoable(); err != nil || next != want {
		t.Errorf("redo would do %q, want %q, %v", next, want, err)
	}
	change, err := s.Redo()
	if err != nil || change.Words != want {
		t.Errorf("redone %q, want %q, %v", change.Words, want, err)
	}
	return change
}

// wantLike compares invitations, when they changed aside.
func wantLike(t *testing.T, got, want record.Invitation) {
	t.Helper()
	got.ChangedAt, got.Stamps, want.Stamps = want.ChangedAt, nil, nil // when it was changed stays changed
	if same, err := record.SameRecord(got, want); err != nil || !same {
		t.Errorf("got %+v\nwant %+v, %v", got, want, err)
	}
}

func TestUndoEveryKindOfChange(t *testing.T) {
	s, c := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg", Note: "Hello"})).ID
	text := func(s string) *string { return &s }
	steps := []struct {
		words string
		do    func() (record.Invitation, error)
	}{
		{"answered: Mia Berg (Do you know them: Well)", func() (record.Invitation, error) { return s.Answer(id, advisor.Answers{"know": {"well"}}) }},
		{"answered: Mia Berg (Do you know them: A little; Do you trust them: Yes)", func() (record.Invitation, error) {
			return s.Answer(id, advisor.Answers{"know": {"slightly"}, "trust": {"yes"}})
		}},
		{"noted: Mia Berg on “Do you know them”", func() (record.Invitation, error) { return s.NoteAnswer(id, "know", "from the choir") }},
		{"edited: Mia Berg-Lind", func() (record.Invitation, error) {
			return s.Edit(id, record.Edit{Name: text("Mia Berg-Lind"), PersonNote: text("sings")})
		}},
		{"tagged: Mia Berg-Lind +choir", func() (record.Invitation, error) { return only(s.Tag([]string{id}, []string{"choir"}, nil)) }},
		{"postponed: Mia Berg-Lind until 2026-06-03", func() (record.Invitation, error) { return s.Later(id, record.MakeDay(2026, 6, 3)) }},
		{"decided: Mia Berg-Lind accepted", func() (record.Invitation, error) { return s.Decide(id, record.Accepted, "") }},
		{"reopened: Mia Berg-Lind", func() (record.Invitation, error) { return s.Reopen(id) }},
	}
	states := []record.Invitation{mustDo(t)(s.Get(id))}
	for _, step := range steps {
		c.advance(time.Minute)
		states = append(states, mustDo(t)(step.do()))
	}
	for i := len(steps) - 1; i >= 0; i-- {
		c.advance(time.Minute)
		if change := undo(t, s, steps[i].words); len(change.IDs) != 1 || change.IDs[0] != id {
			t.Errorf("undone on %v", change.IDs)
		}
		wantLike(t, mustDo(t)(s.Get(id)), states[i])
	}
	s = openStore(t, s.Path(), c) // all of it outlives the program
	for i, step := range steps {
		redo(t, s, step.words)
		wantLike(t, mustDo(t)(s.Get(id)), states[i+1])
	}
	if _, err := s.Redo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("one more redo: %v", err)
	}
	wantSound(t, s)
}

func TestUndoAddAndDelete(t *testing.T) {
	s, _ := newStore(t)
	if _, err := s.Undo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("undo in an empty store: %v", err)
	}
	mia := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg", Tags: []string{"choir"}}))
	bo := mustDo(t)(s.Add(record.Invitation{Name: "Bo Yu", SentAt: day("2026-05-01")}))
	deleted, err := s.Delete([]string{mia.ID, bo.ID, mia.ID})
	if err != nil || len(deleted) != 2 || deleted[1].ID != bo.ID {
		t.Fatalf("deleted %v, %v", deleted, err)
	}
	wantStatuses(t, s, map[string]record.Status{})
	if _, err := s.Get(mia.ID); !errors.Is(err, fault.ErrNotFound) {
		t.Errorf("after deleting: %v", err)
	}
	if entries, err := s.Journal(mia.ID); err != nil || len(entries) != 2 {
		t.Errorf("the journal of a deleted one: %v, %v", entries, err)
	}
	if _, err := s.Journal("nobody"); !errors.Is(err, fault.ErrNotFound) {
		t.Errorf("the journal of nobody: %v", err)
	}
	if change := undo(t, s, "deleted: 2 invitations"); len(change.IDs) != 2 {
		t.Errorf("undone on %v", change.IDs)
	}
	wantLike(t, mustDo(t)(s.Get(mia.ID)), mia)
	wantLike(t, mustDo(t)(s.Get(bo.ID)), bo)
	undo(t, s, "added: Bo Yu")
	undo(t, s, "added: Mia Berg")
	wantStatuses(t, s, map[string]record.Status{})
	redo(t, s, "added: Mia Berg")
	if _, err := s.Tag([]string{mia.ID}, []string{"work"}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Redo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("redo after a new change: %v", err)
	}
	entries, err := s.Journal("")
	if err != nil {
		t.Fatal(err)
	}
	var details []string
	for _, e := range entries {
		details = append(details, e.What+" "+e.Detail)
	}
	want := "added Mia Berg, incoming|added Bo Yu, incoming|deleted Mia Berg, waiting|deleted Bo Yu, waiting|" +
		"undone deleted: Mia Berg, waiting|undone deleted: Bo Yu, waiting|undone added: Bo Yu, incoming|" +
		"undone added: Mia Berg, incoming|redone added: Mia Berg, incoming|tagged choir -> choir, work"
	if got := strings.Join(details, "|"); got != want {
		t.Errorf("journal\n%s\nwant\n%s", got, want)
	}
	wantSound(t, s)
}

// What an import changed since stays, and what it did not touch is undone.
func TestUndoBesideAnImport(t *testing.T) {
	s, _ := newStore(t)
	ada := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00")
	doImport(t, s, archiveOf("2026-04-03", rowsOf(ada)))
	id := byName(t, s)["Ada Lind"].ID
	mustDo(t)(s.Decide(id, record.Ignored, ""))
	doImport(t, s, archiveOf("2026-05-03", rowsOf(ada), connection("Ada Lind", "ada-lind", "2026-05-01")))
	passOver(t, s)
	undo(t, s, "decided: Ada Lind ignored")
	if inv := mustDo(t)(s.Get(id)); inv.Decision != "" || !inv.Connected {
		t.Errorf("undone beside an import: %+v", inv)
	}
}

func TestUndoRefusesWhatNoLongerApplies(t *testing.T) {
	s, _ := newStore(t)
	first := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind", URL: "linkedin.com/in/ada-lind"}))
	mustDo(t)(s.Decide(first.ID, record.Ignored, ""))
	doImport(t, s, archiveOf("2026-07-03", rowsOf(incoming("Ada Lind", "ada-lind", "2026-07-02 10:00"))))
	passOver(t, s)
	_, err := s.Undo()
	if !errors.Is(err, fault.ErrExists) || !strings.Contains(err.Error(), "decided: Ada Lind ignored") {
		t.Errorf("undo of a decision while a newer invitation is open: %v", err)
	}
	if inv := mustDo(t)(s.Get(first.ID)); inv.Decision != record.Ignored {
		t.Errorf("it was undone: %+v", inv)
	}
	// The next one is the turn of what was done before; that changed as well.
	if _, err := s.Undo(); !errors.Is(err, fault.ErrChanged) || !strings.Contains(err.Error(), "added: Ada Lind") {
		t.Errorf("undo of adding what was decided since: %v", err)
	}
	if _, err := s.Undo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	wantSound(t, s)
}
