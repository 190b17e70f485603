package advisor

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// BenchmarkAdvise times whole advice with completions: nothing answered (the
// most there is to look ahead at), a stranger half way, and a settled case.
func BenchmarkAdvise(b *testing.B) {
	halfway := Answers{"know": {"no"}, "role": {"peer"}, "claimed_tie": {"true"}, "photo": {"professional"}, "field": {"same"}}
	for _, q := range rules().stops {
		halfway[q.ID] = []string{noneOf(q)}
	}
	for name, answers := range map[string]Answers{
		"empty":   {},
		"halfway": halfway,
		"settled": {"asks_for_money": {"yes"}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Advise(Case{Answers: answers})
			}
		})
	}
}

// BenchmarkAdviseP99 times whole advice over varied cases. The target is a p99
// under 1 ms.
func BenchmarkAdviseP99(b *testing.B) {
	benchmarkSpread(b, func(c Case) { Advise(c) })
}

// benchmarkSpread reports the median and the 99th of 100 times that the work
// takes for one of the varied cases.
func benchmarkSpread(b *testing.B, work func(Case)) {
	cases := variedCases()
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		work(cases[len(took)%len(cases)])
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	ms := func(share int) float64 { return took[(len(took)-1)*share/100].Seconds() * 1000 }
	b.ReportMetric(ms(50), "p50-ms")
	b.ReportMetric(ms(99), "p99-ms")
}

// variedCases are people of every kind, each at every stage of being asked
// about, under different profiles: strangers mostly, acquaintances, and some to
// invite. The first has nothing answered.
func variedCases() []Case {
	random := rand.New(rand.NewPCG(5, 6))
	cases := []Case{{}}
	for i := range 40 {
		truth := randomStranger(random)
		switch i % 8 {
		case 0:
			truth["know"] = []string{"slightly"}
		case 1:
			truth["direction"] = []string{"outgoing"}
		}
		c := Case{Profile: randomProfile(random), Invitation: Invitation{Name: "Robin Vale"}, Answers: Answers{"direction": truth["direction"]}}
		c = eachPage(c, truth, func(c Case) { cases = append(cases, c) })
		cases = append(cases, c)
	}
	return cases
}

func randomProfile(random *rand.Rand) Profile {
	var p Profile
	for _, g := range GoalChoices() {
		if random.IntN(4) == 0 {
			p.Goals = append(p.Goals, g.Value)
		}
	}
	p.Usage = []string{"", "active", "light"}[random.IntN(3)]
	p.Comfort = []string{"", "comfortable", "unsure"}[random.IntN(3)]
	p.JobSearch = []string{"", "looking", "open", "no"}[random.IntN(4)]
	return p
}

// BenchmarkReachable times one exact set of completions, with everything open.
func BenchmarkReachable(b *testing.B) {
	for b.Loop() {
		reachable(Case{})
	}
}
