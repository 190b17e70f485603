package advisor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// inquiry asks "what if" of a case: which open question could still change the
// recommendation, and which single answer would.
type inquiry struct {
	*reach
	c      Case
	asking asking
	state  caseState
	now    Recommendation
}

func (r *ruleset) newInquiry(c Case) inquiry {
	c = r.withPlans(c)
	l := r.leaningOf(c.Profile)
	asking := r.askingOf(c.Answers)
	kinds := r.reasonKindsOf(asking.path, l)
	o := r.optionsOf(c, kinds)
	q := inquiry{c: c, asking: asking, state: o.state(kinds), reach: newReach(o, l, kinds)}
	q.now = decide(q.state, l)
	return q
}

// given returns the recommendation if a question were answered so.
func (q inquiry) given(rq *ruleQuestion, option int) Recommendation {
	o := q.options.with(rq, option)
	return decide(o.state(q.kinds), q.leaning)
}

// impact is what answering one open question could do.
type impact struct {
	question *ruleQuestion
	changes  int // answers that by themselves change the recommendation
	left     int // recommendations left possible, added up over the answers
	answers  int // answers it offers
}

// matters reports whether some answer rules a recommendation out or changes it.
func (o impact) matters(possible int) bool {
	return o.changes > 0 || o.left < o.answers*possible
}

// impact looks ahead at one open question.
func (q inquiry) impact(rq *ruleQuestion) impact {
	o := impact{question: rq}
	for option := 1; option < len(rq.options); option++ {
		o.answers++
		o.left += q.after(rq, option).len()
		if q.given(rq, option) != q.now {
			o.changes++
		}
	}
	return o
}

// outlooks looks ahead at the given questions and returns those that matter,
// those that tell most for the least effort first.
func (q inquiry) impacts(ids []string) []impact {
	var list []impact
	if q.possible.len() == 1 {
		return nil
	}
	for _, id := range ids {
		if o := q.impact(q.options.r.byID[id]); o.matters(q.possible.len()) {
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b impact) int {
		return cmp.Or(cmp.Compare(b.yield(), a.yield()), cmp.Compare(a.question.Effort, b.question.Effort), cmp.Compare(a.openness(), b.openness()))
	})
	return list
}

// yield is the share of the answers that would change the recommendation, for
// the effort of finding out.
func (o impact) yield() float64 {
	return float64(o.changes) / float64(o.answers*o.question.Effort)
}

// openness is how many recommendations an answer leaves possible on average.
func (o impact) openness() float64 { return float64(o.left) / float64(o.answers) }

// checks returns those of the open questions that could change the recommendation, the
// most telling first.
func (q inquiry) checks(open []string) []Check {
	list := []Check{}
	for _, o := range q.impacts(open) {
		list = append(list, Check{Question: o.question.ID, Why: o.question.Why, How: o.question.How})
	}
	return list
}

// maxFlips is how many flips are worth reading.
const maxFlips = 3

// flips returns the single answers that would change the recommendation: what
// the person can still find out first, then what they answered; at most one
// for each question, those that open the door first.
func (q inquiry) flips() []Flip {
	var open, answered []Flip
	for i := range q.options.r.Questions {
		rq := &q.options.r.Questions[i]
		if rq.Stage == StageStart || !q.asking.counts(rq) {
			continue
		}
		f, ok := q.flip(rq)
		switch {
		case !ok:
		case q.c.Answers.Open(rq.ID):
			open = append(open, f)
		default:
			answered = append(answered, f)
		}
	}
	list := append(q.byUse(open), q.byUse(answered)...)
	list = append([]Flip{}, list[:min(len(list), maxFlips)]...)
	for i, f := range list {
		ans, _ := q.options.r.byID[f.Question].answer(f.Answer)
		list[i].Text = flipText(ans, q.asking.path.within(f.Recommendation))
	}
	return list
}

// flip returns the answer to one question that changes the recommendation
// most towards open, or failing that at all.
func (q inquiry) flip(rq *ruleQuestion) (Flip, bool) {
	best, found := Flip{}, false
	for option, value := range rq.options {
		if option == 0 || slices.Contains(q.c.Answers[rq.ID], value) {
			continue
		}
		r := q.given(rq, option)
		if r == q.now || found && r >= best.Recommendation {
			continue
		}
		best, found = Flip{Question: rq.ID, Answer: value, Recommendation: r}, true
	}
	return best, found
}

// byUse puts flips that can be acted on first: those that open the door, then
// the signs to look out for, stop signs last.
func (q inquiry) byUse(list []Flip) []Flip {
	rank := func(f Flip) int {
		switch {
		case q.options.r.byID[f.Question].Stage == StageStopSigns && f.Recommendation > q.now:
			return 2
		case f.Recommendation > q.now:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b Flip) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Recommendation, b.Recommendation))
	})
	return list
}

// flipText says a flip in words: "If someone you trust vouches for them:
// accept."
func flipText(ans ruleAnswer, advice string) string {
	return fmt.Sprintf("If %s: %s.", cmp.Or(ans.If, lowerFirst(strings.TrimSuffix(ans.Because, "."))), advice)
}

// lowerFirst lowers the first letter unless the word is a name such as
// "LinkedIn" or "I".
func lowerFirst(s string) string {
	if s == "" || strings.HasPrefix(s, "LinkedIn") || strings.HasPrefix(s, "I ") {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
