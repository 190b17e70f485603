package store

import (
	"errors"
	"testing"
	"time"

	"linkvet/store/fault"
	"linkvet/store/record"
)

// A trimmed journal loses what is from before a day, whole steps at a time: what
// was done since can be undone as before, and what was done then not any more.
func TestTrimJournal(t *testing.T) {
	s, c := newStore(t)
	ada := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	bo := mustDo(t)(s.Add(record.Invitation{Name: "Bo Yu"})).ID
	doImport(t, s, archiveOf("2026-05-03", rowsOf(incoming("Cy Roe", "cy-roe", "2026-05-01 10:00"))))
	c.advance(48 * time.Hour)
	day := c.t.Add(-time.Hour)
	if _, err := s.Tag([]string{ada, bo}, []string{"work"}, nil); err != nil {
		t.Fatal(err)
	}
	mustDo(t)(s.Decide(ada, record.Ignored, ""))
	c.advance(time.Hour)
	removed, err := s.TrimJournal(day)
	if err != nil || removed != 3 {
		t.Fatalf("%d removed, %v", removed, err)
	}
	entries, err := s.Journal("")
	if err != nil || len(entries) != 4 || entries[3].What != "trimmed" {
		t.Errorf("%+v, %v", entries, err)
	}
	wantSound(t, s)
	s = openStore(t, s.Path(), c)
	undo(t, s, "decided: Ada Lind ignored")
	undo(t, s, "tagged: 2 invitations +work")
	if _, err := s.Undo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("what was trimmed away: %v", err)
	}
	redo(t, s, "tagged: 2 invitations +work")
	wantSound(t, s)
	if backups, err := s.Backups(); err != nil || backups[0].Why != "trim" {
		t.Errorf("%+v, %v", backups, err)
	}
	wantSameFile(t, s, func() {
		if removed, err := s.TrimJournal(day); err != nil || removed != 0 {
			t.Errorf("once more: %d, %v", removed, err)
		}
	})

	// All of it: numbers go on from where they were.
	c.advance(time.Hour)
	if _, err := s.TrimJournal(c.t); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(); !errors.Is(err, fault.ErrNothing) {
		t.Errorf("%v", err)
	}
	mustDo(t)(s.Decide(bo, record.Ignored, ""))
	undo(t, s, "decided: Bo Yu ignored")
	wantSound(t, s)
	if rows, err := s.Rows(t.Context()); err != nil || len(rows) != 3 {
		t.Errorf("%d invitations, %v", len(rows), err)
	}
}
