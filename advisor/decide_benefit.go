package advisor

// reasonKind is whether there is a reason to want the connection, apart from
// the favor test. A leader's or decision maker's name alone is the weaker
// kind: without a badge it may be borrowed (see verdict.go).
type reasonKind uint8

const (
	noReason reasonKind = iota
	nameOnly
	clearReason
)

// favor is the outcome of the favor test (003 FT1 to FT6).
type favor uint8

const (
	favorOpen favor = iota
	favorPassed
	favorFailed
)

// benefit sums up the worth and favor-test answers.
type benefit struct {
	reason reasonKind
	favor  favor
	uneven bool // would ask a favor but not do one
	uneasy bool // not comfortable with them, or content not appropriate
}

// favorAnswers holds the five favor questions' values.
type favorAnswers struct{ do, ask, company, event, intro string }

// The favor questions, in asking order.
var favorQuestions = []string{"favor_do", "favor_ask", "favor_company", "favor_event", "favor_intro"}

// judge passes the test on any yes, and fails it only when they would neither
// do nor ask a favor and said yes to none of the others.
func (f favorAnswers) judge() (result favor, uneven bool) {
	uneven = f.ask == "yes" && f.do == "no"
	for _, v := range []string{f.do, f.ask, f.company, f.event, f.intro} {
		if v == "yes" {
			return favorPassed, uneven
		}
	}
	if f.do == "no" && f.ask == "no" {
		return favorFailed, uneven
	}
	return favorOpen, uneven
}

func (o *options) benefit(m *reasonKinds) benefit {
	n := rules()
	w := benefit{uneasy: o.value(n.comfortable) == "no" || o.value(n.appropriate) == "no"}
	f := n.favors
	w.favor, w.uneven = favorAnswers{o.value(f[0]), o.value(f[1]), o.value(f[2]), o.value(f[3]), o.value(f[4])}.judge()
	for i, q := range n.reasonKinds {
		w.reason = max(w.reason, m[i][o[q.index]])
	}
	return w
}

// reasonKinds holds what each option of the questions that can be a reason amounts
// to, under the person's goals.
type reasonKinds [len(named{}.reasonKinds)][]reasonKind

func reasonKindsOf(l leaning) *reasonKinds {
	m := new(reasonKinds)
	for i, q := range rules().reasonKinds {
		m[i] = make([]reasonKind, len(q.options)) // staying open is no reason
		for option, value := range q.options[1:] {
			m[i][option+1] = l.kindOf(q.ID, value)
		}
	}
	return m
}

// of returns what an option amounts to; those of other questions are no reason.
func (m *reasonKinds) of(q *ruleQuestion, option int) reasonKind {
	for i, with := range rules().reasonKinds {
		if with == q {
			return m[i][option]
		}
	}
	return noReason
}

// kindOf returns what one answer amounts to.
func (l leaning) kindOf(id, value string) reasonKind {
	switch id {
	case "field":
		return fieldReason(value, l)
	case "reasons":
		return l.reason(value)
	case "admire":
		return yesReason(value == "yes")
	}
	return yesReason(value == "mutual") // benefit
}

// fieldReason: the same field is a reason (001 A3); for somebody looking for
// work a complementary one is too, since weak ties help a search.
func fieldReason(field string, l leaning) reasonKind {
	return yesReason(field == "same" || l.looking && field == "complementary")
}

// reason is what a value of the question reasons amounts to.
func (l leaning) reason(value string) reasonKind {
	switch {
	case !l.counts(value):
		return noReason
	case value == "leader" || value == "decision_maker":
		return nameOnly
	}
	return clearReason
}

func yesReason(yes bool) reasonKind {
	if yes {
		return clearReason
	}
	return noReason
}
