package vault

import (
	"os"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Windows does not put a file in the place of one that is open.
func TestWindowsKeepsAnOpenFile(t *testing.T) {
	s := filled(t, 10)
	mustNot(t, s.with(access{}, func(db *bolt.DB) error {
		if err := copied(t, s).Place(true); err == nil {
			t.Error("an open store was replaced: closing it first is needless")
		}
		return nil
	}))
}

// Somebody else, such as what looks for viruses, has the store open for a moment,
// or for longer.
func TestStoreThatSomebodyElseHasOpen(t *testing.T) {
	s, _ := newFile(t)
	add(t, s, "Ada Lind")
	s.Opts.Timeout = time.Second
	looking, err := os.Open(s.Path())
	mustNot(t, err)
	place := func() error {
		return s.with(access{}, func(db *bolt.DB) error {
			next := copied(t, s)
			defer next.Discard()
			return s.place(db, next)
		})
	}
	names := folderOf(t, s)
	if err := place(); err == nil {
		t.Error("an open store was replaced")
	}
	if now := folderOf(t, s); len(now) != len(names) {
		t.Errorf("there is %v", now)
	}
	add(t, s, "Bo Yu")
	closed := make(chan error, 1)
	timer := time.AfterFunc(5*pause, func() { closed <- looking.Close() })
	defer timer.Stop()
	mustNot(t, place())
	mustNot(t, <-closed)
	wantNames(t, s, "Ada Lind", "Bo Yu")
}
