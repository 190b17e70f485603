package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/vault"
)

func answersOf(pairs ...string) advisor.Answers {
	a := advisor.Answers{}
	for i := 0; i < len(pairs); i += 2 {
		a[pairs[i]] = []string{pairs[i+1]}
	}
	return a
}

func TestRestore(t *testing.T) {
	s, c := newStore(t)
	opts := vault.Options{Now: c.now}
	ada := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"}))
	bo := mustDo(t)(s.Add(record.Invitation{Name: "Bo Yu"}))
	mustDo(t)(s.Answer(ada.ID, answersOf("know", "well")))
	backup := filepath.Join(t.TempDir(), "copy.db")
	if _, err := s.Backup(backup, false); err != nil {
		t.Fatal(err)
	}
	c.advance(time.Hour)
	mustDo(t)(s.Decide(ada.ID, record.Ignored, ""))
	_, err := s.Delete([]string{bo.ID})
	mustNot(t, err)
	mustDo(t)(s.Add(record.Invitation{Name: "Cy Roe"}))
	now, then := c.t, c.t.Add(-time.Hour)
	want := vault.RestorePlan{
		From: backup, Store: s.Path(),
		Now:      vault.Holdings{Invitations: 2, Answered: 1, Decided: 1, ChangedAt: &now},
		Then:     vault.Holdings{Invitations: 2, Answered: 1, ChangedAt: &then},
		Returned: 1, Lost: 1, Changed: 1,
	}
	wantSameFile(t, s, func() {
		if plan, err := vault.PlanRestore(t.Context(), s.Path(), backup, opts); err != nil || !reflect.DeepEqual(plan, want) {
			t.Errorf("plan %+v\nwant %+v, %v", plan, want, err)
		}
	})
	version, err := s.Version()
	mustNot(t, err)
	plan, err := vault.Restore(t.Context(), s.Path(), backup, opts)
	if err != nil || plan.Lost != 1 || plan.Kept != filepath.Join(s.file.BackupFolder(), "000001-2026-06-01-restore.db") {
		t.Fatalf("restored %+v, %v", plan, err)
	}
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusWaiting})
	if now, err := s.Version(); err != nil || now <= version {
		t.Errorf("version %d -> %d, %v", version, now, err)
	}
	undo(t, s, "answered: Ada Lind know: well") // what could be undone then can be undone now
	if _, err := vault.Restore(t.Context(), s.Path(), plan.Kept, opts); err != nil {
		t.Fatal(err)
	}
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusDecided, "Cy Roe": record.StatusWaiting})
	wantSound(t, s)
	left, err := filepath.Glob(s.Path() + "*")
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// The oldest backup would make room for the one before the restore.
func TestRestoreOfTheOldestBackup(t *testing.T) {
	s, c := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	for range vault.KeptBackups {
		c.advance(24 * time.Hour)
		_, err := s.Tag([]string{id}, []string{c.t.Format(time.DateOnly)}, nil)
		mustNot(t, err)
	}
	backups, err := s.Backups()
	mustNot(t, err)
	oldest := backups[len(backups)-1].Path
	if _, err := vault.Restore(t.Context(), s.Path(), oldest, s.file.Opts); err != nil {
		t.Fatal(err)
	}
	if inv := mustDo(t)(s.Get(id)); len(inv.Tags) != 0 {
		t.Errorf("restored %+v", inv)
	}
	if _, err := os.Stat(oldest); err != nil {
		t.Error(err)
	}
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	s, c := newStore(t)
	mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"}))
	opts := vault.Options{Now: c.now}
	folder := t.TempDir()
	letter := filepath.Join(folder, "letter.txt")
	mustNot(t, os.WriteFile(letter, bytes.Repeat([]byte("Dear diary. "), 4096), 0o600))
	cut := filepath.Join(folder, "cut.db")
	mustNot(t, os.WriteFile(cut, readFile(t, s.Path())[:9000], 0o600))
	wantSameFile(t, s, func() {
		for path, want := range map[string]error{
			letter: fault.ErrDamaged, cut: fault.ErrDamaged, filepath.Join(folder, "nothing.db"): fs.ErrNotExist, s.Path(): fault.ErrInvalid, folder: fault.ErrDamaged,
		} {
			if _, err := vault.Restore(t.Context(), s.Path(), path, opts); !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", path, err, want)
			}
		}
	})
}

func TestRestoreInPlaceOfDamage(t *testing.T) {
	s, c := newStore(t)
	opts := vault.Options{Now: c.now}
	mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"}))
	backup := filepath.Join(t.TempDir(), "copy.db")
	if _, err := s.Backup(backup, false); err != nil {
		t.Fatal(err)
	}
	broken := bytes.Repeat([]byte("x"), 8192)
	for i, want := range []string{".damaged-1", ".damaged-2"} {
		mustNot(t, os.WriteFile(s.Path(), broken, 0o600))
		plan, err := vault.Restore(t.Context(), s.Path(), backup, opts)
		if err != nil || plan.Damage == "" || plan.Kept != s.Path()+want || plan.Returned != 1 {
			t.Fatalf("%d: restored %+v, %v", i, plan, err)
		}
		if !bytes.Equal(readFile(t, plan.Kept), broken) {
			t.Error("what was damaged is not kept")
		}
		wantStatuses(t, openStore(t, s.Path(), c), map[string]record.Status{"Ada Lind": record.StatusWaiting})
	}
	fresh := filepath.Join(t.TempDir(), "new", "linkvet.db")
	if plan, err := vault.Restore(t.Context(), fresh, backup, opts); err != nil || plan.Kept != "" {
		t.Errorf("where nothing was: %+v, %v", plan, err)
	}
	wantStatuses(t, openStore(t, fresh, c), map[string]record.Status{"Ada Lind": record.StatusWaiting})
}

func TestCompact(t *testing.T) {
	s := filled(t, 300)
	rows, err := s.Rows(t.Context())
	mustNot(t, err)
	var ids []string
	for _, row := range rows[10:] {
		ids = append(ids, row.ID)
	}
	_, err = s.Delete(ids)
	mustNot(t, err)
	other, err := Open(s.Path(), s.file.Opts)
	mustNot(t, err)
	before, after, err := s.Compact()
	if err != nil || after >= before {
		t.Errorf("%d -> %d bytes, %v", before, after, err)
	}
	if rows, err := other.Rows(t.Context()); err != nil || len(rows) != 10 {
		t.Errorf("another program sees %d, %v", len(rows), err)
	}
	undo(t, other, "deleted: 290 invitations")
	wantSound(t, s)
}

// While a program waits for the lock, the file is replaced: its change must
// land in the new one.
func TestChangeMeetsAReplacedFile(t *testing.T) {
	s, c := newStore(t)
	mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"}))
	other := openStore(t, s.Path(), c)
	other.file.Opts.Timeout = 10 * time.Second
	replacing, waiting := make(chan struct{}), make(chan error, 1)
	go func() {
		<-replacing
		_, err := other.Add(record.Invitation{Name: "Bo Yu"})
		waiting <- err
	}()
	temp := s.Path() + vault.HalfMade + "test"
	mustNot(t, s.file.With(vault.Session{}, func(*bolt.DB) error {
		close(replacing)
		mustNot(t, os.WriteFile(temp, readFile(t, s.Path()), 0o600))
		return vault.GiveName(temp, s.Path(), true)
	}))
	mustNot(t, <-waiting)
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusWaiting, "Bo Yu": record.StatusWaiting})
}
