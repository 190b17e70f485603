package advisor

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

// way is one of the two paths on which nobody's invitation is accepted.
type way struct {
	path  path
	name  string
	rules *[]orderRule
}

func ways() []way {
	return []way{{outgoing, "outgoing", &outgoingRules}, {joining, "joining", &joiningRules}}
}

// on are the vignettes and situations on a path, with a name and a company where
// they have none.
func (w way) on(t testing.TB) []vignette {
	var list []vignette
	for _, v := range append(vignettes(t), situations(t)...) {
		if rules().askingOf(v.answers).path == w.path {
			v.Invitation.Name = cmp.Or(v.Invitation.Name, "Robin Vale")
			v.Invitation.Company = cmp.Or(v.Invitation.Company, "Northwind")
			list = append(list, v)
		}
	}
	return list
}

// breaks reports whether a vignette no longer gets the advice it expects.
func breaks(list []vignette) bool {
	return slices.ContainsFunc(list, func(v vignette) bool {
		return !slices.Contains(v.Expected, recommend(v.advisorCase()).String())
	})
}

// TestEveryRuleOfAWayDecidesAVignette drops each rule in turn, and turns what it
// says round: a vignette must notice.
func TestEveryRuleOfAWayDecidesAVignette(t *testing.T) {
	for _, w := range ways() {
		list, whole := w.on(t), *w.rules
		for i, rule := range whole {
			*w.rules = slices.Delete(slices.Clone(whole), i, i+1)
			if !breaks(list) {
				t.Errorf("%s: without the rule %q every vignette is advised the same", w.name, rule.name)
			}
			for _, other := range []Recommendation{Accept, ReviewAndAccept, IgnoreOrVetFurther} {
				if other == rule.then {
					continue
				}
				*w.rules = slices.Clone(whole)
				(*w.rules)[i].then = other
				if !breaks(list) {
					t.Errorf("%s: with %s for the rule %q every vignette is advised the same", w.name, other, rule.name)
				}
			}
			*w.rules = whole
		}
	}
}

// TestEveryAnswerOfAWayCountsInAVignette leaves each answer open, in every vignette
// that gives it: where the answer can matter, the advice on one must change.
func TestEveryAnswerOfAWayCountsInAVignette(t *testing.T) {
	for _, w := range ways() {
		list := w.on(t)
		for _, q := range book().Questions {
			if q.Stage == StageStart || q.NeverWeighs || len(q.AskWhen.on(w.path)) == 0 {
				continue
			}
			for _, ans := range q.Answers {
				if ans.Value == DontKnow || ans.Outcome == Neutral || unweighed[w.name+" "+q.ID+"="+ans.Value] {
					continue
				}
				if !slices.ContainsFunc(list, func(v vignette) bool {
					c := v.advisorCase()
					if !slices.Contains(c.Answers[q.ID], ans.Value) {
						return false
					}
					was := recommend(c)
					c.Answers = withOpen(c.Answers, q.ID)
					return recommend(c) != was
				}) {
					t.Errorf("%s: no vignette turns on %s=%s", w.name, q.ID, ans.Value)
				}
			}
		}
	}
}

// unweighed are the answers that speak for or against on a way without deciding
// anything alone.
var unweighed = map[string]bool{
	"outgoing field=unrelated":  true, // a reason of another kind is enough
	"outgoing own_words=yes":    true, // only having none holds it back
	"joining wants_account=yes": true, // the same
}

// TestEveryWordOfAWayIsHeard drops each entry of the words for a way, and each of
// its conditions: what is said on a vignette must change.
func TestEveryWordOfAWayIsHeard(t *testing.T) {
	for _, w := range ways() {
		list := w.on(t)
		said := func() string { return w.explained(list) }
		whole := said()
		words := book().words(w.path)
		heard := func(what string) {
			if said() == whole {
				t.Errorf("%s: without %s nothing else is said", w.name, what)
			}
		}
		guarded := func(g *guard, what string) {
			was := *g
			for i, r := range was.For {
				g.For = slices.Delete(slices.Clone(was.For), i, i+1)
				heard(fmt.Sprintf("%s for %s", what, r))
			}
			g.For = was.For
			for i, condition := range was.When {
				g.When = slices.Delete(slices.Clone(was.When), i, i+1)
				heard(fmt.Sprintf("%q of %s", condition, what))
				for alone := range strings.SplitSeq(condition, " or ") {
					if alone == condition {
						continue
					}
					g.When = slices.Clone(was.When)
					g.When[i] = alone
					heard(fmt.Sprintf("all but %q of %s", alone, what))
				}
			}
			*g = was
		}
		for i := range words.Summaries {
			guarded(&words.Summaries[i].guard, "the summary "+words.Summaries[i].Text)
		}
		for i := range words.Respond {
			guarded(&words.Respond[i].guard, "the way "+words.Respond[i].Way)
		}
		for i := range words.Replies {
			guarded(&words.Replies[i].guard, "the draft "+words.Replies[i].Kind)
		}
		for i := range words.NextSteps {
			guarded(&words.NextSteps[i].guard, "the step "+words.NextSteps[i].Text)
		}
	}
}

// explained is all that is said on the vignettes.
func (w way) explained(list []vignette) string {
	var b strings.Builder
	for _, v := range list {
		fmt.Fprintf(&b, "%s\n%s\n", v.ID, wholeText(Advise(v.advisorCase())))
	}
	return b.String()
}

// TestWaysAreExplained holds all that is said to those who would invite or join
// against a golden file (go test ./advisor -update).
func TestWaysAreExplained(t *testing.T) {
	for _, w := range ways() {
		t.Run(w.name, func(t *testing.T) {
			var b strings.Builder
			for _, v := range w.on(t) {
				fmt.Fprintf(&b, "# %s: %s %v\n%s\n", v.ID, v.Text, v.Sources, explain(Advise(v.advisorCase())))
			}
			golden.RequireEqual(t, b.String())
		})
	}
}

// TestAdviceRestsOnTheSentence: what is said on a vignette that puts a sentence of
// a source to the test names that source.
func TestAdviceRestsOnTheSentence(t *testing.T) {
	for _, w := range ways() {
		n := 0
		for _, v := range w.on(t) {
			if v.Rests == "" {
				continue
			}
			n++
			if named := w.sources(Advise(v.advisorCase())); !slices.ContainsFunc(v.Sources, func(id string) bool { return named[id] }) {
				t.Errorf("%s rests on %v, and the advice names none of them: %v", v.ID, v.Sources, slices.Sorted(maps.Keys(named)))
			}
		}
		if n < 9 {
			t.Errorf("%s: %d vignettes name the sentence they rest on", w.name, n)
		}
	}
}

// sources are those that the texts shown rest on.
func (w way) sources(adv Advice) map[string]bool {
	named, said := map[string]bool{}, wholeText(adv)
	name := func(shown bool, ids []string) {
		for _, id := range ids {
			named[id] = named[id] || shown
		}
	}
	for _, r := range adv.Reasons {
		name(true, r.Sources)
	}
	words := book().words(w.path)
	for _, r := range words.Respond {
		name(strings.Contains(said, r.Text), r.Covers)
	}
	for _, r := range words.Replies {
		name(strings.Contains(said, r.Kind+": "), r.Covers)
	}
	for _, r := range words.NextSteps {
		name(strings.Contains(said, r.Text), r.Covers)
	}
	maps.DeleteFunc(named, func(_ string, shown bool) bool { return !shown })
	return named
}
