package vetting

import (
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// prompt is what is asked on one screen: one question, or several signs.
type prompt interface {
	// Ids are the questions asked.
	Ids() []string
	// stage is the stage they belong to, and text the question as asked.
	stage() string
	Text() string
	// detail says more about the marked answer; "" where there is nothing to say.
	detail() string
	// help is why it is asked and how to find out.
	help() (why, how string)
	// actions are those that answer, most useful first; moves are those too
	// ordinary to be named first.
	actions() []keys.ID
	moves() []keys.ID
	// act carries one out. It returns the answers once the screen is answered,
	// and what to tell the person instead.
	act(msg screen.ActionMsg) (given advisor.Answers, say string)
	// about is the question a note would be on; none while no sign is marked.
	about() (advisor.Question, bool)
	// rows are the answers to choose from; in brief, with little beside them.
	rows(st *style.Styles, w int, brief bool) promptRows
}

// promptRows are the drawn answers of a prompt.
type promptRows struct {
	items  [][]string // the lines of each answer
	marked int        // the item the cursor is on, or -1
}

// namer gives the key of an action, as the person has set it.
type namer func(keys.ID) string

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
	hint     notes.Suggestion // its Answer is "" where nothing is suggested
	given    string           // the answer given before, or ""
	at       int              // the marked answer; -1 while none is
}

func newOnePrompt(question advisor.Question, given string, h hints, key namer) *onePrompt {
	at := slices.IndexFunc(question.Answers, func(c advisor.AnswerChoice) bool { return c.Value == given })
	return &onePrompt{question: question, key: key, hint: h[question.ID], given: given, at: at}
}

func (p *onePrompt) Ids() []string         { return []string{p.question.ID} }
func (p *onePrompt) stage() string         { return p.question.Stage }
func (p *onePrompt) Text() string          { return p.question.Text }
func (p *onePrompt) detail() string        { return "" }
func (p *onePrompt) help() (w, h string)   { return p.question.Why, p.question.How }
func (p *onePrompt) has(value string) bool { return p.index(value) >= 0 }

func (p *onePrompt) about() (advisor.Question, bool) { return p.question, true }

func (p *onePrompt) index(value string) int {
	return slices.IndexFunc(p.question.Answers, func(c advisor.AnswerChoice) bool { return c.Value == value })
}

// yesNo reports whether y and n answer.
func (p *onePrompt) yesNo() bool { return p.has("yes") && p.has("no") }

func (p *onePrompt) actions() []keys.ID {
	acts := []keys.ID{keys.Answer}
	if p.yesNo() {
		acts = []keys.ID{keys.Yes, keys.No}
	}
	if p.has(p.hint.Answer) {
		acts = append(acts, keys.TakeHint)
	}
	if p.has(advisor.DontKnow) {
		acts = append(acts, keys.DontKnow)
	}
	return acts
}

func (p *onePrompt) moves() []keys.ID {
	acts := []keys.ID{keys.Choose, keys.Up, keys.Down, keys.Answer}
	if p.has("no") {
		acts = append(acts, keys.No) // as on the questions with yes and no
	}
	return acts
}

func (p *onePrompt) act(msg screen.ActionMsg) (advisor.Answers, string) {
	switch msg.ID {
	case keys.Up, keys.Down:
		p.at = stepThrough(p.at, len(p.question.Answers), msg.ID == keys.Down)
	case keys.Choose:
		if p.at < 0 {
			return nil, "Mark an answer with the arrows first, or press its key"
		}
		return p.give(p.at)
	case keys.Yes:
		return p.give(p.index("yes"))
	case keys.No:
		return p.give(p.index("no"))
	case keys.DontKnow:
		return p.give(p.index(advisor.DontKnow))
	case keys.TakeHint:
		return p.give(p.index(p.hint.Answer))
	case keys.Answer:
		n := keys.Digit(msg.Key)
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
		return p.key(keys.DontKnow)
	case p.yesNo() && value == "yes":
		return p.key(keys.Yes)
	case p.yesNo() && value == "no":
		return p.key(keys.No)
	}
	return fmt.Sprint(at + 1)
}

func (p *onePrompt) rows(st *style.Styles, w int, brief bool) promptRows {
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
			lines = append(lines, hintLines(p.hint, p.key(keys.TakeHint), answerIndent, w, brief)...)
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
func answerLines(st *style.Styles, w int, key, label, note string, marked bool) []string {
	lines := hang(" "+style.FitRight(key, 2)+"  ", label+note, w-2)
	for i, line := range lines {
		switch {
		case marked:
			marker := "  "
			if i == 0 {
				marker = "› "
			}
			lines[i] = st.Selected.Render(marker + style.Fit(line, w-2))
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
	indent := style.Width(prefix)
	lines := style.Wrap(text, max(w-indent, 1))
	for i := range lines {
		if i == 0 {
			lines[i] = prefix + lines[i]
		} else {
			lines[i] = style.Spaces(indent) + lines[i]
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
