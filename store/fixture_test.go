//go:build fixture

package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// TestWriteFixture makes the store that migrations from this schema version are
// tested with, and what must still be read from it by every later version. Run
// it once, before SchemaVersion is raised:
//
//	go test -tags fixture -run TestWriteFixture ./store
func TestWriteFixture(t *testing.T) {
	folder := filepath.Join("..", "testdata", "stores")
	mustNot(t, os.MkdirAll(folder, 0o755))
	path := filepath.Join(folder, fmt.Sprintf("v%d.db", tables.SchemaVersion))
	_ = os.Remove(path)
	c := newClock()
	s := openStore(t, path, c)
	rows := rowsOf(
		incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"),
		incoming("José Ñandú 🦜", "jose-nandu", "2026-04-03 11:00"),
		incoming("No Address", "", "2026-03-03 11:00"),
		outgoing("Bo Yu", "bo-yu", "2026-02-01 09:30"),
		outgoing("Cy Roe", "cy-roe", "2026-02-02 09:30"),
		incoming("Di Vanished", "di-vanished", "2026-01-02 09:30"),
	)
	rows[1].Note = "¿Qué tal?\nTwo lines, \"quoted\"."
	doImport(t, s, archiveOf("2026-04-05", rows, connection("Cy Roe", "cy-roe", "2026-02-10"), connection("Only Name", "", "2025-02-10")))
	c.advance(time.Hour)
	doImport(t, s, archiveOf("2026-05-05", rows[:5], connection("Cy Roe", "cy-roe", "2026-02-10")))
	found := byName(t, s)
	c.advance(time.Hour)
	id := found["Ada Lind"].ID
	mustDo(t)(s.Answer(id, advisor.Answers{"know": {"slightly"}, "trust": {"yes"}, "reasons": {"leader", "learn_from"}}))
	mustDo(t)(s.Answer(id, advisor.Answers{"know": {"well"}}))
	mustDo(t)(s.Decide(id, record.Accepted, "we met in Lyon"))
	mustDo(t)(s.Later(found["José Ñandú 🦜"].ID, c.days(3)))
	mustDo(t)(s.Answer(found["No Address"].ID, advisor.Answers{"asks_for_money": {"yes"}}))
	mustDo(t)(s.Decide(found["Bo Yu"].ID, record.NotSent, ""))
	c.advance(time.Hour)
	mustDo(t)(s.Reopen(found["Bo Yu"].ID))
	mustDo(t)(s.Add(record.Invitation{Name: "Eve By Hand", Headline: "Baker", Company: "Acme", Note: "=1+1", Tags: []string{"bread", "fair"}}))
	asked := mustDo(t)(s.Add(record.Invitation{Name: "Fay Asks"}))
	mustDo(t)(s.Answer(asked.ID, advisor.Answers{"kind": {"join"}, "know": {"well"}, "trust": {"yes"}}))
	scam := mustDo(t)(s.Add(record.Invitation{Name: "Gil Scam"}))
	if _, err := s.DecideAll([]string{scam.ID}, record.Act{Decision: record.Blocked, Reported: true}); err != nil {
		t.Fatal(err)
	}
	note := "sings; owes me a book\nasked about bridges"
	mustDo(t)(s.Edit(found["José Ñandú 🦜"].ID, record.Edit{PersonNote: &note}))
	if _, err := s.Tag([]string{found["José Ñandú 🦜"].ID, found["Cy Roe"].ID}, []string{"choir"}, nil); err != nil {
		t.Fatal(err)
	}
	writeExpected(t, s, filepath.Join(folder, fmt.Sprintf("v%d.jsonl", tables.SchemaVersion)))
}

func writeExpected(t *testing.T, s *Store, path string) {
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := json.NewEncoder(f)
	err = s.Each(t.Context(), func(inv record.Invitation) error {
		inv.Recommendation, inv.Report, inv.Settled, inv.Advised = 0, false, false, 0 // the rulebook may change
		return lines.Encode(map[string]any{"invitation": inv, "status": inv.Status(s.file.Now())})
	})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := s.Journal("")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		mustNot(t, lines.Encode(map[string]any{"entry": e}))
	}
	mustNot(t, f.Close())
}
