package advisor

// joiningPlans are the answers about one's own plans, for an invitation to join
// LinkedIn.
type joiningPlans struct{ wants, use, atEase string }

// withPlans fills in what the person's profile says of their plans, where an
// invitation to join LinkedIn leaves it open.
func (c Case) withPlans() Case {
	if askingOf(c.Answers).path != joining {
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
		if _, planned := plans[id]; !planned || !isOpen(c.Answers, id) {
			plans[id] = values
		}
	}
	c.Answers = plans
	return c
}

// against holds when the person wants no account, or would hardly use it and is
// unsure of it (000 F2, F3).
func (p joiningPlans) against() bool {
	return p.wants == "no" || p.use == "light" && p.atEase == "no"
}

// decideJoining: an invitation to join LinkedIn is about the inviter and the
// person's own plans (000). Plans against it hold whoever asks.
func decideJoining(w who, p joiningPlans) Recommendation {
	switch {
	case p.against():
		return IgnoreOrVetFurther
	case w == trusted:
		return Accept
	case w == acquaintance:
		return ReviewAndAccept
	}
	return IgnoreOrVetFurther
}

// decideOutgoing: accept means "send it" (003 N1, N2). Not when they would ask
// a favor they would not return, cannot say why, or know nothing of the other
// and nobody who knows them.
func decideOutgoing(s caseState) Recommendation {
	b := s.benefit
	near := s.who == acquaintance || s.common
	switch {
	case s.who == distrusted || b.uneven || b.uneasy || s.vague:
		return IgnoreOrVetFurther
	case s.who == trusted || near && b.favor == favorPassed:
		return Accept
	case b.favor != favorFailed && (b.reason == clearReason || near && b.reason == nameOnly):
		return ReviewAndAccept
	}
	return IgnoreOrVetFurther
}
