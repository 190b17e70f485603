package plain

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// askRow says a question with its answers and takes one.
func (a *asking) askRow(page interview.Page, row interview.Row) error {
	a.sayRow(page, row)
	prompt := "A number:"
	if row.Question.Kind == advisor.Multi {
		prompt = "One number or several:"
	}
	all := a.pageWords(page)
	line, err := a.ask(prompt, append(a.rowHelp(row), helpOf(all)...)...)
	switch {
	case errors.Is(err, errBack) && a.changing:
		a.proceed()
		return nil
	case errors.Is(err, errBack):
		return a.back(true)
	case err != nil:
		return err
	}
	if row.Question.ID != a.v.Marked().Question.ID {
		a.v.Mark(row.Question.ID)
	}
	return a.hear(line, row, all)
}

// sayRow says a question: where it stands, what it asks, how it was answered, what
// is suggested, and the answers with their numbers. Of one that was just said, only
// what it asks; ? says the answers.
func (a *asking) sayRow(page interview.Page, row interview.Row) {
	now := fmt.Sprint(a.v.Visit(), row.Question.ID, row.Values)
	if a.row == now {
		a.say("%s", row.Question.Text)
		return
	}
	a.row = now
	a.say("%s%s", a.place(page), row.Question.Text)
	if !row.Open() {
		a.say("Answered: %s Enter keeps it.", sentence(screen.AnswerText(row.Question, row.Values)))
	}
	choices := row.Choices()
	if row.Hinted() {
		at := slices.IndexFunc(choices, func(c advisor.AnswerChoice) bool { return c.Value == row.Suggested })
		a.say("Suggested is %d: %s The word take takes it.", at+1, sentence(style.OneLine(a.hints[row.Question.ID].Text())))
	}
	if note := style.OneLine(a.inv.AnswerNotes[row.Question.ID]); note != "" {
		a.say("Your note: %s", sentence(note))
	}
	for i, c := range choices {
		a.say("%d. %s", i+1, sentence(c.Label))
	}
	if row.Has(advisor.DontKnow) {
		a.say("0. %s", dontKnow(row))
	} else {
		a.say("0. Leave it open.")
	}
}

// place says which of the questions of a page is asked. Those that are only for
// thinking are no part of the count, as they come only when they are asked for.
func (a *asking) place(page interview.Page) string {
	at, of, last := 0, 0, true
	for i, row := range page.Rows {
		if row.Question.NeverWeighs && row.Open() && i != a.v.At() {
			continue
		}
		if of++; i <= a.v.At() {
			at = of
		} else if row.Open() {
			last = false
		}
	}
	row := page.Rows[a.v.At()]
	switch {
	case of > 1 && a.brings(page, row):
		return fmt.Sprintf("Question %d of %d or more. ", at, of)
	case of < 2:
		return ""
	case last && row.Open():
		return "The last question of this page. "
	}
	return fmt.Sprintf("Question %d of %d. ", at, of)
}

// brings reports whether an answer to an open row brings another question to its
// page.
func (a *asking) brings(page interview.Page, row interview.Row) bool {
	if !row.Open() {
		return false
	}
	for _, c := range row.Question.Answers {
		answers := a.v.Case().Answers
		answers[row.Question.ID] = []string{c.Value}
		for _, p := range advisor.Pages(answers) {
			if p.ID == page.ID && len(p.Questions) > len(page.Rows) {
				return true
			}
		}
	}
	return false
}

// dontKnow are the words of not knowing the answer: the same everywhere, and what
// it is here that was not done.
func dontKnow(row interview.Row) string {
	label := screen.LabelOf(row.Question, advisor.DontKnow)
	if strings.EqualFold(label, "don't know") {
		return "Don't know."
	}
	return "Don't know: " + sentence(strings.ToLower(label[:1])+label[1:])
}

// rowHelp is what can be typed to answer a question.
func (a *asking) rowHelp(row interview.Row) []string {
	help := []string{fmt.Sprintf("Type a number from 1 to %d, or the beginning of an answer.", len(row.Choices()))}
	if row.Has(advisor.DontKnow) {
		help = append(help, "0 says that you do not know.")
	} else {
		help = append(help, "0 leaves it open.")
	}
	if row.YesNo() {
		help = append(help, "y and n say yes and no.")
	}
	if row.Question.Kind == advisor.Multi {
		help = append(help, "Several numbers give several answers; enter alone goes on.")
	}
	return append(numbered(labels(row)), help...)
}

// labels are the answers of a row that have a number.
func labels(row interview.Row) []string {
	var all []string
	for _, c := range row.Choices() {
		all = append(all, c.Label)
	}
	return all
}

// stayAt marks a question again if the page is still shown as in that visit.
func (a *asking) stayAt(visit int, id string) {
	if a.v.Visit() == visit {
		a.v.Mark(id)
	}
}

// hear takes what was typed at a question: an answer by its number or its words, yes
// and no by their letters, or one of the words of the page.
func (a *asking) hear(line string, row interview.Row, all []word) error {
	low := strings.ToLower(line)
	n, isNumber := numberOf(line)
	choices := row.Choices()
	switch {
	case line == "":
		return a.goOn(row)
	case isNumber && n == 0:
		return a.answer(row, a.v.LeaveOpen)
	case row.Question.Kind == advisor.Multi:
		if places, wrong, ok := numbersOf(line, len(choices)); ok {
			return a.giveExactly(row, places, wrong)
		}
	case isNumber && (n < 0 || n > len(choices)):
		a.say("%d is no answer here; they go from 1 to %d, and 0.", n, len(choices))
		return nil
	case isNumber:
		return a.answer(row, func() interview.Step { return a.v.Number(n - 1) })
	case row.YesNo() && (low == "y" || low == "yes"):
		return a.answer(row, a.v.Yes)
	case row.YesNo() && (low == "n" || low == "no"):
		return a.answer(row, a.v.No)
	}
	found, rest, at, several := lookUp(line, all, labels(row))
	switch {
	case found.do != nil:
		return a.visit(func() error { return found.do(rest) })
	case at >= 0 && row.Question.Kind == advisor.Multi:
		return a.giveExactly(row, []int{at}, "")
	case at >= 0:
		return a.answer(row, func() interview.Step { return a.v.Number(at) })
	}
	a.say("%s The answers are 1 to %d, and 0; ? says all there is.", whichOf(line, several), len(choices))
	return nil
}

// answer gives a row an answer and says it. Where it had one, it goes on from there
// to what is still to be answered, or to the advice.
func (a *asking) answer(row interview.Row, give func() interview.Step) error {
	visit, was := a.v.Visit(), row.Values
	a.do(func() interview.Step {
		step := give()
		if step.Said.What == interview.Nothing {
			a.sayGiven(row, was)
		}
		return step
	})
	a.sayEnough(visit)
	if (len(was) > 0 || a.changing) && a.v.Visit() == visit && a.v.End() == interview.Asking {
		a.proceed()
	}
	return nil
}

// sayEnough says, once in a visit of a page that need not be complete, that the rest
// of it could not change the advice.
func (a *asking) sayEnough(visit int) {
	page := a.v.Page()
	if a.enough == visit || a.v.Visit() != visit || a.v.End() != interview.Asking || page.First || page.Signs || a.v.RestMatters() {
		return
	}
	a.enough = visit
	a.say("What is open on this page could not change the advice now; the word rest goes on.")
}

// sayGiven says what a row is answered with now.
func (a *asking) sayGiven(row interview.Row, was []string) {
	values := a.v.Case().Answers[row.Question.ID]
	switch {
	case len(values) == 0:
		a.say("Left open.")
	case slices.Equal(values, was):
		a.say("It stays: %s", sentence(screen.AnswerText(row.Question, values)))
	default:
		a.each(screen.AnswerText(row.Question, values))
	}
}

// giveExactly gives a row that takes several answers exactly some, and goes on.
func (a *asking) giveExactly(row interview.Row, places []int, wrong string) error {
	if wrong != "" {
		a.say("%s is no answer here; they go from 1 to %d. Nothing was changed.", wrong, len(row.Choices()))
		return nil
	}
	refused := false
	a.do(func() interview.Step {
		step := a.v.Exactly(places)
		if refused = step.Said.What != interview.Nothing; !refused {
			a.sayGiven(row, nil)
		}
		return step
	})
	if refused {
		return nil
	}
	if !row.Open() {
		a.proceed()
		return nil
	}
	a.nextRow()
	return nil
}

// goOn leaves an answered row as it is. One that is open needs a word.
func (a *asking) goOn(row interview.Row) error {
	if row.Open() && row.Question.Kind != advisor.Multi {
		a.say("Nothing was answered. Type a number, 0 if you do not know, or rest for the whole page.")
		return nil
	}
	if a.changing {
		a.proceed()
		return nil
	}
	if row.Open() {
		a.say("Left open.")
	}
	a.nextRow()
	return nil
}

// proceed goes on after a changed answer with what is still to be answered, or with
// the advice.
func (a *asking) proceed() {
	a.changing = false
	a.do(a.v.Proceed)
}

// nextRow goes to the next row that is open, or else ends the page.
func (a *asking) nextRow() {
	rows := a.v.Page().Rows
	at := a.v.At()
	for i := at + 1; i < len(rows); i++ {
		if rows[i].Open() && !rows[i].Question.NeverWeighs || i == at+1 && a.onPage {
			a.v.Mark(rows[i].Question.ID)
			return
		}
	}
	a.do(a.v.EndPage)
}
