package advisor

import "slices"

// stopLevel is what the stop signs answered make of the case, mildest first.
type stopLevel uint8

const (
	noStop stopLevel = iota
	stopCap
	stopDecline
	stopBlock
)

// under returns a recommendation under a stop sign: a cap makes it wait, the
// others decide.
func (s stopLevel) under(r Recommendation) Recommendation {
	switch s {
	case stopBlock:
		return DeclineAndBlock
	case stopDecline:
		return Decline
	case stopCap:
		return caution(r, IgnoreOrVetFurther)
	}
	return r
}

// caseState is a case reduced to what decides it.
type caseState struct {
	path     path
	stop     stopLevel
	who      who
	role     role
	badge    badge
	signs    judgment
	benefit  benefit
	mistaken bool // an honest mix-up
	ownWord  bool // enough speaks for them, all of it in their own hands

	common bool // people in common, or letters, for an invitation to send
	vague  bool // cannot say why in their own words, for an invitation to send

	joining joiningPlans
}

// judgment is the authenticity as the signs stand, and as it would be if a
// missing badge counted against them.
type judgment struct{ plain, withoutBadge authenticity }

// decide is the order of decision: stop signs, known and trusted,
// authenticity, benefit, role table, leans. More cautious wins.
func decide(s caseState, l leaning) Recommendation {
	switch {
	case s.stop >= stopDecline:
		return s.stop.under(Accept)
	case s.path == joining:
		return s.stop.under(firstOf(joiningRules, &s))
	case s.path == outgoing:
		return s.stop.under(firstOf(outgoingRules, &s))
	}
	return s.stop.under(decideIncoming(s, l))
}

// decideIncoming is the order of decision behind the stop signs.
func decideIncoming(s caseState, l leaning) Recommendation {
	if s.role == badRecruiter {
		return Decline // a stop sign too, though it is asked later
	}
	r := Accept
	if s.who != trusted {
		r = tableRow(s, l)
	}
	switch s.who {
	case acquaintance:
		r = min(r, acquaintanceRow(s.signs.plain, s.benefit.favor))
	case distrusted:
		r = caution(r, IgnoreOrVetFurther)
	}
	if s.benefit.uneasy {
		r = caution(r, IgnoreOrVetFurther)
	}
	return r
}

// tableRow is the role table. A leader's or decision maker's name opens the
// door only if the badge that it should carry is not missing; without that
// reason they are judged like anybody else, and the better of the two holds,
// so that being a leader never counts against them.
func tableRow(s caseState, l leaning) Recommendation {
	if s.role.recruits() {
		return cell(s, s.judged(s.badge == badgeNone), s.benefitLevel(true, l), l)
	}
	asAnybody := cell(s, s.signs.plain, s.benefitLevel(s.badge != badgeNone, l), l)
	if s.badge != badgeNone {
		return asAnybody
	}
	return min(asAnybody, cell(s, s.signs.withoutBadge, s.benefitLevel(true, l), l))
}

func (s caseState) judged(badgeCounts bool) authenticity {
	if badgeCounts {
		return s.signs.withoutBadge
	}
	return s.signs.plain
}

// benefitLevel is whether the connection is worth having.
type benefitLevel uint8

const (
	benefitClear benefitLevel = iota
	benefitUnclear
	benefitNone
)

func (s caseState) benefitLevel(nameCounts bool, l leaning) benefitLevel {
	reason := s.benefit.reason
	clear := reason == clearReason || reason == nameOnly && nameCounts ||
		s.benefit.favor == favorPassed || s.role == sellerLikely ||
		s.role == recruiter && l.wantsRecruiter || s.role == peer && l.wantsPeer
	switch {
	case clear:
		return benefitClear
	case s.benefit.favor == favorFailed || s.mistaken || reason == barren:
		return benefitNone
	}
	return benefitUnclear
}

// cell reads one cell of the role table (advice for a person who is not
// trusted yet).
func cell(s caseState, real authenticity, b benefitLevel, l leaning) Recommendation {
	switch {
	case real == fake:
		return Decline
	case real == doubtful || real == shaky || b == benefitNone:
		return IgnoreOrVetFurther
	case s.role == recruiter || s.role == sellerLikely:
		return ReviewAndAccept
	case s.role == sellerUnclear:
		return ReviewAndAcceptIfRelevant
	case s.role == sellerNever || real == open:
		return IgnoreOrVetFurther
	case b == benefitClear:
		return Accept
	case s.role != peer && s.badge != badgeMatches:
		return IgnoreOrVetFurther // a stranger without a reason: ask for context
	case l.against:
		return ReviewAndAccept
	}
	return Accept
}

// acquaintanceRow: meeting in person is the vetting, strong signs aside.
func acquaintanceRow(real authenticity, f favor) Recommendation {
	switch {
	case real == fake:
		return Decline
	case real != doubtful && f == favorPassed:
		return Accept
	}
	return IgnoreOrVetFurther
}

// joiningPlans are the answers about one's own plans, for an invitation to join
// LinkedIn.
type joiningPlans struct{ wants, use, atEase string }

// withPlans fills in what the person's profile says of their plans, where an
// invitation to join LinkedIn leaves it open.
func (r *ruleset) withPlans(c Case) Case {
	c.Answers = r.withoutOff(c.Answers)
	if r.askingOf(c.Answers).path != joining {
		return c
	}
	plans := Answers{}
	if c.Profile.Usage != "" {
		plans["planned_use"] = []string{c.Profile.Usage}
	}
	if ease, said := map[string]string{"comfortable": "yes", "unsure": "no"}[c.Profile.Comfort]; said {
		plans["at_ease"] = []string{ease}
	}
	for id, values := range c.Answers {
		if _, planned := plans[id]; !planned || !c.Answers.Open(id) {
			plans[id] = values
		}
	}
	c.Answers = plans
	return c
}

// against holds when the person wants no account, or would hardly use it and is
// unsure of it (000 F2, F3).
func (p joiningPlans) against() bool {
	return slices.ContainsFunc(joiningRules[:plansAgainst], func(r orderRule) bool { return r.holds(&caseState{joining: p}) })
}

// orderRule is one rule of a short order of decision. The first rule that holds
// decides; a test drops and turns each in turn.
type orderRule struct {
	name  string
	holds func(*caseState) bool
	then  Recommendation
}

// firstOf returns what the first rule that holds says; otherwise it is to wait.
func firstOf(rules []orderRule, s *caseState) Recommendation {
	for i := range rules {
		if rules[i].holds(s) {
			return rules[i].then
		}
	}
	return IgnoreOrVetFurther
}

// plansAgainst is how many of joiningRules, from the first, are about plans.
const plansAgainst = 2

// joiningRules: an invitation to join LinkedIn is about the inviter and the
// person's own plans (000). Plans against it hold whoever asks.
var joiningRules = []orderRule{
	{"wants no account", func(s *caseState) bool { return s.joining.wants == "no" }, IgnoreOrVetFurther},
	{"hardly used, and unsure", func(s *caseState) bool { return s.joining.use == "light" && s.joining.atEase == "no" }, IgnoreOrVetFurther},
	{"known and trusted", func(s *caseState) bool { return s.who == trusted }, Accept},
	{"known", func(s *caseState) bool { return s.who == acquaintance }, ReviewAndAccept},
}

// outgoingRules: accept means "send it" (003 N1, N2). Not when they would ask a
// favor they would not return, cannot say why, or know nothing of the other and
// nobody who knows them.
var outgoingRules = []orderRule{
	{"known, not trusted", func(s *caseState) bool { return s.who == distrusted }, IgnoreOrVetFurther},
	{"a favor one way", func(s *caseState) bool { return s.benefit.uneven }, IgnoreOrVetFurther},
	{"ill at ease", func(s *caseState) bool { return s.benefit.uneasy }, IgnoreOrVetFurther},
	{"cannot say why", func(s *caseState) bool { return s.vague }, IgnoreOrVetFurther},
	{"known and trusted", func(s *caseState) bool { return s.who == trusted }, Accept},
	{"met, favors go both ways", func(s *caseState) bool { return s.who == acquaintance && s.benefit.favor == favorPassed }, Accept},
	{"in common, favors go both ways", func(s *caseState) bool { return s.common && s.benefit.favor == favorPassed }, Accept},
	{"no favors", func(s *caseState) bool { return s.benefit.favor == favorFailed }, IgnoreOrVetFurther},
	{"a reason", func(s *caseState) bool { return s.benefit.reason == clearReason }, ReviewAndAccept},
	{"met, a name", func(s *caseState) bool { return s.who == acquaintance && s.benefit.reason == nameOnly }, ReviewAndAccept},
	{"in common, a name", func(s *caseState) bool { return s.common && s.benefit.reason == nameOnly }, ReviewAndAccept},
}
