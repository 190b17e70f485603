package advisor

import "math/bits"

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

// reachable returns every recommendation that some way of answering the open
// questions leads to, leaving any of them open included.
func reachable(a Answers, l leaning) recommendationSet {
	m := meritsOf(l)
	return newLookahead(outlineOf(a, m), l, m).possible
}

// lookahead finds what the open questions can still make of a case, and what
// they could once one of them were answered. Everything it looks at differs in
// one answer only, so what is costly, the signs, is worked out once.
type lookahead struct {
	outline  outline
	leaning  leaning
	merits   *merits
	verdicts *verdictTable
	signs    [acquaintance + 1]*signOutlook // from a stranger, and from somebody known; made when first needed
	possible recommendationSet
}

func newLookahead(o outline, l leaning, m *merits) *lookahead {
	ahead := &lookahead{outline: o, leaning: l, merits: m, verdicts: verdictsUnder(l), possible: allRecommendations}
	ahead.possible = ahead.reach(&o, nil)
	return ahead
}

// after returns what would still be possible if a question that is open and
// counts were answered so.
func (a *lookahead) after(q *ruleQuestion, option int) recommendationSet {
	o := a.outline.with(q, option)
	return a.reach(&o, q)
}

// reach returns what an outline can still lead to that differs from the case in
// one question at most. An answer only ever narrows what is possible, so the
// search ends when it has found all that was possible before.
func (a *lookahead) reach(o *outline, differs *ruleQuestion) recommendationSet {
	p := o.parts(a.merits)
	found := p.stopped()
	if !p.goesOn() {
		return found
	}
	for w := stranger; w <= trusted && found != a.possible; w++ {
		switch {
		case p.whos&(1<<w) == 0:
		case p.path == joining:
			found = found.add(decide(standing{path: joining, who: w}, a.leaning))
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

// signsFrom returns the outlook on the signs that come from w.
func (a *lookahead) signsFrom(w who) *signOutlook {
	known := min(w, acquaintance) // signs weigh alike from all who are known
	if a.signs[known] == nil {
		a.signs[known] = newSignOutlook(&a.outline, known)
	}
	return a.signs[known]
}
