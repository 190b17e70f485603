package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/linkedin"
	"linkvet/store/linkedin/address"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// clock is a time that tests move by hand.
type clock struct{ t time.Time }

func (c *clock) now() time.Time          { return c.t }
func (c *clock) advance(d time.Duration) { c.t = c.t.Add(d) }
func day(s string) time.Time             { return sure(time.Parse(time.DateOnly, s)) }
func minute(s string) time.Time          { return sure(time.Parse("2006-01-02 15:04", s)) }
func (c *clock) days(n int) record.Day   { return record.DayIn(c.t.AddDate(0, 0, n)) }
func newClock() *clock                   { return &clock{t: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)} }

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// newStore opens an empty store in a folder of its own.
func newStore(t testing.TB) (*Store, *clock) {
	t.Helper()
	c := newClock()
	return openStore(t, filepath.Join(t.TempDir(), "data", "linkvet.db"), c), c
}

func openStore(t testing.TB, path string, c *clock) *Store {
	t.Helper()
	s, err := Open(path, vault.Options{Timeout: time.Minute, Now: c.now, Profile: func() advisor.Profile { return advisor.Profile{} }})
	if err != nil {
		t.Fatalf("open %s: %v", path, err)
	}
	return s
}

// incoming and outgoing are rows of an archive of the newer kind, with addresses.
func incoming(name, slug, at string) linkedin.Invitation {
	row := linkedin.Invitation{Name: name, Slug: slug, SentAt: minute(at), File: "Invitations.csv"}
	if slug != "" {
		row.URL, _ = address.Profile("https://www.linkedin.com/in/" + slug)
	}
	return row
}

func outgoing(name, slug, at string) linkedin.Invitation {
	row := incoming(name, slug, at)
	row.Outgoing = true
	return row
}

func connection(name, slug, on string) linkedin.Connection {
	c := linkedin.Connection{Name: name, Slug: slug, ConnectedOn: day(on)}
	if slug != "" {
		c.URL, _ = address.Profile("https://www.linkedin.com/in/" + slug)
	}
	return c
}

// archiveOf builds an archive as new as the given day.
func archiveOf(newest string, rows []linkedin.Invitation, connections ...linkedin.Connection) *linkedin.Archive {
	return &linkedin.Archive{
		Invitations: rows, Connections: connections, HasInvitations: true, HasConnections: true, Newest: day(newest),
	}
}

func doImport(t *testing.T, s *Store, a *linkedin.Archive) merge.ImportReport {
	t.Helper()
	report, err := s.Import(t.Context(), a, false, nil)
	if err != nil {
		t.Fatalf("import: %v", err)
	}
	return report
}

// byName returns the invitations by name; a second one of a name is "name 2".
func byName(t *testing.T, s *Store) map[string]record.Invitation {
	t.Helper()
	found := map[string]record.Invitation{}
	err := s.Each(t.Context(), func(inv record.Invitation) error {
		name := inv.Name
		for n := 2; ; n++ {
			if _, taken := found[name]; !taken {
				break
			}
			name = inv.Name + " " + string(rune('0'+n))
		}
		found[name] = inv
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// wantStatuses compares the status of every invitation by name, and with it
// that there are no others.
func wantStatuses(t *testing.T, s *Store, want map[string]record.Status) {
	t.Helper()
	got := byName(t, s)
	for name, inv := range got {
		if status := inv.Status(s.file.Now()); status != want[name] {
			t.Errorf("%s is %s, want %q", name, status, want[name])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d invitations, want %d", len(got), len(want))
	}
}

// wantSound checks all of the store.
func wantSound(t *testing.T, s *Store) {
	t.Helper()
	if report := checkOf(t, s, false); !report.OK {
		t.Errorf("the store is no longer sound: %+v", report)
	}
}

// wantSameFile runs fn and checks that not one byte of the file changed.
func wantSameFile(t *testing.T, s *Store, fn func()) {
	t.Helper()
	before := readFile(t, s.Path())
	fn()
	if !bytes.Equal(before, readFile(t, s.Path())) {
		t.Error("the file changed")
	}
}

// sure is for what cannot fail in a test.
func sure[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func mustNot(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// filled makes a store with enough in it for several pages of every table.
func filled(t testing.TB, n int) *Store {
	t.Helper()
	s, _ := newStore(t)
	if _, err := s.Import(t.Context(), manyPeople(n), false, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// manyPeople is an archive of n invitations and as many connections.
func manyPeople(n int) *linkedin.Archive {
	a := &linkedin.Archive{HasInvitations: true, HasConnections: true, Newest: day("2026-05-01")}
	for i := range n {
		at := day("2026-01-01").Add(time.Duration(i) * time.Minute).Format("2006-01-02 15:04")
		a.Invitations = append(a.Invitations, incoming(fmt.Sprintf("Person %d", i), fmt.Sprintf("person-%d", i), at))
		a.Connections = append(a.Connections, connection(fmt.Sprintf("Friend %d", i), fmt.Sprintf("friend-%d", i), "2026-01-01"))
	}
	return a
}

func checkOf(t *testing.T, s *Store, repair bool) vault.CheckReport {
	t.Helper()
	report, err := vault.Check(t.Context(), s.Path(), s.file.Opts, repair)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func answersOf(pairs ...string) advisor.Answers {
	a := advisor.Answers{}
	for i := 0; i < len(pairs); i += 2 {
		a[pairs[i]] = []string{pairs[i+1]}
	}
	return a
}

// halfMade is in the names of files that are not finished, as the vault names them.
const halfMade = ".new-"

// Tag1 adds a tag to one invitation.
func (s *Store) Tag1(id, tag string) (record.Invitation, error) {
	return only(s.Tag([]string{id}, []string{tag}, nil))
}
