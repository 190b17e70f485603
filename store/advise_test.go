package store

import (
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// A newer version of the rules changes what is advised and nothing that was
// answered; it is told once, and the journal keeps what was advised before.
func TestFollowRules(t *testing.T) {
	s, _ := newStore(t)
	answers := advisor.Answers{"know": {"no"}, "role": {"peer"}, "profile": {"substantial"}, "field": {"same"}}
	stale := mustDo(t)(s.Add(record.Invitation{Name: "Ada Lind"}))
	stale = mustDo(t)(s.Answer(stale.ID, answers))
	same := mustDo(t)(s.Add(record.Invitation{Name: "Bo Reed"}))
	same = mustDo(t)(s.Answer(same.ID, answers))
	mustDo(t)(s.Add(record.Invitation{Name: "Cy Wren"})) // nothing answered

	err := s.file.Update(func(tx *tables.Tx) (bool, error) { // as older rules advised
		before := stale
		stale.Recommendation, stale.RulebookVersion = advisor.Accept, 1
		return true, tx.WriteChanges([]tables.Changed{{Before: &before, After: &stale}})
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{1, 0} {
		if got, err := s.FollowRules(t.Context()); err != nil || got.Different != want || got.Own {
			t.Fatalf("time %d: %d different, %v; want %d", i+1, got.Different, err, want)
		}
	}
	d, err := s.Detail(stale.ID)
	if err != nil {
		t.Fatal(err)
	}
	if d.Advice.Recommendation != advisor.IgnoreOrVetFurther || d.Answers.String() != answers.String() {
		t.Errorf("advised %s on %v", d.Recommendation, d.Answers)
	}
	last := d.Journal[len(d.Journal)-1]
	if last.Who != tables.WhoRules || !strings.Contains(last.Detail, "accept -> ignore-or-vet-further") {
		t.Errorf("the journal says %+v", last)
	}
	if d.Former == nil || d.Former.Recommendation != advisor.Accept || d.Rules != advisor.Rules() || d.FormerText == "" {
		t.Errorf("kept beside it: %+v, by %q: %q", d.Former, d.Rules, d.FormerText)
	}
	for _, row := range sure(s.Rows(t.Context())) {
		if row.Revised != (row.ID == stale.ID) {
			t.Errorf("%s: revised %v", row.Name, row.Revised)
		}
	}
	back := mustDo(t)(s.Answer(stale.ID, advisor.Answers{"identity": {"confirmed"}}))
	if back.Former.Recommendation != 0 {
		t.Errorf("after a new answer: %+v", back.Former)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if now, err := s.Get(same.ID); err != nil || !now.ChangedAt.Equal(same.ChangedAt) {
		t.Errorf("what stays the same was written")
	}
	if n, err := s.Undo(); err != nil || n.Words == "" {
		t.Errorf("undo after it: %+v, %v", n, err)
	}
}
