package advisor

import (
	"errors"
	"sync"
)

// A tallySet is a set of tallies: a plane for each way the signs against, the
// strong signs for and those from outside can matter, and in it one bit for
// each (moderate, weak).
type tallySet [planes]grid

// A plane stands for all tallies that are judged alike but for moderate and
// weak, and that stay so whatever is added to them. With a strong sign for, the
// others against no longer matter; with one from outside, only their number.
const (
	kindsOfOthers = 6                                         // see others
	planesBare    = (maxAgainst + 1) * kindsOfOthers          // nothing from outside
	planesOutside = planesBare + (maxAgainst+1)*(maxOthers+1) // something, but nothing strong
	planes        = planesOutside + 2*maxStrongFor            // strong signs for, and whether any is against
)

// others are the kinds of moderate and weak signs against, up to two.
var others = [kindsOfOthers]tally{
	{}, {moderateAgainst: 1}, {weakAgainst: 1}, {moderateAgainst: 1, weakAgainst: 1}, {moderateAgainst: 2}, {weakAgainst: 2},
}

func kindOfOthers(moderate, weak int) int {
	switch {
	case moderate > 0 && weak > 0:
		return 3
	case moderate > 1:
		return 4
	case weak > 1:
		return 5
	case moderate > 0:
		return 1
	}
	return 2 * weak
}

// plane returns the plane a tally is on.
func (t *tally) plane() int {
	against := min(t.against, maxAgainst)
	switch {
	case t.strongFor > 0:
		return planesOutside + 2*(min(t.strongFor, maxStrongFor)-1) + min(against, 1)
	case t.outside > 0:
		return planesBare + against*(maxOthers+1) + min(t.others(), maxOthers)
	}
	return against*kindsOfOthers + kindOfOthers(t.moderateAgainst, t.weakAgainst)
}

// onPlane holds for each plane a tally that is on it, without moderate and weak.
var onPlane = func() (list [planes]tally) {
	put := func(t tally) {
		list[t.plane()] = t
	}
	for against := 0; against <= maxAgainst; against++ {
		for _, o := range others {
			o.against = against
			put(o)
		}
		for n := 0; n <= maxOthers; n++ {
			put(tally{against: against, moderateAgainst: n, outside: 1})
		}
		for strong := 1; strong <= maxStrongFor; strong++ {
			put(tally{against: min(against, 1), strongFor: strong, outside: 1})
		}
	}
	return list
}()

// A grid is 10 rows (moderate, from leastModerate) of 19 bits (weak, from
// leastWeak): room for every sum of the program's signs, and for a few signs of the
// person's own. Rules whose answers could leave it are refused.
type grid struct{ low, middle, high uint64 }

const (
	leastModerate = -4
	leastWeak     = -6
	gridRows      = 10
	gridColumns   = 19
)

func (g grid) or(h grid) grid  { return grid{g.low | h.low, g.middle | h.middle, g.high | h.high} }
func (g grid) and(h grid) grid { return grid{g.low & h.low, g.middle & h.middle, g.high & h.high} }
func (g grid) empty() bool     { return g.low|g.middle|g.high == 0 }

// shift moves every bit up by n places, down when n is negative. No step is as
// long as a word.
func (g grid) shift(n int) grid {
	switch {
	case n == 0:
		return g
	case n > 0:
		up, down := uint(n)&63, uint(64-n)&63
		return grid{g.low << up, g.middle<<up | g.low>>down, g.high<<up | g.middle>>down}
	}
	down, up := uint(-n)&63, uint(64+n)&63
	return grid{g.low>>down | g.middle<<up, g.middle>>down | g.high<<up, g.high >> down}
}

func gridBit(moderate, weak int) grid {
	n := (moderate-leastModerate)*gridColumns + weak - leastWeak
	switch bit := uint64(1) << (n % 64); n / 64 {
	case 0:
		return grid{low: bit}
	case 1:
		return grid{middle: bit}
	default:
		return grid{high: bit}
	}
}

// noSigns is the set that holds only the empty tally.
func noSigns() tallySet {
	var s tallySet
	s[(&tally{}).plane()] = gridBit(0, 0)
	return s
}

// A step is a delta as a tallySet takes it: from which plane to which, and by how
// much a grid moves.
type step struct {
	to    [planes]uint8
	shift int
}

// steps remembers those there are; they are few.
var steps sync.Map // by tally

func stepOf(d tally) *step {
	if known, ok := steps.Load(d); ok {
		return known.(*step)
	}
	s := &step{shift: d.moderate*gridColumns + d.weak}
	for p := range s.to {
		t := onPlane[p].plus(d)
		s.to[p] = uint8(t.plane())
	}
	known, _ := steps.LoadOrStore(d, s)
	return known.(*step)
}

// addAny returns the set of tallies that arise when any one of the steps is
// taken from any tally of the set.
func (s *tallySet) addAny(steps []*step) tallySet {
	var sum tallySet
	for p := range s {
		if s[p].empty() {
			continue
		}
		for _, step := range steps {
			to := &sum[step.to[p]]
			*to = to.or(s[p].shift(step.shift))
		}
	}
	return sum
}

// addAll takes any one step of each of the terms.
func (s *tallySet) addAll(terms [][]*step) tallySet {
	sum := *s
	for _, steps := range terms {
		sum = sum.addAny(steps)
	}
	return sum
}

// judged pairs a judgment with the tallies of one plane that lead to it.
type judged struct {
	judgment
	where grid
}

// judgePlanes judges every tally: with what the badge adds, and with what a
// missing one would add where it counts.
func judgePlanes(badge, missing tally) (table [planes][]judged) {
	for p := range table {
		table[p] = judgeGrid(onPlane[p].plus(badge), missing)
	}
	return table
}

func judgeGrid(t, missing tally) []judged {
	var list []judged
	for row := range gridRows {
		for column := range gridColumns {
			moderate, weak := row+leastModerate, column+leastWeak
			cell := t.plus(tally{moderate: moderate, weak: weak})
			j := judgment{judge(cell), judge(cell.plus(missing))}
			bit := gridBit(moderate, weak)
			found := false
			for i := range list {
				if list[i].judgment == j {
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
		for _, from := range senders {
			for _, d := range q.weights(from) {
				low.moderate, low.weak = min(low.moderate, d.moderate), min(low.weak, d.weak)
				high.moderate, high.weak = max(high.moderate, d.moderate), max(high.weak, d.weak)
			}
		}
		least, most = least.plus(low), most.plus(high)
	}
	if least.moderate < leastModerate || most.moderate >= leastModerate+gridRows ||
		least.weak < leastWeak || most.weak >= leastWeak+gridColumns {
		return errors.New("there is no room for so many moderate and weak signs: make one strong, or leave one out")
	}
	return nil
}

// senders are all there are.
var senders = []sender{{}, {trade: true}, {known: true}, {known: true, trade: true}}
