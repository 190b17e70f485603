package advisor

import (
	"cmp"
	"slices"
	"strings"
)

// findings returns one finding for each question, in the order of the
// rulebook.
func (v *view) findings() []Finding {
	list := make([]Finding, 0, len(v.asking.r.Questions))
	for i := range v.asking.r.Questions {
		list = append(list, v.finding(&v.asking.r.Questions[i]))
	}
	return list
}

// view is a case with all that its findings rest on.
type view struct {
	c       Case
	asking  asking
	options options
	state   caseState
	leaning leaning
}

func (v *view) finding(q *ruleQuestion) Finding {
	f := Finding{Question: q.ID, Outcome: Unknown, Sources: []string{}}
	switch {
	case !v.asking.counts(q):
		f.Outcome = NotAsked
		return f
	case v.options.warned(v.state.path, v.state.who).has(q):
		return v.unconfirmed(q)
	case v.c.Answers.Open(q.ID):
		if q.Stage == StageStart {
			f.Outcome = Neutral // both have a default
		}
		return f
	}
	for _, value := range v.c.Answers[q.ID] {
		ans, _ := q.answer(value)
		f.merge(v.weighed(&ans))
	}
	if v.asking.facts&factScam != 0 && (q.ID == "off_platform" || q.ID == "too_good") {
		f.Strength = Veto
	}
	return f
}

// unconfirmed is the finding on what was seen and not looked at yet.
func (v *view) unconfirmed(q *ruleQuestion) Finding {
	f := Finding{Question: q.ID, Outcome: Opposes, Unconfirmed: true}
	for _, s := range v.c.Unconfirmed {
		if s.Question == q.ID && f.Text == "" {
			ans, _ := q.answer(s.Answer)
			f.Strength, f.Sources, f.Text = ans.Strength, ans.Sources, cmp.Or(s.Because, ans.Because)
		}
	}
	return f
}

// weighed returns what one answer contributes under the conditions it needs.
func (v *view) weighed(ans *ruleAnswer) Finding {
	f := Finding{Outcome: ans.Outcome, Strength: ans.Strength, Text: cmp.Or(ans.veto(v.state.who).Because, ans.Because), Sources: ans.Sources}
	if ans.InTrade != "" && v.state.role.trades() {
		f.Strength = ans.InTrade
	}
	silent := ans.When == whenStranger && v.state.who != stranger ||
		ans.When == whenRecruiter && !v.state.badgeMissed() ||
		ans.Outcome == Supports && ans.Reason != "" && v.leaning.kindOf(v.state.path, ans) == noReason
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
