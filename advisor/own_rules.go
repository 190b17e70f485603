package advisor

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Rulebook is rules to advise by: linkvet's, or linkvet's under rules of the
// person's own.
type Rulebook struct{ chosen *ruleset } // nil for those of linkvet alone

// ProgramRules are those of linkvet alone. They are read once something is asked
// of them.
func ProgramRules() Rulebook { return Rulebook{} }

// RulesInForce are those that everything is advised by.
func RulesInForce() Rulebook { return Rulebook{inForce.Load()} }

func (b Rulebook) rules() *ruleset {
	if b.chosen != nil {
		return b.chosen
	}
	return program()
}

// ReadRules reads a file with rules of the person's own, strictly: the error is an
// *InputError with file, line and field.
func ReadRules(data []byte, file string) (Rulebook, error) {
	own, err := readOwnRules(data, file)
	if err != nil {
		return Rulebook{}, err
	}
	r, err := withOwn(own, data, -1)
	if err != nil {
		return Rulebook{}, err
	}
	r.own, r.data = own, data
	return Rulebook{r}, r.checkCases()
}

// Use makes them the rules in force.
func (b Rulebook) Use() { inForce.Store(b.chosen) }

// Name is what Rules returns while they are in force.
func (b Rulebook) Name() string { return b.rules().name }

// Advise is Advise by these rules.
func (b Rulebook) Advise(c Case) Advice { return b.rules().advise(c) }

// Decide returns what is advised, and whether to report, by these rules.
func (b Rulebook) Decide(c Case) (Recommendation, bool) { return b.rules().decide(c) }

func (r *ruleset) decide(c Case) (Recommendation, bool) {
	c = r.withPlans(c)
	l := r.leaningOf(c.Profile)
	kinds := r.reasonKindsOf(r.askingOf(c.Answers).path, l)
	o := r.optionsOf(c, kinds)
	s := o.state(kinds)
	return decide(s, l), o.reports(s)
}

// withoutOff are the answers without those to questions that the person turned off.
func (r *ruleset) withoutOff(a Answers) Answers {
	if len(r.off) == 0 || !slices.ContainsFunc(r.off, func(id string) bool { return len(a[id]) > 0 }) {
		return a
	}
	a = maps.Clone(a)
	for _, id := range r.off {
		delete(a, id)
	}
	return a
}

// RuleChange is one thing that the person's own rules change.
type RuleChange struct {
	Line  int    `json:"line"` // of their file
	Words string `json:"change"`
	Laxer bool   `json:"laxer"` // milder than a veto of linkvet's
}

// Changes are all of them, in the order of the file; never nil.
func (b Rulebook) Changes() []RuleChange {
	list := []RuleChange{}
	for _, c := range b.rules().changes {
		list = append(list, RuleChange{c.line, c.words, c.laxer})
	}
	return list
}

// RuleCase is an invitation that the person has thought through, and what they
// expect to be advised.
type RuleCase struct {
	Line   int
	Name   string
	Case   Case
	Expect Recommendation
	Report *bool // nil for either
}

// Cases are those of the file.
func (b Rulebook) Cases() []RuleCase {
	rules := b.rules().own
	if rules == nil {
		return nil
	}
	var list []RuleCase
	for i, own := range rules.Cases {
		answers := Answers{}
		for id, values := range own.Answers {
			answers[id] = values
		}
		p := own.Profile
		_, line := rules.node("cases", i)
		list = append(list, RuleCase{line, own.Name, Case{
			Profile: Profile(p), Answers: answers,
		}, own.Expect, own.Report})
	}
	return list
}

// checkCases reports a case without a name or an expectation, or with an answer
// that there is not under these rules.
func (r *ruleset) checkCases() error {
	for i, c := range (Rulebook{r}).Cases() {
		if c.Name == "" || c.Expect == 0 {
			return r.own.fail("cases", "a case has a name, and the recommendation to expect", recommendationIDs[1:], "cases", i)
		}
		for _, id := range sortedIDs(c.Case.Answers) {
			if err := r.checkAnswer(id, c.Case.Answers[id]); err != nil {
				return r.own.placed(err, "cases", i, "answers", id)
			}
		}
		if err := c.Case.Profile.Validate(); err != nil {
			return r.own.placed(err, "cases", i, "profile")
		}
	}
	return nil
}

// placed adds file and line to bad input.
func (o *ownRules) placed(err error, path ...any) error {
	if bad, ok := err.(*InputError); ok {
		placed := *bad
		placed.File = o.file
		_, placed.Line = o.node(path...)
		return &placed
	}
	return err
}

// ownNote says in a verdict what the person's own rules make of it: that linkvet
// itself would advise otherwise, or that one which is milder than linkvet's has
// been answered.
func (r *ruleset) ownNote(c Case, q inquiry) string {
	if r.own == nil {
		return ""
	}
	now, report := q.now, q.options.reports(q.state)
	was, wasReport := program().decide(c)
	advice := q.asking.path.advice(was, wasReport)
	switch {
	case was > now || was == now && wasReport && !report:
		return fmt.Sprintf(" Milder by your own rules: linkvet itself would say “%s”.", advice)
	case was < now || report != wasReport:
		return fmt.Sprintf(" Stricter by your own rules: linkvet itself would say “%s”.", advice)
	}
	for _, change := range r.changes {
		if change.laxer && slices.ContainsFunc(change.values, func(v string) bool { return slices.Contains(c.Answers[change.id], v) }) {
			return fmt.Sprintf(" Your own rules are milder than linkvet's here: %s.", change.words)
		}
	}
	return ""
}

// Why says which of the person's own rules makes these rules advise something
// else than was: the one without which it would be advised still. Without such a
// one it names what weighs most by these rules.
func (b Rulebook) Why(c Case, was Recommendation, report bool) string {
	for _, change := range b.rules().changes {
		if change.question < 0 {
			continue
		}
		without := b.rules().without(change.question)
		if now, reports := without.decide(c); now == was && reports == report {
			return change.words
		}
	}
	v := b.rules().viewOf(c)
	now := decide(v.state, v.leaning)
	weighs := reasons(v.findings())
	at := slices.IndexFunc(weighs, func(f Finding) bool { return (f.Outcome == Opposes) == (now > was) })
	if at < 0 {
		return "too little is known for it"
	}
	return strings.TrimSuffix(cmp.Or(weighs[at].Text, weighs[at].Question), ".")
}

// viewOf is a case under the rules.
func (r *ruleset) viewOf(c Case) *view {
	c = r.withPlans(c)
	v := &view{c: c, asking: r.askingOf(c.Answers), leaning: r.leaningOf(c.Profile)}
	kinds := r.reasonKindsOf(v.asking.path, v.leaning)
	v.options = r.optionsOf(c, kinds)
	v.state = v.options.state(kinds)
	return v
}

// without are these rules but for one of the person's questions, made when first
// needed.
func (r *ruleset) without(question int) *ruleset {
	if known, ok := r.partial.Load(question); ok {
		return known.(*ruleset)
	}
	without, err := withOwn(r.own, r.data, question)
	if err != nil {
		without = r // which then names nothing
	}
	r.partial.Store(question, without)
	return without
}

// RuleWeights is what the answers to a question do, of those that weigh by a
// strength of their own.
type RuleWeights struct {
	Question string         `json:"question"`
	Label    string         `json:"label"`
	Stage    string         `json:"stage"`
	Own      bool           `json:"own"` // a question of the person's own
	Off      bool           `json:"off"` // the person turned it off
	Answers  []AnswerWeight `json:"answers"`
}

// AnswerWeight is what one answer does, in words.
type AnswerWeight struct {
	Value  string `json:"value"`
	Label  string `json:"label"`
	Weight string `json:"weight"`
	Was    string `json:"was,omitempty"` // by linkvet itself, where that differs
}

// Weights are those of the stop signs and of what is vetted, in the order of the
// rulebook.
func (b Rulebook) Weights() []RuleWeights {
	var list []RuleWeights
	for _, q := range b.rules().Questions {
		if q.Stage != StageStopSigns && q.Stage != StageVetting {
			continue
		}
		before := program().byID[q.ID]
		w := RuleWeights{Question: q.ID, Label: q.Label, Stage: q.Stage, Own: before == nil, Off: slices.Contains(b.rules().off, q.ID)}
		for _, ans := range q.Answers {
			if ans.Value == DontKnow {
				continue
			}
			here := AnswerWeight{Value: ans.Value, Label: ans.Label, Weight: weight(ans)}
			if before != nil {
				if was, _ := before.answer(ans.Value); weight(was) != here.Weight {
					here.Was = weight(was)
				}
			}
			w.Answers = append(w.Answers, here)
		}
		list = append(list, w)
	}
	return list
}
