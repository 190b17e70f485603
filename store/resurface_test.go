package store

import (
	"slices"
	"testing"

	"linkvet/store/linkedin"
	"linkvet/store/record"
)

// What an archive changes of an invitation that was put off brings it back
// before its day; its status and its day stay the person's.
func TestImportBringsBackWhatItChanges(t *testing.T) {
	s, c := newStore(t)
	ada, bo := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-04-01 10:00")
	doImport(t, s, archiveOf("2026-04-03", []linkedin.Invitation{ada, bo}))
	until := c.days(30)
	for _, name := range []string{"Ada Lind", "Bo Yu"} {
		mustDo(t)(s.Later(byName(t, s)[name].ID, until))
	}
	if report := doImport(t, s, archiveOf("2026-04-03", []linkedin.Invitation{ada, bo})); report.Resurfaced != 0 || report.Unchanged != 2 {
		t.Errorf("nothing changed, and the report is %+v", report)
	}

	again := ada
	again.SentAt = minute("2026-05-02 09:00")
	newer := archiveOf("2026-05-03", []linkedin.Invitation{ada, again, bo})
	report := doImport(t, s, newer)
	if report.Resurfaced != 1 || report.Later != 2 {
		t.Errorf("one invited again, and the report is %+v", report)
	}
	inv := byName(t, s)["Ada Lind"]
	if !inv.Resurfaced || inv.LaterUntil != until || inv.Status(c.t) != record.StatusLater {
		t.Errorf("came back as %+v", inv)
	}
	if byName(t, s)["Bo Yu"].Resurfaced {
		t.Error("the other did not change")
	}
	row := rowOf(t, s, inv.ID)
	if !row.Back || row.Due || row.Status != record.StatusLater {
		t.Errorf("listed as %+v", row)
	}
	if report := doImport(t, s, newer); report.Resurfaced != 0 || report.Updated != 0 {
		t.Errorf("the same archive again: %+v", report)
	}
	c.t = until.Time()
	if row := rowOf(t, s, inv.ID); row.Back || !row.Due {
		t.Errorf("on the day it is due, not back: %+v", row)
	}
}

// Whatever the person does with it, it has been seen, and undoing that says so too.
func TestActingOnWhatCameBack(t *testing.T) {
	acts := map[string]func(s *Store, id string) (record.Invitation, error){
		"later": func(s *Store, id string) (record.Invitation, error) {
			return s.Later(id, record.DayIn(s.file.Now().AddDate(0, 2, 0)))
		},
		"decide": func(s *Store, id string) (record.Invitation, error) { return s.Decide(id, record.Ignored, "") },
		"reopen": func(s *Store, id string) (record.Invitation, error) { return s.Reopen(id) },
	}
	for name, act := range acts {
		t.Run(name, func(t *testing.T) {
			s, c := newStore(t)
			ada := incoming("Ada Lind", "ada-lind", "2026-04-02 10:00")
			doImport(t, s, archiveOf("2026-04-03", []linkedin.Invitation{ada}))
			id := byName(t, s)["Ada Lind"].ID
			mustDo(t)(s.Later(id, c.days(30)))
			doImport(t, s, archiveOf("2026-05-03", nil)) // vanished
			if !rowOf(t, s, id).Back {
				t.Fatal("it vanished from the archive, and did not come back")
			}
			if inv := mustDo(t)(act(s, id)); inv.Resurfaced {
				t.Errorf("still back: %+v", inv)
			}
			if _, err := s.Undo(); err != nil {
				t.Fatal(err)
			}
			if !rowOf(t, s, id).Back {
				t.Error("undone, and not back")
			}
			if _, err := s.Undo(); err != nil { // the import
				t.Fatal(err)
			}
			if row := rowOf(t, s, id); row.Back || row.Gone {
				t.Errorf("the import is undone, and it stands as %+v", row)
			}
		})
	}
}

func rowOf(t *testing.T, s *Store, id string) record.Row {
	t.Helper()
	rows, err := s.Rows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(r record.Row) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no row of %s", id)
	}
	return rows[i]
}
