package advisor

import "testing"

// TestConditionsHoldWhereTheyAreTrue of cases that differ in what they name.
func TestConditionsHoldWhereTheyAreTrue(t *testing.T) {
	fake := []string{"know", "no", "photo", "someone_elses", "elsewhere", "inconsistent"}
	for _, c := range []struct {
		condition string
		c         Case
		want      bool
	}{
		{"scam pattern", Case{Answers: Answers{"off_platform": {"yes"}, "too_good": {"yes"}}}, true},
		{"scam pattern", Case{Answers: Answers{"off_platform": {"yes"}}}, false},
		{"unconfirmed", Case{Unconfirmed: []Unconfirmed{{"impostor", "yes", "A namesake."}}}, true},
		{"unconfirmed", Case{Answers: Answers{"impostor": {"yes"}}}, false},
		{"stopped", Case{Answers: Answers{"polarising": {"yes"}}}, true},
		{"stopped", Case{Answers: Answers{"duty": {"now"}}}, false},
		{"fake", Case{Answers: definite(fake...)}, true},
		{"fake", Case{Answers: definite(append(fake, "polarising", "yes")...)}, false},
		{"fake", Case{Answers: definite("know", "no", "photo", "someone_elses")}, false},
	} {
		adv := Advise(c.c)
		if got := conditionTests[c.condition](wording{view: rules().viewOf(c.c), advice: &adv}); got != c.want {
			t.Errorf("%s of %v: %v", c.condition, c.c.Answers, got)
		}
	}
	if _, err := book().conditionOf("goal=fame"); err == nil {
		t.Error("a goal that there is not is a condition")
	}
}
