package advisor

import (
	"fmt"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// ruleset is a rulebook as the order of decision reads it, worked out once.
type ruleset struct {
	*rulebook
	name    string // of Rules
	changes []ruleChange
	own     *ownRules // nil for those of the program alone
	data    []byte    // their file
	off     []string  // questions that the person turned off
	partial sync.Map  // the rules without one of its questions, by that
	named
	stops   []*stopSign
	stopSet questionSet
	signs   []*sign         // in the order of the rulebook
	reasons []*ruleQuestion // any of which can be a reason to connect
	asked   []conditions    // for each question, by its place
	pages   [outgoing + 1][]askedPage

	terms      *signTerms
	judgeTable func() [][planes][]judged // made when first needed
}

// program returns the rules of the embedded rulebook. They are worked out on first
// use, since a list of invitations is shown without them. The embedded file is
// checked by a test, so a failure here is a broken build.
var program = sync.OnceValue(func() *ruleset {
	b, err := parseRulebook(rulebookYAML)
	if err == nil {
		var r *ruleset
		if r, err = newRules(b); err == nil {
			return r
		}
	}
	panic("rulebook.yaml: " + err.Error())
})

// inForce are the rules that the person chose, nil for those of the program.
var inForce atomic.Pointer[ruleset]

// rules returns the rules in force.
func rules() *ruleset {
	if r := inForce.Load(); r != nil {
		return r
	}
	return program()
}

// book returns the rulebook in force.
func book() *rulebook { return rules().rulebook }

// newRules works out the rules, and checks that the code knows every condition
// and finds every question it asks about.
func newRules(b *rulebook) (*ruleset, error) {
	r := &ruleset{rulebook: b, name: strconv.Itoa(b.Version)}
	for i := range b.Questions {
		q := &b.Questions[i]
		switch q.Stage {
		case StageVetting:
			r.signs = append(r.signs, newSign(q))
		case StageStopSigns:
			r.stops = append(r.stops, newStopSign(q))
			r.stopSet.add(q)
		}
		if slices.ContainsFunc(q.Answers, func(a ruleAnswer) bool { return a.Reason != "" }) {
			r.reasons = append(r.reasons, q)
		}
		c, err := newConditions(q)
		if err != nil {
			return nil, fmt.Errorf("question %q: %w", q.ID, err)
		}
		r.asked = append(r.asked, c)
	}
	if len(b.Questions) > maxQuestions {
		return nil, fmt.Errorf("%d questions are %d more than there is room for", len(b.Questions), len(b.Questions)-maxQuestions)
	}
	for p := incoming; p <= outgoing; p++ {
		for _, page := range b.Pages.on(p) {
			when, err := newClauses(page.When)
			if err != nil {
				return nil, fmt.Errorf("page %q: %w", page.ID, err)
			}
			r.pages[p] = append(r.pages[p], askedPage{page, when})
		}
	}
	if err := r.find(b); err != nil {
		return nil, err
	}
	if err := b.checkFirstPass(); err != nil {
		return nil, fmt.Errorf("first pass: %w", err)
	}
	if err := r.checkGrid(); err != nil {
		return nil, err
	}
	r.terms, r.judgeTable = r.divideSigns(), sync.OnceValue(r.judges)
	return r, b.checkPages()
}

// askedPage is a page, and when it is asked.
type askedPage struct {
	rulePage
	when clauses
}

// stopSign is a question whose answer can decide at once.
type stopSign struct {
	*ruleQuestion
	levels [trusted + 1][]stopLevel // how each option stops, by whom it is about
}

func newStopSign(q *ruleQuestion) *stopSign {
	s := &stopSign{ruleQuestion: q}
	for w := range s.levels {
		for _, value := range q.options {
			ans, _ := q.answer(value)
			s.levels[w] = append(s.levels[w], levelOf(ans.veto(who(w)).Then))
		}
	}
	return s
}

// veto returns what a stop sign does when it is about w.
func (a *ruleAnswer) veto(w who) ruleVeto {
	v := a.ruleVeto
	for _, milder := range []struct {
		holds bool
		veto  *ruleVeto
	}{{w != stranger, a.IfKnown}, {w == trusted, a.IfTrusted}} {
		if milder.holds && milder.veto != nil {
			v = *milder.veto
		}
	}
	return v
}

func levelOf(then Recommendation) stopLevel {
	switch then {
	case DeclineAndBlock:
		return stopBlock
	case Decline:
		return stopDecline
	case IgnoreOrVetFurther:
		return stopCap
	}
	return noStop
}

// sign is a vetting question, whose answers speak for or against a person being
// real.
type sign struct {
	*ruleQuestion
	deltas [2][2][]tally // what each option adds to the tally: from somebody known, in trade
	thin   []bool        // whether the option is one of those that move together
}

func newSign(q *ruleQuestion) *sign {
	s := &sign{ruleQuestion: q}
	for _, value := range q.options {
		ans, _ := q.answer(value)
		for known := range s.deltas {
			for trade := range s.deltas[known] {
				s.deltas[known][trade] = append(s.deltas[known][trade], signDelta(&ans, known > 0, trade > 0))
			}
		}
		s.thin = append(s.thin, ans.Group == groupThin)
	}
	return s
}

// varies reports whether what the options add depends on who it comes from.
func (s *sign) varies() bool {
	d := &s.deltas
	return !slices.Equal(d[0][0], d[0][1]) || !slices.Equal(d[0][0], d[1][0]) || !slices.Equal(d[0][0], d[1][1])
}

// sender is whom signs come from, as far as it changes what they weigh.
type sender struct{ known, trade bool }

// weights returns what each option adds when it comes from a sender.
func (s *sign) weights(from sender) []tally { return s.deltas[bit(from.known)][bit(from.trade)] }

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// named are the questions that the code knows by name.
type named struct {
	direction, kind, know, trust, role, reputable, relevant *ruleQuestion
	offPlatform, tooGood, shared, ownWords                  *ruleQuestion
	wantsAccount, plannedUse, atEase                        *ruleQuestion
	comfortable, appropriate                                *ruleQuestion
	verified, claimedTie                                    *sign
	favors                                                  [5]*ruleQuestion // in asking order
}

// find looks them up.
func (r *ruleset) find(b *rulebook) error {
	var missing []string
	find := func(id string) *ruleQuestion {
		if b.byID[id] == nil {
			missing = append(missing, id)
		}
		return b.byID[id]
	}
	r.named = named{
		direction: find("direction"), kind: find("kind"), know: find("know"), trust: find("trust"),
		role: find("role"), reputable: find("reputable"), relevant: find("relevant"),
		offPlatform: find("off_platform"), tooGood: find("too_good"),
		shared: find("shared"), ownWords: find("own_words"),
		wantsAccount: find("wants_account"), plannedUse: find("planned_use"), atEase: find("at_ease"),
		comfortable: find("comfortable"), appropriate: find("appropriate"),
	}
	for i, id := range favorQuestions {
		r.favors[i] = find(id)
	}
	for id, to := range map[string]**sign{"verified": &r.verified, "claimed_tie": &r.claimedTie} {
		if i := slices.IndexFunc(r.signs, func(s *sign) bool { return s.ID == id }); i >= 0 {
			*to = r.signs[i]
		} else {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("questions that the code asks about are missing: %v", missing)
	}
	return nil
}
