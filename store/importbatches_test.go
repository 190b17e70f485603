package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tables"
	"linkvet/store/vault"
)

// manyRows are the invitations of an archive of people from a number on.
func manyRows(from, n int) []linkedin.Invitation {
	rows := make([]linkedin.Invitation, n)
	for i := range rows {
		who := fmt.Sprintf("p-%d", from+i)
		rows[i] = incoming("Name "+who, who, "2026-04-02 10:00")
		rows[i].SentAt = rows[i].SentAt.Add(time.Duration((from+i)*7919%5000) * time.Minute)
		rows[i].Note = strings.Repeat("hello ", (from+i)%30)
	}
	return rows
}

// folderOf returns what is beside a store, backups aside.
func folderOf(t *testing.T, s *Store) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(s.Path()))
	mustNot(t, err)
	var names []string
	for _, e := range entries {
		if e.Name() != filepath.Base(vault.BackupFolder(s.Path())) {
			names = append(names, e.Name())
		}
	}
	return names
}

// The same with as many as take several batches of the size there is, some of
// them changed and moved by the second archive.
func TestBatchesOfTheRealSize(t *testing.T) {
	first := archiveOf("2026-05-01", manyRows(0, 12_000))
	later := manyRows(0, 9000)
	for i := range later {
		later[i].SentAt = later[i].SentAt.Add(time.Hour)
	}
	second := archiveOf("2026-06-01", append(later, manyRows(20_000, 3000)...))
	for i := range 7000 {
		who := fmt.Sprintf("p-%d", i*2)
		second.Connections = append(second.Connections, connection("Name "+who, who, "2026-05-20"))
	}
	var contentsAfter [2]map[string]uint32
	for i := range contentsAfter {
		s, c := newStore(t)
		if i == 0 {
			s.file.Opts.AtOnce = 1 << 30
		}
		whole, err := os.Stat(s.Path())
		mustNot(t, err)
		doImport(t, s, first)
		if info, err := os.Stat(s.Path()); err != nil || os.SameFile(whole, info) != (i == 0) {
			t.Errorf("another file: %v, %v", !os.SameFile(whole, info), err)
		}
		c.advance(time.Hour)
		if report := doImport(t, s, second); report.Updated < 9000 || report.Added != 3000 {
			t.Errorf("%+v", report)
		}
		contentsAfter[i] = contents(t, s)
		if report := checkOf(t, s, false); !report.OK {
			t.Errorf("%+v", report)
		}
	}
	if !maps.Equal(contentsAfter[0], contentsAfter[1]) {
		t.Errorf("at once %v, in batches %v", contentsAfter[0], contentsAfter[1])
	}
}

// A few are written to the store itself, whatever its size.
func TestSmallImportStaysInPlace(t *testing.T) {
	s, c := newStore(t)
	doImport(t, s, archiveOf("2026-05-01", manyRows(0, 6000)))
	before, err := os.Stat(s.Path())
	mustNot(t, err)
	c.advance(time.Hour)
	doImport(t, s, archiveOf("2026-05-02", manyRows(0, 6010)))
	if after, err := os.Stat(s.Path()); err != nil || !os.SameFile(before, after) {
		t.Errorf("ten new ones made a new file: %v", err)
	}
}

// Stopped at any moment, the file and the folder are as they were.
func TestStoppedBetweenBatches(t *testing.T) {
	s, c := newStore(t)
	doImport(t, s, archiveOf("2026-04-20", manyRows(0, 10)))
	s.file.Opts.AtOnce = 500
	names := folderOf(t, s)
	a := archiveOf("2026-05-01", manyRows(0, 4000))
	for stopAt := 1; ; stopAt++ {
		c.advance(time.Hour)
		ctx, cancel := context.WithCancel(t.Context())
		calls, last := 0, 0
		before := readFile(t, s.Path())
		_, err := s.Import(ctx, a, false, func(done, total int) {
			if done < last || done > total {
				t.Errorf("%d of %d after %d", done, total, last)
			}
			last = done
			if calls++; calls == stopAt {
				cancel()
			}
		})
		cancel()
		if err == nil {
			if calls < 12 {
				t.Errorf("only %d calls", calls)
			}
			break
		}
		if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "nothing was changed") {
			t.Fatalf("stopped at call %d: %v", stopAt, err)
		}
		if string(before) != string(readFile(t, s.Path())) || !slices.Equal(names, folderOf(t, s)) {
			t.Fatalf("stopped at call %d: the file changed, or there is %v", stopAt, folderOf(t, s))
		}
	}
	wantSound(t, s)
}

// The new file is for the owner alone and has what an import knows nothing of;
// one that a crash left half made is removed, also before the first backup.
func TestBatchesKeepTheRest(t *testing.T) {
	s, _ := newStore(t)
	mustNot(t, s.KeepUnsaved("note", "half a sentence"))
	mustNot(t, s.file.Write(func(tx *tables.Tx) (bool, error) {
		future, err := tx.CreateBucket([]byte("future"))
		return true, firstOf(err, future.Put([]byte("k"), []byte("v")))
	}))
	before := contents(t, s)
	left := s.Path() + halfMade + "123"
	mustNot(t, os.WriteFile(left, []byte("half"), 0o600))
	s.file.Opts.AtOnce = 20
	doImport(t, s, killArchive(rand.New(rand.NewSource(1)), 3))
	after := contents(t, s)
	for _, table := range []string{"future", "drafts"} {
		if before[table] == 0 || after[table] != before[table] {
			t.Errorf("the table %s changed", table)
		}
	}
	if info, err := os.Stat(s.Path()); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := statError(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what a crash left: %v", err)
	}
}

// Who waits for the lock while an import is written goes on with the new file.
func TestWaitingForBatches(t *testing.T) {
	s, c := newStore(t)
	doImport(t, s, archiveOf("2026-04-20", manyRows(0, 10)))
	s.file.Opts.AtOnce = 100
	version, err := s.Version()
	mustNot(t, err)
	other, another := openStore(t, s.Path(), c), openStore(t, s.Path(), c) // as two processes have it
	other.file.Opts.Timeout, another.file.Opts.Timeout = time.Minute, time.Minute
	waiting := make(chan error, 2)
	began := false
	_, err = s.Import(t.Context(), archiveOf("2026-05-01", manyRows(0, 3000)), false, func(done, total int) {
		if began || done <= total/2 {
			return
		}
		began = true
		go func() {
			_, err := other.Add(record.Invitation{Name: "By Hand"})
			waiting <- err
		}()
		go func() {
			rows, err := another.Rows(context.Background())
			if len(rows) < 3000 {
				err = fmt.Errorf("%d rows, %w", len(rows), err)
			}
			waiting <- err
		}()
		for openHere(s.Path()) < 3 && len(waiting) == 0 { // they have not opened the old file yet
		}
	})
	if err != nil || !began {
		t.Fatalf("%v, began %v", err, began)
	}
	mustNot(t, <-waiting)
	mustNot(t, <-waiting)
	if rows, err := s.Rows(t.Context()); err != nil || len(rows) != 3001 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	if now, err := s.Version(); err != nil || now != version+2 {
		t.Errorf("version %d after %d, %v", now, version, err)
	}
	wantSound(t, s)
}

// openHere returns how often this process has a file open, and many where the
// system does not tell.
func openHere(path string) (times int) {
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 1 << 10
	}
	for _, f := range files {
		if name, err := os.Readlink("/proc/self/fd/" + f.Name()); err == nil && name == path {
			times++
		}
	}
	return times
}

func statError(path string) error {
	_, err := os.Stat(path)
	return err
}

// An import makes a backup before it, unless it changes nothing.
func TestImportBacksUpFirst(t *testing.T) {
	s, _ := newStore(t)
	mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"}))
	rows := rowsOf(incoming("Bo Yu", "bo-yu", "2026-05-01 10:00"))
	for range 2 {
		doImport(t, s, archiveOf("2026-05-03", rows))
		if backups, err := s.Backups(); err != nil || len(backups) != 1 || backups[0].Why != "import" {
			t.Errorf("backups %+v, %v", backups, err)
		}
	}
}
