package advisor

// tally counts the signs of authenticity for and against, in the coordinates
// that the judgement needs and no more, so that every tally the open questions
// could still lead to can be followed exactly (completions.go).
//
//	against   strong signs against
//	others    moderate and weak signs against
//	strongFor strong signs for; a confirmed identity counts as enough of them
//	          to settle every moderate sign against (001 P12, V5)
//	moderate  moderate signs for less moderate signs against
//	weak      weak signs for less weak signs against
type tally struct {
	against, others, strongFor, moderate, weak int
}

func (t tally) plus(d tally) tally {
	return tally{t.against + d.against, t.others + d.others, t.strongFor + d.strongFor, t.moderate + d.moderate, t.weak + d.weak}
}

// The most that each count can matter: two strong signs against are enough,
// and three strong signs for outweigh the three moderate ones there can be.
const (
	maxAgainst   = 2
	maxOthers    = 2
	maxStrongFor = 3
)

// authenticity is the judgement over all signs, best first.
type authenticity uint8

const (
	genuine  authenticity = iota // enough for, nothing strong or moderate left against
	open                         // not enough known
	shaky                        // a moderate sign against is left
	doubtful                     // a strong sign against
	fake                         // two strong signs against, or one with two others, and nothing strong for
)

// judge weighs a tally.
func judge(t tally) authenticity {
	switch {
	case t.strongFor == 0 && (t.against >= 2 || t.against == 1 && t.others >= 2):
		return fake
	case t.against > 0:
		return doubtful
	case t.moderate+t.strongFor < 0:
		return shaky
	case enough(t):
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
var missingBadge = tally{others: 1, moderate: -1}

// groupThin marks the signs that move together and count once.
const groupThin = "thin"

// signDelta is what an answer to a vetting question adds to the tally. The
// missing badge is left to the verdict, which knows the role.
func signDelta(q *ruleQuestion, a ruleAnswer, w who) tally {
	if a.When == whenRecruiter || a.When == whenStranger && w != stranger {
		return tally{}
	}
	if q.ID == "identity" && a.Outcome == Supports {
		return tally{strongFor: maxStrongFor}
	}
	switch {
	case a.Outcome == Opposes && a.Strength == Strong:
		return tally{against: 1}
	case a.Outcome == Opposes && a.Strength == Moderate:
		return tally{others: 1, moderate: -1}
	case a.Outcome == Opposes && a.Strength == Weak:
		return tally{others: 1, weak: -1}
	case a.Outcome == Supports && a.Strength == Strong:
		return tally{strongFor: 1}
	case a.Outcome == Supports && a.Strength == Moderate:
		return tally{moderate: 1}
	case a.Outcome == Supports && a.Strength == Weak:
		return tally{weak: 1}
	}
	return tally{}
}

// signSum adds answers up, counting the signs that move together once.
type signSum struct{ sum, thin tally }

func (s *signSum) add(q *sign, option int, w who) {
	if d := q.weights(w)[option]; q.thin[option] {
		s.thin = heavier(s.thin, d)
	} else {
		s.sum = s.sum.plus(d)
	}
}

func (s *signSum) tally() tally { return s.sum.plus(s.thin) }

// tally adds up the answers as they are; open questions add nothing.
func (o *options) tally(w who) tally {
	var s signSum
	for _, q := range rules().signs {
		if !o.isOpen(q.ruleQuestion) {
			s.add(q, int(o[q.index]), w)
		}
	}
	return s.tally()
}

// heavier returns the one of two deltas that weighs more against.
func heavier(a, b tally) tally {
	if b.against > a.against || b.against == a.against && b.others > a.others {
		return b
	}
	return a
}
