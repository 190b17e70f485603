package advisor

// standingOf reduces the answers, as they are, to what decides.
func standingOf(a Answers, l leaning) standing {
	s := standing{
		path:   pathOf(a),
		who:    whoOf(a.Value("know"), a.Value("trust")),
		role:   roleOf(a.Value("role"), a.Value("reputable"), a.Value("relevant")),
		badge:  badgeOf(a.Value("verified")),
		worth:  worthOf(a, l),
		shared: sharedSome(a.Value("shared")),
		vague:  a.Value("own_words") == "no",
	}
	s.stop = stopOf(a)
	t := tallySigns(a, s.who)
	s.signs = judgement{plain: judge(t), withoutBadge: judge(t)}
	if s.badge == badgeNone {
		s.signs.withoutBadge = judge(t.plus(missingBadge))
	}
	return s
}

func sharedSome(shared string) bool {
	return shared == "some" || shared == "trusted" || shared == "confirmed"
}

// stopOf returns the worst stop sign answered. The scam pattern is one
// whatever else holds.
func stopOf(a Answers) stopLevel {
	worst := noStop
	if scamPattern(a) {
		worst = stopBlock
	}
	for _, q := range book().stops {
		if ans, ok := q.answer(a.Value(q.ID)); ok {
			worst = max(worst, levelOf(ans))
		}
	}
	return worst
}

func levelOf(a ruleAnswer) stopLevel {
	switch a.Then {
	case DeclineAndBlock:
		return stopBlock
	case Decline:
		return stopDecline
	}
	return noStop
}

// reports says whether the case should be reported to LinkedIn: a stop sign
// that asks for it, the scam pattern, or a profile found fake.
func reports(a Answers, s standing) bool {
	if scamPattern(a) {
		return true
	}
	for _, q := range book().stops {
		if ans, ok := q.answer(a.Value(q.ID)); ok && ans.Report {
			return true
		}
	}
	return foundFake(s)
}

// foundFake holds when the signs alone make it a fake.
func foundFake(s standing) bool {
	if s.path != incoming || s.who == trusted {
		return false
	}
	return s.judged(s.role.recruits() && s.badge == badgeNone) == fake
}
