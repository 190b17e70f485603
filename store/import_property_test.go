package store

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"linkvet/store/fault"
	"linkvet/store/linkedin"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// Whatever archives come, in whatever order: importing one again changes
// nothing, nobody has two open invitations, and what the person did stays.
func TestImportAnything(t *testing.T) {
	folder := t.TempDir()
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		c := newClock()
		s, err := Open(filepath.Join(folder, fmt.Sprint(run), "linkvet.db"), vault.Options{Now: c.now})
		if err != nil {
			rt.Fatal(err)
		}
		for range rapid.IntRange(1, 5).Draw(rt, "steps") {
			c.advance(time.Hour)
			before := allOf(rt, s)
			a := drawArchive(rt, likePeople())
			first := importOrFail(rt, s, a, false)
			checkOwn(rt, before, allOf(rt, s))
			checkOneOpen(rt, s)
			if _, err := Open(s.Path(), s.file.Opts); err != nil {
				rt.Fatal(err)
			}
			after := allOf(rt, s)
			if n := len(after) - len(before); n != first.Added {
				rt.Fatalf("%d more, report %+v", n, first)
			}
			c.advance(time.Hour)
			again := importOrFail(rt, s, a, false)
			if again.Added+again.Updated != 0 || !reflect.DeepEqual(after, allOf(rt, s)) {
				rt.Fatalf("importing again: %+v\nbefore %+v\nafter %+v", again, after, allOf(rt, s))
			}
			actAtRandom(rt, s, c)
		}
	})
}

func importOrFail(rt *rapid.T, s *Store, a *linkedin.Archive, dryRun bool) merge.ImportReport {
	report, err := s.Import(rt.Context(), a, dryRun, nil)
	if err != nil {
		rt.Fatal(err)
	}
	return report
}

func allOf(rt *rapid.T, s *Store) map[string]record.Invitation {
	all := map[string]record.Invitation{}
	if err := s.Each(rt.Context(), func(inv record.Invitation) error { all[inv.ID] = inv; return nil }); err != nil {
		rt.Fatal(err)
	}
	return all
}

// likePeople are names and addresses of people who are easily mixed up: some
// share a name, some have no address, some no name.
func likePeople() [][2]string {
	return [][2]string{
		{"Ada Lind", "ada"}, {"Ada Lind", ""}, {"ADA LIND", "ada-2"}, {"Bo Yu", "bo"}, {"Bo Yu", ""}, {"", "cy"}, {"", ""}, {"Di Moe", ""},
	}
}

// drawArchive makes an archive of few people, so that they meet often.
func drawArchive(rt *rapid.T, people [][2]string) *linkedin.Archive {
	person := rapid.SampledFrom(people)
	days := rapid.SampledFrom([]string{"2026-03-01", "2026-03-02", "2026-04-01", "2026-07-01"})
	a := &linkedin.Archive{
		HasInvitations: rapid.Bool().Draw(rt, "invitations"), HasConnections: rapid.Bool().Draw(rt, "connections"),
		Newest: day(days.Draw(rt, "newest")),
	}
	if a.HasInvitations {
		for range rapid.IntRange(0, 6).Draw(rt, "rows") {
			p := person.Draw(rt, "person")
			row := incoming(p[0], p[1], days.Draw(rt, "sent")+" 10:00")
			row.Outgoing = rapid.Bool().Draw(rt, "outgoing")
			row.Note = rapid.SampledFrom([]string{"", "", "hello", "hello again"}).Draw(rt, "note")
			if rapid.IntRange(0, 5).Draw(rt, "dated") == 0 {
				row.SentAt = time.Time{}
			}
			a.Invitations = append(a.Invitations, row)
		}
	}
	if a.HasConnections {
		for range rapid.IntRange(0, 2).Draw(rt, "friends") {
			if p := person.Draw(rt, "friend"); p[0]+p[1] != "" {
				a.Connections = append(a.Connections, connection(p[0], p[1], days.Draw(rt, "on")))
			}
		}
	}
	return a
}

// actAtRandom lets the person decide, put off or add something.
func actAtRandom(rt *rapid.T, s *Store, c *clock) {
	var err error
	for _, id := range slices.Sorted(maps.Keys(allOf(rt, s))) {
		switch rapid.IntRange(0, 3).Draw(rt, "act") {
		case 0:
			_, err = s.Later(id, c.days(40))
		case 1:
			_, err = s.Decide(id, record.Ignored, "")
		}
		if err != nil && !errors.Is(err, fault.ErrInvalid) && !errors.Is(err, fault.ErrExists) {
			rt.Fatal(err)
		}
	}
	if rapid.Bool().Draw(rt, "by hand") {
		if _, err := s.Add(record.Invitation{Name: "Di Moe"}); err != nil && !errors.Is(err, fault.ErrInvalid) && !errors.Is(err, fault.ErrExists) {
			rt.Fatal(err)
		}
	}
	c.advance(time.Duration(rapid.IntRange(0, 60).Draw(rt, "days")) * 24 * time.Hour)
}

// checkOwn checks that an import took nothing of the person's.
func checkOwn(rt *rapid.T, before, after map[string]record.Invitation) {
	for id, was := range before {
		is, ok := after[id]
		if !ok || is.Decision != was.Decision || is.LaterUntil != was.LaterUntil || !is.DecidedAt.Equal(was.DecidedAt) ||
			!reflect.DeepEqual(is.Answers, was.Answers) || !is.AddedAt.Equal(was.AddedAt) || was.Connected && !is.Connected || is.SentAt.Before(was.SentAt) && was.Listed {
			rt.Fatalf("%+v\nbecame %+v", was, is)
		}
	}
}

func checkOneOpen(rt *rapid.T, s *Store) {
	open := map[string]string{}
	for id, inv := range allOf(rt, s) {
		p := string(inv.Direction) + " " + record.PersonKey(record.SlugOf(inv.URL), inv.Name, inv.SentAt)
		if other, ok := open[p]; ok && inv.Decision == "" {
			rt.Fatalf("%s and %s are both open: %s", id, other, p)
		}
		if inv.Decision == "" {
			open[p] = id
		}
	}
}
