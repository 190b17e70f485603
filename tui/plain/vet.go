package plain

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// leaving says how the questions about somebody were left.
type leaving uint8

// The ways out; the zero one is b.
const (
	cameBack leaving = iota
	decided
	postponed
	skipped
	stopped
)

// asking is the questions about one invitation under way.
type asking struct {
	*session
	inv      record.Invitation
	v        *interview.Interview
	hints    words.Hints
	visits   words.Visits
	several  bool     // one of several, which can be skipped
	lost     []string // questions whose answers could not be saved
	said     int      // the visit whose page was read out; 0 for none
	onPage   bool     // the person went back to the page although enough is asked
	changing bool     // one answer is changed, and then it goes on where it was
	row      string   // the row that was said last, in which visit, and how it was answered
	signs    int      // the visit whose signs were read out
	enough   int      // the visit in which it was said that the rest of the page does not matter
	left     leaving
	gone     bool // the questions are left
}

// vetOne asks about one invitation, and reports whether nothing is left to do
// with it for now.
func (s *session) vetOne(id string) (done bool, err error) {
	left, err := s.questions(id, false)
	return left == decided || left == postponed, err
}

// questions asks about an invitation from where it was left, until it is decided
// or left.
func (s *session) questions(id string, several bool) (leaving, error) {
	if s.onlyLooks() {
		return cameBack, nil
	}
	h, err := s.history(id)
	if err != nil {
		s.fail("reading the invitation", err)
		return skipped, nil
	}
	a := &asking{session: s, inv: h.Invitation, hints: words.HintsOf(h.Invitation), visits: words.VisitsOf(h.Invitation.ID, s.o.Now(), h.Journal), several: several}
	a.v = interview.New(a.inv.Case(s.profile()), interview.Options{Suggested: a.hints.Answers(), Past: words.AnsweredBefore(h.Journal), Left: a.visits.Left()})
	a.visits.Start(a.v)
	for !a.gone {
		if a.v.End() != interview.Asking && !a.onPage {
			err = a.advice(false)
		} else {
			err = a.page()
		}
		if err != nil {
			return a.left, err
		}
	}
	return a.left, nil
}

// leave ends the questions.
func (a *asking) leave(how leaving) error {
	a.left, a.gone = how, true
	return nil
}

// page asks the page that is shown: all signs at once, or the marked row.
func (a *asking) page() error {
	page := a.v.Page()
	if a.said != a.v.Visit() {
		a.said = a.v.Visit()
		a.sayPage(page)
	}
	if page.Signs {
		return a.askSigns(page)
	}
	return a.askRow(page, a.v.Marked())
}

// sayPage says which page begins, and on the first one about whom, unless that was
// just said.
func (a *asking) sayPage(page interview.Page) {
	if a.said == 1 && a.session.heard != a.inv.ID {
		a.say("%s", sentence(strings.Join(append([]string{style.NameOr(a.inv.Name)}, words.Who(a.inv.Row(a.o.Now()))...), ", ")))
		a.sayNote(a.inv)
		a.saySigns(a.inv)
	}
	at, most := a.v.Where()
	where := fmt.Sprintf("Page %d of at most %d", at, most)
	if at == most {
		where = "The last page"
	}
	a.say("%s: %s.", where, page.Title)
	if page.Signs {
		return // it asks once itself
	}
	if page.None != "" {
		a.say("%s The word none says of the whole page: %s.", page.Ask, page.None)
	}
}

// do carries an action of the questions out, saves what it changed, and says what
// came of it.
func (a *asking) do(action func() interview.Step) interview.Step {
	visit, aside := a.v.Visit(), len(interview.SetAside(a.v.Case().Answers))
	step := action()
	if step.Visit != 0 {
		visit = step.Visit
	}
	if len(step.Changed) > 0 || len(a.lost) > 0 {
		a.save(step.Changed, visit)
		if news := words.SetAside(aside, len(interview.SetAside(a.v.Case().Answers))); news != "" {
			a.say("%s", news)
		}
	}
	if step.Turned {
		a.onPage, a.signs = false, 0
	}
	ways := words.Ways{None: "none", End: "rest", TakeAll: "take all", Typed: true}
	if text := words.Notice(step.Said, a.v.Page(), a.hints, ways); text != "" {
		a.each(text)
	}
	return step
}

// save writes the answers to some questions as they are, with those that could
// not be saved before. All that is answered in one visit of a page is one step.
func (a *asking) save(ids []string, visit int) {
	ids = slices.Concat(ids, a.lost)
	set := advisor.Answers{}
	var none []string
	answers := a.v.Case().Answers
	for _, id := range ids {
		if values, ok := answers[id]; ok {
			set[id] = values
		} else {
			none = append(none, id)
		}
	}
	a.lost = nil
	if !a.change("saving the answer", func() error {
		inv, err := a.storage.AnswerIn(a.visits.Name(visit), a.inv.ID, set, none...)
		if err == nil {
			a.inv, a.hints = inv, words.HintsOf(inv)
		}
		return err
	}) {
		a.lost = ids
		a.say("It is tried again with your next answer.")
		return
	}
	a.session.begun(a.inv.ID)
	a.v.Renew(a.inv.Case(a.profile()), a.hints.Answers())
}

// back goes to the row before, or to the page before; from the first it leaves.
func (a *asking) back(rows bool) error {
	switch {
	case rows && a.v.At() > 0:
		a.v.Move(false)
		return nil
	case a.v.Back():
		a.onPage = true
		if rows := a.v.Page().Rows; !a.v.Page().Signs && len(rows) > 0 { // the question asked last
			a.v.Mark(rows[len(rows)-1].Question.ID)
		}
		return nil
	}
	return errBack
}

// vetAll asks the questions of all who wait in the list, one after the other.
func (s *session) vetAll() error {
	rows, err := s.waiting()
	if err != nil {
		return err
	}
	ids := screen.IDsOfRows(rows)
	if len(ids) == 0 {
		s.say("Nobody in this list waits for an answer.")
		return nil
	}
	tally := map[leaving]int{}
	sum := func() {
		s.each(quantity.Text("%d decided, %d put off, %d skipped. Everything is kept.", tally[decided], tally[postponed], tally[skipped]))
	}
	for i, id := range ids {
		s.each(quantity.Text("%d of %d.", i+1, len(ids)))
		left, err := s.questions(id, true)
		if errors.Is(err, errBack) {
			sum()
		}
		if err != nil {
			return err
		}
		if left == stopped {
			break
		}
		tally[left]++
	}
	sum()
	return nil
}
