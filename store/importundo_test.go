package store

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// content returns everything of a store that an import writes, but for the
// journal, what counts changes and when a record changed last. That the list is
// as its records say is wantSound's to see.
func content(t *testing.T, s *Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	if err := s.Each(t.Context(), func(inv record.Invitation) error {
		inv.ChangedAt, inv.Stamps = time.Time{}, nil
		record, err := record.EncodePayload(&inv)
		all[inv.ID] = string(record)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	mustNot(t, besideInvitations(s, all))
	return all
}

// besideInvitations adds what an import writes beside invitations, by key.
func besideInvitations(s *Store, to map[string]string) error {
	return s.file.View(func(tx *tables.Tx) error {
		for _, key := range []string{tables.MetaCount, tables.MetaNewestInvitations, tables.MetaNewestConnections} {
			to[key] = tables.GetMeta(tx, key)
		}
		return tx.Bucket(tables.BucketConnections()).ForEach(func(key, value []byte) error {
			to[string(key)] = string(value)
			return nil
		})
	})
}

// wantContent compares what a store holds, naming what differs.
func wantContent(t *testing.T, s *Store, want map[string]string, when string) {
	t.Helper()
	got := content(t, s)
	for key := range got {
		if got[key] != want[key] {
			t.Errorf("%s, %q is %q, want %q", when, key, got[key], want[key])
		}
	}
	for key := range want {
		if _, ok := got[key]; !ok {
			t.Errorf("%s, %q is missing", when, key)
		}
	}
	wantSound(t, s)
}

func TestUndoAndRedoImports(t *testing.T) {
	s, c := newStore(t)
	ada, bo := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-01 10:00")
	join := incoming("Fay Oak", "", "2026-04-01 09:00")
	join.Join = true // comes with an answer
	eve := incoming("Eve Tan", "", "2026-05-01 10:00")
	cy, di := connection("Cy Roe", "cy-roe", "2026-01-01"), connection("Di Old", "di-old", "2026-01-01")
	newCy := cy
	newCy.Company = "Acme"
	archives := []*linkedin.Archive{
		archiveOf("2026-04-03", rowsOf(ada, bo, join), cy, di),
		archiveOf("2026-05-03", rowsOf(ada, eve), newCy, connection("Ada Lind", "ada-lind", "2026-05-02")), // Bo and Di are gone
		archiveOf("2026-06-03", rowsOf(ada, eve), newCy),                                                   // connections alone
	}
	states, words := []map[string]string{content(t, s)}, []string{}
	for _, a := range archives {
		c.advance(time.Hour)
		r := doImport(t, s, a)
		step := fmt.Sprintf("imported: %d added, %d updated", r.Added, r.Updated)
		if r.Added+r.Updated == 0 {
			step = "imported: connections alone, 1"
		}
		states, words = append(states, content(t, s)), append(words, step)
	}
	for range 2 { // to and fro, and again
		for i := len(archives) - 1; i >= 0; i-- {
			c.advance(time.Hour)
			undo(t, s, words[i])
			wantContent(t, s, states[i], "after undoing "+words[i])
		}
		s = openStore(t, s.Path(), c)
		for i := range archives {
			c.advance(time.Hour)
			redo(t, s, words[i])
			wantContent(t, s, states[i+1], "after redoing "+words[i])
		}
	}
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusAccepted, "Bo Yu": record.StatusGone, "Eve Tan": record.StatusWaiting, "Fay Oak": record.StatusGone})
	if report := checkOf(t, s, false); !report.OK {
		t.Errorf("%+v", report)
	}
	wantSameFile(t, s, func() { doImport(t, s, archives[len(archives)-1]) })
}

// What was undone before an import was is redone after it, and anything new
// leaves nothing to redo.
func TestRedoAroundAnImport(t *testing.T) {
	s, _ := newStore(t)
	mia := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg"}))
	report := doImport(t, s, archiveOf("2026-04-03", rowsOf(incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"))))
	words := fmt.Sprintf("imported: %d added, 0 updated", report.Added)
	ada := byName(t, s)["Ada Lind"]
	mustDo(t)(s.Decide(ada.ID, record.Ignored, ""))
	decided := content(t, s)
	undo(t, s, "decided: Ada Lind ignored")
	if change := undo(t, s, words); len(change.Removed) != 1 || change.IDs[0] != ada.ID {
		t.Errorf("undone %+v", change)
	}
	undo(t, s, "added: Mia Berg")
	redo(t, s, "added: Mia Berg")
	if change := redo(t, s, words); len(change.Now) != 1 || change.IDs[0] != ada.ID {
		t.Errorf("redone %+v", change)
	}
	redo(t, s, "decided: Ada Lind ignored")
	wantContent(t, s, decided, "after all was redone")

	undo(t, s, "decided: Ada Lind ignored")
	undo(t, s, words)
	mustDo(t)(s.Decide(mia.ID, record.Ignored, ""))
	if _, err := s.Redo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("redo of an import after a new change: %v", err)
	}
}

// What the person did with an imported invitation is undone first; undoing only
// the import would lose it.
func TestUndoImportAfterAnswers(t *testing.T) {
	s, c := newStore(t)
	doImport(t, s, archiveOf("2026-04-03", rowsOf(incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"))))
	id := byName(t, s)["Ada Lind"].ID
	c.advance(time.Hour)
	mustDo(t)(s.Answer(id, answersOf("know", "well")))
	undo(t, s, "answered: Ada Lind (Do you know them: Well)")
	if change := undo(t, s, "imported: 1 added, 0 updated"); len(change.Removed) != 1 || change.IDs[0] != id {
		t.Errorf("undone %+v", change)
	}
	doImport(t, s, archiveOf("2026-04-03", rowsOf(incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"))))
	mustDo(t)(s.Answer(id, answersOf("know", "well")))
	passOver(t, s)
	if _, err := s.Undo(); !errors.Is(err, fault.ErrChanged) {
		t.Errorf("undo of an import with an answer on it: %v", err)
	}
	if inv := mustDo(t)(s.Get(id)); len(inv.Answers) != 1 {
		t.Errorf("the answer is lost: %+v", inv)
	}
	wantSound(t, s)
}

// passOver leaves out the step that is undone next, as after one that could not
// be undone.
func passOver(t *testing.T, s *Store) {
	t.Helper()
	mustNot(t, s.file.Write(func(tx *tables.Tx) (bool, error) {
		_, below, err := tx.ReadStep(tables.MetaNumber(tx, tables.MetaUndo))
		return true, firstOf(err, tables.PutNumber(tx, tables.MetaUndo, below))
	}))
}
