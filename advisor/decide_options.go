package advisor

import (
	"slices"
)

// options is the answers in numbers, cheap to copy and to change, because
// looking ahead tries hundreds of them: for each question, by its place in the
// rulebook, which option is taken. 0 is staying open. Of a question that takes
// several values it holds the one that amounts to the most.
type options [maxQuestions]uint8

// maxQuestions is how many questions options has room for.
const maxQuestions = 64

func optionsOf(a Answers, m *reasonKinds) options {
	var o options
	for id, values := range a {
		q, ok := book().byID[id]
		if !ok {
			continue
		}
		for _, v := range values {
			option := max(0, slices.Index(q.options, v))
			if taken := int(o[q.index]); taken == 0 || m.of(q, option) > m.of(q, taken) {
				o[q.index] = uint8(option)
			}
		}
	}
	return o
}

// with returns the options with one option taken.
func (o options) with(q *ruleQuestion, option int) options {
	o[q.index] = uint8(option)
	return o
}

// value returns the value of the option taken; "" is open.
func (o *options) value(q *ruleQuestion) string { return q.options[o[q.index]] }

func (o *options) isOpen(q *ruleQuestion) bool { return o[q.index] == 0 }

// span returns which options the question can still take, as a half-open
// range: the one given, or all when it is open.
func (o *options) span(q *ruleQuestion) (from, to int) {
	if at := int(o[q.index]); at > 0 {
		return at, at + 1
	}
	return 0, len(q.options)
}

// choices returns the values the question can still take, "" for staying open.
func (o *options) choices(q *ruleQuestion) []string {
	from, to := o.span(q)
	return q.options[from:to]
}

// state reduces the answers, as they are, to what decides.
func (o *options) state(m *reasonKinds) caseState {
	n := rules()
	s := caseState{
		path:    pathOf(o.value(n.direction), o.value(n.kind)),
		stop:    o.stop(),
		who:     whoOf(o.value(n.know), o.value(n.trust)),
		role:    roleOf(o.value(n.role), o.value(n.reputable), o.value(n.relevant)),
		badge:   badgeOf(o.value(n.verified.ruleQuestion)),
		benefit: o.benefit(m),
		shared:  sharedSome(o.value(n.shared)),
		vague:   o.value(n.ownWords) == "no",
	}
	t := o.tally(s.who)
	s.signs = judgement{plain: judge(t), withoutBadge: judge(t)}
	if s.badge == badgeNone {
		s.signs.withoutBadge = judge(t.plus(missingBadge))
	}
	return s
}

func sharedSome(shared string) bool {
	return shared == "some" || shared == "trusted" || shared == "confirmed"
}

// stop returns the worst stop sign answered. The scam pattern is one whatever
// else holds.
func (o *options) stop() stopLevel {
	worst := noStop
	if o.scamPattern() {
		worst = stopBlock
	}
	for _, q := range rules().stops {
		worst = max(worst, q.levels[o[q.index]])
	}
	return worst
}

// scamPattern holds when they both push away from LinkedIn and promise too
// much: together a stop sign (001 R7).
func (o *options) scamPattern() bool {
	n := rules()
	return o.value(n.offPlatform) == "yes" && o.value(n.tooGood) == "yes"
}

// reports says whether the case should be reported to LinkedIn: a stop sign
// that asks for it, the scam pattern, or a profile found fake.
func (o *options) reports(s caseState) bool {
	if o.scamPattern() {
		return true
	}
	for _, q := range rules().stops {
		if ans, ok := q.answer(o.value(q.ruleQuestion)); ok && ans.Report {
			return true
		}
	}
	return foundFake(s)
}

// foundFake holds when the signs alone make it a fake.
func foundFake(s caseState) bool {
	if s.path != incoming || s.who == trusted {
		return false
	}
	return s.judged(s.role.recruits() && s.badge == badgeNone) == fake
}
