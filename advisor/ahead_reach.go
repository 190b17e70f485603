package advisor

import (
	"math/bits"
	"sync"
)

// The advisor answers "what could the open questions still make of this?"
// exactly. A case falls into parts that do not touch each other: stop signs,
// who they are, role, badge, signs, reason, favor test, unease. Each part's
// reachable values are few and are found on their own; the verdict is then
// taken over their product.
//
// Only the signs are many: sixteen questions that add to one tally. A set of
// tallies is kept as a set of bits, so that "every tally, with this answer
// added" is one shift of the set.

// recommendationSet is a set of recommendations, one bit each.
type recommendationSet uint8

func (s recommendationSet) add(r Recommendation) recommendationSet { return s | 1<<r }

func (s recommendationSet) has(r Recommendation) bool { return s&(1<<r) != 0 }

func (s recommendationSet) len() int { return bits.OnesCount8(uint8(s)) }

func (s recommendationSet) list() []Recommendation {
	list := make([]Recommendation, 0, s.len())
	for _, r := range Recommendations() {
		if s.has(r) {
			list = append(list, r)
		}
	}
	return list
}

// allRecommendations is every one of them: nothing more can be found.
const allRecommendations = 1<<Accept | 1<<ReviewAndAccept | 1<<ReviewAndAcceptIfRelevant | 1<<IgnoreOrVetFurther | 1<<Decline | 1<<DeclineAndBlock

// reach finds what the open questions can still make of a case, and what
// they could once one of them were answered. Everything it looks at differs in
// one answer only, so what is costly, the signs, is worked out once.
type reach struct {
	options     options
	leaning     leaning
	reasonKinds *reasonKinds
	verdicts    *verdictTable
	signs       [acquaintance + 1]*reachableSigns // from a stranger, and from somebody known; made when first needed
	possible    recommendationSet
}

func newReach(o options, l leaning, m *reasonKinds) *reach {
	ahead := &reach{options: o, leaning: l, reasonKinds: m, verdicts: verdictsUnder(l), possible: allRecommendations}
	ahead.possible = ahead.over(&o, nil)
	return ahead
}

// after returns what would still be possible if a question that is open and
// counts were answered so.
func (a *reach) after(q *ruleQuestion, option int) recommendationSet {
	o := a.options.with(q, option)
	return a.over(&o, q)
}

// over returns what options can still lead to that differ from the case in
// one question at most. An answer only ever narrows what is possible, so the
// search ends when it has found all that was possible before.
func (a *reach) over(o *options, differs *ruleQuestion) recommendationSet {
	p := o.parts(a.reasonKinds)
	found := p.stopped()
	if !p.goesOn() {
		return found
	}
	for w := stranger; w <= trusted && found != a.possible; w++ {
		switch {
		case p.whos&(1<<w) == 0:
		case p.path == joining:
			found = found.add(decide(caseState{path: joining, who: w}, a.leaning))
		case p.path == outgoing:
			found = p.overOutgoing(w, a.leaning, found)
		case w == trusted:
			found = p.overTrusted(a.leaning, found)
		default:
			found = a.verdicts[w].over(&p, a.signsFrom(w).judgements(o, differs), found, a.possible)
		}
	}
	return found
}

// signsFrom returns what can still be made of the signs that come from w.
func (a *reach) signsFrom(w who) *reachableSigns {
	known := min(w, acquaintance) // signs weigh alike from all who are known
	if a.signs[known] == nil {
		a.signs[known] = newReachableSigns(&a.options, known)
	}
	return a.signs[known]
}

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
