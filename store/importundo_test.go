package store

import (
	"errors"
	"maps"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// content returns everything of a store that an import writes, but for the
// journal and what counts changes.
func content(t *testing.T, s *Store) map[string]uint32 {
	t.Helper()
	all := map[string]uint32{}
	mustNot(t, s.view(func(tx *bolt.Tx) error {
		var err error
		for _, name := range [][]byte{bucketList(), bucketInvitations(), bucketConnections()} {
			if all[string(name)], err = sumOf(tx.Bucket(name)); err != nil {
				return err
			}
		}
		for _, key := range []string{metaCount, metaNewestInvitations, metaNewestConnections} {
			all[key+"="+getMeta(tx, key)] = 1
		}
		return nil
	}))
	return all
}

func TestUndoImport(t *testing.T) {
	s, c := newStore(t)
	ada, bo := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-01 10:00")
	states := []map[string]uint32{content(t, s)}
	imports := []func() ImportReport{
		func() ImportReport {
			return doImport(t, s, archiveOf("2026-04-03", rowsOf(ada, bo), connection("Cy Roe", "cy-roe", "2026-01-01"), connection("Di Old", "di-old", "2026-01-01")))
		},
		func() ImportReport { // Bo vanished, Ada is connected, one connection gone and one new
			return doImport(t, s, archiveOf("2026-05-03", rowsOf(ada, incoming("Eve Tan", "", "2026-05-01 10:00")),
				connection("Cy Roe", "cy-roe", "2026-01-01"), connection("Ada Lind", "ada-lind", "2026-05-02")))
		},
		func() ImportReport { // connections alone
			return doImport(t, s, archiveOf("2026-06-03", rowsOf(ada, incoming("Eve Tan", "", "2026-05-01 10:00")), connection("Cy Roe", "cy-roe", "2026-01-01")))
		},
	}
	for _, do := range imports {
		c.advance(time.Hour)
		do()
		states = append(states, content(t, s))
	}
	for i := len(imports) - 1; i >= 0; i-- {
		c.advance(time.Hour)
		if _, err := s.Undo(); err != nil {
			t.Fatalf("undo of import %d: %v", i, err)
		}
		// When it changed is the time of the undo; all else is as before.
		if got := content(t, s); i == 0 && !maps.Equal(got, states[i]) {
			t.Errorf("after undoing import %d: %v, want %v", i, got, states[i])
		}
		wantSound(t, s)
	}
	if _, err := s.Redo(); !errors.Is(err, ErrNothing) {
		t.Errorf("redo of an import: %v", err)
	}
	for _, do := range imports {
		do()
	}
	wantStatuses(t, s, map[string]Status{"Ada Lind": StatusAccepted, "Bo Yu": StatusGone, "Eve Tan": StatusWaiting})
	if report := checkOf(t, s, false); !report.OK {
		t.Errorf("%+v", report)
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
	undo(t, s, "answered: Ada Lind know: well")
	if change := undo(t, s, "imported: 1 added, 0 updated"); len(change.Removed) != 1 || change.IDs[0] != id {
		t.Errorf("undone %+v", change)
	}
	doImport(t, s, archiveOf("2026-04-03", rowsOf(incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"))))
	mustDo(t)(s.Answer(id, answersOf("know", "well")))
	passOver(t, s)
	if _, err := s.Undo(); !errors.Is(err, ErrChanged) {
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
	mustNot(t, s.write(func(tx *bolt.Tx) (bool, error) {
		_, below, err := s.readStep(tx, metaNumber(tx, metaUndo))
		return true, firstOf(err, putNumber(tx, metaUndo, below))
	}))
}
