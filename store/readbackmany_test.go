package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"linkvet/store/linkedin"
	"linkvet/store/merge"
	"linkvet/store/vault"
	"linkvet/store/versus"
)

// importTable imports a table that is written here.
func importTable(t testing.TB, s *Store, table string) (merge.ImportReport, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "table.csv")
	mustNot(t, os.WriteFile(path, []byte(table), 0o600))
	sources, err := merge.ReadSources(context.Background(), []string{path}, nil)
	if err != nil {
		return merge.ImportReport{}, err
	}
	return s.ImportSources(context.Background(), sources, false, nil)
}

// Many decided invitations of one name come back, each with an id of its own, and
// the open one beside them is found.
func TestReadingBackManyOfOneName(t *testing.T) {
	const n = 3000
	s, _ := newStore(t)
	report, err := importTable(t, s, "name,decision\n"+strings.Repeat("Bo,ignored\n", n)+"Bo,\n")
	if err != nil || report.Added != n+1 {
		t.Fatalf("%+v, %v", report, err)
	}
	if report, err = importTable(t, s, "name,tags\nBo,work\n"); err != nil || report.Updated != 1 || report.Added != 0 {
		t.Errorf("the open one beside them: %+v, %v", report, err)
	}
	wantSound(t, s)
}

// BenchmarkReadBack reads back rows of one name beside rows of as many names.
func BenchmarkReadBack(b *testing.B) {
	const n = 20_000
	one, many := "name,decision\n"+strings.Repeat("Bo,ignored\n", n), "name,decision\n"
	for i := range n {
		many += fmt.Sprintf("Bo%d,ignored\n", i)
	}
	read := func(table string) func() {
		return func() {
			s, _ := newStore(b)
			if report, err := importTable(b, s, table); err != nil || report.Added != n {
				b.Fatal(report, err)
			}
		}
	}
	versus.Run(b, versus.Do(read(one)), versus.Do(read(many)))
}

func TestTableOfTooManyRowsIsRefused(t *testing.T) {
	s, _ := newStore(t)
	_, err := importTable(t, s, "name,decision\n"+strings.Repeat("B,sent\n", 500_001))
	if e, ok := errors.AsType[*linkedin.FormatError](err); !ok || e.Line != 500_002 || !strings.Contains(e.Hint, "in parts") {
		t.Errorf("%v", err)
	}
}

// While an import is worked out, others can read.
func TestReadingWhileAnImportIsWorkedOut(t *testing.T) {
	s, c := newStore(t)
	doImport(t, s, archiveOf("2026-04-20", manyRows(0, 10)))
	other := openStore(t, s.Path(), c)
	read := 0
	_, err := s.Import(t.Context(), archiveOf("2026-05-01", manyRows(0, 3000)), false, func(done, total int) {
		if done >= total/2 {
			return // it is being written
		}
		rows, err := other.Rows(t.Context())
		if err != nil || len(rows) != 10 {
			t.Errorf("%d rows, %v", len(rows), err)
		}
		read++
	})
	if err != nil || read == 0 {
		t.Errorf("read %d times, %v", read, err)
	}
}

// What others change between working an import out and writing it is seen.
func TestImportsAtOnce(t *testing.T) {
	first, c := newStore(t)
	const programs, each = 3, 8
	var all sync.WaitGroup
	for p := range programs {
		s, err := Open(first.Path(), vault.Options{Timeout: time.Minute, Now: c.now})
		mustNot(t, err)
		all.Go(func() {
			for i := range each {
				a := archiveOf("2026-05-01", nil)
				a.Invitations = append(a.Invitations, incoming("Shared", "shared", "2026-04-02 10:00"), incoming(fmt.Sprintf("Own %d %d", p, i), fmt.Sprintf("own-%d-%d", p, i), "2026-04-02 10:00"))
				if _, err := s.Import(t.Context(), a, false, nil); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if rows, err := first.Rows(t.Context()); err != nil || len(rows) != programs*each+1 {
		t.Errorf("%d invitations, %v", len(rows), err)
	}
	wantSound(t, first)
}
