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
