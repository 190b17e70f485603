package interview

import (
	"maps"
	"slices"

	"linkvet/advisor"
)

// Interview is the questions about one invitation, where they stand.
type Interview struct {
	c         advisor.Case
	suggested map[string]string // the answer suggested to a question
	single    bool              // one question a page
	past      []Change          // one for each visit of a page that changed answers, oldest first
	before    int               // how many of them are of earlier questions

	acts   []Change // what changed since New, an action each, oldest first
	undone []Change // those taken back, the last one last
	taken  []Change // what Undo took back since anything else was answered, the last one last

	page   string          // where the person is
	row    string          // the question that is marked
	choice int             // the marked answer of a row that takes several
	visit  int             // of the page shown; each page that is turned to has a number of its own
	visits int             // how many there were
	dirty  bool            // this visit has its change in past
	passed map[string]bool // left open in this visit
	left   map[string]bool // left open on a page that was ended
	onward bool            // goes on although enough is asked
	itself bool            // the page shown came by itself, and nothing was done on it yet
	end    End             // why nothing more is asked
	warned Notice          // what the next key does that was warned of

	advice advisor.Advice // on the answers
	shown  []advisor.Page // the pages for them; nil until they are wanted
}

// End says why nothing more is asked.
type End uint8

// The ends, and that there is none yet.
const (
	Asking          End = iota
	Settled             // nothing that is open can change the advice
	NoWayIn             // it says not to accept, and nothing left to ask could let them in
	EverythingAsked     // all that could change it was asked
)

// Change is how the answers changed in one visit of a page. A question without
// an answer is missing.
type Change struct {
	Was, Is advisor.Answers

	visit int // 0 for one of an earlier program
}

// Options say how to ask.
type Options struct {
	Suggested map[string]string // by question, the answer that note and archive point to
	Past      []Change          // what was answered before, oldest first
	Left      bool              // the last of them was given in a visit of a page that was left, and may go on
	Single    bool              // one question a page, but for pages of signs
}

// New starts, or goes on with, the questions about an invitation.
func New(c advisor.Case, o Options) *Interview {
	c.Answers = c.Answers.Clone()
	v := &Interview{c: c, suggested: o.Suggested, single: o.Single, past: slices.Clone(o.Past), left: map[string]bool{}}
	v.before = len(v.past)
	v.renew()
	v.turn()
	if n := len(v.past); n > 0 && o.Left && v.end == Asking && v.onPage(v.past[n-1].ids()) {
		v.dirty, v.past[n-1].visit = true, v.visit
	}
	return v
}

// Fresh reports whether there is nothing to take back of what was answered since
// the questions were opened.
func (v *Interview) Fresh() bool { return len(v.past) <= v.before }

// GoesOn reports whether the visit has answers before the first that is given.
func (v *Interview) GoesOn() bool { return v.dirty }

// renew works out again what follows from the answers.
func (v *Interview) renew() { v.advice, v.shown = advisor.Advise(v.c), nil }

// Advice is the advice on the answers as they are.
func (v *Interview) Advice() advisor.Advice { return v.advice }

// Case is the case as answered so far.
func (v *Interview) Case() advisor.Case {
	c := v.c
	c.Answers = v.c.Answers.Clone()
	return c
}

// End says whether and why nothing more is asked.
func (v *Interview) End() End { return v.end }

// Visit is the number of the visit of the page shown; what is answered in one
// visit is one change.
func (v *Interview) Visit() int { return v.visit }

// Begun reports whether anything was answered that the advice rests on.
func Begun(a advisor.Answers) bool {
	for id := range a {
		if q, ok := advisor.QuestionByID(id); ok && q.Stage != advisor.StageStart && !q.NeverWeighs {
			return true
		}
	}
	return false
}

// SetAside returns the answered questions that are not asked any more because of
// another answer. Their answers are kept, and count again when they are asked.
func SetAside(a advisor.Answers) []string {
	var ids []string
	for _, q := range advisor.Questions() {
		if len(a[q.ID]) > 0 && !advisor.Counts(q.ID, a) {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// Renew takes over what was changed from outside: the invitation, the profile,
// answers or what is suggested. The person stays where they are.
func (v *Interview) Renew(c advisor.Case, suggested map[string]string) {
	same := maps.EqualFunc(c.Answers, v.c.Answers, slices.Equal)
	v.c, v.suggested = c, suggested
	v.c.Answers = c.Answers.Clone()
	v.renew()
	if !same {
		v.land(v.row)
	}
}

// Single switches between one question a page and whole pages. The marked
// question stays marked.
func (v *Interview) Single(single bool) {
	if v.single != single {
		v.single, v.shown = single, nil
		v.land(v.row)
	}
}
