package store

import (
	"errors"
	"strings"
	"testing"

	"linkvet/store/clean"
	"linkvet/store/fault"
	"linkvet/store/record"
)

// What the person wrote is kept whole or refused, and never cut in silence.
func TestOwnTextsAreNotCut(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"})).ID
	fits, long := strings.Repeat("ü", clean.LongestText), strings.Repeat("ü", clean.LongestText+1)
	for name, keep := range map[string]func(text string) (record.Invitation, error){
		"a note":                func(text string) (record.Invitation, error) { return s.Edit(id, record.Edit{PersonNote: &text}) },
		"a note on an answer":   func(text string) (record.Invitation, error) { return s.NoteAnswer(id, "know", text) },
		"a reason":              func(text string) (record.Invitation, error) { return s.Decide(id, record.Ignored, text) },
		"a note from a table":   func(text string) (record.Invitation, error) { return ofTable(t, s, id, "person_note", text) },
		"a reason from a table": func(text string) (record.Invitation, error) { return ofTable(t, s, id, "because", text) },
	} {
		wantSameFile(t, s, func() {
			if _, err := keep(long); err == nil || !errors.Is(err, fault.ErrInvalid) && !strings.Contains(err.Error(), "allowed: 100000") {
				t.Errorf("%s: %v", name, err)
			}
		})
		if _, err := keep(fits); err != nil {
			t.Errorf("%s that fits: %v", name, err)
		}
	}
	inv := mustDo(t)(s.Get(id))
	if inv.PersonNote != fits || inv.AnswerNotes["know"] != fits || inv.Because != fits {
		t.Errorf("kept %d, %d and %d bytes", len(inv.PersonNote), len(inv.AnswerNotes["know"]), len(inv.Because))
	}
}

func ofTable(t *testing.T, s *Store, id, column, text string) (record.Invitation, error) {
	t.Helper()
	if _, err := importTable(t, s, "id,decision,"+column+"\n"+id+",ignored,"+text+"\n"); err != nil {
		return record.Invitation{}, err
	}
	return s.Get(id)
}
