package advisor

import (
	"fmt"
	"slices"
	"strings"
)

// condition returns the test that a name in rulebook.yaml's `when` stands for,
// or nil when there is none.
func condition(name string) func(w wording) bool {
	if value, ok := strings.CutPrefix(name, motivePrefix); ok {
		return func(w wording) bool { return w.is("motive", value) }
	}
	for _, among := range []func(string) func(w wording) bool{aboutThem, aboutYou, aboutAdvice} {
		if test := among(name); test != nil {
			return test
		}
	}
	return nil
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
	case "later":
		return func(w wording) bool { return w.state.role.sells() && w.is("relevant", "later") }
	case "relevant":
		return func(w wording) bool { return w.state.role == sellerLikely }
	case "mistaken":
		return func(w wording) bool { return w.is("claimed_tie", "mistaken") || w.is("motive", "mistake") }
	case "competitor":
		return func(w wording) bool { return w.is("conflict", "competitor") || w.is("conflict", "former_employer") }
	case "harassed":
		return func(w wording) bool { return w.is("harassed_you", "yes") }
	case "spam":
		return func(w wording) bool { return w.is("repeated_spam", "yes") }
	case "impostor":
		return func(w wording) bool { return w.is("impostor", "yes") }
	case "offplatform":
		return func(w wording) bool { return w.is("off_platform", "yes") }
	case "personal_note":
		return func(w wording) bool { return w.is("note", "personal") }
	case "no_note":
		return func(w wording) bool { return w.is("note", "none") }
	case "mentee":
		return func(w wording) bool { return w.is("reasons", "mentee") }
	case "interesting":
		return func(w wording) bool { return w.interesting() }
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
	case "scam":
		return func(w wording) bool { return w.scam() }
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
			if err := r.check("response", r.Way); err != nil {
				return err
			}
		}
		for _, r := range w.Replies {
			if err := r.check("reply", r.Kind); err != nil {
				return err
			}
		}
		for _, s := range w.Summaries {
			if err := s.check("summary", s.Text); err != nil {
				return err
			}
		}
		for _, s := range w.NextSteps {
			if err := s.check("next step", s.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g guard) check(kind, text string) error {
	if len(g.For) == 0 {
		return fmt.Errorf("%s %q is for no recommendation", kind, text)
	}
	for _, name := range g.When {
		if condition(strings.TrimPrefix(name, "not ")) == nil {
			return fmt.Errorf("%s %q: unknown condition %q", kind, text, name)
		}
	}
	return nil
}

// motivePrefix turns a value of the question motive into a condition.
const motivePrefix = "motive_"

// holds reports whether an entry belongs to this advice.
func (w wording) holds(g guard) bool {
	if !slices.Contains(g.For, w.advice.Recommendation) {
		return false
	}
	for _, name := range g.When {
		name, negated := strings.CutPrefix(name, "not ")
		if condition(name)(w) == negated {
			return false
		}
	}
	return true
}

// is reports whether a question that counts was answered with the value.
func (w wording) is(id, value string) bool {
	return slices.Contains(w.c.Answers[id], value) && w.asking.applies(book().byID[id])
}

// scam holds for the stop signs of a scam, as against harassment and repeats.
func (w wording) scam() bool {
	for _, id := range []string{"asks_for_money", "bad_link_or_file", "seeks_secrets", "bad_reports"} {
		if w.is(id, "yes") {
			return true
		}
	}
	return w.asking.facts&factScam != 0
}

// real is the authenticity that decided.
func (w wording) real() authenticity {
	return w.state.judged(w.state.badge == badgeNone && w.state.badgeMissed())
}

func (w wording) manyConnections() bool {
	own := w.c.Profile.Connections
	return own != nil && *own >= manyConnections
}

// interesting holds for somebody worth following even if not worth connecting.
func (w wording) interesting() bool {
	return w.is("admire", "yes") || w.is("reasons", "leader") || w.is("reasons", "learn_from")
}
