package advisor

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// randomDefinite is somebody about whom everything is said, mostly without a stop
// sign.
func randomDefinite(random *rand.Rand) Answers {
	a := Answers{}
	for _, q := range book().Questions {
		if q.Stage != StageStart {
			a[q.ID] = []string{q.options[randomOption(random, &q)]}
		}
	}
	if random.IntN(10) > 0 {
		for _, q := range rules().stops {
			a[q.ID] = []string{noneOf(q)}
		}
	}
	switch random.IntN(8) {
	case 0:
		a["direction"] = []string{"outgoing"}
	case 1:
		a["kind"] = []string{"join"}
	}
	return a
}

// randomOption is an answer to a question, seldom one that decides by itself what
// is made of the signs.
func randomOption(random *rand.Rand, q *ruleQuestion) int {
	for {
		option := 1 + random.IntN(len(q.options)-1)
		if ans, _ := q.answer(q.options[option]); q.Stage != StageVetting || ans.Strength != Strong || random.IntN(8) == 0 {
			return option
		}
	}
}

// TestNothingOpenLeavesNothingElse: where everything is said, the advice is the
// only one possible.
func TestNothingOpenLeavesNothingElse(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		c := Case{Answers: randomDefinite(random)}
		now := recommend(c)
		if got := reachable(c); got != recommendationSet(0).add(now) {
			t.Fatalf("%v is %s, and possible is %v", c.Answers, now, got.list())
		}
	}
}

// TestOneOpenQuestionReachesWhatItsAnswersGive opens each question in turn.
func TestOneOpenQuestionReachesWhatItsAnswersGive(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		c := Case{Answers: randomDefinite(random)}
		for _, q := range book().Questions {
			was := c.Answers[q.ID]
			if q.Stage == StageStart {
				continue
			}
			delete(c.Answers, q.ID)
			if got, want := reachable(c), bruteForce(c, []string{q.ID}); got != want {
				t.Fatalf("%s open in %v: %v, but its answers give %v", q.ID, c.Answers, got.list(), want.list())
			}
			c.Answers[q.ID] = was
		}
	}
}

// place is where a tally is kept: on its plane, by what is moderate and weak.
type place struct{ plane, moderate, weak int }

// places are those that a set holds.
func (s *tallySet) places() map[place]bool {
	held := map[place]bool{}
	for p, g := range s {
		for n := range gridRows * gridColumns {
			if [...]uint64{g.low, g.middle, g.high}[n/64]>>(n%64)&1 != 0 {
				held[place{p, n/gridColumns + leastModerate, n%gridColumns + leastWeak}] = true
			}
		}
	}
	return held
}

// everySum visits the tally of every way in which the open signs could still be
// answered, but for the badge. Both pushing off the platform and promising too much
// is no tally.
func everySum(o options, k signKind, visit func(tally)) {
	var try func(rest []*sign, o options, sum signSum)
	try = func(rest []*sign, o options, sum signSum) {
		if len(rest) == 0 {
			if !o.scamPattern() {
				visit(sum.tally())
			}
			return
		}
		q := rest[0]
		if q == rules().verified {
			try(rest[1:], o, sum)
			return
		}
		first, last := o.span(q.ruleQuestion)
		for option := first; option < last; option++ {
			if q == rules().claimedTie && (q.options[option] == "mistaken") != k.mistaken {
				continue
			}
			more := sum
			more.add(q, option, k.sender)
			try(rest[1:], o.with(q.ruleQuestion, option), more)
		}
	}
	try(rules().signs, o, signSum{})
}

// TestTallySetsHoldEverySumAndNoOther compares the sets of bits with a list of
// all ways to answer, and what is judged of them.
func TestTallySetsHoldEverySumAndNoOther(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 800 {
		o := options{r: rules()}
		for _, q := range rules().signs {
			o.taken[q.index] = uint8(randomOption(random, q.ruleQuestion))
		}
		for range random.IntN(4) {
			o.taken[rules().signs[random.IntN(len(rules().signs))].index] = 0
		}
		if o.scamPattern() {
			o.taken[rules().tooGood.index] = 0
		}
		for _, k := range []signKind{{}, {mistaken: true}, {sender: sender{known: true}}, {sender: sender{trade: true}}, {sender: sender{known: true, trade: true}}} {
			want, judged := map[place]bool{}, judgments{}
			badges := rules().verified
			first, last := o.span(badges.ruleQuestion)
			everySum(o, k, func(s tally) {
				want[place{s.plane(), s.moderate, s.weak}] = true
				for option := first; option < last; option++ {
					b, sum := badgeOf(badges.options[option]), s.plus(badges.weights(k.sender)[option])
					j := judgment{judge(sum), judge(sum)}
					if b == badgeNone {
						j.withoutBadge = judge(sum.plus(missingBadge))
					}
					judged[b] |= 1 << j.number()
				}
			})
			signs := newReachableSigns(&o)
			at := signs.of(k.plain(&o))
			if got := at.sum.places(); len(got) != len(want) {
				t.Fatalf("%+v: %d tallies, want %d", k, len(got), len(want))
			} else {
				for p := range want {
					if !got[p] {
						t.Fatalf("%+v: no tally at %+v", k, p)
					}
				}
			}
			if at.now != judged {
				t.Fatalf("%+v: judged %v, want %v", k, at.now, judged)
			}
		}
	}
}

// TestGridsShiftLikeNumbers compares a grid with one large number.
func TestGridsShiftLikeNumbers(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	whole := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 3*64), big.NewInt(1))
	number := func(g grid) *big.Int {
		n := new(big.Int)
		for _, word := range []uint64{g.high, g.middle, g.low} {
			n.Or(n.Lsh(n, 64), new(big.Int).SetUint64(word))
		}
		return n
	}
	for n := -63; n <= 63; n++ {
		g := grid{random.Uint64(), random.Uint64(), random.Uint64()}
		want := number(g)
		if n < 0 {
			want.Rsh(want, uint(-n))
		} else {
			want.Lsh(want, uint(n)).And(want, whole)
		}
		if got := number(g.shift(n)); got.Cmp(want) != 0 {
			t.Fatalf("%x shifted by %d: %x, want %x", number(g), n, got, want)
		}
	}
}
