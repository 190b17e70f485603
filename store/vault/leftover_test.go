package vault

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What a kill left behind is gone after the next start: files on their way to the
// store and to its backups, also as earlier programs named them, and the second
// name of a new store, with which its content would outlive it. Other files stay.
func TestNextStartRemovesWhatAKillLeft(t *testing.T) {
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	backUpNow(t, s)
	folder, backups := filepath.Dir(s.Path()), s.backupFolder()
	left := []string{
		filepath.Join(folder, ".linkvet.db.new-1"), filepath.Join(folder, "linkvet.db.new-2"),
		filepath.Join(backups, ".000009-2026-06-01-daily.db.new-4"), filepath.Join(backups, "000009-2026-06-01-daily.db.new-5"),
	}
	stay := []string{
		filepath.Join(folder, "other.db.new-1"), filepath.Join(folder, "linkvet.db.new-year"), filepath.Join(folder, "linkvet.db.damaged-1"),
		filepath.Join(backups, "notes.txt"),
	}
	for _, name := range append(left, stay...) {
		mustNot(t, os.WriteFile(name, []byte("x"), 0o600))
	}
	second := filepath.Join(folder, "linkvet.db.first-3")
	mustNot(t, os.Link(s.Path(), second))
	wantSameFile(t, s, func() { openFile(t, s.Path(), c) })
	for _, name := range append(left, second) {
		if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there: %v", name, err)
		}
	}
	for _, name := range stay {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
	wantNames(t, s, "Ada Lind")
}

// A kill in the middle of looking at a backup leaves no copy of it anywhere,
// because none is made.
func TestPlanningARestoreCopiesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	old := filepath.Join(t.TempDir(), "old.db")
	mustNot(t, os.WriteFile(old, readFile(t, fixtureOf(1)+".db"), 0o600))
	before := readFile(t, old)
	plan, err := PlanRestore(t.Context(), s.Path(), old, c.options())
	if err != nil || plan.Now.Invitations != 1 || plan.Then.Invitations == 0 || plan.Returned != plan.Then.Invitations {
		t.Errorf("%+v, %v", plan, err)
	}
	if string(before) != string(readFile(t, old)) {
		t.Error("the backup was changed")
	}
	if entries, err := os.ReadDir(temp); err != nil || len(entries) != 0 {
		t.Errorf("in the folder for temporary files: %v, %v", entries, err)
	}
}
