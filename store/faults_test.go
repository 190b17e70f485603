package store

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// lived returns a store with something in every table.
func lived(t *testing.T) *Store {
	t.Helper()
	s, c := newStore(t)
	doImport(t, s, killArchive(rand.New(rand.NewSource(1)), 3))
	rows, err := s.Rows(t.Context())
	mustNot(t, err)
	for i, row := range rows[:20] {
		c.advance(time.Hour)
		mustDo(t)(s.Answer(row.ID, answersOf("know", "well", "trust", "yes")))
		if i%3 == 0 {
			_, err := s.Tag([]string{row.ID, rows[i+1].ID}, []string{"choir"}, nil)
			mustNot(t, err)
		}
	}
	_, err = s.Delete([]string{rows[30].ID, rows[31].ID})
	mustNot(t, err)
	_, err = s.Undo()
	mustNot(t, err)
	mustNot(t, s.KeepUnsaved("note", "half a sentence"))
	return s
}

// wantAllOrRefused opens damaged bytes: they are refused with the file left as
// it is, and the check says so, or everything is still there.
func wantAllOrRefused(t *testing.T, what, path string, data []byte, want map[string]uint32) (refused bool) {
	t.Helper()
	mustNot(t, os.WriteFile(path, data, 0o600))
	opts := vault.Options{Now: newClock().now}
	report, checkErr := vault.Check(t.Context(), path, opts, false)
	if !bytes.Equal(readFile(t, path), data) {
		t.Fatalf("%s: the check touched the file", what)
	}
	s, err := Open(path, opts)
	if err != nil {
		if !errors.Is(err, fault.ErrDamaged) && !errors.Is(err, fault.ErrNewer) {
			t.Errorf("%s: %v", what, err)
		}
		if report.OK && checkErr == nil {
			t.Errorf("%s: refused with %v, and the check finds nothing", what, err)
		}
		return true
	}
	have, err := contentsOf(s)
	if err != nil || !maps.Equal(have, want) {
		t.Errorf("%s: %v, want %v, %v", what, have, want, err)
	}
	return false
}

func TestDamageIsRefusedOrHarmless(t *testing.T) {
	s := lived(t)
	want := contents(t, s)
	whole := readFile(t, s.Path())
	folder := t.TempDir()
	path := filepath.Join(folder, "damaged.db")
	random := rand.New(rand.NewSource(7))
	refused, tried := 0, 0
	try := func(what string, data []byte) {
		tried++
		if wantAllOrRefused(t, what, path, data, want) {
			refused++
		}
	}
	for range 250 {
		at, bit := random.Intn(len(whole)), random.Intn(8)
		data := bytes.Clone(whole)
		data[at] ^= 1 << bit
		try(fmt.Sprintf("byte %d bit %d", at, bit), data)
	}
	for range 60 { // a piece of nothing, as a disk gives back what it could not read
		at := random.Intn(len(whole))
		data := bytes.Clone(whole)
		clear(data[at:min(len(data), at+1+random.Intn(8192))])
		try(fmt.Sprintf("zeros from %d", at), data)
	}
	for range 60 { // two pages exchanged, or one old
		size := os.Getpagesize()
		a, b := random.Intn(len(whole)/size)*size, random.Intn(len(whole)/size)*size
		data := bytes.Clone(whole)
		copy(data[a:a+size], whole[b:b+size])
		try(fmt.Sprintf("page at %d is that at %d", a, b), data)
	}
	for length := 1; length < len(whole); length += len(whole)/120 + 1 {
		try(fmt.Sprintf("cut to %d", length), whole[:length])
	}
	if refused < tried/4 || refused == tried {
		t.Errorf("%d of %d refused", refused, tried)
	}
	t.Logf("%d damaged files, %d refused, the others complete", tried, refused)
}

// Several programs work on one store: each waits its turn and nothing is lost.
func TestManyAtOnce(t *testing.T) {
	first, c := newStore(t)
	const programs, each = 4, 15
	failures := make(chan error, programs*each)
	var all sync.WaitGroup
	for p := range programs {
		s, err := Open(first.Path(), vault.Options{Timeout: time.Minute, Now: c.now})
		mustNot(t, err)
		all.Go(func() {
			for i := range each {
				_, err := s.Add(record.Invitation{Name: fmt.Sprintf("Person %d of %d", i, p)})
				failures <- err
			}
		})
	}
	all.Wait()
	close(failures)
	for err := range failures {
		mustNot(t, err)
	}
	if rows, err := first.Rows(t.Context()); err != nil || len(rows) != programs*each {
		t.Errorf("%d invitations, %v", len(rows), err)
	}
	if report := checkOf(t, first, false); !report.OK || report.Journal != programs*each {
		t.Errorf("%+v", report)
	}
	if version, err := first.Version(); err != nil || version != programs*each {
		t.Errorf("version %d, %v", version, err)
	}
}
