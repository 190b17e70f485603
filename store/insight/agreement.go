package insight

import (
	"cmp"
	"slices"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Agreement is how what the person did compares with what was advised then.
type Agreement struct {
	Advised    int     `json:"advised"`     // decisions that had advice
	Enough     bool    `json:"enough"`      // to say anything of habits
	Opened     int     `json:"opened"`      // accepted or sent, where the advice was against it
	Closed     int     `json:"closed"`      // turned down, where the advice was to accept
	Milder     int     `json:"milder"`      // turned down more softly than advised
	Harder     int     `json:"harder"`      // or harder
	Left       int     `json:"left_to_you"` // where the advice was to accept if relevant
	LeftOpened int     `json:"left_opened"` // of these, accepted
	Groups     []Group `json:"groups"`      // where the person differs as a habit, most cases first
}

// Way is in which direction a person differs from the advice.
type Way string

// The ways.
const (
	Opened Way = "opened" // they accept what the advice is against
	Closed Way = "closed" // they turn down what the advice is for
)

// Group is what the person does differently where one answer is given.
type Group struct {
	Question  string `json:"question"`
	Answer    string `json:"answer"`
	Label     string `json:"label"` // both in words
	Way       Way    `json:"way"`
	Cases     int    `json:"cases"`     // in which the advice was on the other side
	Differing int    `json:"differing"` // of these, decided the other way
	Tried     int    `json:"tried"`     // the newest that differ, on which today's advice and settings are tried
	Today     int    `json:"today"`     // of these, those in which today's advice is what they did
	Setting   string `json:"setting"`   // of the profile, in words, with which the advice would be that in most; "" for none
	Rule      string `json:"rule"`      // where there is no such setting: of the person's own about this answer, as their file has it; "" for none
	Matched   int    `json:"matched"`   // in how many the one or the other would
}

// How many cases it takes before anything is called a habit.
const (
	leastAdvised   = 10 // decisions with advice
	leastCases     = 5  // in a group
	leastDiffering = 3
	mostGroups     = 5
	mostKept       = 128 // decisions that settings are tried on
)

// stance is how a decision stands to the advice.
type stance uint8

const (
	unadvised stance = iota
	asAdvised
	nearAdvice
	againstAdvice
)

// stanceOf is how the decision of an invitation stands to what was advised then.
func stanceOf(inv *record.Invitation) stance {
	switch {
	case inv.Advised == 0:
		return unadvised
	case inv.Decision.CarriesOut(inv.Advised, inv.Report):
		return asAdvised
	case inv.Decision.Agrees(inv.Advised):
		return nearAdvice
	}
	return againstAdvice
}

// isOpen reports whether a recommendation is for the connection, isShut whether it
// is against it. One is neither: to accept if relevant.
func isOpen(r advisor.Recommendation) bool {
	return r == advisor.Accept || r == advisor.ReviewAndAccept
}
func isShut(r advisor.Recommendation) bool { return r >= advisor.IgnoreOrVetFurther }

// opens reports whether a decision makes a connection.
func opens(d record.Decision) bool { return d == record.Accepted || d == record.Sent }

// trait is an answer that may be why a person differs, and how often they did.
type trait struct {
	question, answer, label string
	opened, closed          tallied
}

// tallied is in how many cases the advice was on the other side, and how many of
// these were decided against it.
type tallied struct{ cases, differing int }

// agreement counts decisions against advice.
type agreement struct {
	profile advisor.Profile
	stances [againstAdvice + 1]int
	found   Agreement
	traits  []trait
	byName  map[string]int // places in traits, by question=answer
	kept    []kept         // the newest
}

// kept is a decision that settings are tried on.
type kept struct {
	of       advisor.Case
	decision record.Decision
	report   bool
	way      Way // "" where it does not differ
}

func newAgreement(profile advisor.Profile) agreement {
	a := agreement{profile: profile, byName: map[string]int{}}
	for _, q := range advisor.Questions() {
		if q.NeverWeighs || q.Stage == advisor.StageStart {
			continue
		}
		for _, c := range q.Answers {
			// An answer that weighs nothing is no reason, but who they are may be.
			if c.Value == advisor.DontKnow || c.Outcome == advisor.Neutral && q.Stage != advisor.StageRelationship {
				continue
			}
			a.byName[traitName(q.ID, c.Value)] = len(a.traits)
			a.traits = append(a.traits, trait{question: q.ID, answer: c.Value, label: q.Label + ": " + c.Label})
		}
	}
	return a
}

func traitName(question, answer string) string { return question + "=" + answer }

// decided counts a decision.
func (a *agreement) decided(inv *record.Invitation) stance {
	stands := stanceOf(inv)
	a.stances[stands]++
	if stands == unadvised {
		return stands
	}
	f := &a.found
	f.Advised++
	opened := opens(inv.Decision)
	var way Way
	switch {
	case isShut(inv.Advised) && opened:
		f.Opened++
		way = Opened
	case isOpen(inv.Advised) && !opened:
		f.Closed++
		way = Closed
	case stands == againstAdvice && inv.Advised == advisor.DeclineAndBlock:
		f.Milder++
	case stands == againstAdvice:
		f.Harder++
	case !isShut(inv.Advised) && !isOpen(inv.Advised):
		f.Left++
		if opened {
			f.LeftOpened++
		}
	}
	for question, values := range inv.Answers {
		for _, value := range values {
			at, known := a.byName[traitName(question, value)]
			if !known {
				continue
			}
			t := &a.traits[at]
			t.opened.add(isShut(inv.Advised), way == Opened)
			t.closed.add(isOpen(inv.Advised), way == Closed)
		}
	}
	if len(a.kept) < mostKept {
		a.kept = append(a.kept, kept{inv.Case(a.profile), inv.Decision, inv.Report, way})
	}
	return stands
}

func (t *tallied) add(otherSide, differs bool) {
	if otherSide {
		t.cases++
	}
	if differs {
		t.differing++
	}
}

// report says what was counted.
func (a *agreement) report(r *Report) {
	r.AsAdvised, r.NearAdvice = a.stances[asAdvised], a.stances[nearAdvice]
	r.AgainstAdvice, r.WithoutAdvice = a.stances[againstAdvice], a.stances[unadvised]
	r.Agreement = a.found
	r.Agreement.Enough = a.found.Advised >= leastAdvised
	r.Agreement.Groups = a.groups()
}

// groups are the habits in which the person differs. An answer that only comes
// together with one before says nothing new and is left out.
func (a *agreement) groups() []Group {
	groups := []Group{}
	if a.found.Advised < leastAdvised {
		return groups
	}
	var candidates []Group
	for _, t := range a.traits {
		for _, side := range []struct {
			way Way
			tallied
		}{{Opened, t.opened}, {Closed, t.closed}} {
			if side.cases >= leastCases && side.differing >= leastDiffering && 2*side.differing > side.cases {
				candidates = append(candidates, Group{
					Question: t.question, Answer: t.answer, Label: t.label, Way: side.way, Cases: side.cases, Differing: side.differing,
				})
			}
		}
	}
	// The most cases first; of as many, what is so in the greater share of them.
	slices.SortStableFunc(candidates, func(x, y Group) int {
		return cmp.Or(y.Differing-x.Differing, x.Cases-y.Cases)
	})
	explained := make([]bool, len(a.kept))
	trial := newTrial(a)
	for _, g := range candidates {
		cases := a.differing(g)
		if fresh := countWhere(cases, func(i int) bool { return !explained[i] }); fresh < min(leastDiffering, g.Differing) {
			continue
		}
		for _, i := range cases {
			explained[i] = true
		}
		trial.run(a.profile)
		g.Tried, g.Today = len(cases), countWhere(cases, func(i int) bool { return trial.today[i] })
		if 2*g.Today < g.Tried {
			g.Setting, g.Matched = trial.best(cases)
		}
		if 2*g.Today < g.Tried && g.Setting == "" {
			g.Rule, g.Matched = trial.rule(g.Question, g.Answer, a.profile, cases)
		}
		if groups = append(groups, g); len(groups) == mostGroups {
			break
		}
	}
	return groups
}

// differing are the places of the kept cases that a group is about.
func (a *agreement) differing(g Group) []int {
	var places []int
	for i := range a.kept {
		if a.kept[i].way == g.Way && slices.Contains(a.kept[i].of.Answers[g.Question], g.Answer) {
			places = append(places, i)
		}
	}
	return places
}

func countWhere(places []int, wanted func(int) bool) int {
	n := 0
	for _, i := range places {
		if wanted(i) {
			n++
		}
	}
	return n
}
