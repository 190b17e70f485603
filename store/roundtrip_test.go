package store

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"linkvet/advisor"
	"linkvet/store/exchange"
	"linkvet/store/fault"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// Whatever a store holds, what it exports is read back without loss, into an
// empty store and into itself, in every form.
func TestRoundTrip(t *testing.T) {
	folder := t.TempDir()
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		c := newClock()
		open := func(name string) *Store {
			s, err := Open(filepath.Join(folder, fmt.Sprint(run), name), vault.Options{Now: c.now})
			if err != nil {
				rt.Fatal(err)
			}
			return s
		}
		s := open("one.db")
		for range rapid.IntRange(1, 3).Draw(rt, "steps") {
			importOrFail(rt, s, drawArchive(rt, likePeople()), false)
			actAtRandom(rt, s, c)
			fillIn(rt, s)
		}
		want := allOf(rt, s)
		if len(want) == 0 {
			return // an empty file says nothing
		}
		for i, opts := range []exchange.ExportOptions{{}, {Raw: true}, {Excel: true}, {Format: exchange.JSONLines}} {
			opts.All = true
			var out bytes.Buffer
			if _, err := s.Export(rt.Context(), &out, opts); err != nil {
				rt.Fatal(err)
			}
			path := filepath.Join(folder, fmt.Sprint(run), "table")
			text := out.String()
			if opts.Raw && strings.ContainsAny(text, "'") {
				continue // without guards an apostrophe says nothing
			}
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				rt.Fatal(err)
			}
			other := open(fmt.Sprintf("other%d.db", i))
			other.file.Opts.AtOnce = i%3 + 1 // in several batches
			report := readBack(rt, other, path)
			if got := allOf(rt, other); !reflect.DeepEqual(got, want) {
				rt.Fatalf("%+v: read back\n%+v\nwant\n%+v\nfrom\n%s", opts, got, want, text)
			}
			if report.Added != len(want) {
				rt.Fatalf("%+v", report)
			}
			if again := readBack(rt, s, path); again.Unchanged != len(want) || again.Added+again.Updated > 0 || !reflect.DeepEqual(allOf(rt, s), want) {
				rt.Fatalf("into itself: %+v", again)
			}
			if _, err := Open(other.Path(), other.file.Opts); err != nil {
				rt.Fatal(err)
			}
		}
	})
}

func readBack(rt *rapid.T, s *Store, path string) merge.ImportReport {
	sources, err := merge.ReadSources(rt.Context(), []string{path}, nil)
	if err != nil {
		rt.Fatal(err)
	}
	report, err := s.ImportSources(rt.Context(), sources, false, nil)
	if err != nil {
		rt.Fatal(err)
	}
	return report
}

// fillIn lets the person answer, tag, note and correct things.
func fillIn(rt *rapid.T, s *Store) {
	text := rapid.SampledFrom([]string{"", "plain", "=1+1", "'=x", "a;b,c|\"d\"", "two\nlines", "  edge", "Łukasz 美咲", "-", "@x"})
	check := func(_ record.Invitation, err error) {
		if err != nil && !errors.Is(err, fault.ErrInvalid) && !errors.Is(err, fault.ErrExists) {
			rt.Fatal(err)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(allOf(rt, s))) {
		switch rapid.IntRange(0, 6).Draw(rt, "fill") {
		case 0:
			check(s.Answer(id, advisor.Answers{"know": {"slightly"}, "reasons": {"leader", "learn_from"}}))
			check(s.NoteAnswer(id, "know", text.Draw(rt, "answer note")))
		case 1:
			note, name := text.Draw(rt, "person note"), text.Draw(rt, "name")
			check(s.Edit(id, record.Edit{PersonNote: &note, Name: &name}))
		case 2:
			headline, company, note := text.Draw(rt, "headline"), text.Draw(rt, "company"), text.Draw(rt, "note")
			check(s.Edit(id, record.Edit{Headline: &headline, Company: &company, Note: &note}))
		case 3:
			if _, err := s.Tag([]string{id}, []string{"work", "=sum"}, nil); err != nil {
				rt.Fatal(err)
			}
		case 4:
			check(s.Decide(id, record.Declined, text.Draw(rt, "because")))
		case 5:
			sent := day("2026-02-03")
			check(s.Edit(id, record.Edit{SentAt: &sent}))
		}
	}
}
