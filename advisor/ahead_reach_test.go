package advisor

import (
	"testing"

	"pgregory.net/rapid"
)

// TestLookingAheadIsExact: what is shared between the answers looked ahead at
// makes no difference, and no answer makes more possible than there was.
func TestLookingAheadIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := genCase(t)
		a := c.Answers
		ahead := rules().newInquiry(c)
		for _, id := range rules().openQuestions(ahead.c.Answers) {
			for option, value := range book().byID[id].options {
				if option == 0 {
					continue // that is how it is now
				}
				b := a.Clone()
				b[id] = []string{value}
				got, want := ahead.after(book().byID[id], option), reachable(Case{Profile: c.Profile, Answers: b, Unconfirmed: c.Unconfirmed})
				if got != want {
					t.Fatalf("%s=%s after %v: %v, alone %v", id, value, a, got.list(), want.list())
				}
				if got|ahead.possible != ahead.possible {
					t.Fatalf("%s=%s after %v: %v, but only %v was possible", id, value, a, got.list(), ahead.possible.list())
				}
			}
		}
	})
}

// TestNoOtherJudgments: no tally is judged in a way that the table of verdicts
// leaves out.
func TestNoOtherJudgments(t *testing.T) {
	for option, table := range rules().judgeTable() {
		b := badgeOf(rules().verified.options[option])
		for _, where := range table {
			for _, j := range where {
				if !j.goesWith(b) {
					t.Errorf("%+v with badge %d", j.judgment, b)
				}
			}
		}
	}
}

// TestVerdictTableFollowsTheOrderOfDecision: each benefit stands under the
// recommendation that it leads to, and under no other.
func TestVerdictTableFollowsTheOrderOfDecision(t *testing.T) {
	everyState(func(s caseState) {
		if s.stop != noStop || s.who == trusted || !s.signs.goesWith(s.badge) {
			return
		}
		for _, l := range everyLeaning {
			want := decide(s, l)
			for r, benefits := range verdictsUnder(l)[bit(s.mistaken)][s.who][s.role][s.badge][s.signs.number()] {
				if on := benefits&(1<<s.benefit.number()) != 0; on != (Recommendation(r) == want) {
					t.Fatalf("%+v under %+v stands for %s, want %s", s, l, Recommendation(r), want)
				}
			}
		}
	})
}
