package insight

import (
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
			add("the goal “"+goal.Label+"”", func(p *advisor.Profile) { p.Goals = append(slices.Clone(p.Goals), goal.Value) })
		}
	}
	for _, search := range []struct{ value, words string }{{"looking", "that you are looking for a job"}, {"no", "that you are not looking for a job"}} {
		if p.JobSearch != search.value {
			add(search.words, func(p *advisor.Profile) { p.JobSearch = search.value })
		}
	}
	for _, usage := range []struct{ value, words string }{{"active", "that you use LinkedIn actively"}, {"light", "that you use LinkedIn little"}} {
		if p.Usage != usage.value {
			add(usage.words, func(p *advisor.Profile) { p.Usage = usage.value })
		}
	}
	for _, comfort := range []struct{ value, words string }{{"comfortable", "that you are at ease with LinkedIn"}, {"unsure", "that you are unsure about LinkedIn"}} {
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
	for i, k := range t.kept {
		k.of.Profile = profile
		r, report, _ := advisor.Assess(k.of)
		matches[i] = k.decision.CarriesOut(r, report)
	}
	return matches
}

// best is the setting that brings the advice to the person in most of the cases,
// and in how many. It must do so in half of them at least, and not lose as much
// elsewhere: else there is none.
func (t *trial) best(cases []int) (words string, matched int) {
	all := make([]int, len(t.kept))
	for i := range all {
		all[i] = i
	}
	before := countWhere(all, func(i int) bool { return t.today[i] })
	for at, s := range t.settings {
		n := countWhere(cases, func(i int) bool { return t.matches[at][i] })
		after := countWhere(all, func(i int) bool { return t.matches[at][i] })
		if n > matched && 2*n >= len(cases) && after > before {
			words, matched = s.words, n
		}
	}
	return words, matched
}
