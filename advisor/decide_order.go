package advisor

// stopLevel is the worst stop sign answered, mildest first.
type stopLevel uint8

const (
	noStop stopLevel = iota
	stopDecline
	stopBlock
)

func (s stopLevel) recommendation() Recommendation {
	if s == stopBlock {
		return DeclineAndBlock
	}
	return Decline
}

// caseState is a case reduced to what decides it.
type caseState struct {
	path    path
	stop    stopLevel
	who     who
	role    role
	badge   badge
	signs   judgement
	benefit benefit
	shared  bool // people in common, for outgoing invitations
	vague   bool // cannot say why in their own words, for outgoing invitations
}

// judgement is the authenticity as the signs stand, and as it would be if a
// missing badge counted against them.
type judgement struct{ plain, withoutBadge authenticity }

// decide is the order of decision: stop signs, known and trusted,
// authenticity, benefit, role table, leans. More cautious wins.
func decide(s caseState, l leaning) Recommendation {
	if s.stop != noStop {
		return s.stop.recommendation()
	}
	switch s.path {
	case joining:
		return decideJoining(s.who, l)
	case outgoing:
		return decideOutgoing(s)
	}
	if s.role == badRecruiter {
		return Decline // a stop sign too, though it is asked later
	}
	if s.who == trusted {
		return Accept
	}
	r := tableRow(s, l)
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
	clear := s.benefit.reason == clearReason || s.benefit.reason == nameOnly && nameCounts ||
		s.benefit.favor == favorPassed || s.role == sellerLikely ||
		s.role == recruiter && l.wantsRecruiter || s.role == peer && l.wantsPeer
	switch {
	case clear:
		return benefitClear
	case s.benefit.favor == favorFailed:
		return benefitNone
	}
	return benefitUnclear
}

// cell reads one cell of the role table (advice for a person who is not
// trusted yet).
func cell(s caseState, real authenticity, w benefitLevel, l leaning) Recommendation {
	switch {
	case real == fake:
		return Decline
	case real == doubtful || real == shaky || w == benefitNone:
		return IgnoreOrVetFurther
	case s.role == recruiter || s.role == sellerLikely:
		return ReviewAndAccept
	case s.role == sellerUnclear:
		return ReviewAndAcceptIfRelevant
	case s.role == sellerNever || real == open:
		return IgnoreOrVetFurther
	case w == benefitClear:
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

// decideJoining: an invitation to join LinkedIn is about the inviter and the
// person's own plans (000).
func decideJoining(w who, l leaning) Recommendation {
	switch {
	case w == trusted:
		return Accept
	case w == acquaintance && !l.against:
		return ReviewAndAccept
	}
	return IgnoreOrVetFurther
}

// decideOutgoing: accept means "send it" (003 N1, N2). Not when they would ask
// a favor they would not return, cannot say why, or know nothing of the other.
func decideOutgoing(s caseState) Recommendation {
	switch {
	case s.who == distrusted || s.benefit.uneven || s.vague:
		return IgnoreOrVetFurther
	case s.who == trusted || s.benefit.favor == favorPassed && (s.who == acquaintance || s.shared || s.benefit.reason != noReason):
		return Accept
	case s.benefit.favor == favorPassed || s.benefit.reason != noReason && s.benefit.favor != favorFailed:
		return ReviewAndAccept
	}
	return IgnoreOrVetFurther
}
