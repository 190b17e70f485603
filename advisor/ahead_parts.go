package advisor

import (
	"iter"
	"math/bits"
	"slices"
)

// parts are the parts of a case that do not touch each other, but for the
// signs: what each can still become. Sets have a bit for each value.
type parts struct {
	path     path
	levels   [trusted + 1]uint8 // of the stop signs, by whom they are about
	whos     uint8
	roles    uint8
	said     bool // the role was given
	benefits benefitSet
	mistaken []bool

	common, vague []bool
	joining       []joiningPlans
}

func (o *options) parts(kinds *reasonKinds) parts {
	n := o.r
	p := parts{
		path:     pathOf(o.value(n.direction), o.value(n.kind)),
		roles:    o.roles(),
		said:     !o.isOpen(n.role),
		mistaken: truths(o.choices(n.claimedTie.ruleQuestion), func(tie string) bool { return tie == "mistaken" }),
		vague:    truths(o.choices(n.ownWords), func(own string) bool { return own == "no" }),
	}
	for w := range p.levels {
		p.levels[w] = o.stopLevels(p.path, who(w))
	}
	for _, know := range o.choices(n.know) {
		for _, trust := range o.choices(n.trust) {
			p.whos |= 1 << whoOf(know, trust)
		}
	}
	switch p.path {
	case joining:
		p.joining = o.plans()
		return p
	case outgoing:
		p.common = o.commons()
	}
	p.benefits = o.benefits(kinds, p.path == outgoing)
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

// commons returns whether there can be people in common, or letters. It only
// matters of a stranger.
func (o *options) commons() []bool {
	n := o.r
	written := truths(o.choices(n.know), func(know string) bool { return know == "online" })
	shared := truths(o.choices(n.shared), sharedSome)
	switch {
	case !slices.Contains(written, false) || !slices.Contains(shared, false):
		return falseOrTrue[1:]
	case !slices.Contains(written, true) && !slices.Contains(shared, true):
		return falseOrTrue[:1]
	}
	return falseOrTrue
}

func (o *options) plans() []joiningPlans {
	n := o.r
	var list []joiningPlans
	for _, wants := range o.choices(n.wantsAccount) {
		for _, use := range o.choices(n.plannedUse) {
			for _, atEase := range o.choices(n.atEase) {
				list = append(list, joiningPlans{wants, use, atEase})
			}
		}
	}
	return list
}

// stopLevels returns the stop levels the stop signs can lead to, about w. The
// scam pattern counts here only when both its answers are given; open, it
// belongs to the signs, since a known and trusted person is not asked. Of the
// gravest signs the person may also come to say that they are not sure.
func (o *options) stopLevels(p path, w who) uint8 {
	worst := o.stop(w)
	set := uint8(1) << worst
	for _, q := range o.r.stops {
		if len(q.AskWhen.on(p)) == 0 {
			continue
		}
		from, to := o.span(q.ruleQuestion)
		for _, level := range q.levels[w][from:to] {
			set |= 1 << max(worst, level)
		}
		if q.UnsureCaps && o.isOpen(q.ruleQuestion) {
			set |= 1 << max(worst, stopCap)
		}
	}
	return set
}

// canBeScamPattern reports whether the open answers can still make the scam
// pattern; somebody known and trusted is not asked.
func (o *options) canBeScamPattern() bool {
	n := o.r
	return o.value(n.offPlatform) != "no" && o.value(n.tooGood) != "no" &&
		whoOf(o.value(n.know), o.value(n.trust)) != trusted
}

func (o *options) roles() uint8 {
	n := o.r
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

// A benefitSet is a set of benefits, one bit each (see benefit.number).
type benefitSet uint64

// What the parts of a benefit count for in its number.
const (
	uneasyPlace  = 1
	unevenPlace  = 2
	favorPlace   = 4
	reasonPlace  = favorPlace * int(favorFailed+1)
	benefitCount = reasonPlace * int(clearReason+1)
)

func (b benefit) number() int {
	n := int(b.reason)*reasonPlace + int(b.favor)*favorPlace
	if b.uneven {
		n += unevenPlace
	}
	if b.uneasy {
		n += uneasyPlace
	}
	return n
}

func benefitNumbered(n int) benefit {
	return benefit{
		reason: reasonKind(n / reasonPlace), favor: favor(n % reasonPlace / favorPlace),
		uneven: n&unevenPlace != 0, uneasy: n&uneasyPlace != 0,
	}
}

func (s benefitSet) all() iter.Seq[benefit] {
	return func(yield func(benefit) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(benefitNumbered(bits.TrailingZeros64(uint64(s)))) {
				return
			}
		}
	}
}

// benefits returns what the answers on worth can still amount to. Whether a favor
// would go one way only matters to an outgoing invitation.
func (o *options) benefits(kinds *reasonKinds, outgoing bool) benefitSet {
	n := o.r
	others := o.otherFavors()
	var set benefitSet
	for _, do := range o.choices(n.favors[0]) {
		for _, ask := range o.choices(n.favors[1]) {
			for _, any := range others {
				f, uneven := favorAnswers{do: do, ask: ask, company: any}.judge()
				set |= 1 << benefit{favor: f, uneven: uneven && outgoing}.number()
			}
		}
	}
	return o.withReasons(kinds, o.withUnease(set, true))
}

// otherFavors returns what the three smaller favor questions can amount to:
// only whether one of them is yes matters.
func (o *options) otherFavors() []string {
	answers := noOrYes[:1]
	for _, q := range o.r.favors[2:] {
		switch o.value(q) {
		case "yes":
			return noOrYes[1:]
		case "":
			answers = noOrYes
		}
	}
	return answers
}

var noOrYes = []string{"no", "yes"}

// withUnease adds unease to benefits without, where comfortable and appropriate
// allow it, and drops those without where they do not allow calm. Unless asked,
// what is open stays so.
func (o *options) withUnease(calm benefitSet, asked bool) benefitSet {
	n := o.r
	comfortable, appropriate := o.value(n.comfortable), o.value(n.appropriate)
	switch uneasy := calm << uneasyPlace; {
	case comfortable == "no" || appropriate == "no":
		return uneasy
	case !asked || comfortable == "yes" && appropriate == "yes":
		return calm
	default:
		return calm | uneasy
	}
}

// withReasons gives benefits, all of them barren so far, the reasons that the
// answers can still amount to: any open one may add its best value, or nothing.
func (o *options) withReasons(kinds *reasonKinds, bare benefitSet) benefitSet {
	given := max(noReason, o.reason(kinds))
	reasons, barrenOnes, barrenOnly := uint8(0), 0, 0
	for i, q := range o.r.reasons {
		from, to := o.span(q)
		for _, kind := range kinds.of[i][from:to] {
			reasons |= 1 << max(given, kind)
		}
		none := kinds.barren[i][from:to]
		barrenOnes += bit(slices.Contains(none, true))
		barrenOnly += bit(!slices.Contains(none, false))
	}
	if given == noReason && barrenOnes == kinds.barrens {
		reasons |= 1 << barren
		if barrenOnly == kinds.barrens {
			reasons &^= 1 << noReason
		}
	}
	var set benefitSet
	for kind := barren; kind <= clearReason; kind++ {
		if reasons&(1<<kind) != 0 {
			set |= bare << (int(kind) * reasonPlace)
		}
	}
	return set
}
