package plain

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor/interview"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// askSigns says all signs of a page with their numbers, and takes those that were
// seen.
func (a *asking) askSigns(page interview.Page) error {
	if a.signs != a.v.Visit() {
		a.signs = a.v.Visit()
		a.say("%s", page.Ask)
		if slices.ContainsFunc(page.Rows, interview.Row.Open) {
			a.saySignRows(page)
		} else {
			a.saySeen(page)
			a.say("All %d are answered; the word signs reads them again.", len(page.Rows))
		}
	}
	all := a.pageWords(page)
	complete := !slices.ContainsFunc(page.Rows, interview.Row.Open)
	prompt := "Numbers of those you have seen, none, or rest if you do not know:"
	if complete {
		prompt = "Enter keeps it; or the numbers of those you have seen, or none:"
	}
	help := append([]string{"Type the numbers of the signs that you have seen; the same number again takes that back."}, helpOf(all)...)
	line, err := a.ask(prompt, help...)
	if errors.Is(err, errBack) {
		return a.back(false)
	}
	if err != nil {
		return err
	}
	if places, wrong, ok := numbersOf(line, len(page.Rows)); ok {
		return a.tickAll(page, places, wrong)
	}
	if complete && line == "" {
		return a.endPage()
	}
	found, rest, _, several := lookUp(line, all, nil)
	if found.do != nil {
		return a.visit(func() error { return found.do(rest) })
	}
	a.say("%s The signs have numbers from 1 to %d; ? says all there is.", whichOf(line, several), len(page.Rows))
	return nil
}

// tickAll ticks the signs at some places, or takes that back, unless one of the
// numbers is wrong.
func (a *asking) tickAll(page interview.Page, places []int, wrong string) error {
	switch wrong {
	case "":
	case "0":
		a.say("No sign has the number 0; rest leaves the others open. Nothing was changed.")
		return nil
	default:
		a.say("No sign has the number %s; they go from 1 to %d. Nothing was changed.", wrong, len(page.Rows))
		return nil
	}
	for _, at := range places {
		if err := a.tick(page.Rows[at]); err != nil {
			return err
		}
	}
	if page.ID == a.v.Page().ID && a.v.End() == interview.Asking {
		a.saySeen(a.v.Page())
		a.say("Type more numbers, none for none of the others, or rest.")
	}
	return nil
}

// saySeen says which signs of a page are answered as seen, with their numbers.
func (a *asking) saySeen(page interview.Page) {
	var seen []string
	for i, row := range page.Rows {
		if interview.Seen(row) {
			seen = append(seen, fmt.Sprintf("%d, %s", i+1, row.Question.Label))
		}
	}
	if len(seen) == 0 {
		a.say("None is said to be seen.")
		return
	}
	a.say("Seen: %s.", strings.Join(seen, "; "))
}

// saySignRows says the signs, what is suggested, and which are answered otherwise
// than as not seen.
func (a *asking) saySignRows(page interview.Page) {
	for i, row := range page.Rows {
		text := sentence(row.Question.Line)
		switch {
		case suggestsSomething(row):
			text += " Suggested: " + sentence(style.OneLine(a.hints[row.Question.ID].Text()))
		case interview.Seen(row) || row.Unknown():
			text += " Answered: " + sentence(screen.AnswerText(row.Question, row.Values))
		case !row.Open():
			text += " Not seen."
		}
		a.say("%d. %s", i+1, text)
	}
}

// tick says of a sign that it was seen, or takes that back. Of one with several
// kinds it asks which.
func (a *asking) tick(row interview.Row) error {
	a.v.Mark(row.Question.ID)
	kinds := interview.Kinds(row.Question)
	if interview.Seen(row) || len(kinds) == 1 {
		a.do(a.v.Tick)
		return nil
	}
	var texts []string
	for _, kind := range kinds {
		texts = append(texts, kind.Label)
	}
	a.say("%s", sentence(row.Question.Line))
	n, err := a.pick("Which of them? A number:", texts)
	if errors.Is(err, errBack) {
		return nil
	}
	if err != nil {
		return err
	}
	a.do(func() interview.Step { return a.v.Answer(kinds[n].Value) })
	return nil
}

// joined is texts one after the other, a sentence each.
func joined(texts []string) string {
	for i := range texts {
		texts[i] = sentence(texts[i])
	}
	return strings.Join(texts, " ")
}
