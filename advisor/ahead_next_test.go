package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// person answers questions from a fixed truth; what the truth does not hold is
// "don't know".
type person struct {
	profile Profile
	truth   Answers
}

// walk answers whatever Next asks until it asks no more, and returns the
// number of screens and the answers given. It fails when the questions go back
// to a stage that was left more than once.
func (p person) walk(t testing.TB) (screens int, given Answers) {
	given = Answers{}
	seen, stage, returns := map[string]bool{}, "", 0
	for {
		questions := Next(Case{Profile: p.profile, Answers: given})
		if len(questions) == 0 {
			return screens, given
		}
		if next := questions[0].Stage; next != stage {
			if seen[next] {
				returns++
			}
			seen[next], stage = true, next
		}
		if returns > 1 {
			t.Fatalf("the questions go back to %s, the second return: %v", stage, given)
		}
		if screens++; screens > len(book().Questions) {
			t.Fatalf("Next never ends: %v", given)
		}
		for _, q := range questions {
			given[q.ID] = p.truth[q.ID]
			if len(given[q.ID]) == 0 {
				given[q.ID] = []string{DontKnow}
			}
		}
	}
}

func noStopSigns() Answers {
	a := Answers{}
	for _, q := range rules().stops {
		a[q.ID] = []string{noneOf(q)}
	}
	return a
}

func TestKnownAndTrustedTakesThreeScreens(t *testing.T) {
	truth := noStopSigns()
	truth["know"], truth["trust"] = []string{"well"}, []string{"yes"}
	screens, given := person{truth: truth}.walk(t)
	adv := Advise(Case{Answers: given})
	if screens > 3 || !adv.Settled || adv.Recommendation != Accept {
		t.Errorf("%d screens, settled %v, %s", screens, adv.Settled, adv.Recommendation)
	}
}

func TestStopSignsEndTheQuestions(t *testing.T) {
	for _, q := range rules().stops {
		for _, ans := range q.Answers {
			if ans.Then <= IgnoreOrVetFurther {
				continue
			}
			truth := noStopSigns()
			truth["know"], truth["role"] = []string{"no"}, []string{"other"}
			truth[q.ID] = []string{ans.Value}
			screens, given := person{truth: truth}.walk(t)
			adv := Advise(Case{Answers: given})
			if screens > 4 || adv.Recommendation != ans.Then || adv.Report != ans.Report {
				t.Errorf("%s=%s takes %d screens to %s, report %v", q.ID, ans.Value, screens, adv.Recommendation, adv.Report)
			}
		}
	}
}

// TestStrangersStayWithinTheBudget also logs how many screens it takes, and
// how many cases end where asking everything would have ended.
func TestStrangersStayWithinTheBudget(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var counts []int
	same, settled := 0, 0
	const people = 400
	for range people {
		p := person{truth: randomStranger(random)}
		screens, given := p.walk(t)
		if screens > budget {
			t.Fatalf("%d screens for %v", screens, p.truth)
		}
		counts = append(counts, screens)
		got, all := Advise(Case{Answers: given}), Advise(Case{Answers: p.truth})
		if got.Recommendation == all.Recommendation {
			same++
		}
		if got.Settled {
			settled++
		}
	}
	slices.Sort(counts)
	t.Logf("screens: median %d, most %d; settled %d%%; same as asking everything %d%%",
		counts[people/2], counts[people-1], settled*100/people, same*100/people)
}

// TestAcquaintancesAreNotAskedToAndFro walks people known a little.
func TestAcquaintancesAreNotAskedToAndFro(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		truth := randomStranger(random)
		truth["know"] = []string{"slightly"}
		if screens, _ := (person{truth: truth}).walk(t); screens > budget {
			t.Fatalf("%d screens for %v", screens, truth)
		}
	}
}

// randomStranger is somebody unknown, genuine or not, who answers to about two
// thirds of what can be checked.
func randomStranger(random *rand.Rand) Answers {
	truth := noStopSigns()
	truth["know"] = []string{"no"}
	real := random.IntN(4) > 0
	for _, q := range book().Questions {
		if q.Stage == StageStart || q.Stage == StageStopSigns || q.ID == "know" || random.IntN(3) == 0 {
			continue
		}
		var fits []string
		for _, ans := range q.Answers {
			if ans.Value != DontKnow && (q.Stage != StageVetting || real == (ans.Outcome != Opposes) || ans.Outcome == Neutral) {
				fits = append(fits, ans.Value)
			}
		}
		truth[q.ID] = []string{fits[random.IntN(len(fits))]}
	}
	return truth
}

// What Next asks for on one screen, Together names as well, in the same order.
func TestNextAsksTogetherWhatBelongsTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 200 {
		given := Answers{}
		for {
			questions := Next(Case{Answers: given})
			if len(questions) == 0 {
				break
			}
			all := Together(questions[0].ID, given)
			for _, q := range questions {
				at := slices.Index(all, q.ID)
				if at < 0 {
					t.Fatalf("Next asks for %s with %s, Together names %v", q.ID, questions[0].ID, all)
				}
				all = all[at+1:]
				given[q.ID] = []string{q.Answers[r.IntN(len(q.Answers))].Value}
			}
		}
	}
	if got := Together("nothing", Answers{}); len(got) != 0 {
		t.Errorf("an unknown question is asked with %v", got)
	}
}
