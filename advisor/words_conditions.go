package advisor

import (
	"fmt"
	"slices"
	"strings"
)

// conditionOf returns the test that one condition in rulebook.yaml stands for: a
// name, question=value for an answer that counts, or goal=name.
func (b *rulebook) conditionOf(name string) (func(w wording) bool, error) {
	id, value, isAnswer := strings.Cut(name, "=")
	if !isAnswer {
		if test := conditionTests[name]; test != nil {
			return test, nil
		}
		return nil, fmt.Errorf("unknown condition %q", name)
	}
	if id == "goal" && slices.ContainsFunc(b.Goals, func(g goal) bool { return g.ID == value }) {
		return func(w wording) bool { return slices.Contains(w.c.Profile.Goals, value) }, nil
	}
	q := b.byID[id]
	if q == nil || !slices.Contains(q.options, value) && !(q.UnsureCaps && value == DontKnow) {
		return nil, fmt.Errorf("unknown answer %q", name)
	}
	return func(w wording) bool { return w.is(id, value) }, nil
}

// conditionTests are the conditions that have a name.
var conditionTests = map[string]func(w wording) bool{
	// the inviter, or whom the person may invite
	"known":        func(w wording) bool { return w.state.who == trusted },
	"acquaintance": func(w wording) bool { return w.state.who == acquaintance },
	"distrusted":   func(w wording) bool { return w.state.who == distrusted },
	"stranger":     func(w wording) bool { return w.state.who == stranger },
	"unsaid":       func(w wording) bool { return w.c.Answers.Open("know") },
	"recruiter":    func(w wording) bool { return w.state.role.recruits() },
	"salesperson":  func(w wording) bool { return w.state.role.sells() },
	"peer":         func(w wording) bool { return w.state.role == peer },

	// the person
	"posts_personal": func(w wording) bool { return w.c.Profile.PostsPersonal },
	"looking":        func(w wording) bool { return w.leaning.looking },
	"light":          func(w wording) bool { return w.c.Profile.Usage == "light" },
	"unsure":         func(w wording) bool { return w.c.Profile.Comfort == "unsure" },
	"many":           func(w wording) bool { return w.manyConnections() },

	// what the connection is worth
	"uneasy":          func(w wording) bool { return w.state.benefit.uneasy },
	"uneven":          func(w wording) bool { return w.state.benefit.uneven },
	"vague":           func(w wording) bool { return w.state.vague },
	"failed":          func(w wording) bool { return w.state.benefit.favor == favorFailed },
	"passed":          func(w wording) bool { return w.state.benefit.favor == favorPassed },
	"worthless":       func(w wording) bool { return w.worthless() },
	"against joining": func(w wording) bool { return w.state.joining.against() },

	// the signs
	"stopped":      func(w wording) bool { return w.state.stop >= stopDecline },
	"taken over":   func(w wording) bool { return w.takenOver() },
	"scam pattern": func(w wording) bool { return w.asking.facts&factScam != 0 },
	"fake":         func(w wording) bool { return w.state.stop < stopDecline && foundFake(w.state) },
	"strong sign":  func(w wording) bool { return w.real() >= doubtful },
	"shaky":        func(w wording) bool { return w.real() == shaky },
	"doubtful":     func(w wording) bool { return w.real() == doubtful || w.real() == shaky },
	"open":         func(w wording) bool { return w.real() == open },
	"own word":     func(w wording) bool { return w.state.ownWord },
	"unsure sign":  func(w wording) bool { return w.options.unsure != 0 },
	"unconfirmed":  func(w wording) bool { return w.sentence(unconfirmed) != "" },
	"waiting":      func(w wording) bool { return w.waiting() },

	// the advice
	"checked":        func(w wording) bool { return w.checked() },
	"clean":          func(w wording) bool { return w.sentence(against) == "" && w.sentence(unconfirmed) == "" },
	"unsettled":      func(w wording) bool { return !w.advice.Settled },
	"could open":     func(w wording) bool { return w.advice.Possible[0] < w.advice.Recommendation },
	"can be asked":   func(w wording) bool { return w.canBeAsked() },
	"can be told no": func(w wording) bool { return w.canBeToldNo() },
}

// checkWords reports an entry without a recommendation, or with a condition that
// the code does not know.
func (b *rulebook) checkWords() error {
	for p := incoming; p <= outgoing; p++ {
		w := b.words(p)
		for _, r := range w.Respond {
			if err := r.check(b, "response", r.Way); err != nil {
				return err
			}
		}
		for _, r := range w.Replies {
			if err := r.check(b, "reply", r.Kind); err != nil {
				return err
			}
		}
		for _, s := range w.Summaries {
			if err := s.check(b, "summary", s.Text); err != nil {
				return err
			}
		}
		for _, s := range w.NextSteps {
			if err := s.check(b, "next step", s.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g guard) check(b *rulebook, kind, text string) error {
	if len(g.For) == 0 {
		return fmt.Errorf("%s %q is for no recommendation", kind, text)
	}
	for _, name := range g.names() {
		if _, err := b.conditionOf(name); err != nil {
			return fmt.Errorf("%s %q: %w", kind, text, err)
		}
	}
	return nil
}

// names returns the conditions named, without "not" and "or".
func (g guard) names() []string {
	var names []string
	for _, text := range g.When {
		for name := range strings.SplitSeq(text, " or ") {
			names = append(names, strings.TrimPrefix(name, "not "))
		}
	}
	return names
}

// holds reports whether an entry belongs to this advice.
func (w wording) holds(g guard) bool {
	return slices.Contains(g.For, w.advice.Recommendation) && !slices.ContainsFunc(g.When, func(text string) bool { return !w.anyHolds(text) })
}

func (w wording) anyHolds(text string) bool {
	for name := range strings.SplitSeq(text, " or ") {
		name, negated := strings.CutPrefix(name, "not ")
		if test, err := w.asking.r.conditionOf(name); err == nil && test(w) != negated {
			return true
		}
	}
	return false
}

// is reports whether a question that counts was answered with the value.
func (w wording) is(id, value string) bool {
	return slices.Contains(w.c.Answers[id], value) && w.asking.counts(w.asking.r.byID[id])
}

// real is the authenticity that decided.
func (w wording) real() authenticity {
	return w.state.judged(w.state.badge == badgeNone && w.state.badgeMissed())
}

func (w wording) manyConnections() bool {
	own := w.c.Profile.Connections
	return own != nil && *own >= manyConnections
}

// worthless holds when there is nothing in it for the person.
func (w wording) worthless() bool {
	return w.state.benefitLevel(true, w.leaning) == benefitNone
}

// takenOver holds when the account of a friend does what the friend would not.
func (w wording) takenOver() bool {
	return w.state.who == trusted && slices.ContainsFunc(w.asking.r.stops, func(q *stopSign) bool {
		ans, _ := q.answer(w.options.value(q.ruleQuestion))
		return ans.IfTrusted != nil
	})
}

// waiting holds while a grave sign is neither confirmed nor denied.
func (w wording) waiting() bool {
	return w.options.waits(w.state.path, w.state.who) != noStop
}

// checked holds when something that can be looked at speaks for them.
func (w wording) checked() bool {
	return slices.ContainsFunc(w.advice.Reasons, func(f Finding) bool {
		return f.Outcome == Supports && w.asking.r.byID[f.Question].Stage == StageVetting
	})
}

// canBeAsked holds when a question to them does no harm and is honest.
func (w wording) canBeAsked() bool {
	return w.state.stop == noStop && w.real() < doubtful && w.state.who != distrusted && !w.state.benefit.uneasy &&
		!w.state.mistaken && !w.is("motive", "mistake")
}

// canBeToldNo holds for those who should hear from the person at all.
func (w wording) canBeToldNo() bool {
	return !foundFake(w.state) && !w.takenOver() && !w.is("impostor", "yes") && !w.is("advances", "yes")
}
