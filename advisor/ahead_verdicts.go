package advisor

import (
	"math/bits"
	"sync"
)

// A verdictTable holds the order of decision for somebody not trusted, ready to
// be asked about many benefits at once.
type verdictTable [trusted]verdictsOn

// verdictsOn is the part for one relationship: by role, badge and judgement.
type verdictsOn [sellerNever + 1][badgeNone + 1][judgementCount]verdictsFor

// verdictsFor holds, for each recommendation, the benefits that lead to it.
type verdictsFor [DeclineAndBlock]benefitSet

// verdictTables holds one for each leaning that decides differently.
var verdictTables = func() (tables [8]func() *verdictTable) {
	for i := range tables {
		l := leaning{against: i&1 != 0, wantsRecruiter: i&2 != 0, wantsPeer: i&4 != 0}
		tables[i] = sync.OnceValue(func() *verdictTable { return newVerdictTable(l) })
	}
	return tables
}()

func verdictsUnder(l leaning) *verdictTable {
	i := 0
	for bit, leans := range []bool{l.against, l.wantsRecruiter, l.wantsPeer} {
		if leans {
			i |= 1 << bit
		}
	}
	return verdictTables[i]()
}

func newVerdictTable(l leaning) *verdictTable {
	table := new(verdictTable)
	for w := range table {
		for r := range table[w] {
			for b := range table[w][r] {
				for j := range judgementCount {
					s := caseState{who: who(w), role: role(r), badge: badge(b), signs: judgementNumbered(j)}
					if s.signs.goesWith(s.badge) {
						table[w][r][b][j] = newVerdictsFor(s, l)
					}
				}
			}
		}
	}
	return table
}

// goesWith reports whether a judgement can come with a badge: a missing one can
// only make it worse, and one that is not missing makes no difference.
func (j judgement) goesWith(b badge) bool {
	return j.withoutBadge == j.plain || b == badgeNone && j.withoutBadge > j.plain
}

func newVerdictsFor(s caseState, l leaning) (v verdictsFor) {
	for n := range benefitCount {
		if s.benefit = benefitNumbered(n); !s.benefit.uneven { // which only matters to an outgoing invitation
			v[decide(s, l)] |= 1 << n
		}
	}
	return v
}

// over adds to found what the parts lead to under the judgements, until all of
// enough is found.
func (v *verdictsOn) over(p *parts, signs judgements, found, enough recommendationSet) recommendationSet {
	for r := range v {
		if p.roles&(1<<r) == 0 {
			continue
		}
		for b, set := range signs {
			for ; set != 0; set &= set - 1 {
				for recommendation, benefits := range v[r][b][bits.TrailingZeros32(uint32(set))] {
					if benefits&p.benefits != 0 {
						found = found.add(Recommendation(recommendation))
					}
				}
				if found == enough {
					return found
				}
			}
		}
	}
	return found
}
