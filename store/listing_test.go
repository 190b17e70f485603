package store

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"linkvet/store/list"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// blockRows is how many rows lie in one piece of a table.
const blockRows = 512

// The store's table has what its rows are, at any time.
func TestTableOfTheStore(t *testing.T) {
	s, c := newStore(t)
	a := manyPeople(blockRows + 100)
	a.Invitations[3].SentAt = time.Time{}
	doImport(t, s, a)
	id := sure(s.Rows(t.Context()))[5].ID
	if _, err := s.Later(id, c.days(1)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Tag([]string{id}, []string{"Fair"}, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		rows, err := s.Rows(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, most := range []int{-1, 0, 1, blockRows, len(rows), len(rows) + 1} {
			table, err := s.Table(t.Context(), most)
			want := rows
			if most >= 0 {
				want = rows[:min(most, len(rows))]
			}
			if err != nil || table.Len() != len(want) {
				t.Fatalf("%d of %d rows, want %d: %v", table.Len(), len(rows), len(want), err)
			}
			for i, row := range want {
				if got := table.At(i); !bytes.Equal(record.AppendSummary(nil, &got), record.AppendSummary(nil, &row)) || *table.Key(i) != list.RowKeyOf(&row) {
					t.Fatalf("row %d: %+v\nwant %+v", i, got, row)
				}
			}
		}
		c.advance(24 * time.Hour) // what was put off is due
	}
}

// Who leaves does not wait until all is read.
func TestReadingATableCanBeStopped(t *testing.T) {
	s := filled(t, 2*tables.EverySoOften)
	table, err := s.Table(t.Context(), -1)
	if err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.Table(stopped, -1); !errors.Is(err, context.Canceled) {
		t.Errorf("read all the same: %v", err)
	}
	if _, err := table.Searchable(stopped); !errors.Is(err, context.Canceled) {
		t.Errorf("prepared all the same: %v", err)
	}
}

// However long it takes to write out what is read, others can change the store:
// what they add is not there yet, what they delete is left out, and what they
// change is as it is by the time it is read, a little ahead of the writing.
func TestReadingOutKeepsNobodyWaiting(t *testing.T) {
	s, c := newStore(t)
	doImport(t, s, manyPeople(readAtOnce*4))
	rows, err := s.Rows(t.Context())
	mustNot(t, err)
	last := rows[len(rows)-1].ID
	other := openStore(t, s.Path(), c)
	n := 0
	err = s.Each(t.Context(), func(inv record.Invitation) error {
		if n++; n == 1 {
			if _, err := other.Add(record.Invitation{Name: "Ada Lind", SentAt: c.t}); err != nil {
				t.Errorf("adding meanwhile: %v", err)
			}
			if _, err := other.Delete([]string{rows[len(rows)-2].ID}); err != nil {
				t.Errorf("deleting meanwhile: %v", err)
			}
			_, err := other.Tag([]string{last}, []string{"meanwhile"}, nil)
			return err
		}
		if inv.ID == last && len(inv.Tags) != 1 {
			t.Errorf("given as %+v", inv)
		}
		return nil
	})
	if err != nil || n != len(rows)-1 {
		t.Errorf("%d of %d, %v", n, len(rows), err)
	}
	stopped, stop := context.WithCancel(t.Context())
	err = s.Each(stopped, func(record.Invitation) error { stop(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
