package store

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"linkvet/store/exchange"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// However many transactions it takes, the same is in every table afterwards.
func TestBatchesWriteTheSame(t *testing.T) {
	folder := t.TempDir()
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		c := newClock()
		var both [2]*Store
		for i := range both {
			s, err := Open(filepath.Join(folder, fmt.Sprint(run), fmt.Sprint(i), "linkvet.db"), vault.Options{Now: c.now})
			if err != nil {
				rt.Fatal(err)
			}
			both[i] = s
		}
		both[1].file.Opts.AtOnce = rapid.IntRange(1, 9).Draw(rt, "at once")
		do := func(what func(s *Store) error) {
			one, other := what(both[0]), what(both[1])
			if fmt.Sprint(one) != fmt.Sprint(other) {
				rt.Fatalf("%v at once and %v in batches", one, other)
			}
			want, err := contentsOf(both[0])
			have, err2 := contentsOf(both[1])
			if err != nil || err2 != nil || !maps.Equal(have, want) {
				rt.Fatalf("in batches of %d: %v, at once %v, %v, %v", both[1].file.Opts.AtOnce, have, want, err, err2)
			}
		}
		for range rapid.IntRange(1, 5).Draw(rt, "steps") {
			c.advance(time.Hour)
			a := drawArchive(rt, likePeople())
			do(func(s *Store) error { _, err := s.Import(rt.Context(), a, false, nil); return err })
			c.advance(time.Hour)
			table := drawTable(rt, both[0], filepath.Join(folder, fmt.Sprint(run), "table.csv"))
			do(func(s *Store) error { _, err := s.ImportSources(rt.Context(), table, false, nil); return err })
			c.advance(time.Hour)
			switch rapid.IntRange(0, 4).Draw(rt, "then") {
			case 0:
				do(func(s *Store) error { _, err := s.Undo(); return err })
			case 1:
				ids := slices.Sorted(maps.Keys(allOf(rt, both[0])))
				do(func(s *Store) error { _, err := s.DecideAll(ids, record.Act{Decision: record.Ignored}); return err })
			}
		}
	})
}

// drawTable exports a store and edits some notes of the table.
func drawTable(rt *rapid.T, s *Store, path string) []*merge.Source {
	var out bytes.Buffer
	if _, err := s.Export(rt.Context(), &out, exchange.ExportOptions{All: true, Raw: true}); err != nil {
		rt.Fatal(err)
	}
	text := strings.Replace(out.String(), "hello", "edited", rapid.IntRange(0, 3).Draw(rt, "edited"))
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		rt.Fatal(err)
	}
	sources, err := merge.ReadSources(rt.Context(), []string{path}, nil)
	if err != nil {
		rt.Fatal(err)
	}
	return sources
}
