package interview

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"linkvet/advisor"
)

// Only the last answer is taken back, also from the page after it, as part of the
// visit that it was given in; and it comes back where nothing else was answered.
func TestTheLastAnswerIsTakenBack(t *testing.T) {
	v := start(Options{})
	v.Number(1)
	first := v.Visit()
	v.Yes()
	v.Number(4)
	wantRow(t, v, "stop-signs", "asks_for_money")
	if step := v.UndoLast(); !slices.Equal(step.Changed, []string{"role"}) || !step.Turned || step.Visit != first || v.Visit() != first {
		t.Errorf("%+v", step)
	}
	wantRow(t, v, "who", "role")
	wantAnswer(t, v, "know", "slightly")
	v.UndoLast()
	wantRow(t, v, "who", "trust")
	if step := v.RedoLast(); !slices.Equal(step.Changed, []string{"trust"}) {
		t.Errorf("%+v", step)
	}
	v.RedoLast()
	wantRow(t, v, "stop-signs", "asks_for_money")
	v.None()
	v.UndoLast()
	wantRow(t, v, "stop-signs", "asks_for_money")
	v.Tick()
	if step := v.RedoLast(); len(step.Changed) > 0 || v.CanRedo() {
		t.Errorf("it brings back what no longer fits: %+v", step)
	}
}

// Whatever is done, action by action it is taken back to the beginning, and brought
// back to the end.
func TestAllIsTakenBackAndBroughtBack(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		v := New(advisor.Case{Answers: advisor.Answers{}}, Options{Suggested: randomHints(r)})
		for range 40 {
			if r.IntN(8) == 0 {
				v.UndoLast()
				continue
			}
			press(v, r)
		}
		before, steps := v.Case().Answers, 0
		for len(v.acts) > 0 {
			v.UndoLast()
			steps++
		}
		for range steps {
			if step := v.RedoLast(); len(step.Changed) == 0 {
				t.Fatalf("seed %d: nothing comes back", seed)
			}
		}
		if after := v.Case().Answers; !reflect.DeepEqual(before, after) {
			t.Errorf("seed %d: %v is brought back to %v", seed, before, after)
		}
		for v.CanUndo() {
			v.UndoLast()
		}
		if left := v.Case().Answers; len(left) > 0 {
			t.Errorf("seed %d: left: %v", seed, left)
		}
	}
}

// A changed answer leads on to what is still to be answered, or to the end.
func TestProceed(t *testing.T) {
	v := start(Options{})
	v.Number(0)
	v.Yes()
	v.None()
	if v.End() != Settled {
		t.Fatalf("it ends with %v", v.End())
	}
	v.Show("know")
	v.Number(0)
	if step := v.Proceed(); !step.Turned || v.End() != Settled {
		t.Errorf("%+v, %v", step, v.End())
	}
	v.Show("know")
	v.Number(3)
	v.Proceed()
	wantRow(t, v, "who", "role")
}

// Several answers are given at once, but none only by itself.
func TestExactly(t *testing.T) {
	v := start(Options{})
	v.Show("reasons")
	v.Exactly([]int{2, 0})
	q, _ := advisor.QuestionByID("reasons")
	wantAnswer(t, v, "reasons", q.Answers[0].Value, q.Answers[2].Value)
	none := slices.IndexFunc(v.Marked().Choices(), func(c advisor.AnswerChoice) bool { return c.Value == "none" })
	if step := v.Exactly([]int{0, none}); step.Said.What != NoneGoesAlone || len(step.Changed) > 0 {
		t.Errorf("%+v", step)
	}
}
