package vault

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"linkvet/store/fault"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// While a program waits for the lock, the file is replaced: its change must
// land in the new one.
func TestChangeMeetsAReplacedFile(t *testing.T) {
	s, c := newFile(t)
	add(t, s, "Ada Lind")
	other := openFile(t, s.Path(), c)
	other.Opts.Timeout = 10 * time.Second
	replacing, waiting := make(chan struct{}), make(chan error, 1)
	go func() {
		<-replacing
		_, err := addTo(other, "Bo Yu")
		waiting <- err
	}()
	mustNot(t, s.with(access{}, func(db *bolt.DB) error {
		close(replacing)
		return s.place(db, copied(t, s))
	}))
	mustNot(t, <-waiting)
	wantNames(t, s, "Ada Lind", "Bo Yu")
}

// Whatever goes wrong with the new file, the old one stays.
func TestNewFileThatIsWrongIsThrownAway(t *testing.T) {
	s := filled(t, 100)
	names := folderOf(t, s)
	broken := errors.New("broken")
	for what, tc := range map[string]struct {
		write func(to *tables.Target) error
		want  error
	}{
		"an error after a batch": {func(to *tables.Target) error {
			mustNot(t, to.Put(tables.BucketDrafts(), []tables.Keyed{{Key: []byte("a"), Value: sealed.Seal([]byte("a"), nil)}, {Key: []byte("b"), Value: sealed.Seal([]byte("b"), nil)}}))
			return broken
		}, broken},
		"an entry without a seal": {func(to *tables.Target) error {
			return to.Put(tables.BucketDrafts(), []tables.Keyed{{Key: []byte("a"), Value: []byte("bare")}})
		}, fault.ErrDamaged},
		"a record too few": {func(to *tables.Target) error { return tables.AddCount(to.Tx, 1) }, fault.ErrDamaged},
	} {
		wantSameFile(t, s, func() {
			s.Opts.AtOnce = 1
			err := s.Write(func(tx *tables.Tx) (bool, error) { return false, s.Replace(t.Context(), tx, 1, tc.write) })
			if !errors.Is(err, tc.want) {
				t.Errorf("%s: %v", what, err)
			}
		})
		if now := folderOf(t, s); !slices.Equal(names, now) {
			t.Errorf("%s: there is %v", what, now)
		}
	}
}

// folderOf returns what is beside a store, backups aside.
func folderOf(t *testing.T, s *File) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(s.Path()))
	mustNot(t, err)
	var names []string
	for _, e := range entries {
		if e.Name() != filepath.Base(s.backupFolder()) {
			names = append(names, e.Name())
		}
	}
	return names
}
