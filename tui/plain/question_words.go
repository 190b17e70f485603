package plain

import (
	"slices"
	"strconv"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/words"
)

// word is something that can be typed where no answer is meant, what may follow
// it, what it does, and that in words.
type word struct {
	word, takes, about string
	do                 func(rest string) error
	idle               bool // it does nothing now but say so
}

// help are lines that say what words do.
func helpOf(all []word) []string {
	var help []string
	for _, w := range all {
		if w.idle {
			continue
		}
		help = append(help, strings.TrimSpace(w.word+" "+w.takes)+": "+w.about)
	}
	return help
}

// lookUp finds the word that a line begins with, or the beginning of one, among
// those and other texts that could be meant. rest is what follows a word that
// takes something. at is the place of a text that is meant instead, or -1.
func lookUp(line string, all []word, texts []string) (found word, rest string, at int, several []string) {
	names := make([]string, len(all))
	for i, w := range all {
		names[i] = w.word
	}
	first, rest, more := strings.Cut(line, " ")
	if i := slices.Index(names, strings.ToLower(first)); more && i >= 0 && all[i].takes != "" {
		return all[i], strings.TrimSpace(rest), -1, nil
	}
	at, several = match(line, append(names, texts...))
	if at >= len(names) {
		return word{}, "", at - len(names), nil
	}
	if at < 0 && more && len(several) == 0 {
		if i, _ := match(first, names); i >= 0 && all[i].takes != "" {
			return all[i], strings.TrimSpace(rest), -1, nil
		}
	}
	if at >= 0 {
		found = all[at]
	}
	return found, "", -1, several
}

// pageWords are the words that can be typed at a question, or at a page of signs.
func (a *asking) pageWords(page interview.Page) []word {
	plain := func(do func() error) func(string) error { return func(string) error { return do() } }
	which := ""
	if page.Signs {
		which = "NUMBER"
	}
	var all []word
	add := func(w, takes, about string, do func(rest string) error) {
		all = append(all, word{word: w, takes: takes, about: about, do: do})
	}
	if page.None != "" {
		add("none", "", "says “"+page.None+"” of all that is open on this page", plain(a.none))
	}
	add("rest", "", "leaves the rest of this page open, and goes on", plain(a.endPage))
	add("take", "NUMBER", "answers as suggested; take all does so on the whole page", a.take)
	all[len(all)-1].idle = !slices.ContainsFunc(page.Rows, suggestsSomething)
	if !page.Signs {
		all[len(all)-1].takes = "all"
	}
	if page.Signs {
		add("signs", "", "reads all of them again", plain(func() error { a.saySignRows(page); return nil }))
	}
	add("why", which, "why this is asked, and how to find out", a.why)
	add("note", which, "your own note on this question, for yourself", a.noteAnswer)
	add("pages", "", "addresses that help to look something up", plain(func() error { a.sayAddresses(); return nil }))
	add("answers", "", "what you answered so far, to change it", plain(a.changeAnswer))
	add("advice", "", "the advice so far, and recording what you did", plain(func() error { return a.advice(true) }))
	add("undo", "", "takes back what you answered last", plain(a.takeBack))
	add("redo", "", "gives it again", plain(a.giveAgain))
	if a.several {
		add("skip", "", "goes on to the next person", plain(func() error { return a.leave(skipped) }))
		add("stop", "", "asks about no more people now", plain(func() error { return a.leave(stopped) }))
	}
	return all
}

// suggestsSomething reports whether a suggestion can be taken, of a sign one that
// says it is there.
func suggestsSomething(row interview.Row) bool {
	return row.Hinted() && row.Suggested != row.Question.NotSeen()
}

// none says of all that is open on the page what its word says.
func (a *asking) none() error {
	page := a.v.Page()
	visit := a.v.Visit()
	step := a.do(a.v.None)
	switch n := len(step.Changed); {
	case !page.Signs && a.v.Visit() != visit || !page.Signs && a.v.End() != interview.Asking:
		a.say("Left open: %s.", page.None)
	case n == 0 || !page.Signs:
	case n == len(page.Rows):
		a.say("None of the %d is seen.", n)
	default:
		a.say("Not seen: the other %d.", n)
	}
	return nil
}

func (a *asking) endPage() error {
	a.do(a.v.EndPage)
	return nil
}

// why says why the marked question is asked, or the one whose number follows.
func (a *asking) why(rest string) error {
	defer a.stayAt(a.v.Visit(), a.v.Marked().Question.ID) // what lies between is still to be asked
	if !a.markSign("why", rest) {
		return nil
	}
	q := a.v.Marked().Question
	a.each(q.Why, q.How)
	return nil
}

// markSign marks the question whose number follows a word. Of a page that is read
// as one list there must be one.
func (a *asking) markSign(word, rest string) bool {
	page := a.v.Page()
	n, ok := numberOf(rest)
	switch {
	case ok && n >= 1 && n <= len(page.Rows):
		a.v.Mark(page.Rows[n-1].Question.ID)
	case rest != "" || page.Signs:
		a.say("Which of them? Type %s with its number, from 1 to %d, such as %s 3.", word, len(page.Rows), word)
		return false
	}
	return true
}

// take answers as suggested: the marked question, the sign whose number follows or
// that is the only one, or all of the page.
func (a *asking) take(rest string) error {
	page := a.v.Page()
	if strings.EqualFold(rest, "all") {
		a.sayTaken(a.do(a.v.TakeAll))
		return nil
	}
	if page.Signs && rest == "" {
		var hinted []string
		for i, row := range page.Rows {
			if suggestsSomething(row) {
				hinted = append(hinted, strconv.Itoa(i+1))
			}
		}
		if len(hinted) == 0 {
			a.say("Nothing is suggested on this page.")
			return nil
		}
		if len(hinted) > 1 {
			a.say("Suggested are %s. Type take with one of these numbers, or take all.", strings.Join(hinted, " and "))
			return nil
		}
		rest = hinted[0]
	}
	if !a.markSign("take", rest) {
		return nil
	}
	a.sayTaken(a.do(a.v.Take))
	return nil
}

// sayTaken says which answers were taken over.
func (a *asking) sayTaken(step interview.Step) {
	for _, id := range step.Changed {
		a.say("Taken: %s", a.answerOf(id))
	}
}

// answerOf is a question in few words with its answer, as a sentence.
func (a *asking) answerOf(id string) string {
	q, _ := advisor.QuestionByID(id)
	values := a.v.Case().Answers[id]
	if len(values) == 0 {
		return q.Label + " is open."
	}
	return q.Label + ": " + sentence(screen.AnswerText(q, values))
}

// named is how many answers are said one by one before the rest is counted.
const named = 3

// sayAnswers says what happened to answers.
func (a *asking) sayAnswers(what string, ids []string) {
	labels := ids
	more := ""
	if len(ids) > named {
		labels, more = ids[:named], " and "+strconv.Itoa(len(ids)-named)+" more"
	}
	a.say("%s: %s%s.", what, words.Labels(labels, ", "), more)
}

// takeBack takes back what was answered last.
func (a *asking) takeBack() error {
	if !a.v.CanUndo() {
		a.say("There is nothing to take back.")
		return nil
	}
	before := a.v.Case().Answers
	a.do(func() interview.Step {
		step := a.v.UndoLast()
		if len(step.Changed) == 1 && len(before[step.Changed[0]]) > 0 {
			q, _ := advisor.QuestionByID(step.Changed[0])
			a.say("Taken back: %s: %s The word redo gives it again.", q.Label, sentence(screen.AnswerText(q, before[q.ID])))
		} else if len(step.Changed) > 0 {
			a.sayAnswers("Taken back", step.Changed)
		}
		return step
	})
	a.onPage, a.changing = true, !a.v.Page().Signs && !a.v.Marked().Open()
	return nil
}

// giveAgain gives the answers that were taken back last.
func (a *asking) giveAgain() error {
	if !a.v.CanRedo() {
		a.say("There is nothing to give again.")
		return nil
	}
	step := a.do(a.v.RedoLast)
	switch {
	case len(step.Changed) == 1:
		a.say("Given again: %s", a.answerOf(step.Changed[0]))
	case len(step.Changed) > 1:
		a.sayAnswers("Given again", step.Changed)
	default:
		a.say("It was answered otherwise since, and is left so.")
	}
	a.onPage = a.onPage || a.v.End() == interview.Asking
	return nil
}

// noteAnswer takes a note on the question, or on the one whose number follows.
func (a *asking) noteAnswer(rest string) error {
	defer a.stayAt(a.v.Visit(), a.v.Marked().Question.ID)
	if !a.markSign("note", rest) {
		return nil
	}
	q := a.v.Marked().Question
	text, err := a.ask(quantity.Text("Your note on “%s”; it never counts, and an empty one is removed:", q.Label), "Such as: asked Mia, she knows them.")
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
	for _, signs := range []bool{false, true} { // those of which most are alike come last
		for _, q := range advisor.Questions() {
			if values := answers[q.ID]; len(values) > 0 && q.Stage != advisor.StageStart && (q.Stage == advisor.StageStopSigns) == signs {
				ids, texts = append(ids, q.ID), append(texts, q.Label+": "+screen.AnswerText(q, values))
			}
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
	a.changing = a.v.Show(ids[n])
	a.onPage = a.changing
	return nil
}

// sayAddresses says pages that help with the question.
func (a *asking) sayAddresses() {
	for _, p := range words.Addresses(a.inv, a.v.Marked().Question.Open) {
		a.say("%s: %s", p.Title, p.URL)
	}
}
