package advisor

import (
	"testing"

	"linkvet/store/versus"
)

// perIteration is how many cases an iteration times.
const perIteration = 200

// BenchmarkBeside compares whole advice, with everything that could still be
// answered, with one evaluation of what is answered.
func BenchmarkBeside(b *testing.B) {
	cases := besideCases()
	for _, c := range []struct {
		name string
		work func(Case)
	}{
		{"advice", func(c Case) { Advise(c) }},
		{"assess", func(c Case) { Assess(c) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			n, m := 0, 0
			versus.Tail(b, perIteration, versus.Do(func() {
				c.work(cases[n%len(cases)])
				n++
			}), versus.Do(func() {
				evaluate(cases[m%len(cases)])
				m++
			}))
		})
	}
}

// evaluate looks at what is answered and at nothing that could be.
func evaluate(c Case) Recommendation {
	return recommend(c)
}

// besideCases are people at every stage of being asked about. They differ in
// which answer of each question is theirs.
func besideCases() []Case {
	cases := []Case{{}}
	for nth := range 4 {
		truth := Answers{}
		for _, q := range Questions() {
			values := q.Answers
			if q.Stage == StageStopSigns {
				values = values[len(values)-1:] // anything else ends the questions
			}
			truth[q.ID] = []string{values[nth%len(values)].Value}
		}
		cases = append(cases, eachPage(Case{Answers: Answers{}}, truth, func(c Case) { cases = append(cases, c) }))
	}
	return cases
}
