package advisor

import (
	"slices"
	"strings"
)

// findings returns one finding for each question, in the order of the
// rulebook.
func findings(a Answers, asks asking, s caseState, l leaning) []Finding {
	list := make([]Finding, 0, len(book().Questions))
	for i := range book().Questions {
		list = append(list, finding(&book().Questions[i], a, asks, s, l))
	}
	return list
}

func finding(q *ruleQuestion, a Answers, asks asking, s caseState, l leaning) Finding {
	f := Finding{Question: q.ID, Outcome: Unknown, Sources: []string{}}
	if !asks.counts(q) {
		f.Outcome = NotAsked
		return f
	}
	if isOpen(a, q.ID) {
		if q.Stage == StageStart {
			f.Outcome = Neutral // both have a default
		}
		return f
	}
	for _, value := range a[q.ID] {
		ans, _ := q.answer(value)
		f.merge(weighed(q, ans, s, l))
	}
	if asks.facts&factScam != 0 && (q.ID == "off_platform" || q.ID == "too_good") {
		f.Strength = Veto
	}
	return f
}

// weighed returns what one answer contributes under the conditions it needs.
func weighed(q *ruleQuestion, ans ruleAnswer, s caseState, l leaning) Finding {
	f := Finding{Outcome: ans.Outcome, Strength: ans.Strength, Text: ans.Because, Sources: ans.Sources}
	silent := ans.When == whenStranger && s.who != stranger ||
		ans.When == whenRecruiter && !s.badgeMissed() ||
		q.ID == "reasons" && !l.counts(ans.Value) ||
		q.ID == "field" && fieldReason(ans.Value, l) == noReason && ans.Outcome == Supports
	if silent {
		f.Outcome, f.Strength = Neutral, ""
	}
	return f
}

// badgeMissed reports whether the missing badge counts: for a recruiter, and
// for a leader or decision maker whose name is the only reason.
func (s caseState) badgeMissed() bool {
	return s.role.recruits() || s.benefit.reason == nameOnly
}

// merge adds another value's finding of the same multi question: the stronger
// outcome holds, the sentences follow each other.
func (f *Finding) merge(g Finding) {
	if f.Outcome == Unknown || f.Strength == "" && g.Strength != "" {
		f.Outcome, f.Strength = g.Outcome, g.Strength
	}
	f.Text = strings.TrimSpace(f.Text + " " + g.Text)
	for _, source := range g.Sources {
		if !slices.Contains(f.Sources, source) {
			f.Sources = append(f.Sources, source)
		}
	}
}

// reasons returns the findings that speak for or against, vetoes first, then
// by strength, then in the order of the rulebook.
func reasons(all []Finding) []Finding {
	list := []Finding{}
	for _, f := range all {
		if f.Outcome == Supports || f.Outcome == Opposes {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b Finding) int { return a.Strength.rank() - b.Strength.rank() })
	return list
}

// rank orders strengths, heaviest first.
func (s Strength) rank() int {
	return slices.Index([]Strength{Veto, Strong, Moderate, Weak, ""}, s)
}
