package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linkvet/store/fault"
)

// What only reads makes no store, nor its folder.
func TestMissingStoreIsNotMadeByReading(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "linkvet.db")
	opts := newClock().options()
	opts.MustExist = true
	for range 2 {
		if _, err := Open(path, opts); !errors.Is(err, fault.ErrMissing) || !strings.Contains(err.Error(), path) {
			t.Errorf("opened: %v", err)
		}
		if _, err := Check(t.Context(), path, opts, true); !errors.Is(err, fault.ErrMissing) {
			t.Errorf("checked: %v", err)
		}
	}
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("its folder: %v", err)
	}
}

// A store that was there and is not is never simply begun again: its copies tell,
// or the folder of locks. Only who says so gets a new one, and the copies stay.
func TestLostStoreIsNotBegunAgain(t *testing.T) {
	for name, lose := range map[string]func(t *testing.T, s *File){
		"with copies":       func(t *testing.T, s *File) { backUpNow(t, s); mustNot(t, os.Remove(s.Path())) },
		"without":           func(t *testing.T, s *File) { mustNot(t, os.Remove(s.Path())) },
		"with its folder":   func(t *testing.T, s *File) { mustNot(t, os.RemoveAll(filepath.Dir(s.Path()))) },
		"known by its lock": func(t *testing.T, s *File) { mustNot(t, os.Remove(s.Path())) },
	} {
		t.Run(name, func(t *testing.T) {
			path, c := filepath.Join(t.TempDir(), "data", "linkvet.db"), newClock()
			opts := c.options()
			if name != "known by its lock" {
				opts.StateDir = t.TempDir()
			}
			s, err := Open(path, opts)
			mustNot(t, err)
			add(t, s, "Ada Lind")
			if name == "known by its lock" { // by the terminal program
				opts.StateDir = t.TempDir()
				release, err := LockTerminal(opts.StateDir, path)
				mustNot(t, err)
				release()
			}
			lose(t, s)
			copies, _ := s.Backups()
			for _, mustExist := range []bool{false, true} {
				opts.MustExist = mustExist
				if _, err := Open(path, opts); !errors.Is(err, fault.ErrLost) || !strings.Contains(err.Error(), "linkvet restore") || !strings.Contains(err.Error(), "--new-store") {
					t.Errorf("opened: %v", err)
				}
			}
			if len(copies) > 0 {
				if _, err := Open(path, opts); !strings.Contains(err.Error(), "linkvet restore "+copies[0].Path) {
					t.Errorf("%v does not name %s", err, copies[0].Path)
				}
			}
			if _, err := Check(t.Context(), path, opts, true); !errors.Is(err, fault.ErrLost) {
				t.Errorf("checked: %v", err)
			}
			if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("it was made: %v", err)
			}
			opts.MustExist, opts.NewStore = false, true
			s, err = Open(path, opts)
			mustNot(t, err)
			c.advance(24 * time.Hour)
			add(t, s, "Bo Yu")
			wantNames(t, s, "Bo Yu")
			if now, err := s.Backups(); err != nil || len(now) < len(copies) {
				t.Errorf("copies %v, %v", now, err)
			}
		})
	}
}

// A copy of a lost store is put back as any other, and the store is known again.
func TestRestoreOfALostStore(t *testing.T) {
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	backUpNow(t, s)
	mustNot(t, os.Remove(s.Path()))
	backups, err := s.Backups()
	mustNot(t, err)
	if _, err := Restore(t.Context(), s.Path(), backups[0].Path, c.options()); err != nil {
		t.Fatal(err)
	}
	wantNames(t, openFile(t, s.Path(), c), "Ada Lind")
}
