package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// A store that is opened to show something first gives the newest rows, and
// then everything else, from any number of goroutines at once.
func TestShowFirst(t *testing.T) {
	s := filled(t, 300)
	want, err := s.Table(t.Context(), 40)
	mustNot(t, err)
	first, err := Open(s.Path(), vault.Options{Now: newClock().now, ShowFirst: true})
	mustNot(t, err)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			rows, err := first.Table(t.Context(), 40)
			if err != nil || rows.Len() != 40 || rows.ID(0) != want.ID(0) || rows.ID(39) != want.ID(39) {
				t.Errorf("%+v, %v", rows, err)
			}
			if rows, err := first.Rows(t.Context()); err != nil || len(rows) != 300 {
				t.Errorf("%d rows, %v", len(rows), err)
			}
			if _, err := first.Unsaved(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	mustDo(t)(first.Add(record.Invitation{Name: "Ada Lind"}))
	wantSound(t, first)
}

// However a file is damaged, showing the newest rows neither hangs nor crashes,
// and nothing is read or written afterwards that a full look would have refused.
func TestShowFirstOfDamage(t *testing.T) {
	const people, flips = 300, 400
	s := filled(t, people)
	whole := readFile(t, s.Path())
	pageSize := os.Getpagesize()
	path := filepath.Join(t.TempDir(), "flipped.db")
	random := rand.New(rand.NewSource(2))
	shown, refusedLater := 0, 0
	for i := range flips {
		offset := random.Intn(pageSize)
		if i%2 == 0 {
			offset = random.Intn(80)
		}
		at, bit := random.Intn(len(whole)/pageSize)*pageSize+offset, random.Intn(8)
		data := bytes.Clone(whole)
		data[at] ^= 1 << bit
		mustNot(t, os.WriteFile(path, data, 0o600))
		_, fullErr := Open(path, vault.Options{Now: newClock().now})
		first, err := Open(path, vault.Options{Now: newClock().now, ShowFirst: true})
		if err == nil {
			if _, err := first.Table(t.Context(), 30); err == nil {
				shown++
			} else if !errors.Is(err, fault.ErrDamaged) {
				t.Errorf("byte %d bit %d: %v", at, bit, err)
			}
			_, err = first.Rows(t.Context())
			if err != nil {
				refusedLater++
			}
			if _, writeErr := first.Add(record.Invitation{Name: "Ada Lind"}); fullErr != nil && (writeErr == nil || !bytes.Equal(readFile(t, path), data)) {
				t.Errorf("byte %d bit %d: written to although damaged: %v", at, bit, fullErr)
			}
		}
		if (err == nil) != (fullErr == nil) {
			t.Errorf("byte %d bit %d: %v, and a full look says %v", at, bit, err, fullErr)
		}
	}
	if shown < flips/2 || refusedLater == 0 {
		t.Errorf("%d of %d shown, %d refused later", shown, flips, refusedLater)
	}
}

// A page that leads back to itself would send bbolt round for ever.
func TestShowFirstOfACircle(t *testing.T) {
	s := filled(t, 3000)
	data := readFile(t, s.Path())
	size := os.Getpagesize()
	path := filepath.Join(t.TempDir(), "circle.db")
	circles := 0
	for n := 2; n < len(data)/size; n++ {
		// A page of bbolt begins with its number and its kind, a branch being 1, and
		// how many children there are; a child is 16 bytes with its number at the end.
		page := data[n*size : (n+1)*size]
		if binary.NativeEndian.Uint16(page[8:]) != 1 {
			continue
		}
		bad := bytes.Clone(data)
		for i := range int(binary.NativeEndian.Uint16(page[10:])) {
			copy(bad[n*size+16+i*16+8:], page[:8]) // its own number
		}
		mustNot(t, os.WriteFile(path, bad, 0o600))
		circles++
		first, err := Open(path, vault.Options{Now: newClock().now, ShowFirst: true})
		if err == nil {
			_, _ = first.Table(t.Context(), 30) // it ends, whatever it says
			_, err = first.Rows(t.Context())
		}
		if _, full := Open(path, vault.Options{Now: newClock().now}); (full == nil) != (err == nil) || err != nil && !errors.Is(err, fault.ErrDamaged) {
			t.Errorf("page %d: %v, and a full look says %v", n, err, full)
		}
	}
	if circles < 2 {
		t.Errorf("only %d branches to try", circles)
	}
}
