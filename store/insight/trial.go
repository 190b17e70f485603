package insight

import (
	"fmt"
	"slices"

	"linkvet/advisor"
)

// setting is a change of the profile that may bring the advice to what the person
// does.
type setting struct {
	words   string
	profile advisor.Profile
}

// settings are the changes of a profile there are, one at a time.
func settings(p advisor.Profile) []setting {
	var all []setting
	add := func(words string, change func(*advisor.Profile)) {
		changed := p
		change(&changed)
		all = append(all, setting{words, changed})
	}
	for _, goal := range advisor.GoalChoices() {
		if !slices.Contains(p.Goals, goal.Value) {
			add("Goal: "+goal.Label, func(p *advisor.Profile) { p.Goals = append(slices.Clone(p.Goals), goal.Value) })
		}
	}
	for _, search := range []struct{ value, words string }{{"looking", "Looking for a job"}, {"no", "Not looking for a job"}} {
		if p.JobSearch != search.value {
			add(search.words, func(p *advisor.Profile) { p.JobSearch = search.value })
		}
	}
	for _, usage := range []struct{ value, words string }{{"active", "Using LinkedIn actively"}, {"light", "Using LinkedIn little"}} {
		if p.Usage != usage.value {
			add(usage.words, func(p *advisor.Profile) { p.Usage = usage.value })
		}
	}
	for _, comfort := range []struct{ value, words string }{{"comfortable", "At ease with LinkedIn"}, {"unsure", "Unsure about LinkedIn"}} {
		if p.Comfort != comfort.value {
			add(comfort.words, func(p *advisor.Profile) { p.Comfort = comfort.value })
		}
	}
	return all
}

// trial says what each setting would make of the decisions that are kept: whether
// the advice would be what the person did.
type trial struct {
	kept     []kept
	settings []setting
	today    []bool   // with the profile as it is
	matches  [][]bool // by setting; nil until they are asked for
}

func newTrial(a *agreement) *trial { return &trial{kept: a.kept, settings: settings(a.profile)} }

// run assesses all once. It takes about as long as answering that many questions,
// so it waits until there is something to explain.
func (t *trial) run(now advisor.Profile) {
	if t.matches != nil {
		return
	}
	t.today = t.with(now)
	t.matches = make([][]bool, len(t.settings))
	for i, s := range t.settings {
		t.matches[i] = t.with(s.profile)
	}
}

// with says for which decisions the advice would be what the person did, had they
// that profile.
func (t *trial) with(profile advisor.Profile) []bool {
	matches := make([]bool, len(t.kept))
	rules := advisor.RulesInForce()
	for i, k := range t.kept {
		k.of.Profile = profile
		matches[i] = k.decision.CarriesOut(rules.Decide(k.of))
	}
	return matches
}

// best is the setting that brings the advice to the person in most of the cases,
// and in how many. It must do so in half of them at least, and not lose as much
// elsewhere: else there is none.
func (t *trial) best(cases []int) (words string, matched int) {
	for at, s := range t.settings {
		if n := t.gain(cases, t.matches[at]); n > matched {
			words, matched = s.words, n
		}
	}
	return words, matched
}

// gain is in how many of the cases the advice would be what the person did; 0 when
// that is less than half of them, or as much is lost elsewhere.
func (t *trial) gain(cases []int, matches []bool) int {
	n := countWhere(cases, func(i int) bool { return matches[i] })
	balance := 0
	for i := range matches {
		switch {
		case matches[i] && !t.today[i]:
			balance++
		case !matches[i] && t.today[i]:
			balance--
		}
	}
	if 2*n < len(cases) || balance <= 0 {
		return 0
	}
	return n
}

// rule is the rule about an answer that brings the advice to the person in most of
// the cases, as their file would have it, and in how many; "" for none. It is tried
// on linkvet's own rules: whose file there is knows better.
func (t *trial) rule(question, answer string, profile advisor.Profile, cases []int) (rule string, matched int) {
	if len(advisor.RulesInForce().Changes()) > 0 {
		return "", 0
	}
	for _, change := range changesOf(question) {
		line := fmt.Sprintf("{value: %q, %s}", answer, change)
		rules, err := advisor.ReadRules(fmt.Appendf(nil, "questions:\n  - id: %s\n    answers:\n      - %s\n", question, line), "rules.yaml")
		if err != nil {
			continue // not of that kind, or laxer than a veto
		}
		matches := make([]bool, len(t.kept))
		for i, k := range t.kept {
			k.of.Profile = profile
			matches[i] = k.decision.CarriesOut(rules.Decide(k.of))
		}
		if n := t.gain(cases, matches); n > matched {
			rule, matched = change, n
		}
	}
	return rule, matched
}

// changesOf are what a rule could make of an answer to a question, the smaller
// change first.
func changesOf(question string) []string {
	switch q, _ := advisor.QuestionByID(question); q.Stage {
	case advisor.StageVetting:
		return []string{"strength: moderate", "strength: weak", "strength: strong", "outcome: neutral"}
	case advisor.StageStopSigns:
		return []string{"then: ignore-or-vet-further", "then: decline", "then: decline-and-block"}
	}
	return nil
}
