package store

import (
	"errors"
	"maps"
	"reflect"
	"testing"
	"time"

	"linkvet/store/fault"
	"linkvet/store/record"
)

func TestBatchesAreOneStep(t *testing.T) {
	s, c := newStore(t)
	var ids []string
	for _, name := range []string{"Ada Lind", "Bo Yu", "Cy Roe"} {
		ids = append(ids, mustDo(t)(s.Add(record.Invitation{Name: name})).ID)
	}
	all := func(invs []record.Invitation, err error) []record.Invitation {
		t.Helper()
		if err != nil || len(invs) != 3 || invs[0].ID != ids[0] || invs[2].ID != ids[2] {
			t.Fatalf("changed %v, %v", invs, err)
		}
		return invs
	}
	for _, inv := range all(s.LaterAll(ids, c.days(1))) {
		if inv.Status(c.t) != record.StatusLater {
			t.Errorf("%s is %s", inv.Name, inv.Status(c.t))
		}
	}
	all(s.DecideAll(append(ids, ids[1]), record.Act{Decision: record.Ignored, Because: "too many"}))
	undo(t, s, "decided: 3 invitations ignored")
	wantStatuses(t, s, map[string]record.Status{"Ada Lind": record.StatusLater, "Bo Yu": record.StatusLater, "Cy Roe": record.StatusLater})
	redo(t, s, "decided: 3 invitations ignored")
	all(s.ReopenAll(ids))
	for _, inv := range all(s.Tag(ids, []string{"b", "a"}, []string{"c"})) {
		if len(inv.Tags) != 2 || inv.Tags[0] != "a" {
			t.Errorf("tags %q", inv.Tags)
		}
	}
	undo(t, s, "tagged: 3 invitations +a +b -c")
	undo(t, s, "reopened: 3 invitations")
	wantSameFile(t, s, func() {
		for name, do := range map[string]func() ([]record.Invitation, error){
			"no such id":    func() ([]record.Invitation, error) { return s.Delete([]string{ids[0], "nobody"}) },
			"until now":     func() ([]record.Invitation, error) { return s.LaterAll(ids, c.days(0)) },
			"wrong":         func() ([]record.Invitation, error) { return s.DecideAll(ids, record.Act{Decision: record.Sent}) },
			"both ways":     func() ([]record.Invitation, error) { return s.Tag(ids, []string{"a"}, []string{"a"}) },
			"no tag at all": func() ([]record.Invitation, error) { return s.Tag(ids, nil, []string{" "}) },
		} {
			if _, err := do(); err == nil {
				t.Errorf("%s: no error", name)
			}
		}
	})
}

// Two invitations of one person cannot both become open, also not at once.
func TestReopenAllKeepsOneOpen(t *testing.T) {
	s, _ := newStore(t)
	first := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	mustDo(t)(s.Decide(first, record.Ignored, ""))
	second := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	mustDo(t)(s.Decide(second, record.Ignored, ""))
	if _, err := s.ReopenAll([]string{first, second}); !errors.Is(err, fault.ErrExists) {
		t.Errorf("both reopened: %v", err)
	}
	if _, err := s.ReopenAll([]string{second}); err != nil {
		t.Error(err)
	}
}

func TestEdit(t *testing.T) {
	s, _ := newStore(t)
	text := func(s string) *string { return &s }
	doImport(t, s, archiveOf("2026-05-03", rowsOf(incoming("Ada Lind", "ada-lind", "2026-05-02 10:00"), incoming("Bo Yu", "bo-yu", "2026-05-01 10:00"))))
	id := byName(t, s)["Ada Lind"].ID
	sent := minute("2026-05-04 11:00")
	inv := mustDo(t)(s.Edit(id, record.Edit{Name: text(" Ada\x1b[1m L. "), Headline: text("Baker"), Company: text("Acme"), Note: text("a\r\nb"), SentAt: &sent, PersonNote: text("kind")}))
	if inv.Name != "Ada L." || inv.Headline != "Baker" || inv.Company != "Acme" || inv.Note != "a\nb" || !inv.SentAt.Equal(sent) || inv.PersonNote != "kind" {
		t.Errorf("edited %+v", inv)
	}
	want := map[string]string{record.FieldName: "Ada Lind", record.FieldHeadline: "", record.FieldCompany: "", record.FieldNote: "", record.FieldSentAt: "2026-05-02T10:00:00Z"}
	if !maps.Equal(inv.Corrected, want) {
		t.Errorf("the archive says %v, want %v", inv.Corrected, want)
	}
	if rows, err := s.Rows(t.Context()); err != nil || rows[0].ID != id || rows[0].Name != "Ada L." || len(rows) != 2 {
		t.Errorf("listed %v, %v", rows, err)
	}
	inv = mustDo(t)(s.Edit(id, record.Edit{Name: text("Ada Lind")}))
	if _, still := inv.Corrected[record.FieldName]; still {
		t.Error("as the archive says, and still a correction")
	}
	if _, err := s.Edit(id, record.Edit{URL: text("https://www.linkedin.com/in/bo-yu")}); !errors.Is(err, fault.ErrExists) {
		t.Errorf("the address of somebody else: %v", err)
	}
	for name, e := range map[string]record.Edit{"nobody": {Name: text(" "), URL: text("")}, "no profile": {URL: text("https://example.com")}} {
		if _, err := s.Edit(id, e); !errors.Is(err, fault.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	wantSound(t, s)
}

func TestNoteAnswer(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	if inv := mustDo(t)(s.NoteAnswer(id, "know", " from the choir ")); inv.AnswerNotes["know"] != "from the choir" {
		t.Errorf("notes %v", inv.AnswerNotes)
	}
	if inv := mustDo(t)(s.NoteAnswer(id, "know", "")); len(inv.AnswerNotes) != 0 {
		t.Errorf("notes %v", inv.AnswerNotes)
	}
	if _, err := s.NoteAnswer(id, "shoe_size", "44"); !errors.Is(err, fault.ErrInvalid) {
		t.Errorf("unknown question: %v", err)
	}
}

func TestUnsavedTexts(t *testing.T) {
	s, c := newStore(t)
	before, err := s.Version()
	if err != nil {
		t.Fatal(err)
	}
	mustNot(t, s.KeepUnsaved("note/1", "half a sent"))
	mustNot(t, s.KeepUnsaved("note/2", " and "))
	s = openStore(t, s.Path(), c)
	if all, err := s.Unsaved(); err != nil || !reflect.DeepEqual(all, map[string]string{"note/1": "half a sent", "note/2": " and "}) {
		t.Errorf("unsaved texts %q, %v", all, err)
	}
	wantSameFile(t, s, func() { mustNot(t, s.KeepUnsaved("note/1", "half a sent")) })
	mustNot(t, s.KeepUnsaved("note/1", ""))
	if all, err := s.Unsaved(); err != nil || all["note/1"] != "" {
		t.Errorf("removed, and still %q, %v", all, err)
	}
	if after, err := s.Version(); err != nil || after != before {
		t.Errorf("an unsaved text is no change: version %d -> %d, %v", before, after, err)
	}
	for name, err := range map[string]error{
		"no key": s.KeepUnsaved("", "x"), "long": s.KeepUnsaved("x", string(make([]byte, maxUnsaved+1))),
	} {
		if !errors.Is(err, fault.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	wantSound(t, s)
}

func TestVersionGrows(t *testing.T) {
	s, c := newStore(t)
	other := openStore(t, s.Path(), c)
	last := uint64(0)
	id := ""
	for name, do := range map[string]func(){
		"add":    func() { id = mustDo(t)(other.Add(record.Invitation{Name: "Ada Lind"})).ID },
		"import": func() { doImport(t, other, archiveOf("2026-05-03", rowsOf(incoming("Bo Yu", "", "2026-05-01 10:00")))) },
	} {
		do()
		now, err := s.Version()
		if err != nil || now <= last {
			t.Errorf("%s: version %d -> %d, %v", name, last, now, err)
		}
		last = now
	}
	wantSameFile(t, s, func() { mustDo(t)(s.Get(id)) })
}

func TestRowsSayWhatIsDue(t *testing.T) {
	s, c := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	mustDo(t)(s.Later(id, c.days(1)))
	changed := c.t
	due := func(want bool) {
		t.Helper()
		rows, err := s.Rows(t.Context())
		if err != nil || rows[0].Due != want || !rows[0].ChangedAt.Equal(changed) {
			t.Errorf("%+v, want due %v and changed at %s, %v", rows, want, changed, err)
		}
	}
	due(false)
	c.advance(24 * time.Hour)
	due(true)
	mustDo(t)(s.Decide(id, record.Accepted, ""))
	changed = c.t
	due(false)
}
