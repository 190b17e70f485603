package advisor

import (
	"iter"
	"math/bits"
)

// A worthSet is a set of worths, one bit each (see worth.number).
type worthSet uint64

// What the parts of a worth count for in its number.
const (
	uneasyPlace = 1
	unevenPlace = 2
	favorPlace  = 4
	reasonPlace = favorPlace * int(favorFailed+1)
	worthCount  = reasonPlace * int(clearReason+1)
)

func (w worth) number() int {
	n := int(w.reason)*reasonPlace + int(w.favor)*favorPlace
	if w.uneven {
		n += unevenPlace
	}
	if w.uneasy {
		n += uneasyPlace
	}
	return n
}

func worthNumbered(n int) worth {
	return worth{
		reason: reasonKind(n / reasonPlace), favor: favor(n % reasonPlace / favorPlace),
		uneven: n&unevenPlace != 0, uneasy: n&uneasyPlace != 0,
	}
}

func (s worthSet) all() iter.Seq[worth] {
	return func(yield func(worth) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(worthNumbered(bits.TrailingZeros64(uint64(s)))) {
				return
			}
		}
	}
}

// worths returns what the answers on worth can still amount to. Whether a favor
// would go one way only matters to an outgoing invitation.
func (o *outline) worths(m *merits, outgoing bool) worthSet {
	n := &book().named
	others := o.otherFavors()
	var set worthSet
	for _, do := range o.choices(n.favors[0]) {
		for _, ask := range o.choices(n.favors[1]) {
			for _, any := range others {
				f, uneven := favorAnswers{do: do, ask: ask, company: any}.judge()
				set |= 1 << worth{favor: f, uneven: uneven && outgoing}.number()
			}
		}
	}
	return o.withReasons(m, o.withUnease(set))
}

// otherFavors returns what the three smaller favor questions can amount to:
// only whether one of them is yes matters.
func (o *outline) otherFavors() []string {
	answers := noOrYes[:1]
	for _, q := range book().named.favors[2:] {
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

// withUnease adds unease to worths without, where comfortable and appropriate
// allow it, and drops those without where they do not allow calm.
func (o *outline) withUnease(calm worthSet) worthSet {
	n := &book().named
	comfortable, appropriate := o.value(n.comfortable), o.value(n.appropriate)
	switch uneasy := calm << uneasyPlace; {
	case comfortable == "no" || appropriate == "no":
		return uneasy
	case comfortable == "yes" && appropriate == "yes":
		return calm
	default:
		return calm | uneasy
	}
}

// withReasons gives worths without a reason those that the answers can still
// amount to: any open one may add its best value, or nothing.
func (o *outline) withReasons(m *merits, bare worthSet) worthSet {
	given := o.worth(m).reason
	var set worthSet
	for i, q := range book().named.merits {
		from, to := o.span(q)
		for _, kind := range m[i][from:to] {
			set |= bare << (int(max(given, kind)) * reasonPlace)
		}
	}
	return set
}
