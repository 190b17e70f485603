package advisor

import (
	"fmt"
	"slices"
	"strings"
)

// conditionOf returns the test that one condition in rulebook.yaml stands for: a
// name, or question=value for an answer that counts.
func (b *rulebook) conditionOf(name string) (func(w wording) bool, error) {
	if id, value, isAnswer := strings.Cut(name, "="); isAnswer {
		if q := b.byID[id]; q == nil || !slices.Contains(q.options, value) {
			return nil, fmt.Errorf("unknown answer %q", name)
		}
		return func(w wording) bool { return w.is(id, value) }, nil
	}
	for _, among := range []func(string) func(w wording) bool{aboutThem, aboutYou, aboutAdvice} {
		if test := among(name); test != nil {
			return test, nil
		}
	}
	return nil, fmt.Errorf("unknown condition %q", name)
}

// aboutThem holds the conditions about the inviter and what they did.
func aboutThem(name string) func(w wording) bool {
	switch name {
	case "known":
		return func(w wording) bool { return w.state.who == trusted }
	case "acquaintance":
		return func(w wording) bool { return w.state.who == acquaintance }
	case "distrusted":
		return func(w wording) bool { return w.state.who == distrusted }
	case "stranger":
		return func(w wording) bool { return w.state.who == stranger }
	case "unsaid":
		return func(w wording) bool { return isOpen(w.c.Answers, "know") }
	case "recruiter":
		return func(w wording) bool { return w.state.role.recruits() }
	case "salesperson":
		return func(w wording) bool { return w.state.role.sells() }
	case "peer":
		return func(w wording) bool { return w.state.role == peer }
	}
	return nil
}

// aboutYou holds the conditions about the person and their answers on worth.
func aboutYou(name string) func(w wording) bool {
	switch name {
	case "posts_personal":
		return func(w wording) bool { return w.c.Profile.PostsPersonal }
	case "looking":
		return func(w wording) bool { return w.c.Profile.JobSearch == "looking" }
	case "light":
		return func(w wording) bool { return w.c.Profile.Usage == "light" }
	case "unsure":
		return func(w wording) bool { return w.c.Profile.Comfort == "unsure" }
	case "many":
		return func(w wording) bool { return w.manyConnections() }
	case "uneasy":
		return func(w wording) bool { return w.state.benefit.uneasy }
	case "uneven":
		return func(w wording) bool { return w.state.benefit.uneven }
	case "vague":
		return func(w wording) bool { return w.state.vague }
	case "failed":
		return func(w wording) bool { return w.state.benefit.favor == favorFailed }
	case "passed":
		return func(w wording) bool { return w.state.benefit.favor == favorPassed }
	}
	return nil
}

// aboutAdvice holds the conditions about the verdict.
func aboutAdvice(name string) func(w wording) bool {
	switch name {
	case "stopped":
		return func(w wording) bool { return w.state.stop != noStop }
	case "scam pattern":
		return func(w wording) bool { return w.asking.facts&factScam != 0 }
	case "fake":
		return func(w wording) bool { return w.state.stop == noStop && foundFake(w.state) }
	case "doubtful":
		return func(w wording) bool { return w.real() == doubtful || w.real() == shaky }
	case "open":
		return func(w wording) bool { return w.real() == open }
	case "unsettled":
		return func(w wording) bool { return !w.advice.Settled }
	}
	return nil
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
		if test, err := book().conditionOf(name); err == nil && test(w) != negated {
			return true
		}
	}
	return false
}

// is reports whether a question that counts was answered with the value.
func (w wording) is(id, value string) bool {
	return slices.Contains(w.c.Answers[id], value) && w.asking.counts(book().byID[id])
}

// real is the authenticity that decided.
func (w wording) real() authenticity {
	return w.state.judged(w.state.badge == badgeNone && w.state.badgeMissed())
}

func (w wording) manyConnections() bool {
	own := w.c.Profile.Connections
	return own != nil && *own >= manyConnections
}
