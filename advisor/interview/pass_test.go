package interview

import (
	"slices"
	"testing"

	"linkvet/advisor"
)

// Each answer of the first pass is known again from what it sets, whatever was
// answered before.
func TestFirstAnswers(t *testing.T) {
	all := advisor.FirstPass()
	if len(all) < 4 {
		t.Fatalf("only %d answers", len(all))
	}
	for before := range all {
		for n := range all {
			a := all[before].Answers.Clone()
			set, clear := GiveFirst(n)
			for id, values := range set {
				a[id] = values
			}
			for _, id := range clear {
				delete(a, id)
			}
			if err := a.Validate(); err != nil {
				t.Error(err)
			}
			if got := GivenFirst(a); got != n {
				t.Errorf("%q after %q is taken for answer %d", all[n].Label, all[before].Label, got)
			}
			for _, id := range TakeFirstBack() {
				delete(a, id)
			}
			if got := GivenFirst(a); got != -1 || len(a) > 0 {
				t.Errorf("taken back, %v is left", a)
			}
		}
	}
}

// Nothing but the stop signs is left to ask of those who are known and trusted,
// and of nobody else.
func TestOnlySigns(t *testing.T) {
	trusted := 0
	for _, first := range advisor.FirstPass() {
		c := advisor.Case{Answers: first.Answers.Clone()}
		if !OnlySigns(c) {
			continue
		}
		trusted++
		for id, values := range NoSigns(c.Answers) {
			c.Answers[id] = values
		}
		if advice := advisor.Advise(c); advice.Recommendation != advisor.Accept || !advice.Settled {
			t.Errorf("%q without any sign: %s, settled %v", first.Label, advice.Recommendation, advice.Settled)
		}
		if OnlySigns(c) || len(Signs(c.Answers)) > 0 {
			t.Errorf("%q: the signs are asked again", first.Label)
		}
		seen := advisor.Case{Answers: first.Answers.Clone()}
		sign := Signs(seen.Answers)[0]
		seen.Answers[sign.ID] = []string{Kinds(sign)[0].Value}
		if OnlySigns(seen) {
			t.Errorf("%q: %s was seen", first.Label, sign.ID)
		}
	}
	if trusted != 1 {
		t.Errorf("%d answers of the first pass lead to accepting", trusted)
	}
	if OnlySigns(advisor.Case{}) {
		t.Error("nothing is answered, and yet only the signs are missing")
	}
}

// One key a person: a first pass over forty takes forty keys, and one more denies
// the stop signs of all who are trusted.
func TestAFirstPassTakesAKeyEach(t *testing.T) {
	keys, trusted := 0, 0
	for range 40 {
		set, _ := GiveFirst(keys % len(advisor.FirstPass()))
		keys++
		if OnlySigns(advisor.Case{Answers: set}) {
			trusted++
		}
	}
	if trusted == 0 || keys != 40 || !slices.Contains(TakeFirstBack(), "know") {
		t.Errorf("%d keys, %d trusted", keys, trusted)
	}
}
