package advisor

import (
	"iter"
	"math/bits"
	"slices"
)

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
