package store

import (
	"reflect"
	"slices"
	"testing"
)

// Several histories read at once are what each is alone; one that was deleted is
// left out.
func TestHistories(t *testing.T) {
	s := filled(t, 20)
	rows, err := s.Rows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{rows[7].ID, rows[2].ID, rows[9].ID, rows[2].ID}
	for _, tag := range []string{"a", "b"} {
		if _, err := s.Tag(ids[:2], []string{tag}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Delete(ids[2:3]); err != nil {
		t.Fatal(err)
	}
	found, err := s.Histories(append(ids, "0000000000", ""))
	if err != nil || len(found) != 2 {
		t.Fatalf("%d histories, %v", len(found), err)
	}
	for i, h := range found {
		inv, err := s.Get(ids[i])
		if err != nil {
			t.Fatal(err)
		}
		entries, err := s.Journal(ids[i])
		if err != nil {
			t.Fatal(err)
		}
		if h.Invitation.ID != ids[i] || !slices.Equal(h.Invitation.Tags, inv.Tags) || len(entries) != 2 || !reflect.DeepEqual(h.Journal, entries) {
			t.Errorf("history %d: %+v\nwant %+v, %+v", i, h, inv, entries)
		}
	}
}

// BenchmarkHistories reads what the preview reads ahead; BenchmarkHistory is its
// baseline, one alone.
func BenchmarkHistory(b *testing.B)   { benchHistories(b, 1) }
func BenchmarkHistories(b *testing.B) { benchHistories(b, 25) }

func benchHistories(b *testing.B, n int) {
	s := benchStore(b, 10_000, 3_000)
	table, err := s.Table(b.Context(), n)
	if err != nil {
		b.Fatal(err)
	}
	ids := make([]string, n)
	for i := range ids {
		ids[i] = table.ID(i)
	}
	for b.Loop() {
		if found, err := s.Histories(ids); err != nil || len(found) != n {
			b.Fatal(len(found), err)
		}
	}
}
