package advisor

// state reduces the answers, as they are, to what decides.
func (o *options) state(m *reasonKinds) caseState {
	n := rules()
	s := caseState{
		path:    pathOf(o.value(n.direction), o.value(n.kind)),
		stop:    o.stop(),
		who:     whoOf(o.value(n.know), o.value(n.trust)),
		role:    roleOf(o.value(n.role), o.value(n.reputable), o.value(n.relevant)),
		badge:   badgeOf(o.value(n.verified.ruleQuestion)),
		benefit: o.benefit(m),
		shared:  sharedSome(o.value(n.shared)),
		vague:   o.value(n.ownWords) == "no",
	}
	t := o.tally(s.who)
	s.signs = judgement{plain: judge(t), withoutBadge: judge(t)}
	if s.badge == badgeNone {
		s.signs.withoutBadge = judge(t.plus(missingBadge))
	}
	return s
}

func sharedSome(shared string) bool {
	return shared == "some" || shared == "trusted" || shared == "confirmed"
}

// stop returns the worst stop sign answered. The scam pattern is one whatever
// else holds.
func (o *options) stop() stopLevel {
	worst := noStop
	if o.scamPattern() {
		worst = stopBlock
	}
	for _, q := range rules().stops {
		worst = max(worst, q.levels[o[q.index]])
	}
	return worst
}

// scamPattern holds when they both push away from LinkedIn and promise too
// much: together a stop sign (001 R7).
func (o *options) scamPattern() bool {
	n := rules()
	return o.value(n.offPlatform) == "yes" && o.value(n.tooGood) == "yes"
}

// reports says whether the case should be reported to LinkedIn: a stop sign
// that asks for it, the scam pattern, or a profile found fake.
func (o *options) reports(s caseState) bool {
	if o.scamPattern() {
		return true
	}
	for _, q := range rules().stops {
		if ans, ok := q.answer(o.value(q.ruleQuestion)); ok && ans.Report {
			return true
		}
	}
	return foundFake(s)
}

// foundFake holds when the signs alone make it a fake.
func foundFake(s caseState) bool {
	if s.path != incoming || s.who == trusted {
		return false
	}
	return s.judged(s.role.recruits() && s.badge == badgeNone) == fake
}
