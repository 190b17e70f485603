package tui

import (
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
)

// prompt is what is asked on one screen: one question, or several signs.
type prompt interface {
	// ids are the questions asked.
	ids() []string
	// stage is the stage they belong to, and text the question as asked.
	stage() string
	text() string
	// detail says more about the marked answer; "" where there is nothing to say.
	detail() string
	// help is why it is asked and how to find out.
	help() (why, how string)
	// actions are those that answer, most useful first; moves are those too
	// ordinary to be named first.
	actions() []actionID
	moves() []actionID
	// act carries one out. It returns the answers once the screen is answered,
	// and what to tell the person instead.
	act(msg actionMsg) (given advisor.Answers, say string)
	// about is the question a note would be on; none while no sign is marked.
	about() (advisor.Question, bool)
	// rows are the answers to choose from; in brief, with little beside them.
	rows(st *styles, w int, brief bool) promptRows
}

// promptRows are the drawn answers of a prompt.
type promptRows struct {
	items  [][]string // the lines of each answer
	marked int        // the item the cursor is on, or -1
}

// namer gives the key of an action, as the person has set it.
type namer func(actionID) string

// newPrompt returns the prompt for questions, showing the answers given before
// and those that are suggested.
func newPrompt(ids []string, a advisor.Answers, h hints, key namer) prompt {
	if len(ids) > 1 {
		return newSignsPrompt(ids, a, h, key)
	}
	question, _ := advisor.QuestionByID(ids[0])
	if question.Kind == advisor.Multi {
		return newManyPrompt(question, a[question.ID], h, key)
	}
	return newOnePrompt(question, a.Value(question.ID), h, key)
}

// onePrompt asks for one answer of several, yes and no among them.
type onePrompt struct {
	question advisor.Question
	key      namer
	hint     advisor.Suggestion // its Answer is "" where nothing is suggested
	given    string             // the answer given before, or ""
	at       int                // the marked answer; -1 while none is
}

func newOnePrompt(question advisor.Question, given string, h hints, key namer) *onePrompt {
	at := slices.IndexFunc(question.Answers, func(c advisor.AnswerChoice) bool { return c.Value == given })
	return &onePrompt{question: question, key: key, hint: h[question.ID], given: given, at: at}
}

func (p *onePrompt) ids() []string         { return []string{p.question.ID} }
func (p *onePrompt) stage() string         { return p.question.Stage }
func (p *onePrompt) text() string          { return p.question.Text }
func (p *onePrompt) detail() string        { return "" }
func (p *onePrompt) help() (w, h string)   { return p.question.Why, p.question.How }
func (p *onePrompt) has(value string) bool { return p.index(value) >= 0 }

func (p *onePrompt) about() (advisor.Question, bool) { return p.question, true }

func (p *onePrompt) index(value string) int {
	return slices.IndexFunc(p.question.Answers, func(c advisor.AnswerChoice) bool { return c.Value == value })
}

// yesNo reports whether y and n answer.
func (p *onePrompt) yesNo() bool { return p.has("yes") && p.has("no") }

func (p *onePrompt) actions() []actionID {
	acts := []actionID{actAnswer}
	if p.yesNo() {
		acts = []actionID{actYes, actNo}
	}
	if p.has(p.hint.Answer) {
		acts = append(acts, actTakeHint)
	}
	if p.has(advisor.DontKnow) {
		acts = append(acts, actDontKnow)
	}
	return acts
}

func (p *onePrompt) moves() []actionID {
	acts := []actionID{actChoose, actUp, actDown, actAnswer}
	if p.has("no") {
		acts = append(acts, actNo) // as on the questions with yes and no
	}
	return acts
}

func (p *onePrompt) act(msg actionMsg) (advisor.Answers, string) {
	switch msg.id {
	case actUp, actDown:
		p.at = stepThrough(p.at, len(p.question.Answers), msg.id == actDown)
	case actChoose:
		if p.at < 0 {
			return nil, "Mark an answer with the arrows first, or press its key"
		}
		return p.give(p.at)
	case actYes:
		return p.give(p.index("yes"))
	case actNo:
		return p.give(p.index("no"))
	case actDontKnow:
		return p.give(p.index(advisor.DontKnow))
	case actTakeHint:
		return p.give(p.index(p.hint.Answer))
	case actAnswer:
		n := digitIndex(msg.key)
		if n < 0 || n >= len(p.question.Answers) {
			return nil, fmt.Sprintf("This question has answers 1 to %d", len(p.question.Answers))
		}
		return p.give(n)
	}
	return nil, ""
}

func (p *onePrompt) give(at int) (advisor.Answers, string) {
	if at < 0 {
		return nil, ""
	}
	return advisor.Answers{p.question.ID: {p.question.Answers[at].Value}}, ""
}

// keyOf is the key shown for an answer.
func (p *onePrompt) keyOf(at int) string {
	switch value := p.question.Answers[at].Value; {
	case value == advisor.DontKnow:
		return p.key(actDontKnow)
	case p.yesNo() && value == "yes":
		return p.key(actYes)
	case p.yesNo() && value == "no":
		return p.key(actNo)
	}
	return fmt.Sprint(at + 1)
}

func (p *onePrompt) rows(st *styles, w int, brief bool) promptRows {
	rows := promptRows{marked: p.at}
	for i, c := range p.question.Answers {
		note := ""
		if c.Value == p.given {
			note = givenNote
		}
		hinted := c.Value == p.hint.Answer
		if hinted {
			note += suggestedNote
		}
		lines := answerLines(st, w, p.keyOf(i), c.Label, note, i == p.at)
		if hinted {
			lines = append(lines, hintLines(p.hint, p.key(actTakeHint), answerIndent, w, brief)...)
		}
		rows.items = append(rows.items, lines)
	}
	return rows
}

// givenNote follows the answer given before.
const givenNote = "  ✔ your answer"

// How far the labels of answers and of boxes are indented.
const (
	answerIndent = 7
	boxIndent    = answerIndent + 4
)

// answerLines draws one answer: marker, key and label.
func answerLines(st *styles, w int, key, label, note string, marked bool) []string {
	lines := hang(" "+fitRight(key, 2)+"  ", label+note, w-2)
	for i, line := range lines {
		switch {
		case marked:
			marker := "  "
			if i == 0 {
				marker = "› "
			}
			lines[i] = st.Selected.Render(marker + fit(line, w-2))
		case i == 0:
			head, rest, _ := strings.Cut(line, key)
			lines[i] = "  " + head + st.Key.Render(key) + strings.Replace(rest, "◆", st.Accent.Render("◆"), 1)
		default:
			lines[i] = "  " + line
		}
	}
	return lines
}

// hang wraps a text behind a prefix, with the lines after the first indented
// as far as the prefix reaches.
func hang(prefix, text string, w int) []string {
	indent := width(prefix)
	lines := wrap(text, max(w-indent, 1))
	for i := range lines {
		if i == 0 {
			lines[i] = prefix + lines[i]
		} else {
			lines[i] = spaces(indent) + lines[i]
		}
	}
	return lines
}

// stepThrough moves a cursor that may be nowhere yet through n rows.
func stepThrough(at, n int, down bool) int {
	switch {
	case at < 0 && down:
		return 0
	case at < 0:
		return n - 1
	case down:
		return min(at+1, n-1)
	}
	return max(at-1, 0)
}
