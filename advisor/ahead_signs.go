package advisor

import (
	"slices"
	"sync"
)

// signTerm is one summand of the tally: a vetting question, or several whose
// answers do not simply add up. The badge is none, since it is judged apart.
type signTerm []*sign

// signTerms divides the signs into terms.
type signTerms struct {
	terms []signTerm
	of    map[*ruleQuestion]int // which of the terms a question belongs to
}

// terms returns those of the embedded rulebook.
var terms = sync.OnceValue(func() *signTerms {
	if err := rules().checkGrid(); err != nil {
		panic("rulebook.yaml: " + err.Error())
	}
	return groupSigns(rules().signs)
})

// groupSigns divides the vetting questions into terms.
func groupSigns(signs []*sign) *signTerms {
	groups, t := map[string]int{}, &signTerms{of: map[*ruleQuestion]int{}}
	for _, q := range signs {
		group := q.ID
		switch {
		case q.ID == "verified":
			continue
		case slices.Contains(q.thin, true):
			group = groupThin
		case q.ID == "off_platform" || q.ID == "too_good":
			group = "pressure"
		}
		at, ok := groups[group]
		if !ok {
			at = len(t.terms)
			groups[group] = at
			t.terms = append(t.terms, nil)
		}
		t.terms[at] = append(t.terms[at], q)
		t.of[q.ruleQuestion] = at
	}
	return t
}

// deltas returns what a term can still add. Both pushing off the platform and
// promising too much is left out: that is the scam pattern, a stop sign and no
// tally.
func (t signTerm) deltas(o *options, from who) []tally {
	var list []tally
	var add func(rest signTerm, o options, sum signSum)
	add = func(rest signTerm, o options, sum signSum) {
		if len(rest) == 0 {
			if d := sum.tally(); !o.scamPattern() && !slices.Contains(list, d) {
				list = append(list, d)
			}
			return
		}
		first, last := o.span(rest[0].ruleQuestion)
		for option := first; option < last; option++ {
			more := sum
			more.add(rest[0], option, from)
			add(rest[1:], o.with(rest[0].ruleQuestion, option), more)
		}
	}
	add(t, *o, signSum{})
	return list
}

// reachableSigns is what the vetting answers can still amount to, when they come
// from a stranger or from somebody known.
type reachableSigns struct {
	from   who
	terms  [][]tally  // what each term can add
	sum    tallySet   // all of them added up
	others []tallySet // for each term, all but it; made when first needed
	now    judgements
}

func newReachableSigns(o *options, from who) *reachableSigns {
	s := &reachableSigns{from: from, sum: noSigns()}
	for _, term := range terms().terms {
		s.terms = append(s.terms, term.deltas(o, from))
	}
	s.sum = s.sum.addAll(s.terms)
	s.now = s.sum.judged(o, from)
	return s
}

// judgements returns every judgement that options can still lead to that
// differ in one question at most.
func (s *reachableSigns) judgements(o *options, differs *ruleQuestion) judgements {
	switch {
	case differs == nil || differs.Stage != StageVetting:
		return s.now
	case differs.ID == "verified":
		return s.sum.judged(o, s.from)
	}
	if s.others == nil {
		s.others = make([]tallySet, len(s.terms))
		leaveOneOut(noSigns(), s.terms, s.others)
	}
	term := terms().of[differs]
	sum := s.others[term].addAny(terms().terms[term].deltas(o, s.from))
	return sum.judged(o, s.from)
}

// leaveOneOut finds for each term the sum of all others and of base. What one
// half has in common, the sum of the other half, is added up only once.
func leaveOneOut(base tallySet, terms [][]tally, others []tallySet) {
	if len(terms) == 1 {
		others[0] = base
		return
	}
	half := len(terms) / 2
	leaveOneOut(base.addAll(terms[half:]), terms[:half], others[:half])
	leaveOneOut(base.addAll(terms[:half]), terms[half:], others[half:])
}

// judgementSet is a set of judgements, one bit each (see judgement.number).
type judgementSet uint32

// judgements holds the judgements that go with each badge.
type judgements [badgeNone + 1]judgementSet

const judgementCount = int(fake+1) * int(fake+1)

func (j judgement) number() int { return int(j.plain)*int(fake+1) + int(j.withoutBadge) }

func judgementNumbered(n int) judgement {
	return judgement{authenticity(n / int(fake+1)), authenticity(n % int(fake+1))}
}

// judged returns every judgement that the tallies lead to once the badge is
// known too.
func (s *tallySet) judged(o *options, from who) judgements {
	var all judgements
	q := rules().verified
	first, last := o.span(q.ruleQuestion)
	for option := first; option < last; option++ {
		set := &all[badgeOf(q.options[option])]
		for p, where := range judgeTable()[from][option] {
			if s[p].empty() {
				continue
			}
			for _, j := range where {
				if !s[p].and(j.where).empty() {
					*set |= 1 << j.number()
				}
			}
		}
	}
	return all
}

// judgeTable holds the judgements of each plane's tallies by whom the signs come
// from and by the badge's answer.
var judgeTable = sync.OnceValue(func() *[acquaintance + 1][][planes][]judged {
	table := new([acquaintance + 1][][planes][]judged)
	q := rules().verified
	for from := range table {
		if from > 0 && slices.Equal(q.deltas[from], q.deltas[0]) {
			table[from] = table[0]
			continue
		}
		for option, badge := range q.weights(who(from)) {
			missing := tally{}
			if badgeOf(q.options[option]) == badgeNone {
				missing = missingBadge
			}
			table[from] = append(table[from], judgePlanes(badge, missing))
		}
	}
	return table
})
