package store

import (
	"reflect"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
)

// The journal says which answers changed as data, whatever its words are.
func TestTheJournalHoldsTheChangedAnswers(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg"})).ID
	mustDo(t)(s.Answer(id, advisor.Answers{"know": {"well"}, "reasons": {"leader", "mentee"}}))
	mustDo(t)(s.Answer(id, advisor.Answers{"know": {"no"}, "role": {"peer"}}, "reasons"))
	mustDo(t)(s.NoteAnswer(id, "know", "know: no -> well"))
	if _, err := s.Undo(); err != nil { // the note
		t.Fatal(err)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	entries, err := s.Journal(id)
	if err != nil {
		t.Fatal(err)
	}
	first := advisor.Answers{"know": {"well"}, "reasons": {"leader", "mentee"}}
	second := advisor.Answers{"know": {"no"}, "role": {"peer"}}
	want := []record.AnswerChange{{}, {Is: first}, {Was: first, Is: second}, {}, {}, {Was: second, Is: first}}
	var got []record.AnswerChange
	for _, e := range entries {
		got = append(got, e.Answers)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
