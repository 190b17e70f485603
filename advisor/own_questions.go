package advisor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// add puts in a question of the person's own.
func (a *ownAdditions) add(q *ownQuestion, i int) error {
	path := []any{"questions", i}
	own := []string{StageStopSigns, StageVetting}
	switch {
	case q.Off || q.Milder:
		return a.fail(q.ID, "is your own: leave it out instead of turning it off", nil, path...)
	case !slices.Contains(own, q.Stage):
		return a.fail(q.ID+".stage", fmt.Sprintf("%q is no stage for questions of your own", q.Stage), own, append(path, "stage")...)
	case q.Text == "" || q.Label == "":
		return a.fail(q.ID, "text and label must both be given", nil, path...)
	}
	rule := ruleQuestion{
		ID: q.ID, Stage: q.Stage, Kind: cmp.Or(q.Kind, YesNo), AskWhen: q.AskWhen, Label: q.Label, Text: q.Text, Effort: q.Effort,
		Line: cmp.Or(q.Line, q.Label), Why: cmp.Or(q.Why, "A rule of your own."), How: cmp.Or(q.How, "You know best how to tell."),
	}
	if len(rule.AskWhen.Incoming)+len(rule.AskWhen.Joining)+len(rule.AskWhen.Outgoing) == 0 {
		rule.AskWhen = byPath{Incoming: []string{"not trusted"}}
		if q.Stage == StageStopSigns {
			rule.AskWhen = byPath{Incoming: []string{"always"}}
		}
	}
	for j := range q.Answers {
		ans, err := a.answer(q, i, j)
		if err != nil {
			return err
		}
		rule.Answers = append(rule.Answers, ans)
	}
	if !slices.ContainsFunc(rule.Answers, func(ans ruleAnswer) bool { return ans.Value == DontKnow }) {
		rule.Answers = append(rule.Answers, ruleAnswer{Value: DontKnow, Label: "Don't know", Outcome: Neutral})
	}
	if err := rule.check(); err != nil {
		return a.fail(q.ID, err.Error(), nil, path...)
	}
	if _, err := newConditions(&rule); err != nil {
		return a.fail(q.ID+".ask_when", err.Error(), nil, append(path, "ask_when")...)
	}
	public := rule.public()
	if public.NotSeen() == "" {
		return a.fail(q.ID+".answers", "one answer must weigh against them, and one say that it is not so (outcome: neutral)", nil, append(path, "answers")...)
	}
	if err := a.place(&rule, path); err != nil {
		return err
	}
	a.added = append(a.added, rule)
	a.did(i, q.ID, false, fmt.Sprintf("%s is asked too", q.Label))
	return nil
}

// answer is one of a question of their own.
func (a *ownAdditions) answer(q *ownQuestion, i, j int) (ruleAnswer, error) {
	own := &q.Answers[j]
	path := []any{"questions", i, "answers", j}
	ans := ruleAnswer{Value: own.Value, Label: cmp.Or(own.Label, own.Value), Outcome: cmp.Or(own.Outcome, Neutral), If: own.If, Outside: own.Outside, Sources: []string{}}
	own.applyTo(&ans)
	field := q.ID + "." + own.Value
	switch {
	case own.Milder:
		return ans, a.fail(field+".laxer", "is for answers that are a veto of linkvet's", nil, append(path, "laxer")...)
	case own.Value == "" || strings.ContainsAny(own.Value, ",;= \t"):
		return ans, a.fail(q.ID+".value", fmt.Sprintf("%q is no value: write a word", own.Value), nil, append(path, "value")...)
	case ans.Outcome == Neutral:
		ans.Because = cmp.Or(ans.Because, "You said of “"+q.Label+"”: "+ans.Label+".")
		ans.Strength = ""
	case q.Stage == StageStopSigns && own.Then == nil:
		return ans, a.fail(field, "a stop sign says what then", []string{IgnoreOrVetFurther.String(), Decline.String(), DeclineAndBlock.String()}, path...)
	case q.Stage == StageStopSigns && *own.Then < IgnoreOrVetFurther:
		return ans, a.fail(field+".then", "a stop sign never opens a door", []string{IgnoreOrVetFurther.String(), Decline.String(), DeclineAndBlock.String()}, append(path, "then")...)
	case q.Stage == StageVetting && (own.Then != nil || own.Report != nil || own.Strength == Veto):
		return ans, a.fail(field, "what decides alone is a stop sign", []string{string(Strong), string(Moderate), string(Weak)}, path...)
	}
	if err := ans.check(); err != nil && ans.Value != DontKnow {
		return ans, a.fail(field, err.Error(), nil, path...)
	}
	return ans, nil
}

// place puts a question on the page that has most of its stage, on each path it is
// asked on.
func (a *ownAdditions) place(rule *ruleQuestion, path []any) error {
	for p := incoming; p <= outgoing; p++ {
		if len(rule.AskWhen.on(p)) == 0 {
			continue
		}
		var page *rulePage
		most := 0
		for i := range a.b.Pages.on(p) {
			here, n := &a.b.Pages.on(p)[i], 0
			for _, id := range here.Rows {
				if other := a.b.byID[id]; other != nil && other.Stage == rule.Stage {
					n++
				}
			}
			if n > most {
				page, most = here, n
			}
		}
		if page == nil {
			return a.fail(rule.ID+".ask_when", "nothing of this stage is asked there", []string{"incoming"}, append(path, "ask_when")...)
		}
		page.Rows = append(page.Rows, rule.ID)
	}
	return nil
}

// words puts in what the person would have said, before what the program says.
func (a *ownAdditions) words(name string, p path, own ownWords) error {
	w := a.b.words(p)
	for i, r := range own.Respond {
		if err := a.guard(r.guard, r.Way, r.Text, name, "respond", i); err != nil {
			return err
		}
	}
	for i, r := range own.Replies {
		if err := a.guard(r.guard, r.Kind, r.Text, name, "replies", i); err != nil {
			return err
		}
		plain := strings.NewReplacer("{first}", "", "{company}", "").Replace(r.Text)
		switch n := len([]rune(plain)); {
		case strings.ContainsAny(plain, "{}"):
			return a.fail(name+".replies", "has a placeholder that is not known", []string{"{first}", "{company}"}, name, "replies", i, "text")
		case n > NoteLimit:
			return a.fail(name+".replies", fmt.Sprintf("has %d characters; a note may have %d", n, NoteLimit), nil, name, "replies", i, "text")
		}
	}
	for i, s := range own.NextSteps {
		if err := a.guard(s.guard, s.Text, s.Text, name, "next_steps", i); err != nil {
			return err
		}
	}
	w.Respond, w.Replies, w.NextSteps = append(own.Respond, w.Respond...), append(own.Replies, w.Replies...), append(own.NextSteps, w.NextSteps...)
	if n := len(own.Respond) + len(own.Replies) + len(own.NextSteps); n > 0 {
		words := fmt.Sprintf("%s has %d texts of your own", name, n)
		if n == 1 {
			words = fmt.Sprintf("%s has a text of your own", name)
		}
		_, line := a.node(name)
		a.changes = append(a.changes, ruleChange{question: -1, words: words, line: line})
	}
	return nil
}

func (a *ownAdditions) guard(g guard, title, text string, path ...any) error {
	field := fmt.Sprint(path[0], ".", path[1])
	switch {
	case title == "" || text == "":
		return a.fail(field, "needs a name (way or kind) and a text", nil, path...)
	case len(g.For) == 0:
		return a.fail(field, "for says for which advice it is", recommendationIDs[1:], path...)
	}
	for _, name := range g.names() {
		if _, err := a.b.conditionOf(name); err != nil {
			return a.fail(field+".when", err.Error(), nil, append(path, "when")...)
		}
	}
	return nil
}
