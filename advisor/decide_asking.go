package advisor

import (
	"fmt"
	"slices"
	"strings"
)

// Applies reports whether a question is asked, given the other answers. The
// answer to a question that does not apply is kept but does not count (for the
// exceptions see counts_when in rulebook.yaml).
func Applies(id string, a Answers) bool {
	r := rules()
	q, ok := r.byID[id]
	return ok && r.askingOf(a).applies(q)
}

// Counts reports whether an answer to a question would count, given the other
// answers.
func Counts(id string, a Answers) bool {
	r := rules()
	q, ok := r.byID[id]
	return ok && r.askingOf(a).counts(q)
}

// asking is what decides which questions are asked.
type asking struct {
	r       *ruleset
	path    path
	facts   askFacts
	answers Answers
}

// askFacts is what the conditions of ask_when and counts_when speak of, one bit
// each.
type askFacts uint16

const (
	factAlways  askFacts = 1 << iota
	factWell             // they are known well
	factKnown            // well or slightly
	factTrusted          // known well and trusted
	factRoleSaid
	factRecruiter
	factSalesperson
	factFavorsOpen // the main favors are not both answered
	factScam       // the scam pattern is complete
	factAnswered   // the question itself is
)

// askFactNames are the facts as rulebook.yaml names them.
var askFactNames = map[string]askFacts{
	"always": factAlways, "well": factWell, "known": factKnown, "trusted": factTrusted, "role said": factRoleSaid,
	"recruiter": factRecruiter, "salesperson": factSalesperson, "favors open": factFavorsOpen, "scam": factScam, "answered": factAnswered,
}

func (r *ruleset) askingOf(a Answers) asking {
	know, role := a.Value("know"), a.Value("role")
	s := asking{r: r, path: pathOf(a.Value("direction"), a.Value("kind")), facts: factAlways, answers: a}
	for _, f := range []struct {
		fact  askFacts
		holds bool
	}{
		{factWell, know == "well"},
		{factKnown, know == "well" || know == "slightly"},
		{factTrusted, know == "well" && a.Value("trust") == "yes"},
		{factRoleSaid, role != "" && role != DontKnow},
		{factRecruiter, role == "recruiter"},
		{factSalesperson, role == "salesperson"},
		{factFavorsOpen, a.Open("favor_do") || a.Open("favor_ask")},
		{factScam, a.Value("off_platform") == "yes" && a.Value("too_good") == "yes"},
	} {
		if f.holds {
			s.facts |= f.fact
		}
	}
	return s
}

// applies reports whether a question is asked.
func (s asking) applies(q *ruleQuestion) bool {
	return s.r.asked[q.index].ask[s.path].hold(s.facts)
}

// counts reports whether an answer to the question would count.
func (s asking) counts(q *ruleQuestion) bool {
	facts := s.facts
	if !s.answers.Open(q.ID) {
		facts |= factAnswered
	}
	return s.r.asked[q.index].count[s.path].hold(facts)
}

// conditions are those of one question, on each path.
type conditions struct{ ask, count [outgoing + 1]clauses }

// clauses hold when all of them do; none never hold.
type clauses []clause

// A clause holds when one of its facts does, or one of its negated does not.
type clause struct{ facts, negated askFacts }

func (c clauses) hold(f askFacts) bool {
	return len(c) > 0 && !slices.ContainsFunc(c, func(c clause) bool { return f&c.facts == 0 && ^f&c.negated == 0 })
}

func newConditions(q *ruleQuestion) (c conditions, err error) {
	count := q.CountsWhen
	if count == nil {
		count = &q.AskWhen
	}
	for p := incoming; p <= outgoing; p++ {
		if c.ask[p], err = newClauses(q.AskWhen.on(p)); err != nil {
			return c, err
		}
		if c.count[p], err = newClauses(count.on(p)); err != nil {
			return c, err
		}
	}
	return c, nil
}

// newClauses reads conditions such as "known" and "not trusted or scam".
func newClauses(list []string) (clauses, error) {
	var all clauses
	for _, text := range list {
		var c clause
		for name := range strings.SplitSeq(text, " or ") {
			name, negated := strings.CutPrefix(name, "not ")
			fact, known := askFactNames[name]
			switch {
			case !known:
				return nil, fmt.Errorf("unknown condition %q", name)
			case negated:
				c.negated |= fact
			default:
				c.facts |= fact
			}
		}
		all = append(all, c)
	}
	return all, nil
}
