package vault

import (
	"bytes"
	"errors"
	"math/rand"
	"os"
	"path/filepath"
	"testing"

	"linkvet/store/fault"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// A flipped bit anywhere is refused with the file untouched, or harmless: the
// store then gives back everything and takes a change.
func TestFlippedBits(t *testing.T) {
	const people, flips = 120, 400
	s := filled(t, people)
	whole := readFile(t, s.Path())
	pageSize := os.Getpagesize()
	used := len(whole) / pageSize
	for used > 1 && bytes.Count(whole[(used-1)*pageSize:used*pageSize], []byte{0}) == pageSize {
		used--
	}
	path := filepath.Join(t.TempDir(), "flipped.db")
	random := rand.New(rand.NewSource(1))
	refused := 0
	for i := range flips {
		// Half of them in the first bytes of a page, where the structure is.
		offset := random.Intn(pageSize)
		if i%2 == 0 {
			offset = random.Intn(80)
		}
		at, bit := random.Intn(used)*pageSize+offset, random.Intn(8)
		data := bytes.Clone(whole)
		data[at] ^= 1 << bit
		mustNot(t, os.WriteFile(path, data, 0o600))
		flipped, err := Open(path, Options{Now: newClock().now})
		if err != nil {
			refused++
			if !errors.Is(err, fault.ErrDamaged) && !errors.Is(err, fault.ErrNewer) {
				t.Errorf("byte %d bit %d: %v", at, bit, err)
			}
			if !bytes.Equal(readFile(t, path), data) {
				t.Errorf("byte %d bit %d: the file was touched", at, bit)
			}
			continue
		}
		found := 0
		err = flipped.View(func(tx *tables.Tx) error {
			return tx.EachRecord(t.Context(), func(record.Invitation) error { found++; return nil })
		})
		if err != nil || found != people {
			t.Errorf("byte %d bit %d: %d invitations, %v", at, bit, found, err)
		}
		if _, err := addTo(flipped, "Ada Lind"); err != nil {
			t.Errorf("byte %d bit %d: %v", at, bit, err)
		}
		wantSound(t, flipped)
	}
	if refused < flips/4 || refused == flips {
		t.Errorf("%d of %d refused", refused, flips)
	}
}
