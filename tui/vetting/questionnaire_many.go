package vetting

import (
	"fmt"
	"slices"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// ManyPrompt asks for any number of answers.
type ManyPrompt struct {
	question advisor.Question
	choices  []advisor.AnswerChoice // all but "don't know", which has its key
	key      namer
	hint     notes.Suggestion // its Answer is "" where nothing is suggested
	ticked   map[string]bool
	answered map[string]string // what said was when last answered
	unknown  bool              // "don't know" was answered before
	at       int
}

func newManyPrompt(question advisor.Question, given []string, h hints, key namer) *ManyPrompt {
	p := &ManyPrompt{question: question, key: key, hint: h[question.ID], ticked: map[string]bool{}, at: -1}
	for _, c := range question.Answers {
		if c.Value == advisor.DontKnow {
			p.unknown = slices.Contains(given, c.Value)
			continue
		}
		if p.choices = append(p.choices, c); slices.Contains(given, c.Value) {
			p.ticked[c.Value] = true
		}
	}
	p.answered = p.said()
	return p
}

func (p *ManyPrompt) Ids() []string       { return []string{p.question.ID} }
func (p *ManyPrompt) stage() string       { return p.question.Stage }
func (p *ManyPrompt) Text() string        { return p.question.Text + " Tick all that fit." }
func (p *ManyPrompt) detail() string      { return "" }
func (p *ManyPrompt) help() (w, h string) { return p.question.Why, p.question.How }

func (p *ManyPrompt) about() (advisor.Question, bool) { return p.question, true }

func (p *ManyPrompt) actions() []keys.ID {
	acts := []keys.ID{keys.Tick, keys.Done, keys.DontKnow}
	if p.hint.Answer != "" && !p.ticked[p.hint.Answer] {
		acts = append([]keys.ID{keys.TakeHint}, acts...)
	}
	return acts
}

func (p *ManyPrompt) moves() []keys.ID { return []keys.ID{keys.Answer, keys.Up, keys.Down} }

func (p *ManyPrompt) act(msg screen.ActionMsg) (advisor.Answers, string) {
	switch msg.ID {
	case keys.Up, keys.Down:
		p.at = stepThrough(p.at, len(p.choices), msg.ID == keys.Down)
	case keys.Tick:
		if p.at < 0 {
			return nil, "Mark a line with the arrows first, or press its number"
		}
		p.toggle(p.at)
	case keys.Answer:
		n := keys.Digit(msg.Key)
		if n < 0 || n >= len(p.choices) {
			return nil, fmt.Sprintf("This question has answers 1 to %d", len(p.choices))
		}
		p.at = n
		p.toggle(n)
	case keys.TakeHint:
		p.toggle(slices.IndexFunc(p.choices, func(c advisor.AnswerChoice) bool { return c.Value == p.hint.Answer }))
		return nil, "Ticked as suggested; " + p.key(keys.Done) + " goes on"
	case keys.DontKnow:
		return advisor.Answers{p.question.ID: {advisor.DontKnow}}, ""
	case keys.Done:
		if values := p.Values(); len(values) > 0 {
			return advisor.Answers{p.question.ID: values}, ""
		}
		if p.unknown {
			return advisor.Answers{p.question.ID: {advisor.DontKnow}}, ""
		}
		return nil, "Tick at least one, or press " + p.key(keys.DontKnow) + " if you don't know"
	}
	return nil, ""
}

// toggle ticks a box or takes the tick back. "None" excludes all others.
func (p *ManyPrompt) toggle(at int) {
	value := p.choices[at].Value
	on := !p.ticked[value]
	if on && value == "none" {
		clear(p.ticked)
	}
	if on {
		delete(p.ticked, "none")
	}
	p.ticked[value] = on
	p.unknown = false
}

// Values are the ticked answers, in the order shown.
func (p *ManyPrompt) Values() []string {
	var values []string
	for _, c := range p.choices {
		if p.ticked[c.Value] {
			values = append(values, c.Value)
		}
	}
	return values
}

func (p *ManyPrompt) rows(st *style.Styles, w int, brief bool) promptRows {
	rows := promptRows{marked: p.at}
	for i, c := range p.choices {
		box := boxOff
		if p.ticked[c.Value] {
			box = boxOn
		}
		label, hinted := c.Label, c.Value == p.hint.Answer
		if hinted {
			label += suggestedNote
		}
		lines := boxLines(st, w, numberOf(i), box, label, i == p.at)
		if hinted {
			lines = append(lines, hintLines(p.hint, "", boxIndent, w, brief)...)
		}
		rows.items = append(rows.items, lines)
	}
	note := ""
	if p.unknown {
		note = givenNote
	}
	rows.items = append(rows.items, answerLines(st, w, p.key(keys.DontKnow), "    Don't know"+note, "", false))
	return rows
}

// The boxes to tick.
const (
	boxOff    = "[ ]"
	boxOn     = "[✔]"
	boxUnsure = "[?]"
)

// numberOf is the key of a box; those after the ninth have none.
func numberOf(i int) string {
	if i < 9 {
		return fmt.Sprint(i + 1)
	}
	return " "
}

// boxLines draws one box with its key and label.
func boxLines(st *style.Styles, w int, key, box, label string, marked bool) []string {
	return answerLines(st, w, key, box+" "+label, "", marked)
}
