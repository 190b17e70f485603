package vault

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

func versionOf(t *testing.T, s *File) (version uint64) {
	t.Helper()
	mustNot(t, s.View(func(tx *tables.Tx) error { version = tables.MetaNumber(tx, tables.MetaVersion); return nil }))
	return version
}

func TestRestore(t *testing.T) {
	s, c := newFile(t)
	opts := c.options()
	ada := add(t, s, "Ada Lind")
	bo := add(t, s, "Bo Yu")
	change(t, s, ada.ID, func(inv *record.Invitation) { inv.Answers = advisor.Answers{"know": {"well"}} })
	backup := filepath.Join(t.TempDir(), "copy.db")
	if _, err := s.Backup(backup, false); err != nil {
		t.Fatal(err)
	}
	c.advance(time.Hour)
	change(t, s, ada.ID, func(inv *record.Invitation) { inv.Decision = record.Ignored })
	mustNot(t, write(s, tables.Changed{Before: &bo}))
	add(t, s, "Cy Roe")
	now, then := c.t, c.t.Add(-time.Hour)
	want := RestorePlan{
		From: backup, Store: s.Path(),
		Now:      Holdings{Invitations: 2, Answered: 1, Decided: 1, ChangedAt: &now},
		Then:     Holdings{Invitations: 2, Answered: 1, ChangedAt: &then},
		Returned: 1, Lost: 1, Changed: 1,
	}
	wantSameFile(t, s, func() {
		if plan, err := PlanRestore(t.Context(), s.Path(), backup, opts); err != nil || !reflect.DeepEqual(plan, want) {
			t.Errorf("plan %+v\nwant %+v, %v", plan, want, err)
		}
	})
	version := versionOf(t, s)
	plan, err := Restore(t.Context(), s.Path(), backup, opts)
	if err != nil || plan.Lost != 1 || plan.Kept != filepath.Join(s.backupFolder(), "000001-2026-06-01-restore.db") {
		t.Fatalf("restored %+v, %v", plan, err)
	}
	wantNames(t, s, "Ada Lind", "Bo Yu")
	if now := versionOf(t, s); now <= version {
		t.Errorf("version %d -> %d", version, now)
	}
	if _, err := Restore(t.Context(), s.Path(), plan.Kept, opts); err != nil {
		t.Fatal(err)
	}
	wantNames(t, s, "Ada Lind", "Cy Roe")
	wantSound(t, s)
	left, err := filepath.Glob(s.Path() + "*")
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// The oldest backup would make room for the one before the restore.
func TestRestoreOfTheOldestBackup(t *testing.T) {
	s, c := newFile(t)
	id := add(t, s, "Ada Lind").ID
	for range 7 {
		c.advance(24 * time.Hour)
		tag(t, s, id, c.t.Format(time.DateOnly))
	}
	backups, err := s.Backups()
	mustNot(t, err)
	oldest := backups[len(backups)-1].Path
	if _, err := Restore(t.Context(), s.Path(), oldest, s.Opts); err != nil {
		t.Fatal(err)
	}
	if inv := get(t, s, id); len(inv.Tags) != 0 {
		t.Errorf("restored %+v", inv)
	}
	if _, err := os.Stat(oldest); err != nil {
		t.Error(err)
	}
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	opts := c.options()
	folder := t.TempDir()
	letter := filepath.Join(folder, "letter.txt")
	mustNot(t, os.WriteFile(letter, bytes.Repeat([]byte("Dear diary. "), 4096), 0o600))
	cut := filepath.Join(folder, "cut.db")
	mustNot(t, os.WriteFile(cut, readFile(t, s.Path())[:9000], 0o600))
	wantSameFile(t, s, func() {
		for path, want := range map[string]error{
			letter: fault.ErrDamaged, cut: fault.ErrDamaged, filepath.Join(folder, "nothing.db"): fs.ErrNotExist, s.Path(): fault.ErrInvalid, folder: fault.ErrInvalid,
		} {
			if _, err := Restore(t.Context(), s.Path(), path, opts); !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", path, err, want)
			}
		}
	})
}

func TestRestoreInPlaceOfDamage(t *testing.T) {
	s, c := newFile(t)
	opts := c.options()
	add(t, s, "Ada Lind")
	backup := filepath.Join(t.TempDir(), "copy.db")
	if _, err := s.Backup(backup, false); err != nil {
		t.Fatal(err)
	}
	broken := bytes.Repeat([]byte("x"), 8192)
	for i, want := range []string{".damaged-1", ".damaged-2"} {
		mustNot(t, os.WriteFile(s.Path(), broken, 0o600))
		plan, err := Restore(t.Context(), s.Path(), backup, opts)
		if err != nil || plan.Damage == "" || plan.Kept != s.Path()+want || plan.Returned != 1 {
			t.Fatalf("%d: restored %+v, %v", i, plan, err)
		}
		if !bytes.Equal(readFile(t, plan.Kept), broken) {
			t.Error("what was damaged is not kept")
		}
		wantNames(t, openFile(t, s.Path(), c), "Ada Lind")
	}
	fresh := filepath.Join(t.TempDir(), "new", "linkvet.db")
	if plan, err := Restore(t.Context(), fresh, backup, opts); err != nil || plan.Kept != "" {
		t.Errorf("where nothing was: %+v, %v", plan, err)
	}
	wantNames(t, openFile(t, fresh, c), "Ada Lind")
}

// A read that fails once sets no healthy store aside; damage that stays does.
func TestDamageIsLookedAtTwice(t *testing.T) {
	for _, tc := range []struct {
		damaged []bool // each time it is looked at
		want    bool
	}{{[]bool{false}, false}, {[]bool{true, false}, false}, {[]bool{true, true}, true}} {
		looked := 0
		plan, err := lookAgain(func() (plan RestorePlan, err error) {
			if looked++; tc.damaged[looked-1] {
				plan.Damage = "page 3 cannot be read: input/output error"
			}
			return plan, nil
		})
		if err != nil || (plan.Damage != "") != tc.want || looked != len(tc.damaged) {
			t.Errorf("%v: looked %d times: %+v, %v", tc.damaged, looked, plan, err)
		}
	}
}
