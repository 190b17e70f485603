package vault

import (
	"testing"

	"linkvet/store/tables"
)

func TestCompact(t *testing.T) {
	s := filled(t, 300)
	var gone []tables.Changed
	for _, row := range all(t, s)[10:] {
		inv := get(t, s, row.ID)
		gone = append(gone, tables.Changed{Before: &inv})
	}
	mustNot(t, write(s, gone...))
	other, err := Open(s.Path(), s.Opts)
	mustNot(t, err)
	before, after, err := s.Compact()
	if err != nil || after >= before {
		t.Errorf("%d -> %d bytes, %v", before, after, err)
	}
	if rows := all(t, other); len(rows) != 10 {
		t.Errorf("another program sees %d", len(rows))
	}
	wantSound(t, s)
}

// A store that is as small as it gets is left as it is.
func TestCompactNeverEnlarges(t *testing.T) {
	s := filled(t, 100)
	if _, _, err := s.Compact(); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		wantSameFile(t, s, func() {
			if before, after, err := s.Compact(); err != nil || after != before {
				t.Errorf("%d -> %d bytes, %v", before, after, err)
			}
		})
	}
}
