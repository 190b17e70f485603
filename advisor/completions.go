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

func (s recommendationSet) len() int { return bits.OnesCount8(uint8(s)) }

func (s recommendationSet) list() []Recommendation {
	list := make([]Recommendation, 0, s.len())
	for _, r := range Recommendations() {
		if s&(1<<r) != 0 {
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
	var found recommendationSet
	levels := stopLevels(a)
	for level := stopDecline; level <= stopBlock; level++ {
		if levels&(1<<level) != 0 {
			found = found.add(level.recommendation())
		}
	}
	if canBeScamPattern(a) {
		found = found.add(DeclineAndBlock)
	}
	if levels&(1<<noStop) == 0 {
		return found
	}
	c := completion{answers: a, leaning: l, path: pathOf(a)}
	c.reasons, c.favors, c.uneasy = reasonKinds(a, l), favorResults(a), uneasySet(a)
	for _, w := range whos(a) {
		found = c.over(w, found)
	}
	return found
}

// options returns the values an answer can still take: the given one, or, when
// it is open, staying open ("") and every definite value.
func options(a Answers, id string) []string {
	if isOpen(a, id) {
		return book().byID[id].options
	}
	return a[id][:1]
}

// isOpen reports whether a question has no answer, or "don't know".
func isOpen(a Answers, id string) bool {
	v := a.Value(id)
	return v == "" || v == DontKnow
}

// stopLevels returns, one bit each, the stop levels the stop signs can lead
// to. The scam pattern counts here only when both its answers are given; open,
// it belongs to the signs, since a known and trusted person is not asked.
func stopLevels(a Answers) uint8 {
	worst := stopOf(a)
	set := uint8(1) << worst
	if pathOf(a) == outgoing {
		return set // the stop signs are not asked
	}
	for _, q := range book().stops {
		for _, v := range options(a, q.ID) {
			ans, _ := q.answer(v)
			set |= 1 << max(worst, levelOf(ans))
		}
	}
	return set
}

// canBeScamPattern reports whether the open answers can still make the scam
// pattern; somebody known and trusted is not asked.
func canBeScamPattern(a Answers) bool {
	for _, id := range []string{"off_platform", "too_good"} {
		if a.Value(id) == "no" {
			return false
		}
	}
	return pathOf(a) == incoming && !knownAndTrusted(a)
}

// whos returns what the inviter can still turn out to be.
func whos(a Answers) []who {
	var seen [trusted + 1]bool
	var list []who
	for _, know := range options(a, "know") {
		for _, trust := range options(a, "trust") {
			if w := whoOf(know, trust); !seen[w] {
				seen[w] = true
				list = append(list, w)
			}
		}
	}
	return list
}

func roles(a Answers) []role {
	var seen [sellerNever + 1]bool
	var list []role
	for _, said := range options(a, "role") {
		for _, reputable := range options(a, "reputable") {
			for _, relevant := range options(a, "relevant") {
				if r := roleOf(said, reputable, relevant); !seen[r] {
					seen[r] = true
					list = append(list, r)
				}
			}
		}
	}
	return list
}

// reasonKinds returns, indexed by reasonKind, what the worth answers can still
// amount to: any open one may add its best value, or nothing.
func reasonKinds(a Answers, l leaning) (set [clearReason + 1]bool) {
	given := worthOf(a, l).reason
	set[given] = true
	for _, id := range []string{"field", "reasons", "admire", "benefit"} {
		for _, v := range options(a, id) {
			one := worthOf(Answers{id: {v}}, l).reason
			if isOpen(a, id) {
				set[max(given, one)] = true
			}
		}
	}
	return set
}

// favorResult is one way the favor test can end; uneven matters only to an
// outgoing invitation.
type favorResult struct {
	favor  favor
	uneven bool
}

func favorResults(a Answers) []favorResult {
	seen := map[favorResult]bool{}
	var list []favorResult
	for _, do := range options(a, "favor_do") {
		for _, ask := range options(a, "favor_ask") {
			for _, any := range anyOtherFavor(a) {
				f, uneven := favorAnswers{do: do, ask: ask, company: any}.judge()
				if r := (favorResult{f, uneven && pathOf(a) == outgoing}); !seen[r] {
					seen[r] = true
					list = append(list, r)
				}
			}
		}
	}
	return list
}

// anyOtherFavor returns what the three smaller favor questions can amount to:
// only whether one of them is yes matters.
func anyOtherFavor(a Answers) []string {
	list := []string{"no"}
	for _, id := range favorQuestions[2:] {
		switch a.Value(id) {
		case "yes":
			return []string{"yes"}
		case "no":
		default:
			list = []string{"no", "yes"}
		}
	}
	return list
}

// uneasySet returns whether comfortable and appropriate allow calm and unease.
func uneasySet(a Answers) []bool {
	list := []bool{}
	comfortable, appropriate := a.Value("comfortable"), a.Value("appropriate")
	if comfortable != "no" && appropriate != "no" {
		list = append(list, false)
	}
	if comfortable != "yes" || appropriate != "yes" {
		list = append(list, true)
	}
	return list
}

// completion carries the parts that do not depend on who they are.
type completion struct {
	answers Answers
	leaning leaning
	path    path
	reasons [clearReason + 1]bool
	favors  []favorResult
	uneasy  []bool
}

// over adds to found what can be reached if they turn out to be w, and stops
// early when there is nothing more to find.
func (c completion) over(w who, found recommendationSet) recommendationSet {
	switch {
	case c.path == joining:
		return found.add(decide(standing{path: joining, who: w}, c.leaning))
	case c.path == incoming && w == trusted:
		return c.overTrusted(found)
	case c.path == outgoing:
		return c.overOutgoing(w, found)
	}
	if found == allRecommendations {
		return found
	}
	tallies := signTallies(c.answers, w)
	rs := roles(c.answers)
	for _, verified := range options(c.answers, "verified") {
		for _, j := range judgements(&tallies, verified, w) {
			for _, r := range rs {
				if found == allRecommendations {
					return found
				}
				found = c.overWorth(standing{who: w, role: r, badge: badgeOf(verified), signs: j}, found)
			}
		}
	}
	return found
}

// overTrusted: somebody known and trusted is asked nothing more; only a
// recruiter's reputation can still be open, if they were said to be one.
func (c completion) overTrusted(found recommendationSet) recommendationSet {
	rs := []role{other}
	if !isOpen(c.answers, "role") {
		rs = roles(c.answers)
	}
	for _, r := range rs {
		found = found.add(decide(standing{who: trusted, role: r}, c.leaning))
	}
	return found
}

func (c completion) overOutgoing(w who, found recommendationSet) recommendationSet {
	for _, shared := range options(c.answers, "shared") {
		for _, own := range options(c.answers, "own_words") {
			found = c.overWorth(standing{path: outgoing, who: w, shared: sharedSome(shared), vague: own == "no"}, found)
		}
	}
	return found
}

func (c completion) overWorth(s standing, found recommendationSet) recommendationSet {
	for reason, possible := range c.reasons {
		if !possible {
			continue
		}
		for _, f := range c.favors {
			for _, uneasy := range c.uneasy {
				s.worth = worth{reason: reasonKind(reason), favor: f.favor, uneven: f.uneven, uneasy: uneasy}
				found = found.add(decide(s, c.leaning))
			}
		}
	}
	return found
}
