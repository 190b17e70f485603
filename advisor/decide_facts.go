package advisor

import "slices"

// who is what the inviter is to the person.
type who uint8

const (
	stranger     who = iota // not known, only in writing, or not said
	acquaintance            // known slightly, or well without a word on trust
	distrusted              // known, and not trusted
	trusted                 // known well and trusted
)

// role is what they mainly are; a contact who is not known, and a role not
// said, count as other.
type role uint8

const (
	other role = iota
	peer
	recruiter
	badRecruiter  // reputable = no
	sellerLikely  // relevant = yes
	sellerUnclear // relevant = later, or not known
	sellerNever   // relevant = no
)

func (r role) recruits() bool { return r == recruiter || r == badRecruiter }
func (r role) sells() bool    { return r >= sellerLikely }

// trades holds for those who want something of everybody they write to.
func (r role) trades() bool { return r.recruits() || r.sells() }

// badge is what the verification badge adds.
type badge uint8

const (
	badgeOpen    badge = iota // not known, or a badge that confirms something else
	badgeMatches              // confirms the employer they claim
	badgeNone
)

func whoOf(know, trust string) who {
	switch {
	case know != "well" && know != "slightly":
		return stranger
	case trust == "no":
		return distrusted
	case know == "well" && trust == "yes":
		return trusted
	}
	return acquaintance
}

func roleOf(said, reputable, relevant string) role {
	switch said {
	case "peer":
		return peer
	case "recruiter":
		if reputable == "no" {
			return badRecruiter
		}
		return recruiter
	case "salesperson":
		switch relevant {
		case "yes":
			return sellerLikely
		case "no":
			return sellerNever
		}
		return sellerUnclear
	}
	return other
}

func badgeOf(verified string) badge {
	switch verified {
	case "matches":
		return badgeMatches
	case "none":
		return badgeNone
	}
	return badgeOpen
}

// leaning is what the person's own profile adds: ties it breaks, and which
// reasons and roles their goals make worth a connection (003 G1 to G7).
type leaning struct {
	against        bool // two or more leans against (000's table)
	looking        bool // looking for work
	wantsRecruiter bool
	wantsPeer      bool
	goals          []goal
}

// Own connections: under the first a lean for, from the second on a lean
// against, between them neither (000 T4).
const (
	fewConnections  = 500
	manyConnections = 1000
)

func (r *ruleset) leaningOf(p Profile) leaning {
	l := leaning{looking: p.JobSearch == "looking"}
	against := 0
	for _, lean := range []bool{p.Usage == "light", p.Comfort == "unsure", p.Connections != nil && *p.Connections >= manyConnections} {
		if lean {
			against++
		}
	}
	l.against = against >= 2
	l.wantsRecruiter = l.looking
	for _, g := range r.Goals {
		if slices.Contains(p.Goals, g.ID) {
			l.goals = append(l.goals, g)
			l.wantsRecruiter = l.wantsRecruiter || slices.Contains(g.Roles, "recruiter")
			l.wantsPeer = l.wantsPeer || slices.Contains(g.Roles, "peer")
		}
	}
	return l
}

// counts reports whether a value of the question `reasons` counts under the
// person's goals; without goals every one does.
func (l leaning) counts(reason string) bool {
	return len(l.goals) == 0 || slices.ContainsFunc(l.goals, func(g goal) bool { return slices.Contains(g.Reasons, reason) })
}

// reasonKind is what there is of a reason to want the connection, apart from
// the favor test. A leader's or decision maker's name alone is the weaker
// kind: without a badge it may be borrowed (see decide_order.go).
type reasonKind uint8

const (
	barren reasonKind = iota // said outright: no reason, nothing to gain, another field
	noReason
	nameOnly
	clearReason
)

// reasonKindIDs are the kinds as rulebook.yaml names them; "looking" is clear
// for somebody looking for work.
var reasonKindIDs = map[string]reasonKind{"": noReason, "barren": noReason, "name": nameOnly, "clear": clearReason, "looking": noReason}

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

func (o *options) benefit(kinds *reasonKinds) benefit {
	n := o.r
	b := benefit{reason: o.reason(kinds), uneasy: o.value(n.comfortable) == "no" || o.value(n.appropriate) == "no"}
	f := n.favors
	b.favor, b.uneven = favorAnswers{o.value(f[0]), o.value(f[1]), o.value(f[2]), o.value(f[3]), o.value(f[4])}.judge()
	return b
}

// reason returns what the answers amount to as they are.
func (o *options) reason(kinds *reasonKinds) reasonKind {
	best, barrenCount := noReason, 0
	for i, q := range o.r.reasons {
		best = max(best, kinds.of[i][o.option(q)])
		barrenCount += bit(kinds.barren[i][o.option(q)])
	}
	if best == noReason && barrenCount == kinds.barrens {
		return barren
	}
	return best
}

// reasonKinds holds what each option of the questions that can be a reason
// amounts to, under the person's goals.
type reasonKinds struct {
	r       *ruleset
	of      [][]reasonKind
	barren  [][]bool
	barrens int // how many of the questions must be barren for all to be
}

func (r *ruleset) reasonKindsOf(p path, l leaning) *reasonKinds {
	k := &reasonKinds{r: r}
	for _, q := range r.reasons {
		kinds, none, any := make([]reasonKind, len(q.options)), make([]bool, len(q.options)), false
		kinds[0] = noReason // staying open
		for option, value := range q.options[1:] {
			ans, _ := q.answer(value)
			kinds[option+1] = l.kindOf(p, &ans)
			none[option+1] = ans.Reason == "barren"
			any = any || none[option+1]
		}
		k.of, k.barren = append(k.of, kinds), append(k.barren, none)
		k.barrens += bit(any)
	}
	return k
}

// weight orders the options of a question that takes several: the one that
// amounts to the most holds.
func (k *reasonKinds) weight(q *ruleQuestion, option int) reasonKind {
	for i, with := range k.r.reasons {
		if with == q {
			return k.of[i][option]
		}
	}
	return noReason
}

// kindOf returns what one answer amounts to.
func (l leaning) kindOf(p path, a *ruleAnswer) reasonKind {
	kind := a.Reason
	if p == outgoing && a.Sent != "" {
		kind = a.Sent
	}
	switch {
	case a.ByGoal && !l.counts(a.Value):
		return noReason
	case kind == "looking" && l.looking:
		return clearReason
	}
	return reasonKindIDs[kind]
}
