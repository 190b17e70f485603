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
