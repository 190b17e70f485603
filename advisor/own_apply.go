package advisor

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ownPrefix begins the id of every question of the person's own, so that none is
// ever that of a later rulebook.
const ownPrefix = "own_"

// ruleChange is one thing that the person's own rules change.
type ruleChange struct {
	question int    // its place among the questions of their file; -1 for words
	id       string // the question
	words    string
	laxer    bool     // milder than a veto of the program
	values   []string // the answers that it changes
	line     int
}

// ownAdditions is the rulebook with the person's own rules on their way in.
type ownAdditions struct {
	*ownRules
	b       *rulebook
	added   []ruleQuestion
	off     []string
	changes []ruleChange
}

// withOwn returns the rules of the program under those of the person's own, but for
// one of their questions; -1 leaves none out.
func withOwn(o *ownRules, data []byte, without int) (*ruleset, error) {
	b, err := parseRulebook(rulebookYAML)
	if err != nil {
		return nil, err
	}
	add := &ownAdditions{ownRules: o, b: b}
	for i := range o.Questions {
		if i != without {
			if err := add.question(i); err != nil {
				return nil, err
			}
		}
	}
	b.Questions = append(b.Questions, add.added...)
	for i := range b.Questions { // which may have moved
		b.Questions[i].index = i
		b.byID[b.Questions[i].ID] = &b.Questions[i]
	}
	if err := errors.Join(add.words("incoming", incoming, o.Incoming), add.words("joining", joining, o.Joining), add.words("outgoing", outgoing, o.Outgoing)); err != nil && without < 0 {
		return nil, firstError(err)
	}
	r, err := newRules(b)
	if err != nil {
		return nil, &InputError{File: o.file, Problem: err.Error()}
	}
	sum := sha256.Sum256(data)
	r.name, r.changes = fmt.Sprintf("%d+%s", b.Version, hex.EncodeToString(sum[:4])), add.changes
	r.off = add.off
	return r, nil
}

// firstError is the first of several.
func firstError(err error) error {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		return several.Unwrap()[0]
	}
	return err
}

func (a *ownAdditions) question(i int) error {
	q := &a.Questions[i]
	if slices.ContainsFunc(a.Questions[:i], func(other ownQuestion) bool { return other.ID == q.ID }) {
		return a.fail(q.ID, "appears twice", nil, "questions", i, "id")
	}
	if strings.HasPrefix(q.ID, ownPrefix) {
		return a.add(q, i)
	}
	if a.b.byID[q.ID] == nil {
		return a.fail(cmp.Or(q.ID, "id"), "is no question of linkvet's; one of your own has an id that begins with "+ownPrefix, a.b.ids(), "questions", i, "id")
	}
	return a.change(q, i)
}

// needed are the questions that nothing can be advised without.
var needed = []string{"kind", "direction", "know", "trust"}

// change applies what is said of a question of the program.
func (a *ownAdditions) change(q *ownQuestion, i int) error {
	rule := a.b.byID[q.ID]
	if err := a.onlyKeys(q.ID, []string{"id", "off", "laxer", "answers"}, "questions", i); err != nil {
		return err
	}
	if q.Off && len(q.Answers) > 0 {
		return a.fail(q.ID, "is off, so its answers change nothing", nil, "questions", i, "answers")
	}
	if q.Off {
		return a.turnOff(q, rule, i)
	}
	if len(q.Answers) == 0 {
		return a.fail(q.ID, "changes nothing: say off: true, or which answers are to weigh differently", nil, "questions", i)
	}
	if rule.Stage != StageStopSigns && rule.Stage != StageVetting {
		return a.fail(q.ID, "cannot be weighed differently, as no answer to it has a strength of its own; it can be off: true", nil, "questions", i, "answers")
	}
	for j := range q.Answers {
		if err := a.reweigh(q, rule, i, j); err != nil {
			return err
		}
	}
	if rule.Stage == StageStopSigns && rule.public().NotSeen() == "" {
		return a.fail(q.ID, "has no answer left that weighs; say off: true instead", nil, "questions", i, "answers")
	}
	return nil
}

func (a *ownAdditions) onlyKeys(field string, allowed []string, path ...any) error {
	for _, key := range a.keys(path...) {
		if !slices.Contains(allowed, key) {
			return a.fail(field+"."+key, "cannot be changed in a question of linkvet's", allowed, append(path, key)...)
		}
	}
	return nil
}

func (a *ownAdditions) turnOff(q *ownQuestion, rule *ruleQuestion, i int) error {
	if slices.Contains(needed, q.ID) {
		return a.fail(q.ID, "cannot be off: nothing can be advised without it", nil, "questions", i, "off")
	}
	laxer := rule.UnsureCaps || q.ID == "off_platform" || q.ID == "too_good" ||
		slices.ContainsFunc(rule.Answers, func(ans ruleAnswer) bool { return ans.Strength == Veto })
	if laxer && !q.Milder {
		return a.fail(q.ID, "is a stop sign, and off would be milder than linkvet itself; write laxer: true beside it if you mean that", nil, "questions", i, "off")
	}
	rule.AskWhen, rule.CountsWhen = byPath{}, &byPath{}
	a.off = append(a.off, q.ID)
	var weighing []string
	for _, ans := range rule.Answers {
		if ans.Outcome == Opposes {
			weighing = append(weighing, ans.Value)
		}
	}
	a.did(i, q.ID, laxer, fmt.Sprintf("%s is never asked", rule.Label), weighing...)
	return nil
}

func (a *ownAdditions) did(question int, id string, laxer bool, words string, values ...string) {
	path := []any{"questions", question}
	_, line := a.node(path...)
	a.changes = append(a.changes, ruleChange{question, id, words, laxer, values, line})
}

// reweigh applies what one answer is to do instead.
func (a *ownAdditions) reweigh(q *ownQuestion, rule *ruleQuestion, i, j int) error {
	own := &q.Answers[j]
	path := []any{"questions", i, "answers", j}
	field := q.ID + "." + own.Value
	at := slices.IndexFunc(rule.Answers, func(ans ruleAnswer) bool { return ans.Value == own.Value && own.Value != DontKnow })
	if at < 0 {
		return a.fail(field, "is no answer that weighs", rule.options[1:], append(path, "value")...)
	}
	allowed := []string{"value", "laxer", "because", "outcome", "then", "report"}
	if rule.Stage == StageVetting {
		allowed = []string{"value", "laxer", "because", "outcome", "strength", "in_trade"}
	}
	if err := a.onlyKeys(field, allowed, path...); err != nil {
		return err
	}
	ans := &rule.Answers[at]
	if ans.When == whenRecruiter {
		return a.fail(field, "weighs by the role, and cannot be changed", nil, path...)
	}
	before := *ans
	own.applyTo(ans)
	if err := ans.check(); err != nil {
		return a.fail(field, err.Error(), nil, path...)
	}
	if rule.Stage == StageVetting && ans.Strength == Veto {
		return a.fail(field, "veto is for stop signs", []string{string(Strong), string(Moderate), string(Weak)}, append(path, "strength")...)
	}
	laxer := milder(before, *ans)
	if laxer && !own.Milder && !q.Milder {
		return a.fail(field, "is milder than linkvet's own veto; write laxer: true beside it if you mean that", nil, path...)
	}
	words := fmt.Sprintf("%s, “%s”: %s instead of %s", rule.Label, ans.Label, weight(*ans), weight(before))
	if weight(*ans) == weight(before) {
		words = fmt.Sprintf("%s, “%s”: in your own words", rule.Label, ans.Label)
	}
	a.did(i, q.ID, laxer, words, own.Value)
	return nil
}

// applyTo changes an answer of the rulebook.
func (own *ownAnswer) applyTo(ans *ruleAnswer) {
	ans.Because = cmp.Or(own.Because, ans.Because)
	ans.Strength, ans.InTrade = cmp.Or(own.Strength, ans.Strength), cmp.Or(own.InTrade, ans.InTrade)
	if own.Then != nil {
		ans.Outcome, ans.Strength, ans.Then = Opposes, strengthOf(*own.Then), *own.Then
		ans.IfKnown, ans.IfTrusted = nil, nil
	}
	if own.Report != nil {
		ans.Report = *own.Report
	}
	ans.Outcome = cmp.Or(own.Outcome, ans.Outcome)
	if ans.Outcome == Neutral {
		ans.Strength, ans.InTrade, ans.ruleVeto, ans.IfKnown, ans.IfTrusted = "", "", ruleVeto{Because: ans.Because}, nil, nil
	}
}

// strengthOf is the strength of a stop sign by what it does: one that only makes
// the advice wait is strong.
func strengthOf(then Recommendation) Strength {
	if then > IgnoreOrVetFurther {
		return Veto
	}
	return Strong
}

// milder reports whether an answer that was a veto does less than before, of
// anybody it can be about.
func milder(before, after ruleAnswer) bool {
	for w := stranger; before.Strength == Veto && w <= trusted; w++ {
		was, is := before.veto(w), after.veto(w)
		if is.Then < was.Then || was.Report && !is.Report {
			return true
		}
	}
	return false
}

// weight says in words what an answer does.
func weight(ans ruleAnswer) string {
	switch {
	case ans.Outcome == Neutral || ans.Outcome == "":
		return "nothing"
	case ans.Then != 0 && ans.Report:
		return fmt.Sprintf("%s and report", incoming.within(ans.Then))
	case ans.Then != 0:
		return incoming.within(ans.Then)
	}
	return string(ans.Strength) + map[Outcome]string{Supports: " for", Opposes: " against"}[ans.Outcome]
}
