package advisor

import (
	"fmt"
	"sync"
)

// ruleset is the rulebook as the order of decision reads it, worked out once.
type ruleset struct {
	named
	stops []*stopSign
	signs []*sign      // in the order of the rulebook
	asked []conditions // for each question, by its place
	pages [outgoing + 1][]askedPage
}

// stopSign is a question whose answer can decide at once.
type stopSign struct {
	*ruleQuestion
	levels []stopLevel // how each option stops
}

// sign is a vetting question, whose answers speak for or against a person being
// real.
type sign struct {
	*ruleQuestion
	deltas [2][]tally // what each option adds to the tally, from a stranger and from somebody known
	thin   []bool     // whether the option is one of those that move together
}

// rules returns the rules of the embedded rulebook.
var rules = sync.OnceValue(func() *ruleset {
	r, err := newRules(book())
	if err != nil {
		panic("rulebook.yaml: " + err.Error())
	}
	return r
})

// newRules works out the rules, and checks that the code knows every condition
// and finds every question it asks about.
func newRules(b *rulebook) (*ruleset, error) {
	r := &ruleset{}
	for i := range b.Questions {
		q := &b.Questions[i]
		switch q.Stage {
		case StageVetting:
			r.signs = append(r.signs, newSign(q))
		case StageStopSigns:
			r.stops = append(r.stops, newStopSign(q))
		}
		c, err := newConditions(q)
		if err != nil {
			return nil, fmt.Errorf("question %q: %w", q.ID, err)
		}
		r.asked = append(r.asked, c)
	}
	if len(b.Questions) > maxQuestions {
		return nil, fmt.Errorf("%d questions are more than the %d that options has room for", len(b.Questions), maxQuestions)
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
	return r, b.checkPages()
}

// askedPage is a page, and when it is asked.
type askedPage struct {
	rulePage
	when clauses
}

func newStopSign(q *ruleQuestion) *stopSign {
	s := &stopSign{ruleQuestion: q}
	for _, value := range q.options {
		ans, _ := q.answer(value)
		s.levels = append(s.levels, levelOf(ans))
	}
	return s
}

func levelOf(a ruleAnswer) stopLevel {
	switch a.Then {
	case DeclineAndBlock:
		return stopBlock
	case Decline:
		return stopDecline
	}
	return noStop
}

func newSign(q *ruleQuestion) *sign {
	s := &sign{ruleQuestion: q}
	for _, value := range q.options {
		ans, _ := q.answer(value)
		s.deltas[0] = append(s.deltas[0], signDelta(q, ans, stranger))
		s.deltas[1] = append(s.deltas[1], signDelta(q, ans, acquaintance))
		s.thin = append(s.thin, ans.Group == groupThin)
	}
	return s
}

// weights returns what each option adds when it comes from w.
func (s *sign) weights(w who) []tally {
	if w == stranger {
		return s.deltas[0]
	}
	return s.deltas[1]
}

// named are the questions that the code knows by name.
type named struct {
	direction, kind, know, trust, role, reputable, relevant *ruleQuestion
	offPlatform, tooGood, shared, ownWords                  *ruleQuestion
	verified                                                *sign
	comfortable, appropriate                                *ruleQuestion
	reasonKinds                                             [4]*ruleQuestion // each of which can be a reason to connect
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
		comfortable: find("comfortable"), appropriate: find("appropriate"),
	}
	for i, id := range []string{"field", "reasons", "admire", "benefit"} {
		r.reasonKinds[i] = find(id)
	}
	for i, id := range favorQuestions {
		r.favors[i] = find(id)
	}
	for _, s := range r.signs {
		if s.ID == "verified" {
			r.verified = s
		}
	}
	if r.verified == nil {
		missing = append(missing, "verified")
	}
	if len(missing) > 0 {
		return fmt.Errorf("questions that the code asks about are missing: %v", missing)
	}
	return nil
}
