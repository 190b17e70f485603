package advisor

import (
	"fmt"
	"slices"
	"sync"
)

// A tallySet is a set of tallies: a plane for each (against, others,
// strongFor), and in it one bit for each (moderate, weak).
type tallySet [(maxAgainst + 1) * (maxOthers + 1) * (maxStrongFor + 1)]grid

// A grid is 8 rows (moderate, from leastModerate) of 16 bits (weak, from
// leastWeak). A test proves that no answers leave it.
type grid struct{ low, high uint64 }

const (
	leastModerate = -3
	leastWeak     = -5
	gridRows      = 8
	gridColumns   = 16
)

func (g grid) or(h grid) grid  { return grid{g.low | h.low, g.high | h.high} }
func (g grid) and(h grid) grid { return grid{g.low & h.low, g.high & h.high} }
func (g grid) empty() bool     { return g.low|g.high == 0 }

// shift moves every bit up by n places, down when n is negative.
func (g grid) shift(n int) grid {
	switch {
	case n >= 64:
		return grid{0, g.low << (n - 64)}
	case n >= 0:
		return grid{g.low << n, g.high<<n | g.low>>(64-n)}
	case n > -64:
		return grid{g.low>>-n | g.high<<(64+n), g.high >> -n}
	}
	return grid{g.high >> (-n - 64), 0}
}

func gridBit(moderate, weak int) grid {
	n := (moderate-leastModerate)*gridColumns + weak - leastWeak
	return grid{1, 0}.shift(n)
}

func plane(against, others, strongFor int) int {
	return (min(against, maxAgainst)*(maxOthers+1)+min(others, maxOthers))*(maxStrongFor+1) + min(strongFor, maxStrongFor)
}

// noSigns is the set that holds only the empty tally.
func noSigns() tallySet {
	var s tallySet
	s[plane(0, 0, 0)] = gridBit(0, 0)
	return s
}

// addAny returns the set of tallies that arise when any one of the deltas is
// added to any tally of the set.
func (s *tallySet) addAny(deltas []tally) tallySet {
	var sum tallySet
	for against := 0; against <= maxAgainst; against++ {
		for others := 0; others <= maxOthers; others++ {
			for strong := 0; strong <= maxStrongFor; strong++ {
				from := s[plane(against, others, strong)]
				if from.empty() {
					continue
				}
				for _, d := range deltas {
					to := plane(against+d.against, others+d.others, strong+d.strongFor)
					sum[to] = sum[to].or(from.shift(d.moderate*gridColumns + d.weak))
				}
			}
		}
	}
	return sum
}

// judged pairs a judgement with the tallies of one plane that lead to it.
type judged struct {
	judgement
	where grid
}

// judgeTable holds, for each plane, its judgements: without a missing badge,
// and with one.
var judgeTable = sync.OnceValue(func() *[2][len(tallySet{})][]judged {
	table := new([2][len(tallySet{})][]judged)
	for against := 0; against <= maxAgainst; against++ {
		for others := 0; others <= maxOthers; others++ {
			for strong := 0; strong <= maxStrongFor; strong++ {
				t := tally{against: against, others: others, strongFor: strong}
				p := plane(against, others, strong)
				table[0][p], table[1][p] = judgeGrid(t, tally{}), judgeGrid(t, missingBadge)
			}
		}
	}
	return table
})

func judgeGrid(t, missing tally) []judged {
	var list []judged
	for row := range gridRows {
		for column := range gridColumns {
			t.moderate, t.weak = row+leastModerate, column+leastWeak
			j := judgement{judge(t), judge(t.plus(missing))}
			bit := gridBit(t.moderate, t.weak)
			found := false
			for i := range list {
				if list[i].judgement == j {
					list[i].where, found = list[i].where.or(bit), true
				}
			}
			if !found {
				list = append(list, judged{j, bit})
			}
		}
	}
	return list
}

// judgements returns every judgement the tallies lead to once the badge is
// known to be verified.
func judgements(s *tallySet, verified string, w who) []judgement {
	q := book().byID["verified"]
	at := slices.Index(q.options, verified)
	with := s.addAny(q.weights(w)[at : at+1])
	table := &judgeTable()[0]
	if badgeOf(verified) == badgeNone {
		table = &judgeTable()[1]
	}
	var seen [fake + 1][fake + 1]bool
	var list []judgement
	for p, tallies := range with {
		if tallies.empty() {
			continue
		}
		for _, j := range table[p] {
			if !seen[j.plain][j.withoutBadge] && !tallies.and(j.where).empty() {
				seen[j.plain][j.withoutBadge] = true
				list = append(list, j.judgement)
			}
		}
	}
	return list
}

// signTallies returns every tally the vetting answers can still add up to, the
// badge left out.
func signTallies(a Answers, w who) tallySet {
	set := noSigns()
	for _, q := range book().signs {
		switch q.ID {
		case "verified", "off_platform", "too_good", "profile", "elsewhere", "joined":
			continue
		}
		from, to := q.span(a)
		set = set.addAny(q.weights(w)[from:to])
	}
	set = set.addAny(thinDeltas(a, w))
	return set.addAny(pressureDeltas(a, w))
}

// thinDeltas returns what the signs that move together can add: only the
// heaviest of those against counts.
func thinDeltas(a Answers, w who) []tally {
	profile, elsewhere, joined := book().byID["profile"], book().byID["elsewhere"], book().byID["joined"]
	pFrom, pTo := profile.span(a)
	eFrom, eTo := elsewhere.span(a)
	jFrom, jTo := joined.span(a)
	var list []tally
	for p := pFrom; p < pTo; p++ {
		for e := eFrom; e < eTo; e++ {
			for j := jFrom; j < jTo; j++ {
				var some signSum
				some.add(profile, p, w)
				some.add(elsewhere, e, w)
				some.add(joined, j, w)
				if d := some.tally(); !slices.Contains(list, d) {
					list = append(list, d)
				}
			}
		}
	}
	return list
}

// pressureDeltas returns what pushing off the platform and promising too much
// can add, short of both: that is the scam pattern, a stop sign and no tally.
func pressureDeltas(a Answers, w who) []tally {
	off, good := book().byID["off_platform"], book().byID["too_good"]
	offFrom, offTo := off.span(a)
	goodFrom, goodTo := good.span(a)
	var list []tally
	for o := offFrom; o < offTo; o++ {
		for g := goodFrom; g < goodTo; g++ {
			if off.options[o] != "yes" || good.options[g] != "yes" {
				list = append(list, off.weights(w)[o].plus(good.weights(w)[g]))
			}
		}
	}
	return list
}

// checkGrid reports when the answers could leave the grid.
func (b *rulebook) checkGrid() error {
	var least, most tally
	for _, q := range b.signs {
		var low, high tally
		for _, ans := range q.Answers {
			for _, w := range []who{stranger, acquaintance} {
				d := signDelta(q, ans, w)
				low.moderate, low.weak = min(low.moderate, d.moderate), min(low.weak, d.weak)
				high.moderate, high.weak = max(high.moderate, d.moderate), max(high.weak, d.weak)
			}
		}
		least, most = least.plus(low), most.plus(high)
	}
	if least.moderate < leastModerate || most.moderate >= leastModerate+gridRows ||
		least.weak < leastWeak || most.weak >= leastWeak+gridColumns {
		return fmt.Errorf("signs from %+v to %+v do not fit the grid of completions", least, most)
	}
	return nil
}
