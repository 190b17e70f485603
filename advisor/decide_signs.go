package advisor

// tally counts the signs of authenticity for and against, in the coordinates
// that the judgment needs and no more, so that every tally the open questions
// could still lead to can be followed exactly (ahead_tallies.go).
//
//	against          strong signs against
//	moderateAgainst  moderate ones
//	weakAgainst      weak ones
//	strongFor        strong signs for; a confirmed identity counts as enough of
//	                 them to settle every moderate sign against (001 P12, V5)
//	moderate         moderate signs for less moderate signs against
//	weak             weak signs for less weak signs against
//	outside          signs for that are not in the inviter's hands
type tally struct {
	against, moderateAgainst, weakAgainst, strongFor, moderate, weak, outside int
}

func (t tally) plus(d tally) tally {
	return tally{
		t.against + d.against, t.moderateAgainst + d.moderateAgainst, t.weakAgainst + d.weakAgainst,
		t.strongFor + d.strongFor, t.moderate + d.moderate, t.weak + d.weak, t.outside + d.outside,
	}
}

// others are the signs against that are not strong.
func (t *tally) others() int { return t.moderateAgainst + t.weakAgainst }

// The most that each count can matter: two strong signs against are enough,
// and three strong signs for outweigh the three moderate ones there can be.
const (
	maxAgainst   = 2
	maxOthers    = 2
	maxStrongFor = 3
)

// authenticity is the judgment over all signs, best first.
type authenticity uint8

const (
	genuine  authenticity = iota // enough for, one of it from outside, nothing strong or moderate left against
	open                         // not enough known
	shaky                        // a moderate sign against is left, or one with a weak one and nothing from outside
	doubtful                     // a strong sign against
	fake                         // two strong signs against, or one with two others, and nothing strong for
)

// judge weighs a tally.
func judge(t tally) authenticity {
	switch {
	case t.strongFor == 0 && (t.against >= 2 || t.against == 1 && t.others() >= 2):
		return fake
	case t.against > 0:
		return doubtful
	case t.moderate+t.strongFor < 0,
		t.outside == 0 && t.moderateAgainst > 0 && t.weakAgainst > 0:
		return shaky
	case t.outside > 0 && enough(t):
		return genuine
	}
	return open
}

// enough holds for one strong sign, two moderate ones, a moderate one that the
// weak ones do not speak against, or four weak ones.
func enough(t tally) bool {
	return t.strongFor > 0 || t.moderate >= 2 || t.moderate == 1 && t.weak >= 0 || t.weak >= 4
}

// missingBadge is what verified = none adds for a recruiter or an executive.
var missingBadge = tally{moderateAgainst: 1, moderate: -1}

// groupThin marks the signs that move together and count once.
const groupThin = "thin"

// signDelta is what an answer to a vetting question adds to the tally, coming
// from somebody known or not, and from a recruiter or salesperson or not. The
// missing badge is left to the verdict, which knows the role.
func signDelta(a *ruleAnswer, known, trade bool) tally {
	if a.When == whenRecruiter || a.When == whenStranger && known {
		return tally{}
	}
	strength := a.Strength
	if trade && a.InTrade != "" {
		strength = a.InTrade
	}
	switch a.Outcome {
	case Opposes:
		return map[Strength]tally{
			Strong: {against: 1}, Moderate: {moderateAgainst: 1, moderate: -1}, Weak: {weakAgainst: 1, weak: -1},
		}[strength]
	case Supports:
		t := map[Strength]tally{Strong: {strongFor: 1}, Moderate: {moderate: 1}, Weak: {weak: 1}}[strength]
		if a.Settles {
			t.strongFor = maxStrongFor
		}
		t.outside = bit(a.Outside)
		return t
	}
	return tally{}
}

// signSum adds answers up, counting the signs that move together once.
type signSum struct{ sum, thin tally }

func (s *signSum) add(q *sign, option int, from sender) {
	if d := q.weights(from)[option]; q.thin[option] {
		s.thin = heavier(s.thin, d)
	} else {
		s.sum = s.sum.plus(d)
	}
}

func (s *signSum) tally() tally { return s.sum.plus(s.thin) }

// tally adds up the answers as they are; open questions add nothing.
func (o *options) tally(from sender) tally {
	var s signSum
	for _, q := range o.r.signs {
		if !o.isOpen(q.ruleQuestion) {
			s.add(q, o.option(q.ruleQuestion), from)
		}
	}
	return s.tally()
}

// heavier returns the one of two deltas that weighs more against.
func heavier(a, b tally) tally {
	if b.against > a.against || b.against == a.against && b.others() > a.others() {
		return b
	}
	return a
}
