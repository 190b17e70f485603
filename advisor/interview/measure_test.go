package interview

import (
	"math/rand/v2"
	"slices"
	"testing"

	"linkvet/advisor"
	"linkvet/store/versus"
)

// noSigns says of every stop sign that it was not seen.
func noSigns() advisor.Answers {
	a := advisor.Answers{}
	for _, q := range advisor.Questions() {
		if q.Stage == advisor.StageStopSigns {
			a[q.ID] = []string{q.NotSeen()}
		}
	}
	return a
}

// Enter on the advice, which records it, is the fourth key.
func TestKnownAndTrustedTakesTwoPagesAndThreeKeys(t *testing.T) {
	truth := noSigns()
	truth["know"], truth["trust"] = []string{"well"}, []string{"yes"}
	r := scanner{truth: truth}.scan(t, Options{})
	if r.pages != 2 || r.keys != 3 || r.end != Settled || r.advice.Recommendation != advisor.Accept {
		t.Errorf("%d pages, %d keys, end %d: %s", r.pages, r.keys, r.end, r.advice.Recommendation)
	}
}

func TestAStopSignTakesTwoPages(t *testing.T) {
	for _, q := range advisor.Questions() {
		if q.Stage != advisor.StageStopSigns {
			continue
		}
		for _, kind := range Kinds(q) {
			truth := noSigns()
			truth[q.ID] = []string{kind.Value}
			truth["know"] = []string{"no"}
			r := scanner{truth: truth}.scan(t, Options{})
			if all := advisor.Advise(advisor.Case{Answers: truth}); r.pages != 2 || r.advice.Recommendation != all.Recommendation || r.advice.Report != all.Report {
				t.Errorf("%s=%s takes %d pages to %s", q.ID, kind.Value, r.pages, r.advice.Recommendation)
			}
		}
	}
}

// Somebody distrusted, a seller of what nobody wants, and unease: nothing more is
// asked once nothing could let them in.
func TestNoMoreIsAskedWhenNothingLetsThemIn(t *testing.T) {
	for name, c := range map[string]struct {
		truth advisor.Answers
		pages int
	}{
		"distrusted": {advisor.Answers{"know": {"well"}, "trust": {"no"}, "role": {"contact"}}, 2},
		"irrelevant": {advisor.Answers{"know": {"no"}, "role": {"salesperson"}, "relevant": {"no"}}, 2},
		"unease":     {advisor.Answers{"know": {"slightly"}, "trust": {"yes"}, "role": {"peer"}, "identity": {"confirmed"}, "comfortable": {"no"}}, 5},
	} {
		for id, values := range noSigns() {
			c.truth[id] = values
		}
		if r := (scanner{id: name, truth: c.truth}).scan(t, Options{}); r.pages != c.pages || r.end != NoWayIn || r.advice.Recommendation != advisor.IgnoreOrVetFurther {
			t.Errorf("%s takes %d pages, end %d: %s", name, r.pages, r.end, r.advice.Recommendation)
		}
	}
}

// tally adds up what many people took.
type tally struct {
	pages, keys, rows int
	same, volunteered int // advised as if all was answered that is asked, and all that they could say
	people            int
}

// everything is the advice once all is answered that somebody like this is asked,
// in the order it is asked in. Who is known and trusted, say, is not asked what
// they are.
func (p scanner) everything() advisor.Advice {
	answers := p.start(Options{}).Case().Answers
	for p.answerNext(answers) {
	}
	return advisor.Advise(advisor.Case{Profile: p.profile, Answers: answers})
}

// answerNext answers the next question that the person can say something to; of
// people met in person, not those about the profile.
func (p scanner) answerNext(answers advisor.Answers) bool {
	for _, page := range advisor.Pages(answers) {
		for _, q := range page.Questions {
			if values := p.truth[q.ID]; !page.Extra && len(values) > 0 && len(answers[q.ID]) == 0 {
				answers[q.ID] = values
				return true
			}
		}
	}
	return false
}

// volunteered is the advice once all is answered that the person could say, asked
// or not.
func (p scanner) volunteered() advisor.Advice {
	answers := advisor.Answers{}
	for _, page := range advisor.Pages(p.truth) {
		for _, q := range page.Questions {
			if values := p.truth[q.ID]; len(values) > 0 && (!page.Extra || q.Stage == advisor.StageStart) {
				answers[q.ID] = values
			}
		}
	}
	return advisor.Advise(advisor.Case{Profile: p.profile, Answers: answers})
}

// medians returns what people took in the middle and at most, and how many of
// them were advised as if everything had been answered.
func medians(t testing.TB, people []scanner, ask func(scanner) run) (middle, most tally) {
	var pages, keys, rows []int
	for _, p := range people {
		r := ask(p)
		pages, keys, rows = append(pages, r.pages), append(keys, r.keys), append(rows, r.rows)
		if r.advice.Recommendation == p.everything().Recommendation {
			middle.same++
		}
		if r.advice.Recommendation == p.volunteered().Recommendation {
			middle.volunteered++
		}
	}
	n := len(people)
	for _, list := range [][]int{pages, keys, rows} {
		slices.Sort(list)
	}
	middle.pages, middle.keys, middle.rows, middle.people = pages[n/2], keys[n/2], rows[n/2], n
	return middle, tally{pages: pages[n-1], keys: keys[n-1], rows: rows[n-1]}
}

func randomStrangers(n int) []scanner {
	r := rand.New(rand.NewPCG(1, 2))
	people := make([]scanner, n)
	for i := range people {
		people[i] = stranger(r)
	}
	return people
}

func strangersAmong(people []scanner) []scanner {
	return slices.DeleteFunc(people, func(p scanner) bool {
		stopped := slices.ContainsFunc(advisor.Questions(), func(q advisor.Question) bool {
			values := p.knows(q)
			return q.Stage == advisor.StageStopSigns && len(values) > 0 && values[0] != q.NotSeen()
		})
		return p.truth.Value("know") != "no" || stopped
	})
}

// A random stranger is one of whom two thirds of everything is known, which nobody
// looks up; so only the worked ones have a limit of keys.
func TestStrangersTakeFivePages(t *testing.T) {
	for name, people := range map[string][]scanner{"worked": people(t), "strangers": strangersAmong(people(t)), "random": randomStrangers(120)} {
		middle, most := medians(t, people, func(p scanner) run { return p.scan(t, Options{}) })
		if middle.pages > 5 || most.pages > 6 || middle.same*100 < 97*middle.people {
			t.Errorf("%s: %+v, at most %+v", name, middle, most)
		}
		if name != "random" && most.keys > 20 {
			t.Errorf("%s: %d keys", name, most.keys)
		}
	}
}

// What the person knows and was not asked would not have let anybody in, and
// where everything was asked, would have changed nothing.
func TestNothingKnownIsLeftOut(t *testing.T) {
	for _, p := range slices.Concat(people(t), randomStrangers(100)) {
		r := p.scan(t, Options{})
		all := p.everything().Recommendation
		if all < r.advice.Recommendation && r.advice.Recommendation >= advisor.IgnoreOrVetFurther || r.end == EverythingAsked && all != r.advice.Recommendation {
			t.Errorf("%s: %s after %d pages, end %d, and %s with all answers", p.id, r.advice.Recommendation, r.pages, r.end, all)
		}
	}
}

// BenchmarkScan replays people who go down a page for what they know, beside
// being asked one question after the other.
func BenchmarkScan(b *testing.B) {
	for name, people := range map[string][]scanner{"worked": people(b), "strangers": strangersAmong(people(b)), "random": randomStrangers(200)} {
		for way, ask := range map[string]func(scanner) run{
			"pages":  func(p scanner) run { return p.scan(b, Options{}) },
			"singly": func(p scanner) run { return p.singly(b) },
		} {
			b.Run(name+"/"+way, func(b *testing.B) {
				var middle, most tally
				for b.Loop() {
					middle, most = medians(b, people, ask)
				}
				b.ReportMetric(float64(middle.pages), "pages")
				b.ReportMetric(float64(most.pages), "pages-at-most")
				b.ReportMetric(float64(middle.keys), "keys")
				b.ReportMetric(float64(most.keys), "keys-at-most")
				b.ReportMetric(float64(middle.rows), "rows")
				b.ReportMetric(float64(middle.same)/float64(middle.people)*100, "%same")
				b.ReportMetric(float64(middle.volunteered)/float64(middle.people)*100, "%same-volunteered")
			})
		}
	}
}

// BenchmarkBeside compares a key that answers a row in the middle of the longest
// page, with all that follows from it, with one evaluation of the answers.
func BenchmarkBeside(b *testing.B) {
	truth := noSigns()
	truth["know"], truth["role"] = []string{"no"}, []string{"other"}
	v := New(advisor.Case{Answers: truth}, Options{})
	b.Run("answer", func(b *testing.B) {
		n := 0
		versus.Tail(b, 200, versus.Do(func() {
			n++
			v.Turn(n%2 == 0)
		}), versus.Do(func() { advisor.Assess(advisor.Case{Answers: truth}) }))
	})
}
