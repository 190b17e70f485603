package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"testing"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"linkvet/store/files"
	"linkvet/store/tables"
)

// closing has the store closed before it is replaced, as where the system asks for
// that.
func closing(t *testing.T) {
	t.Helper()
	before := closesFirst
	closesFirst = true
	t.Cleanup(func() { closesFirst = before })
}

// copied is a new file for the store that is complete.
func copied(t *testing.T, s *File) *files.Pending {
	t.Helper()
	next, err := files.Create(s.Path())
	mustNot(t, err)
	t.Cleanup(next.Discard)
	_, err = next.Write(readFile(t, s.Path()))
	mustNot(t, err)
	return next
}

func TestStoreIsClosedBeforeItIsReplaced(t *testing.T) {
	closing(t)
	s := filled(t, 50)
	names := folderOf(t, s)
	mustNot(t, s.with(access{}, func(db *bolt.DB) error {
		mustNot(t, s.place(db, copied(t, s)))
		if err := db.View(func(*bolt.Tx) error { return nil }); !errors.Is(err, bolterrors.ErrDatabaseNotOpen) {
			t.Errorf("afterwards the old one is open: %v", err)
		}
		return nil
	}))
	if now := folderOf(t, s); fmt.Sprint(now) != fmt.Sprint(names) {
		t.Errorf("there is %v", now)
	}
}

// Whoever changes the store in the moment in which it is closed changes the new
// one, or keeps the new one away: no change is lost.
func TestNoChangeIsLostBetweenClosingAndReplacing(t *testing.T) {
	closing(t)
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	const people, each, replaced = 4, 20, 40
	opts := c.options()
	var changing, replacing sync.WaitGroup
	replacing.Go(func() {
		other, err := Open(s.Path(), opts)
		if err != nil {
			t.Error(err)
			return
		}
		for range replaced {
			err := other.with(access{}, func(db *bolt.DB) error {
				next, err := files.Create(s.Path())
				if err != nil {
					return err
				}
				defer next.Discard()
				if _, err := copyCommitted(db, next); err != nil {
					return err
				}
				return other.place(db, next)
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
	for p := range people {
		changing.Go(func() {
			mine, err := Open(s.Path(), opts)
			if err != nil {
				t.Error(err)
				return
			}
			for n := range each {
				if _, err := addTo(mine, fmt.Sprintf("Person %d of %d", n, p)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	changing.Wait()
	replacing.Wait()
	mustNot(t, s.View(func(tx *tables.Tx) error {
		if n := tables.Count(tx.Tx); n != 1+people*each {
			t.Errorf("%d are left of %d", n, 1+people*each)
		}
		return nil
	}))
}

// What a kill left announced keeps nobody from the store, and goes.
func TestAnnouncedByAKilledProgram(t *testing.T) {
	closing(t)
	s := filled(t, 10)
	names := folderOf(t, s)
	s.Opts.Timeout = 5 * pause
	old := copied(t, s)
	add(t, s, "Bo Yu")
	mustNot(t, old.Announce())
	add(t, s, "Cy Roe")
	if _, err := os.Lstat(files.Announced(s.Path())); err == nil {
		t.Error("what was announced is still there")
	}
	if now := folderOf(t, s); fmt.Sprint(now) != fmt.Sprint(names) {
		t.Errorf("there is %v", now)
	}
	mustNot(t, s.View(func(tx *tables.Tx) error {
		if n := tables.Count(tx.Tx); n != 12 {
			t.Errorf("%d are there", n)
		}
		return nil
	}))
}

// A writer that was only slow does not undo what somebody did meanwhile.
func TestSlowWriterPlacesNothingOverAChange(t *testing.T) {
	closing(t)
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	other := openFile(t, s.Path(), c)
	other.Opts.Timeout = 3 * pause
	mustNot(t, s.with(access{}, func(db *bolt.DB) error {
		next := copied(t, s)
		mustNot(t, next.Announce())
		mustNot(t, db.Close())
		add(t, other, "Bo Yu")
		if err := next.Place(true); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("it is placed: %v", err)
		}
		return nil
	}))
	wantNames(t, s, "Ada Lind", "Bo Yu")
}

func TestStoreIsReplacedEverywhereAsWhereItMustBeClosed(t *testing.T) {
	closing(t)
	s := filled(t, 300)
	backup, err := s.Backup(s.Path()+".copy", false)
	mustNot(t, err)
	add(t, s, "Bo Yu")
	_, err = Restore(t.Context(), s.Path(), backup.Path, s.Opts)
	mustNot(t, err)
	_, _, err = s.Compact()
	mustNot(t, err)
	mustNot(t, s.Write(func(tx *tables.Tx) (bool, error) {
		return false, s.Replace(t.Context(), tx, 1, func(to *tables.Target) error { return tables.PutNumber(to.Tx, tables.MetaVersion, 77) })
	}))
	mustNot(t, s.View(func(tx *tables.Tx) error {
		if n := tables.Count(tx.Tx); n != 300 || tables.MetaNumber(tx.Tx, tables.MetaVersion) != 77 {
			t.Errorf("%d are there, version %d", n, tables.MetaNumber(tx.Tx, tables.MetaVersion))
		}
		return nil
	}))
}
