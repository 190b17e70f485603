package plain

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
)

// askRow says a question with its answers and takes one.
func (a *asking) askRow(page interview.Page, row interview.Row) error {
	a.sayRow(page, row)
	prompt := "A number:"
	if row.Question.Kind == advisor.Multi {
		prompt = "One number or several:"
	}
	line, err := a.ask(prompt, a.rowHelp(page, row)...)
	if errors.Is(err, errBack) {
		return a.back(true)
	}
	if err != nil {
		return err
	}
	if row.Question.ID != a.v.Marked().Question.ID {
		a.v.Mark(row.Question.ID)
	}
	if known, err := a.word(page, line); known {
		return err
	}
	return a.answer(row, line)
}

// sayRow says a question: where it stands, what it asks, how it was answered, what
// is suggested, and the answers with their numbers.
func (a *asking) sayRow(page interview.Page, row interview.Row) {
	text := row.Question.Text
	if n := len(page.Rows); n > 1 {
		text = fmt.Sprintf("Question %d of %d. %s", a.v.At()+1, n, text)
	}
	a.say("%s", text)
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
		a.say("0. %s", sentence(screen.LabelOf(row.Question, advisor.DontKnow)))
	} else {
		a.say("0. Leave it open.")
	}
}

// rowHelp are the words that can be typed at a question.
func (a *asking) rowHelp(page interview.Page, row interview.Row) []string {
	help := []string{fmt.Sprintf("Type a number from 1 to %d.", len(row.Choices()))}
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
	return append(help, a.pageHelp(page)...)
}

// pageHelp are the words that can be typed on every page.
func (a *asking) pageHelp(page interview.Page) []string {
	var help []string
	if page.None != "" {
		help = append(help, "none: "+page.None+", for all that is open on this page")
	}
	help = append(help,
		"rest: leaves the rest of this page not known, and goes on",
		"take: answers as suggested; take all does so on the whole page",
		"why: why this is asked, and how to find out; of signs with a number, such as why 3",
		"note: your own note on this question; of signs likewise",
		"pages: addresses that help to look something up",
		"answers: what you answered so far, to change it",
		"advice: the advice so far, and recording what you did",
		"undo: takes back what you answered last")
	if a.several {
		help = append(help, "skip: goes on to the next person", "stop: asks about no more people now")
	}
	return help
}

// word carries out what is no answer, and reports whether it is known.
func (a *asking) word(page interview.Page, line string) (known bool, err error) {
	word, rest, _ := strings.Cut(strings.ToLower(line), " ")
	if n, err := strconv.Atoi(rest); err == nil && n >= 1 && n <= len(page.Rows) {
		defer a.stayAt(a.v.Visit(), a.v.Marked().Question.ID) // what lies between is still to be asked
		a.v.Mark(page.Rows[n-1].Question.ID)                  // of a page that is asked all at once
	}
	switch word {
	case "none":
		if page.None == "" {
			a.say("None is for pages of signs; rest leaves the rest of this page not known.")
			return true, nil
		}
		a.do(a.v.None)
	case "rest":
		a.do(a.v.EndPage)
	case "take":
		if rest == "all" {
			a.do(a.v.TakeAll)
		} else {
			a.do(a.v.Take)
		}
	case "why":
		q := a.v.Marked().Question
		a.each(q.Why, q.How)
	case "note":
		return true, a.visit(a.noteAnswer)
	case "pages":
		a.sayAddresses()
	case "answers":
		return true, a.visit(a.changeAnswer)
	case "advice":
		return true, a.advice()
	case "undo":
		a.takeBack()
	case "skip", "stop":
		if !a.several {
			return false, nil
		}
		return true, a.leave(map[string]leaving{"skip": skipped, "stop": stopped}[word])
	default:
		return false, nil
	}
	return true, nil
}

// stayAt marks a question again if the page is still shown as in that visit.
func (a *asking) stayAt(visit int, id string) {
	if a.v.Visit() == visit {
		a.v.Mark(id)
	}
}

// answer takes an answer by its number, or yes and no by their letters.
func (a *asking) answer(row interview.Row, line string) error {
	choices := row.Choices()
	switch low := strings.ToLower(line); {
	case line == "":
		return a.goOn(row)
	case line == "0" || low == "u":
		a.do(a.v.LeaveOpen)
	case row.YesNo() && (low == "y" || low == "yes"):
		a.do(a.v.Yes)
	case row.YesNo() && (low == "n" || low == "no"):
		a.do(a.v.No)
	case row.Question.Kind == advisor.Multi:
		places := numbers(line, len(choices))
		if len(places) == 0 {
			a.say("“%s” are no answers here: type numbers from 1 to %d, or ? for the words.", style.OneLine(line), len(choices))
			return nil
		}
		a.giveExactly(row, places)
	default:
		n, err := strconv.Atoi(line)
		if err != nil {
			a.say("“%s” is no answer here: type a number from 1 to %d, or ? for the words.", style.OneLine(line), len(choices))
			return nil
		}
		a.do(func() interview.Step { return a.v.Number(n - 1) })
	}
	return nil
}

// giveExactly gives a row exactly the answers at some places, and goes on.
func (a *asking) giveExactly(row interview.Row, places []int) {
	a.do(func() interview.Step {
		var changed []string
		for i, c := range row.Choices() {
			if slices.Contains(places, i) != slices.Contains(a.v.Marked().Values, c.Value) {
				changed = append(changed, a.v.Number(i).Changed...)
			}
		}
		return interview.Step{Changed: slices.Compact(changed)}
	})
	a.nextRow()
}

// goOn leaves an answered row as it is. One that is open needs a word.
func (a *asking) goOn(row interview.Row) error {
	if row.Open() && row.Question.Kind != advisor.Multi {
		a.say("Nothing was answered. Type a number, 0 if you do not know, or rest for the whole page.")
		return nil
	}
	a.nextRow()
	return nil
}

// nextRow goes to the next row that is open, or else ends the page.
func (a *asking) nextRow() {
	rows := a.v.Page().Rows
	at := a.v.At()
	for i := at + 1; i < len(rows); i++ {
		if rows[i].Open() || i == at+1 && a.onPage {
			a.v.Mark(rows[i].Question.ID)
			return
		}
	}
	a.do(a.v.EndPage)
}

// noteAnswer takes a note on the question.
func (a *asking) noteAnswer() error {
	q := a.v.Marked().Question
	text, err := a.ask("Your note on “"+q.Label+"”; it never counts, and an empty one is removed:", "Such as: asked Mia, she knows them.")
	if err != nil {
		return err
	}
	if a.change("saving the note", func() error {
		inv, err := a.storage.NoteAnswer(a.inv.ID, q.ID, text)
		if err == nil {
			a.inv = inv
		}
		return err
	}) {
		a.say("Noted.")
	}
	return nil
}

// changeAnswer says what was answered and goes to the question chosen.
func (a *asking) changeAnswer() error {
	answers := a.v.Case().Answers
	var ids, texts []string
	for _, q := range advisor.Questions() {
		if values := answers[q.ID]; len(values) > 0 && q.Stage != advisor.StageStart {
			ids, texts = append(ids, q.ID), append(texts, q.Label+": "+screen.AnswerText(q, values))
		}
	}
	if len(ids) == 0 {
		a.say("Nothing is answered yet.")
		return nil
	}
	n, err := a.pick("Number of the answer to change:", texts)
	if err != nil {
		return err
	}
	a.onPage = a.v.Show(ids[n])
	return nil
}

// takeBack takes back what the last page that changed something changed.
func (a *asking) takeBack() {
	if !a.v.CanUndo() {
		a.say("There is nothing to take back.")
		return
	}
	a.do(func() interview.Step {
		step := a.v.Undo()
		if len(step.Changed) > 0 {
			a.say("Taken back: %s.", words.Labels(step.Changed, ", "))
		}
		return step
	})
}

// sayAddresses says pages that help with the question.
func (a *asking) sayAddresses() {
	for _, p := range words.Addresses(a.inv, a.v.Marked().Question.Open) {
		a.say("%s: %s", p.Title, p.URL)
	}
}
