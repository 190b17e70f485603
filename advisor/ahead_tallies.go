package advisor

import "fmt"

// A tallySet is a set of tallies: a plane for each (against, others,
// strongFor), and in it one bit for each (moderate, weak).
type tallySet [planes]grid

const planes = (maxAgainst + 1) * (maxOthers + 1) * (maxStrongFor + 1)

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
				for i := range deltas {
					d := &deltas[i]
					to := plane(against+d.against, others+d.others, strong+d.strongFor)
					sum[to] = sum[to].or(from.shift(d.moderate*gridColumns + d.weak))
				}
			}
		}
	}
	return sum
}

// addAll adds any one delta of each of the terms.
func (s *tallySet) addAll(terms [][]tally) tallySet {
	sum := *s
	for _, deltas := range terms {
		sum = sum.addAny(deltas)
	}
	return sum
}

// judged pairs a judgement with the tallies of one plane that lead to it.
type judged struct {
	judgement
	where grid
}

// judgePlanes judges every tally: with what the badge adds, and with what a
// missing one would add where it counts.
func judgePlanes(badge, missing tally) (table [planes][]judged) {
	for against := 0; against <= maxAgainst; against++ {
		for others := 0; others <= maxOthers; others++ {
			for strong := 0; strong <= maxStrongFor; strong++ {
				t := tally{against: against, others: others, strongFor: strong}
				table[plane(against, others, strong)] = judgeGrid(t.plus(badge), missing)
			}
		}
	}
	return table
}

func judgeGrid(t, missing tally) []judged {
	var list []judged
	for row := range gridRows {
		for column := range gridColumns {
			moderate, weak := row+leastModerate, column+leastWeak
			cell := t.plus(tally{moderate: moderate, weak: weak})
			j := judgement{judge(cell), judge(cell.plus(missing))}
			bit := gridBit(moderate, weak)
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

// checkGrid reports when the answers could leave the grid.
func (r *ruleset) checkGrid() error {
	var least, most tally
	for _, q := range r.signs {
		var low, high tally
		for _, ans := range q.Answers {
			for _, w := range []who{stranger, acquaintance} {
				d := signDelta(q.ruleQuestion, ans, w)
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
