package advisor

import "slices"

// parts are the parts of a case that do not touch each other, but for the
// signs: what each can still become. Sets have a bit for each value.
type parts struct {
	path     path
	levels   uint8 // of the stop signs
	scam     bool  // the scam pattern can still be completed
	whos     uint8
	roles    uint8
	said     bool // the role was given
	benefits benefitSet
	shared   []bool
	vague    []bool
}

func (o *options) parts(m *reasonKinds) parts {
	n := rules()
	p := parts{
		path:   pathOf(o.value(n.direction), o.value(n.kind)),
		roles:  o.roles(),
		said:   !o.isOpen(n.role),
		shared: truths(o.choices(n.shared), sharedSome),
		vague:  truths(o.choices(n.ownWords), func(own string) bool { return own == "no" }),
	}
	p.levels = o.stopLevels(p.path)
	p.scam = p.path == incoming && o.canBeScamPattern()
	for _, know := range o.choices(n.know) {
		for _, trust := range o.choices(n.trust) {
			p.whos |= 1 << whoOf(know, trust)
		}
	}
	p.benefits = o.benefits(m, p.path == outgoing)
	return p
}

// truths returns which of false and true a test can give.
func truths(values []string, test func(string) bool) []bool {
	switch first := slices.IndexFunc(values, test); {
	case first < 0:
		return falseOrTrue[:1]
	case first == 0 && !slices.ContainsFunc(values, func(v string) bool { return !test(v) }):
		return falseOrTrue[1:]
	}
	return falseOrTrue
}

var falseOrTrue = []bool{false, true}

// stopLevels returns the stop levels the stop signs can lead to. The scam
// pattern counts here only when both its answers are given; open, it belongs to
// the signs, since a known and trusted person is not asked.
func (o *options) stopLevels(p path) uint8 {
	worst := o.stop()
	set := uint8(1) << worst
	if p == outgoing {
		return set // the stop signs are not asked
	}
	for _, q := range rules().stops {
		from, to := o.span(q.ruleQuestion)
		for _, level := range q.levels[from:to] {
			set |= 1 << max(worst, level)
		}
	}
	return set
}

// canBeScamPattern reports whether the open answers can still make the scam
// pattern; somebody known and trusted is not asked.
func (o *options) canBeScamPattern() bool {
	n := rules()
	return o.value(n.offPlatform) != "no" && o.value(n.tooGood) != "no" &&
		whoOf(o.value(n.know), o.value(n.trust)) != trusted
}

func (o *options) roles() uint8 {
	n := rules()
	var set uint8
	for _, said := range o.choices(n.role) {
		for _, reputable := range o.choices(n.reputable) {
			for _, relevant := range o.choices(n.relevant) {
				set |= 1 << roleOf(said, reputable, relevant)
			}
		}
	}
	return set
}

// stopped returns what the stop signs can lead to.
func (p *parts) stopped() recommendationSet {
	var found recommendationSet
	for level := stopDecline; level <= stopBlock; level++ {
		if p.levels&(1<<level) != 0 {
			found = found.add(level.recommendation())
		}
	}
	if p.scam {
		found = found.add(DeclineAndBlock)
	}
	return found
}

// goesOn reports whether there may be no stop sign.
func (p *parts) goesOn() bool { return p.levels&(1<<noStop) != 0 }

// overTrusted: somebody known and trusted is asked nothing more; only a
// recruiter's reputation can still be open, if they were said to be one.
func (p *parts) overTrusted(l leaning, found recommendationSet) recommendationSet {
	roles := uint8(1) << other
	if p.said {
		roles = p.roles
	}
	for r := other; r <= sellerNever; r++ {
		if roles&(1<<r) != 0 {
			found = found.add(decide(caseState{who: trusted, role: r}, l))
		}
	}
	return found
}

func (p *parts) overOutgoing(w who, l leaning, found recommendationSet) recommendationSet {
	for _, shared := range p.shared {
		for _, vague := range p.vague {
			for benefit := range p.benefits.all() {
				found = found.add(decide(caseState{path: outgoing, who: w, shared: shared, vague: vague, benefit: benefit}, l))
			}
		}
	}
	return found
}
