package advisor

import "slices"

// signTerm is one summand of the tally: a vetting question, or several whose
// answers do not simply add up.
type signTerm []*sign

// signTerms divides the signs into terms: those that add the same whoever they
// come from, and those that do not, with the one that can say that it was all a
// mix-up. The badge is in neither, since it is judged apart.
type signTerms struct {
	same   []signTerm
	varied []*sign
	of     map[*ruleQuestion]int // which of the same a question belongs to; -1 for the varied
}

// divideSigns divides those of the rules.
func (r *ruleset) divideSigns() *signTerms {
	groups, t := map[string]int{}, &signTerms{of: map[*ruleQuestion]int{}}
	for _, q := range r.signs {
		group := q.ID
		switch {
		case q == r.verified:
			continue
		case q.varies() || q == r.claimedTie:
			t.varied = append(t.varied, q)
			t.of[q.ruleQuestion] = -1
			continue
		case slices.Contains(q.thin, true):
			group = groupThin
		case q.ruleQuestion == r.offPlatform || q.ruleQuestion == r.tooGood:
			group = "pressure"
		}
		at, ok := groups[group]
		if !ok {
			at = len(t.same)
			groups[group] = at
			t.same = append(t.same, nil)
		}
		t.same[at] = append(t.same[at], q)
		t.of[q.ruleQuestion] = at
	}
	return t
}

// steps returns what a term can still add. Both pushing off the platform and
// promising too much is left out: that is the scam pattern, a stop sign and no
// tally.
func (t signTerm) steps(o *options) []*step {
	var list []*step
	var add func(rest signTerm, o options, sum signSum)
	add = func(rest signTerm, o options, sum signSum) {
		if len(rest) == 0 {
			if step := stepOf(sum.tally()); !o.scamPattern() && !slices.Contains(list, step) {
				list = append(list, step)
			}
			return
		}
		first, last := o.span(rest[0].ruleQuestion)
		for option := first; option < last; option++ {
			more := sum
			more.add(rest[0], option, sender{})
			add(rest[1:], o.with(rest[0].ruleQuestion, option), more)
		}
	}
	add(t, *o, signSum{})
	return list
}

// signKind is what the varied signs depend on.
type signKind struct {
	sender
	mistaken bool
}

// varied returns what each of the varied signs can still add.
func (k signKind) varied(o *options) [][]*step {
	var all [][]*step
	for _, q := range o.r.terms.varied {
		var list []*step
		first, last := o.span(q.ruleQuestion)
		for option := first; option < last; option++ {
			if q == o.r.claimedTie && (q.options[option] == "mistaken") != k.mistaken {
				continue
			}
			if step := stepOf(q.weights(k.sender)[option]); !slices.Contains(list, step) {
				list = append(list, step)
			}
		}
		all = append(all, list)
	}
	return all
}

// plain returns the kind with whatever makes no difference under the options
// taken away, so that it is worked out only once.
func (k signKind) plain(o *options) signKind {
	for _, p := range []signKind{{sender{trade: k.trade}, k.mistaken}, {sender{known: k.known}, k.mistaken}} {
		if p != k && k.sameAs(p, o) {
			return p.plain(o)
		}
	}
	return k
}

func (k signKind) sameAs(p signKind, o *options) bool {
	return !slices.ContainsFunc(o.r.terms.varied, func(q *sign) bool {
		first, last := o.span(q.ruleQuestion)
		return !slices.Equal(q.weights(k.sender)[first:last], q.weights(p.sender)[first:last])
	})
}

// reachableSigns is what the vetting answers can still amount to.
type reachableSigns struct {
	options options
	terms   [][]*step  // what each term can add that adds the same from everybody
	sum     tallySet   // all of them added up
	others  []tallySet // for each term, all but it; made when first needed
	kinds   map[signKind]*signsOfKind
}

// signsOfKind is the same with the varied signs.
type signsOfKind struct {
	varied [][]*step
	sum    tallySet
	now    judgments
	others []*tallySet // for each term, all but it; made when first needed
}

func newReachableSigns(o *options) *reachableSigns {
	s := &reachableSigns{options: *o, sum: noSigns(), kinds: map[signKind]*signsOfKind{}}
	for _, term := range o.r.terms.same {
		s.terms = append(s.terms, term.steps(o))
	}
	s.sum = s.sum.addAll(s.terms)
	return s
}

func (s *reachableSigns) of(k signKind) *signsOfKind {
	if s.kinds[k] == nil {
		v := &signsOfKind{varied: k.varied(&s.options), others: make([]*tallySet, len(s.terms))}
		v.sum = s.sum.addAll(v.varied)
		v.now = v.sum.judged(&s.options)
		s.kinds[k] = v
	}
	return s.kinds[k]
}

// judgments returns every judgment that options can still lead to that
// differ in one question at most.
func (s *reachableSigns) judgments(o *options, differs *ruleQuestion, k signKind) judgments {
	if differs == nil || differs.Stage != StageVetting {
		return s.of(k.plain(o)).now
	}
	term, known := o.r.terms.of[differs]
	if known && term < 0 { // the varied signs are few
		sum := s.sum.addAll(k.varied(o))
		return sum.judged(o)
	}
	v := s.of(k.plain(o))
	if !known { // the badge
		return v.sum.judged(o)
	}
	if v.others[term] == nil {
		if s.others == nil {
			s.others = make([]tallySet, len(s.terms))
			leaveOneOut(noSigns(), s.terms, s.others)
		}
		sum := s.others[term].addAll(v.varied)
		v.others[term] = &sum
	}
	sum := v.others[term].addAny(o.r.terms.same[term].steps(o))
	return sum.judged(o)
}

// leaveOneOut finds for each term the sum of all others and of base. What one
// half has in common, the sum of the other half, is added up only once.
func leaveOneOut(base tallySet, terms [][]*step, others []tallySet) {
	if len(terms) == 1 {
		others[0] = base
		return
	}
	half := len(terms) / 2
	leaveOneOut(base.addAll(terms[half:]), terms[:half], others[:half])
	leaveOneOut(base.addAll(terms[:half]), terms[half:], others[half:])
}

// judgmentSet is a set of judgments, one bit each (see judgment.number).
type judgmentSet uint32

// judgments holds the judgments that go with each badge.
type judgments [badgeNone + 1]judgmentSet

const judgmentCount = int(fake+1) * int(fake+1)

func (j judgment) number() int { return int(j.plain)*int(fake+1) + int(j.withoutBadge) }

func judgmentNumbered(n int) judgment {
	return judgment{authenticity(n / int(fake+1)), authenticity(n % int(fake+1))}
}

// judged returns every judgment that the tallies lead to once the badge is
// known too.
func (s *tallySet) judged(o *options) judgments {
	var all judgments
	q := o.r.verified
	first, last := o.span(q.ruleQuestion)
	for option := first; option < last; option++ {
		set := &all[badgeOf(q.options[option])]
		for p, where := range o.r.judgeTable()[option] {
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

// judges returns the judgments of each plane's tallies by the badge's answer.
func (r *ruleset) judges() [][planes][]judged {
	var table [][planes][]judged
	q := r.verified
	for option, badge := range q.weights(sender{}) {
		missing := tally{}
		if badgeOf(q.options[option]) == badgeNone {
			missing = missingBadge
		}
		table = append(table, judgePlanes(badge, missing))
	}
	return table
}
