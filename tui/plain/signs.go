package plain

import (
	"errors"
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
		a.saySignRows(page)
	}
	help := append([]string{"Type the numbers of the signs that you have seen; the same number again takes that back."}, a.pageHelp(page)...)
	line, err := a.ask("Numbers of those you have seen, none, or rest if you do not know:", help...)
	if errors.Is(err, errBack) {
		return a.back(false)
	}
	if err != nil {
		return err
	}
	if known, err := a.word(page, line); known {
		return err
	}
	if line == "" {
		a.do(a.v.EndPage)
		return nil
	}
	places := numbers(line, len(page.Rows))
	if len(places) == 0 {
		a.say("“%s” are no numbers of these signs; ? says what you can type.", style.OneLine(line))
		return nil
	}
	for _, at := range places {
		if err := a.tick(page.Rows[at]); err != nil {
			return err
		}
	}
	if page.ID == a.v.Page().ID && a.v.End() == interview.Asking {
		a.saySeen(a.v.Page())
	}
	return nil
}

// saySeen says which signs of a page are answered as seen.
func (a *asking) saySeen(page interview.Page) {
	var seen []string
	for _, row := range page.Rows {
		if interview.Seen(row) {
			seen = append(seen, row.Question.Label)
		}
	}
	if len(seen) == 0 {
		a.say("None is said to be seen now.")
		return
	}
	a.say("Seen: %s. Type more numbers, none for none of the others, or rest.", strings.Join(seen, ", "))
}

// saySignRows says the signs, and how they are answered.
func (a *asking) saySignRows(page interview.Page) {
	for i, row := range page.Rows {
		text := sentence(row.Question.Line)
		switch {
		case row.Hinted() && row.Suggested != row.Question.NotSeen():
			text += " Suggested: " + sentence(style.OneLine(a.hints[row.Question.ID].Text()))
		case !row.Open():
			text += " Answered: " + sentence(screen.AnswerText(row.Question, row.Values))
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
