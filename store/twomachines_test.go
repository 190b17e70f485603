package store

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"linkvet/advisor"
	"linkvet/store/exchange"
	"linkvet/store/record"
	"linkvet/store/vault"
)

// machine is one of two computers with a store of the same archive.
type machine struct {
	s *Store
	c *clock
	// What was given last to each field of each invitation here, as far as nothing
	// from the other one came after it.
	given map[string]record.Stamp
}

// act lets the person change something, and returns when they gave which fields
// which values.
func (m *machine) act(rt *rapid.T, ids []string) map[string]record.Stamp {
	id := rapid.SampledFrom(ids).Draw(rt, "id")
	before := m.get(rt, id)
	m.c.advance(time.Duration(rapid.IntRange(1, 90).Draw(rt, "minutes")) * time.Minute)
	text := rapid.SampledFrom([]string{"", "plain", "two\nlines", "=1+1"}).Draw(rt, "text")
	var err error
	switch rapid.SampledFrom([]string{"answer", "clear", "decide", "later", "reopen", "tag", "note", "edit"}).Draw(rt, "act") {
	case "answer":
		q := rapid.SampledFrom([]string{"know", "trust"}).Draw(rt, "question")
		question, _ := advisor.QuestionByID(q)
		_, err = m.s.Answer(id, advisor.Answers{q: {rapid.SampledFrom(question.Answers).Draw(rt, "answer").Value}})
	case "clear":
		_, err = m.s.Answer(id, nil, "know")
	case "decide":
		_, err = m.s.Decide(id, rapid.SampledFrom([]record.Decision{record.Accepted, record.Ignored}).Draw(rt, "decision"), text)
	case "later":
		_, _ = m.s.Later(id, m.c.days(rapid.IntRange(30, 33).Draw(rt, "days"))) // refused when it is decided
	case "reopen":
		_, err = m.s.Reopen(id)
	case "tag":
		_, err = m.s.Tag([]string{id}, []string{rapid.SampledFrom([]string{"work", "choir"}).Draw(rt, "tag")}, nil)
	case "note":
		_, err = m.s.NoteAnswer(id, "know", text)
	case "edit":
		_, err = m.s.Edit(id, record.Edit{Headline: &text, PersonNote: &text})
	}
	if err != nil {
		rt.Fatal(err)
	}
	after, changed := m.get(rt, id), map[string]record.Stamp{}
	for _, key := range record.OwnKeys(&before, &after) {
		if value := after.Own(key); value != before.Own(key) {
			changed[id+" "+key] = record.Stamp{At: m.c.t.Unix(), Sum: record.SumOf(value)}
		}
	}
	return changed
}

func (m *machine) get(rt *rapid.T, id string) record.Invitation {
	inv, err := m.s.Get(id)
	if err != nil {
		rt.Fatal(err)
	}
	return inv
}

// table is all of a store as a table, as long as it lasts.
func (m *machine) table(rt *rapid.T, folder string, format exchange.Format) string {
	var out bytes.Buffer
	if _, err := m.s.Export(rt.Context(), &out, exchange.ExportOptions{All: true, Format: format}); err != nil {
		rt.Fatal(err)
	}
	f, err := os.CreateTemp(folder, "table-*."+string(format))
	if err != nil {
		rt.Fatal(err)
	}
	if _, err := f.Write(out.Bytes()); err != nil {
		rt.Fatal(err)
	}
	if err := f.Close(); err != nil {
		rt.Fatal(err)
	}
	return f.Name()
}

// owns are the person's own fields of all invitations that have a value.
func (m *machine) owns(rt *rapid.T) map[string]string {
	all := map[string]string{}
	for id, inv := range allOf(rt, m.s) {
		for _, key := range record.OwnKeys(&inv) {
			if value := inv.Own(key); value != "" {
				all[id+" "+key] = value
			}
		}
	}
	return all
}

// Two machines that exchange tables both ways end equal, and nothing that was done
// later on one of them is turned back. What both did, and one of them lost, is
// named. Once they are equal, the same tables change nothing any more.
func TestTwoMachinesEndEqual(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		folder, err := os.MkdirTemp("", "linkvet-two-")
		if err != nil {
			rt.Fatal(err)
		}
		defer func() { _ = os.RemoveAll(folder) }()
		two := [2]*machine{}
		for i := range two {
			c := newClock()
			s, err := Open(filepath.Join(folder, fmt.Sprint(i), "linkvet.db"), vault.Options{Now: c.now})
			if err != nil {
				rt.Fatal(err)
			}
			if _, err := s.Import(rt.Context(), archiveOf("2026-05-01", rowsOf(
				incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-01 10:00"),
			)), false, nil); err != nil {
				rt.Fatal(err)
			}
			two[i] = &machine{s: s, c: c, given: map[string]record.Stamp{}}
		}
		ids := slices.Sorted(maps.Keys(allOf(rt, two[0].s)))
		latest := map[string]record.Stamp{} // of each field, on either machine
		format := rapid.SampledFrom([]exchange.Format{exchange.CSV, exchange.JSONLines}).Draw(rt, "format")
		for range rapid.IntRange(1, 3).Draw(rt, "rounds") {
			for range rapid.IntRange(0, 6).Draw(rt, "acts") {
				for key, s := range two[rapid.IntRange(0, 1).Draw(rt, "machine")].act(rt, ids) {
					if was := latest[key]; s.At > was.At || s.At == was.At && s.Sum > was.Sum {
						latest[key] = s
					}
				}
			}
			tables := [2]string{two[0].table(rt, folder, format), two[1].table(rt, folder, format)}
			for i, m := range two {
				m.c.t = two[0].c.t // as late as it is on the other
				if two[1].c.t.After(m.c.t) {
					m.c.t = two[1].c.t
				}
				m.c.advance(time.Minute)
				readBack(rt, m.s, tables[1-i])
			}
			wantEqual(rt, two, latest)
		}
		for i, m := range two { // they have all of each other
			if report := readBack(rt, m.s, two[1-i].table(rt, folder, format)); report.Added+report.Updated+len(report.Conflicts) > 0 {
				rt.Fatalf("once more: %+v", report)
			}
		}
	})
}

func wantEqual(rt *rapid.T, two [2]*machine, latest map[string]record.Stamp) {
	first, second := two[0].owns(rt), two[1].owns(rt)
	if !maps.Equal(first, second) {
		rt.Fatalf("%q\nand %q", first, second)
	}
	for key, s := range latest {
		id, field := key[:record.IDLength], key[record.IDLength+1:]
		inv := two[0].get(rt, id)
		if field == record.OwnLater {
			continue // a decision ends it, whichever came later
		}
		if record.SumOf(inv.Own(field)) != s.Sum {
			rt.Fatalf("%s is %q, which is not what was given last", key, inv.Own(field))
		}
	}
}

// A table of an earlier day does not turn back what was decided since, and says so;
// what was not touched since is taken from it.
func TestOlderTableTurnsNothingBack(t *testing.T) {
	for _, columns := range [][]string{nil, exchange.EverydayColumns()} {
		s, c := newStore(t)
		id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
		c.advance(time.Hour)
		mustDo(t)(s.Decide(id, record.Ignored, "no time"))
		mustDo(t)(s.Tag1(id, "old"))
		var out bytes.Buffer
		if _, err := s.Export(t.Context(), &out, exchange.ExportOptions{All: true, Columns: columns}); err != nil {
			t.Fatal(err)
		}
		old := writeTable(t, out.String())
		elsewhere := writeTable(t, string(bytes.Replace(out.Bytes(), []byte("no time"), []byte("never heard of her"), 1)))
		c.advance(time.Hour)
		mustDo(t)(s.Decide(id, record.Accepted, "we met"))
		wantSameFile(t, s, func() {
			if report, err := readTableInto(t, s, old, false); err != nil || report.Unchanged != 1 || len(report.Conflicts) != 0 {
				t.Errorf("%v: an old table: %+v, %v", columns, report, err)
			}
		})
		if columns == nil {
			continue // there, this is an edit by hand
		}
		report, err := readTableInto(t, s, elsewhere, false)
		if err != nil || len(report.Conflicts) != 1 {
			t.Fatalf("%v: %+v, %v", columns, report, err)
		}
		if k := report.Conflicts[0]; k.ID != id || k.Field != "decision" || k.Kept != "accepted" || k.Lost != "ignored" || k.From != "table" || k.Line != 2 || k.KeptAt.IsZero() {
			t.Errorf("%+v", k)
		}
		if inv := mustDo(t)(s.Get(id)); inv.Decision != record.Accepted || inv.Because != "we met" {
			t.Errorf("turned back: %+v", inv)
		}
		if again, err := readTableInto(t, s, elsewhere, false); err != nil || len(again.Conflicts) != 0 || again.Unchanged != 1 {
			t.Errorf("named once: %+v, %v", again, err)
		}
	}
}

// What was done on two machines at once is named on the one that loses it.
func TestConflictIsNamed(t *testing.T) {
	here, c := newStore(t)
	id := mustDo(t)(here.Add(record.Invitation{Name: "Ada Lind"})).ID
	copied := filepath.Join(t.TempDir(), "other.db")
	if _, err := here.Backup(copied, false); err != nil {
		t.Fatal(err)
	}
	there := openStore(t, copied, c)
	c.advance(time.Hour)
	mustDo(t)(here.Decide(id, record.Ignored, ""))
	mustDo(t)(here.Tag1(id, "work"))
	c.advance(time.Hour)
	mustDo(t)(there.Decide(id, record.Accepted, ""))
	tableOf := func(s *Store) string {
		var out bytes.Buffer
		if _, err := s.Export(t.Context(), &out, exchange.ExportOptions{All: true}); err != nil {
			t.Fatal(err)
		}
		return writeTable(t, out.String())
	}
	fromThere, fromHere := tableOf(there), tableOf(here)
	for _, side := range []struct {
		s    *Store
		from string
		lost string
	}{{here, fromThere, "store"}, {there, fromHere, "table"}} {
		report, err := readTableInto(t, side.s, side.from, false)
		if err != nil || len(report.Conflicts) != 1 || len(report.Warnings) != 1 {
			t.Fatalf("%+v, %v", report, err)
		}
		if k := report.Conflicts[0]; k.Kept != "accepted" || k.Lost != "ignored" || k.From != side.lost || k.Name != "Ada Lind" || !k.KeptAt.After(*k.LostAt) {
			t.Errorf("%+v", k)
		}
		if inv := mustDo(t)(side.s.Get(id)); inv.Decision != record.Accepted || len(inv.Tags) != 1 {
			t.Errorf("%+v", inv)
		}
	}
	// What one learned from the other and changed then is no conflict.
	c.advance(time.Hour)
	mustDo(t)(there.Decide(id, record.Declined, ""))
	if report, err := readTableInto(t, here, tableOf(there), false); err != nil || report.Updated != 1 || len(report.Conflicts) != 0 {
		t.Errorf("%+v, %v", report, err)
	}
}
