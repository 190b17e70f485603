package advisor

import "slices"

// options is the answers in numbers, cheap to copy and to change, because
// looking ahead tries hundreds of them: for each question, by its place in the
// rulebook, which option is taken. 0 is staying open. Of a question that takes
// several values it holds the one that amounts to the most.
type options struct {
	r         *ruleset
	taken     [maxQuestions]uint8
	unsure    questionSet // answered "don't know", where that is no "no"
	suggested questionSet // open, and something was seen that speaks against them
	answered  questionSet // looked at only as answered, though still open
}

// maxQuestions is how many questions options has room for.
const maxQuestions = 64

// questionSet is a set of questions, by their place in the rulebook.
type questionSet uint64

func (s questionSet) has(q *ruleQuestion) bool { return s&(1<<q.index) != 0 }

func (s *questionSet) add(q *ruleQuestion) { *s |= 1 << q.index }

// optionsOf reduces a case to what can decide.
func (r *ruleset) optionsOf(c Case, kinds *reasonKinds) options {
	o := options{r: r}
	for id, values := range c.Answers {
		q, ok := r.byID[id]
		if !ok {
			continue
		}
		for _, v := range values {
			option := max(0, slices.Index(q.options, v))
			if taken := o.option(q); taken == 0 || kinds.weight(q, option) > kinds.weight(q, taken) {
				o.taken[q.index] = uint8(option)
			}
			if v == DontKnow && q.UnsureCaps {
				o.unsure.add(q)
			}
		}
	}
	for _, s := range c.Unconfirmed {
		if q, ok := r.byID[s.Question]; ok && o.isOpen(q) && q.warns(s.Answer) {
			o.suggested.add(q)
		}
	}
	return o
}

// warns reports whether an answer that is only suggested is grave enough to
// wait for: a stop sign, or a strong sign against.
func (q *ruleQuestion) warns(value string) bool {
	ans, ok := q.answer(value)
	return ok && (q.Stage == StageStopSigns || q.Stage == StageVetting) &&
		ans.Outcome == Opposes && (ans.Strength == Veto || ans.Strength == Strong)
}

// with returns the options with one option taken.
func (o options) with(q *ruleQuestion, option int) options {
	o.taken[q.index] = uint8(option)
	o.unsure &^= 1 << q.index
	o.suggested &^= 1 << q.index
	return o
}

func (o *options) option(q *ruleQuestion) int { return int(o.taken[q.index]) }

// value returns the value of the option taken; "" is open.
func (o *options) value(q *ruleQuestion) string { return q.options[o.taken[q.index]] }

func (o *options) isOpen(q *ruleQuestion) bool { return o.taken[q.index] == 0 }

// span returns which options the question can still take, as a half-open
// range: the one given, or all when it is open.
func (o *options) span(q *ruleQuestion) (from, to int) {
	if at := o.option(q); at > 0 {
		return at, at + 1
	}
	if o.answered.has(q) {
		return 1, len(q.options)
	}
	return 0, len(q.options)
}

// choices returns the values the question can still take, "" for staying open.
func (o *options) choices(q *ruleQuestion) []string {
	from, to := o.span(q)
	return q.options[from:to]
}

// state reduces the answers, as they are, to what decides.
func (o *options) state(kinds *reasonKinds) caseState {
	n := o.r
	know := o.value(n.know)
	s := caseState{
		path:     pathOf(o.value(n.direction), o.value(n.kind)),
		who:      whoOf(know, o.value(n.trust)),
		role:     roleOf(o.value(n.role), o.value(n.reputable), o.value(n.relevant)),
		badge:    badgeOf(o.value(n.verified.ruleQuestion)),
		benefit:  o.benefit(kinds),
		mistaken: o.value(n.claimedTie.ruleQuestion) == "mistaken",
		common:   know == "online" || sharedSome(o.value(n.shared)),
		vague:    o.value(n.ownWords) == "no",
		joining:  joiningPlans{o.value(n.wantsAccount), o.value(n.plannedUse), o.value(n.atEase)},
	}
	s.stop = max(o.stop(s.who), o.waits(s.path, s.who))
	t := o.tally(sender{s.who != stranger, s.role.trades()})
	s.signs = judgment{plain: judge(t), withoutBadge: judge(t)}
	s.ownWord = s.signs.plain == open && judge(t.plus(tally{outside: 1})) == genuine
	if s.badge == badgeNone {
		s.signs.withoutBadge = judge(t.plus(missingBadge))
	}
	return s
}

func sharedSome(shared string) bool {
	return shared == "some" || shared == "trusted" || shared == "confirmed"
}

// stop returns the worst stop sign answered, about w. The scam pattern is one
// whatever else holds.
func (o *options) stop(w who) stopLevel {
	worst := noStop
	if o.scamPattern() {
		worst = stopBlock
	}
	for _, q := range o.r.stops {
		worst = max(worst, q.levels[w][o.taken[q.index]])
	}
	return worst
}

// waits returns stopCap while a grave sign is neither confirmed nor denied: the
// person is not sure of it, or it was seen and not yet looked at.
func (o *options) waits(p path, w who) stopLevel {
	if p != outgoing && o.unsure != 0 || o.warned(p, w) != 0 {
		return stopCap
	}
	return noStop
}

// warned returns the questions whose suggestions hold the advice back: the stop
// signs, and vetting questions where they count.
func (o *options) warned(p path, w who) questionSet {
	if p == outgoing || o.suggested == 0 {
		return 0
	}
	set := o.suggested
	if p == joining || w == trusted {
		set &= o.r.stopSet
	}
	return set
}

// scamPattern holds when they both push away from LinkedIn and promise too
// much: together a stop sign (001 R7).
func (o *options) scamPattern() bool {
	n := o.r
	return o.value(n.offPlatform) == "yes" && o.value(n.tooGood) == "yes"
}

// reports says whether the case should be reported to LinkedIn: a stop sign
// that asks for it, the scam pattern, or a profile found fake.
func (o *options) reports(s caseState) bool {
	if o.scamPattern() {
		return true
	}
	for _, q := range o.r.stops {
		if ans, ok := q.answer(o.value(q.ruleQuestion)); ok && ans.veto(s.who).Report {
			return true
		}
	}
	return foundFake(s)
}

// foundFake holds when the signs alone make it a fake.
func foundFake(s caseState) bool {
	if s.path != incoming || s.who == trusted {
		return false
	}
	return s.judged(s.role.recruits() && s.badge == badgeNone) == fake
}
