package store

import (
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
)

// What the advice left open is not counted as doing what it said.
func TestOnlyWhatWasAdvisedIsAsAdvised(t *testing.T) {
	s, _ := newStore(t)
	seller := advisor.Answers{"know": {"no"}, "role": {"salesperson"}, "relevant": {"later"}}
	for _, c := range []struct {
		name     string
		answers  advisor.Answers
		advised  advisor.Recommendation
		decision record.Decision
	}{
		{"Ada", seller, advisor.ReviewAndAcceptIfRelevant, record.Ignored},
		{"Bo", seller, advisor.ReviewAndAcceptIfRelevant, record.Accepted},
		{"Cy", seller, advisor.ReviewAndAcceptIfRelevant, record.Blocked},
		{"Di", nil, 0, record.Ignored},
	} {
		inv, err := s.Add(record.Invitation{Name: c.name})
		if err == nil && c.answers != nil {
			inv, err = s.Answer(inv.ID, c.answers)
		}
		if err != nil || inv.Recommendation != c.advised {
			t.Fatalf("%s: advised %q, %v", c.name, inv.Recommendation, err)
		}
		if _, err := s.Decide(inv.ID, c.decision, ""); err != nil {
			t.Fatal(err)
		}
	}
	st, err := s.Stats(t.Context())
	if err != nil || st.AsAdvised != 1 || st.NearAdvice != 1 || st.AgainstAdvice != 1 || st.WithoutAdvice != 1 {
		t.Errorf("as advised %d, near %d, against %d, without %d: %v", st.AsAdvised, st.NearAdvice, st.AgainstAdvice, st.WithoutAdvice, err)
	}
}
