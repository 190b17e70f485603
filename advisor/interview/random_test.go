package interview

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"linkvet/advisor"
)

// press does something at random and says what.
func press(v *Interview, r *rand.Rand) (string, Step) {
	switch n := r.IntN(16); n {
	case 0, 1, 2, 3:
		k := r.IntN(6)
		return fmt.Sprint(k + 1), v.Number(k)
	case 4:
		return "yes", v.Yes()
	case 5:
		return "no", v.No()
	case 6:
		return "leave open", v.LeaveOpen()
	case 7:
		return "tick", v.Tick()
	case 8:
		return "turn", v.Turn(r.IntN(2) == 0)
	case 9:
		return "take", v.Take()
	case 10:
		return "take all", v.TakeAll()
	case 11:
		return "end", v.EndPage()
	case 12:
		if v.Page().None != "" {
			return "none", v.None()
		}
	case 13:
		return "undo", v.Undo()
	case 14:
		v.Back()
		return "back", Step{}
	case 15:
		questions := advisor.Questions()
		id := questions[r.IntN(len(questions))].ID
		v.Show(id)
		return "show " + id, Step{}
	}
	v.Move(r.IntN(2) == 0)
	return "move", Step{}
}

// randomAnswers are answers in which about half of the questions have one.
func randomAnswers(r *rand.Rand) advisor.Answers {
	a := advisor.Answers{}
	for _, q := range advisor.Questions() {
		if r.IntN(2) == 0 && (q.Stage != advisor.StageStart || r.IntN(5) == 0) {
			a[q.ID] = []string{q.Answers[r.IntN(len(q.Answers))].Value}
		}
	}
	return a
}

func randomHints(r *rand.Rand) map[string]string {
	hints := map[string]string{}
	for _, q := range advisor.Questions() {
		if r.IntN(6) == 0 {
			hints[q.ID] = q.Answers[0].Value
		}
	}
	return hints
}

// Whatever is pressed, from whatever record: answers stay valid, every change is
// told, the marked row is on the page, and taking everything back leads to where
// it began.
func TestRandomKeys(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 5))
		began := advisor.Answers{}
		if seed%2 == 0 {
			began = randomAnswers(r)
		}
		v := New(advisor.Case{Answers: began}, Options{Suggested: randomHints(r), Single: seed%5 == 0})
		var pressed []string
		for range 60 {
			before := v.Case().Answers
			what, step := press(v, r)
			pressed = append(pressed, what)
			fail := func(format string, args ...any) {
				t.Fatalf("seed %d after %v: %s", seed, pressed, fmt.Sprintf(format, args...))
			}
			after := v.Case().Answers
			if err := after.Validate(); err != nil {
				fail("%v", err)
			}
			for _, q := range advisor.Questions() {
				if differs := !slices.Equal(before[q.ID], after[q.ID]); differs != slices.Contains(step.Changed, q.ID) {
					fail("%s was %v, is %v; told %v", q.ID, before[q.ID], after[q.ID], step.Changed)
				}
			}
			page := v.Page()
			if page.Rows[v.At()].Question.ID != v.row {
				fail("%s is marked, which is not on page %s", v.row, page.ID)
			}
			if at, most := v.Where(); at < 1 || at > most {
				fail("page %d of %d", at, most)
			}
			if v.Advice().Recommendation != advisor.Advise(v.Case()).Recommendation {
				fail("the advice is not that on the answers")
			}
		}
		for range 100 {
			v.Undo()
		}
		if got := v.Case().Answers; !maps.EqualFunc(got, began, slices.Equal) {
			t.Fatalf("seed %d after %v, all taken back: %v, began with %v", seed, pressed, got, began)
		}
	}
}

// From any record the questions go on and end: what is open is asked, nothing
// twice.
func TestEveryRecordComesToAnEnd(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 6))
		v := New(advisor.Case{Answers: randomAnswers(r)}, Options{Single: seed%3 == 0})
		seen := map[string]bool{}
		for v.End() == Asking {
			page := v.Page()
			if seen[page.ID] {
				t.Fatalf("seed %d: page %s comes twice", seed, page.ID)
			}
			seen[page.ID] = true
			for visit := v.Visit(); v.End() == Asking && v.Visit() == visit; {
				if r.IntN(3) == 0 {
					v.EndPage()
				} else {
					v.Number(r.IntN(2))
				}
				if v.Marked().Question.Kind == advisor.Multi {
					v.Move(true)
				}
			}
		}
		if !v.Onward() {
			continue
		}
		for n := 0; v.End() == Asking; n++ {
			if n > 200 {
				t.Fatalf("seed %d: going on has no end on page %s", seed, v.Page().ID)
			}
			v.EndPage()
		}
	}
}

// The most open advice that open answers are said to lead to is never less open
// than one that they do lead to.
func TestTheBestAnswersAreTheMostOpen(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		v := New(advisor.Case{Answers: randomAnswers(r)}, Options{})
		pages := v.pages()
		open := v.unaskedOn(pages)
		most := v.with(open, best)
		for range 40 {
			c := v.Case()
			for _, id := range open {
				q, _ := advisor.QuestionByID(id)
				if n := r.IntN(len(q.Answers) + 1); n < len(q.Answers) {
					c.Answers[id] = []string{q.Answers[n].Value}
				}
			}
			if got, _, _ := advisor.Assess(c); got < most {
				t.Fatalf("seed %d: %v lead to %s, more open than %s", seed, c.Answers, got, most)
			}
		}
	}
}
