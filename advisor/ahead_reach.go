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
	options  options
	leaning  leaning
	kinds    *reasonKinds
	verdicts *verdictTable
	signs    [2]*reachableSigns // as they are, and once what is suggested is answered; made when first needed
	possible recommendationSet
}

func newReach(o options, l leaning, kinds *reasonKinds) *reach {
	ahead := &reach{options: o, leaning: l, kinds: kinds, verdicts: verdictsUnder(l), possible: allRecommendations}
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
	p := o.parts(a.kinds)
	var found recommendationSet
	if p.path == incoming && o.canBeScamPattern() {
		found = found.add(DeclineAndBlock)
	}
	for w := stranger; w <= trusted && found != a.possible; w++ {
		if p.whos&(1<<w) != 0 {
			found |= a.about(w, o, &p, differs, found)
		}
	}
	return found
}

// about returns what can come of a case about w. While something grave is only
// suggested, the advice waits; once it is answered, it need not.
func (a *reach) about(w who, o *options, p *parts, differs *ruleQuestion, found recommendationSet) recommendationSet {
	suggested := o.warned(p.path, w)
	if suggested == 0 {
		return a.underStops(p.levels[w], w, o, p, differs, found)
	}
	waiting := p.levels[w] &^ (1 << noStop)
	if waiting != p.levels[w] {
		waiting |= 1 << stopCap
	}
	found |= a.underStops(waiting, w, o, p, differs, 0)
	answered := *o
	answered.answered = suggested
	then := answered.parts(a.kinds)
	return found | a.underStops(then.levels[w], w, &answered, &then, differs, found)
}

// underStops returns what can come of it under each level of the stop signs.
func (a *reach) underStops(levels uint8, w who, o *options, p *parts, differs *ruleQuestion, found recommendationSet) recommendationSet {
	var set, behind recommendationSet
	switch {
	case levels&(1<<noStop) != 0:
		behind = a.behindStops(w, o, p, differs, found)
	case levels&(1<<stopCap) != 0:
		behind = a.behindStops(w, o, p, differs, 0)
	}
	for level := noStop; level <= stopBlock; level++ {
		switch {
		case levels&(1<<level) == 0:
		case level >= stopDecline:
			set = set.add(level.under(Accept))
		default:
			for _, r := range behind.list() {
				set = set.add(level.under(r))
			}
		}
	}
	return set
}

// behindStops returns what can come of it where no stop sign decides. It may end
// once that and what was found is all that was possible.
func (a *reach) behindStops(w who, o *options, p *parts, differs *ruleQuestion, found recommendationSet) (set recommendationSet) {
	switch {
	case p.path == joining:
		for _, plans := range p.joining {
			set = set.add(firstOf(joiningRules, &caseState{path: joining, who: w, joining: plans}))
		}
		return set
	case p.path == outgoing:
		return p.overOutgoing(w)
	case w == trusted:
		return a.overTrusted(o, p)
	}
	for _, mistaken := range p.mistaken {
		for trade, roles := range [2]uint8{p.roles &^ rolesInTrade, p.roles & rolesInTrade} {
			if roles == 0 {
				continue
			}
			signs := a.signsOf(o).judgments(o, differs, signKind{sender{w != stranger, trade > 0}, mistaken})
			set = a.verdicts[bit(mistaken)][w].over(roles, p.benefits, signs, set, a.possible&^found)
			if found|set == a.possible {
				return set
			}
		}
	}
	return set
}

// signsOf returns what can still be made of the signs, as they are or once what
// is suggested is answered.
func (a *reach) signsOf(o *options) *reachableSigns {
	at := &a.signs[bit(o.answered != 0)]
	if *at == nil {
		as := a.options
		as.answered = o.answered
		*at = newReachableSigns(&as)
	}
	return *at
}

// rolesInTrade are the roles of those who write to everybody.
const rolesInTrade = 1<<recruiter | 1<<badRecruiter | 1<<sellerLikely | 1<<sellerUnclear | 1<<sellerNever

// overTrusted: somebody known and trusted is asked nothing more. A recruiter's
// reputation can still be open, if they were said to be one, and unease counts
// if it was said before.
func (a *reach) overTrusted(o *options, p *parts) (set recommendationSet) {
	n := o.r
	roles := uint8(1) << other
	if p.said {
		roles = p.roles
	}
	benefits := p.benefits
	if whoOf(o.value(n.know), o.value(n.trust)) == trusted {
		benefits = o.withUnease(1<<benefit{}.number(), false)
	}
	for r := other; r <= sellerNever; r++ {
		if roles&(1<<r) != 0 {
			for b := range benefits.all() {
				set = set.add(decide(caseState{who: trusted, role: r, benefit: b}, a.leaning))
			}
		}
	}
	return set
}

func (p *parts) overOutgoing(w who) (set recommendationSet) {
	for _, common := range p.common {
		for _, vague := range p.vague {
			for b := range p.benefits.all() {
				set = set.add(firstOf(outgoingRules, &caseState{path: outgoing, who: w, common: common, vague: vague, benefit: b}))
			}
		}
	}
	return set
}

// A verdictTable holds the order of decision for somebody not trusted, ready to
// be asked about many benefits at once: for what is meant for the person and for
// a mix-up, by relationship.
type verdictTable [2][trusted]verdictsOn

// verdictsOn is the part for one relationship: by role, badge and judgment.
type verdictsOn [sellerNever + 1][badgeNone + 1][judgmentCount]verdictsFor

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
	for mistaken := range table {
		for w := range table[mistaken] {
			table[mistaken][w].fill(caseState{mistaken: mistaken > 0, who: who(w)}, l)
		}
	}
	return table
}

func (v *verdictsOn) fill(s caseState, l leaning) {
	for r := range v {
		for b := range v[r] {
			for j := range judgmentCount {
				s.role, s.badge, s.signs = role(r), badge(b), judgmentNumbered(j)
				if s.signs.goesWith(s.badge) {
					v[r][b][j] = newVerdictsFor(s, l)
				}
			}
		}
	}
}

// goesWith reports whether a judgment can come with a badge: a missing one can
// only make it worse, and one that is not missing makes no difference.
func (j judgment) goesWith(b badge) bool {
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

// over adds to found what the roles and benefits lead to under the judgments,
// until all of enough is found.
func (v *verdictsOn) over(roles uint8, benefits benefitSet, signs judgments, found, enough recommendationSet) recommendationSet {
	for r := range v {
		if roles&(1<<r) == 0 {
			continue
		}
		for b, set := range signs {
			for ; set != 0; set &= set - 1 {
				for recommendation, those := range v[r][b][bits.TrailingZeros32(uint32(set))] {
					if those&benefits != 0 {
						found = found.add(Recommendation(recommendation))
					}
				}
				if found&enough == enough {
					return found
				}
			}
		}
	}
	return found
}
