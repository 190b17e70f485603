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

// worth sums up the worth and favor-test answers.
type worth struct {
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

func worthOf(a Answers, l leaning) worth {
	w := worth{uneasy: a.Value("comfortable") == "no" || a.Value("appropriate") == "no"}
	w.favor, w.uneven = favorAnswers{
		a.Value("favor_do"), a.Value("favor_ask"), a.Value("favor_company"), a.Value("favor_event"), a.Value("favor_intro"),
	}.judge()
	w.reason = max(fieldReason(a.Value("field"), l), reasonsKind(a["reasons"], l),
		yesReason(a.Value("admire") == "yes"), yesReason(a.Value("benefit") == "mutual"))
	return w
}

// fieldReason: the same field is a reason (001 A3); for somebody looking for
// work a complementary one is too, since weak ties help a search.
func fieldReason(field string, l leaning) reasonKind {
	return yesReason(field == "same" || l.looking && field == "complementary")
}

// reasonsKind sums up the values of the question `reasons` under the goals.
func reasonsKind(values []string, l leaning) reasonKind {
	kind := noReason
	for _, v := range values {
		if l.counts(v) {
			kind = max(kind, reasonValueKind(v))
		}
	}
	return kind
}

func reasonValueKind(value string) reasonKind {
	if value == "leader" || value == "decision_maker" {
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
