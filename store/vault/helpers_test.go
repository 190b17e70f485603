package vault

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"linkvet/store/record"
	"linkvet/store/sealed"
	"linkvet/store/tables"
)

// clock is a time that tests move by hand.
type clock struct{ t time.Time }

func (c *clock) now() time.Time          { return c.t }
func (c *clock) advance(d time.Duration) { c.t = c.t.Add(d) }
func newClock() *clock                   { return &clock{t: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)} }

func (c *clock) options() Options { return Options{Timeout: time.Minute, Now: c.now} }

// hasMode reports whether a file has these permission bits, where the system has any.
func hasMode(info os.FileInfo, mode os.FileMode) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm() == mode
}

// newFile opens an empty store in a folder of its own.
func newFile(t testing.TB) (*File, *clock) {
	t.Helper()
	c := newClock()
	return openFile(t, filepath.Join(t.TempDir(), "data", "linkvet.db"), c), c
}

func openFile(t testing.TB, path string, c *clock) *File {
	t.Helper()
	s, err := Open(path, c.options())
	if err != nil {
		t.Fatalf("open %s: %v", path, err)
	}
	return s
}

// write changes records as the person would: before is nil for new ones.
func write(s *File, changes ...tables.Changed) error {
	return s.Update(func(tx *tables.Tx) (bool, error) { return true, tx.PersonDid(changes) })
}

// addTo adds an invitation and returns it.
func addTo(s *File, name string) (record.Invitation, error) {
	id, _ := record.NewID(record.Incoming, "name/"+name, 0, func(string) bool { return false })
	inv := record.Invitation{ID: id, Direction: record.Incoming,
		Name: name, SentAt: s.Now(), TimesSent: 1, AddedAt: s.Now(), ChangedAt: s.Now()}
	return inv, write(s, tables.Changed{After: &inv, Entry: record.Entry{What: "added", Detail: name}})
}

func add(t testing.TB, s *File, name string) record.Invitation {
	t.Helper()
	inv, err := addTo(s, name)
	mustNot(t, err)
	return inv
}

// change lets edit change one invitation, and returns it.
func change(t testing.TB, s *File, id string, edit func(inv *record.Invitation)) record.Invitation {
	t.Helper()
	before := get(t, s, id)
	after := before.Clone()
	edit(&after)
	after.ChangedAt = s.Now()
	mustNot(t, write(s, tables.Changed{Before: &before, After: &after, Entry: record.Entry{What: "changed"}}))
	return after
}

func tag(t testing.TB, s *File, id, with string) {
	t.Helper()
	change(t, s, id, func(inv *record.Invitation) { inv.Tags = append(inv.Tags, with) })
}

func get(t testing.TB, s *File, id string) (inv record.Invitation) {
	t.Helper()
	mustNot(t, s.View(func(tx *tables.Tx) (err error) { inv, err = tx.Get([]byte(id)); return err }))
	return inv
}

// all returns the rows of a store.
func all(t testing.TB, s *File) []record.Row {
	t.Helper()
	rows, err := rowsOf(t, s)
	mustNot(t, err)
	return rows
}

func rowsOf(t testing.TB, s *File) (rows []record.Row, err error) {
	err = s.View(func(tx *tables.Tx) error {
		return tx.EachSummary(t.Context(), func(_ []byte, row record.Row) (bool, error) { rows = append(rows, row); return true, nil })
	})
	return rows, err
}

// wantNames compares the invitations by name.
func wantNames(t testing.TB, s *File, want ...string) {
	t.Helper()
	var names []string
	for _, row := range all(t, s) {
		names = append(names, row.Name)
	}
	if slices.Sort(names); !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// filled is a store with so many invitations and connections that every table
// takes several pages.
func filled(t testing.TB, n int) *File {
	t.Helper()
	s, _ := newFile(t)
	var changes []tables.Changed
	var contacts []tables.Keyed
	for i := range n {
		inv := record.Invitation{ID: fmt.Sprintf("%010d", i), Direction: record.Incoming, Name: fmt.Sprintf("Person %d", i), TimesSent: 1,
			URL: fmt.Sprintf("https://www.linkedin.com/in/person-%d", i), SentAt: s.Now().Add(time.Duration(i) * time.Minute), AddedAt: s.Now(), ChangedAt: s.Now()}
		changes = append(changes, tables.Changed{After: &inv, Entry: record.Entry{What: "added"}})
		key := fmt.Appendf(nil, "in/friend-%d", i)
		value, err := sealed.Encode(key, tables.Contact{Name: fmt.Sprintf("Friend %d", i)})
		mustNot(t, err)
		contacts = append(contacts, tables.Keyed{Key: key, Value: value})
	}
	tables.SortKeyed(contacts)
	mustNot(t, write(s, changes...))
	mustNot(t, s.Write(func(tx *tables.Tx) (bool, error) {
		return true, (&tables.Target{Tx: tx.Tx}).Put(tables.BucketConnections(), contacts)
	}))
	return s
}

// backUpNow makes the backup that comes before an import.
func backUpNow(t testing.TB, s *File) {
	t.Helper()
	mustNot(t, s.Write(func(tx *tables.Tx) (bool, error) { return false, s.BackUpFirst(tx.Tx, BackupImport) }))
}

// wantSound checks the whole file as Open does.
func wantSound(t testing.TB, s *File) {
	t.Helper()
	if err := s.verify(); err != nil {
		t.Errorf("the store is no longer sound: %v", err)
	}
}

// wantSameFile runs fn and checks that not one byte of the file changed.
func wantSameFile(t testing.TB, s *File, fn func()) {
	t.Helper()
	before := readFile(t, s.FullPath)
	fn()
	if !bytes.Equal(before, readFile(t, s.FullPath)) {
		t.Error("the file changed")
	}
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	mustNot(t, err)
	return data
}

func mustNot(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
