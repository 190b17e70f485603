package plain

import (
	"errors"
	"strings"

	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/words"
)

// adviceRow is the invitation as it is advised on now, and what the advice says to
// do next; not ok while there is no one act.
func (a *asking) adviceRow() (row record.Row, next words.NextAct, ok bool) {
	inv, adv := a.now()
	row = inv.Row(a.o.Now())
	if !interview.Begun(inv.Answers) {
		adv.Recommendation, adv.Report, adv.Settled = 0, false, false
	}
	row.Recommendation, row.Report, row.Settled = adv.Recommendation, adv.Report, adv.Settled
	next, ok = words.Next(inv, adv)
	return row, next, ok
}

// sayNext says the word that records what is advised, and what else there is.
func (a *asking) sayNext() {
	row, next, ok := a.adviceRow()
	switch {
	case ok && next.Act.Decision == record.NotDecided:
		a.say("To leave it until a day, as advised, type later; it asks for the day.")
	case ok:
		a.say("When you have done that, type %s: it records “%s”, as advised.", wordFor(next.Act, row.Kind()), next.Said)
	default:
		a.say("Type what you did, such as %s.", quantity.Or([]string{wordFor(actsOn(row.Direction)[0], row.Kind()), wordFor(actsOn(row.Direction)[1], row.Kind())}))
	}
	var others []string
	acts := len(actsOn(row.Direction))
	for _, w := range a.adviceWords()[acts:] {
		others = append(others, w.word)
	}
	a.say("Other words: %s. ? says them all, with what else you can have done; b goes back.", strings.Join(others, ", "))
}

// wordFor is the word that records an act.
func wordFor(act record.Act, kind string) string {
	joins := kind == record.KindJoin
	switch {
	case act.Decision == record.NotDecided:
		return "later"
	case joins && act.Decision == record.Accepted:
		return "joined"
	case joins && act.Decision == record.Ignored:
		return "left"
	case act.Reported:
		return quantity.Text("%s and reported", string(act.Decision))
	}
	return strings.ReplaceAll(string(act.Decision), "_", " ")
}

// adviceWords are the words that can be typed at the advice: first those for what the
// person did, which are the same of everybody, then those that lead on.
func (a *asking) adviceWords() []word {
	inv, adv := a.now()
	row, next, ok := a.adviceRow()
	var all []word
	add := func(w, about string, do func() error) {
		all = append(all, word{word: w, about: about, do: func(string) error { return do() }})
	}
	for _, act := range actsOn(row.Direction) {
		about := act.Said(row.Kind())
		if ok && act == next.Act {
			about = asAdvised(act, row.Kind())
		}
		add(wordFor(act, row.Kind()), about, func() error { return a.recordAct(row, act) })
	}
	add("more", "other ways to answer, what could still change the advice, and what comes afterwards", func() error { a.sayMore(inv, adv); return nil })
	add("answers", "what you answered, to change it", a.changeAnswer)
	if n := len(adv.Replies); n > 0 {
		add("write", quantity.Sentence(n, "%d draft to send", "%d drafts to send"), a.drafts)
	}
	if ok && next.Act.Decision != record.NotDecided {
		add("follow", "records what is advised, and follows it up on a day", func() error { return a.followUp(row, next.Act) })
	}
	if a.v.End() != interview.Asking && a.v.LeftOpen() > 0 {
		add("ask", "asks the rest of the questions", a.onward)
	}
	add("again", "reads the advice again", func() error { a.sayAdvice(); return nil })
	if a.v.CanUndo() {
		add("undo", "takes back what you answered last, and asks it again", a.takeBack)
	}
	if a.v.CanRedo() {
		add("redo", "gives again what was taken back", a.giveAgain)
	}
	if a.several {
		add("skip", "goes on to the next person", func() error { return a.leave(skipped) })
		add("stop", "asks about no more people now", func() error { return a.leave(stopped) })
	}
	return all
}

// onward goes on asking although enough is asked.
func (a *asking) onward() error {
	if !a.v.Onward() {
		a.say("There is nothing left to ask.")
	}
	a.onPage = a.v.End() == interview.Asking
	return nil
}

// recordAct records what the person did, and leaves the questions. b leaves it
// unrecorded.
func (a *asking) recordAct(row record.Row, act record.Act) error {
	do, how := a.session.record, decided
	if act.Decision == record.NotDecided {
		do, how = func(rows []record.Row, _ record.Act) (bool, error) { return a.later(rows) }, postponed
	}
	done, err := do([]record.Row{row}, act)
	if errors.Is(err, errBack) {
		a.say("Nothing was recorded.")
	}
	if err != nil || !done {
		return err
	}
	return a.leave(how)
}

// followUp records what is advised, with a day on which it comes back.
func (a *asking) followUp(row record.Row, act record.Act) error {
	day, err := a.askDay("Follow up on which day? " + laterWords)
	if err != nil {
		return err
	}
	act.FollowUp = day
	return a.recordAct(row, act)
}
