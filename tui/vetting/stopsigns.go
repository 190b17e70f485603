package vetting

import (
	"fmt"
	"maps"

	"linkvet/advisor"
	"linkvet/advisor/notes"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// SignsPrompt shows several signs as boxes on one screen, the stop signs or the
// warning signs, with one key for the usual case that none was seen.
type SignsPrompt struct {
	signs   []advisor.Question
	key     namer
	hints   hints
	answers map[string]string // what each box says; "" is not ticked

	answered map[string]string // what they said when last answered
	at       int               // the marked box; -1 while none is
	before   bool              // they were answered before
	picking  bool              // which kind of a sign, such as competitor or former employer
	pick     int
}

func newSignsPrompt(ids []string, a advisor.Answers, h hints, key namer) *SignsPrompt {
	p := &SignsPrompt{key: key, hints: h, answers: map[string]string{}, at: -1}
	for _, id := range ids {
		question, ok := advisor.QuestionByID(id)
		if !ok {
			continue
		}
		p.signs = append(p.signs, question)
		p.before = p.before || a.Value(id) != ""
		if value := a.Value(id); value != NoneOf(question) {
			p.answers[id] = value
		}
	}
	p.answered = maps.Clone(p.answers)
	return p
}

// NoneOf is the answer that says a sign was not seen.
func NoneOf(question advisor.Question) string {
	if question.Kind == advisor.YesNo {
		return "no"
	}
	return "none"
}

// kindsOf are the answers that say a sign was seen.
func kindsOf(question advisor.Question) []advisor.AnswerChoice {
	var kinds []advisor.AnswerChoice
	for _, c := range question.Answers {
		if c.Value != NoneOf(question) && c.Value != advisor.DontKnow {
			kinds = append(kinds, c)
		}
	}
	return kinds
}

func (p *SignsPrompt) Ids() []string {
	ids := make([]string, len(p.signs))
	for i, sign := range p.signs {
		ids[i] = sign.ID
	}
	return ids
}

func (p *SignsPrompt) stage() string { return p.signs[0].Stage }

func (p *SignsPrompt) Text() string {
	if p.stage() == advisor.StageStopSigns {
		return "Have you seen any of these? One is enough to say no."
	}
	return "Do you notice any of these? Each is a reason to look closer."
}

// detail is the marked sign in full.
func (p *SignsPrompt) detail() string {
	if p.at < 0 {
		return "Move to a line to read it in full. " + p.key(keys.NoneSeen) + " if you have seen none."
	}
	return p.signs[p.at].Text
}

func (p *SignsPrompt) help() (why, how string) {
	switch {
	case p.at >= 0:
		return p.signs[p.at].Why, p.signs[p.at].How
	case p.stage() == advisor.StageStopSigns:
		return "Each of these decides by itself, however good the rest looks. With none of them, everything else is weighed.",
			"Read the note again and think of what has passed between you. Move to a line with the arrows for what it means and how to check it."
	}
	return "These are common with made-up accounts. Each weighs against the invitation without deciding alone, and together they weigh more.",
		"Read the note and the profile once more with these in mind. Move to a line with the arrows for what it means and how to check it."
}

// about is the marked sign.
func (p *SignsPrompt) about() (advisor.Question, bool) {
	if p.at < 0 {
		return advisor.Question{}, false
	}
	return p.signs[p.at], true
}

// mark puts the cursor on a sign.
func (p *SignsPrompt) mark(id string) {
	for i, sign := range p.signs {
		if sign.ID == id {
			p.at = i
		}
	}
}

func (p *SignsPrompt) actions() []keys.ID {
	var acts []keys.ID
	if p.picking {
		return []keys.ID{keys.Answer, keys.Choose}
	}
	if len(p.untaken()) > 0 {
		acts = append(acts, keys.TakeHint)
	}
	if p.ticks() == 0 {
		return append(acts, keys.NoneSeen, keys.Tick, keys.DontKnow, keys.Done, keys.Unsure)
	}
	return append(acts, keys.Tick, keys.Done, keys.DontKnow, keys.Unsure)
}

func (p *SignsPrompt) moves() []keys.ID {
	if p.picking {
		return []keys.ID{keys.Up, keys.Down}
	}
	return []keys.ID{keys.Answer, keys.Up, keys.Down}
}

func (p *SignsPrompt) act(msg screen.ActionMsg) (advisor.Answers, string) {
	if p.picking {
		return p.pickKind(msg)
	}
	switch msg.ID {
	case keys.Up, keys.Down:
		p.at = stepThrough(p.at, len(p.signs), msg.ID == keys.Down)
	case keys.Tick, keys.Unsure:
		if p.at < 0 {
			return nil, "Mark a line with the arrows first"
		}
		p.toggle(p.at, msg.ID == keys.Unsure)
	case keys.Answer:
		n := keys.Digit(msg.Key)
		if n < 0 || n >= len(p.signs) {
			return nil, "Move to the line with the arrows"
		}
		p.at = n
		p.toggle(n, false)
	case keys.TakeHint:
		for _, hint := range p.untaken() {
			p.answers[hint.Question] = hint.Answer
		}
		return nil, "Ticked as suggested; " + p.key(keys.Done) + " goes on"
	case keys.NoneSeen:
		if p.ticks() > 0 {
			return nil, "Something is ticked: " + p.key(keys.Done) + " keeps it, " + p.key(keys.Tick) + " takes it back"
		}
		return p.given(""), ""
	case keys.DontKnow:
		return p.given(advisor.DontKnow), ""
	case keys.Done:
		if p.ticks() == 0 && !p.before {
			return nil, "Nothing is ticked: " + p.key(keys.NoneSeen) + " if you have seen none of these, " + p.key(keys.DontKnow) + " if you don't know"
		}
		return p.given(""), ""
	}
	return nil, ""
}

// untaken are the suggestions that are not ticked: that on the marked sign, if
// there is one, else all.
func (p *SignsPrompt) untaken() []notes.Suggestion {
	var all []notes.Suggestion
	for i, sign := range p.signs {
		hint, ok := p.hints[sign.ID]
		if !ok || p.answers[sign.ID] == hint.Answer {
			continue
		}
		if i == p.at {
			return []notes.Suggestion{hint}
		}
		all = append(all, hint)
	}
	return all
}

// toggle ticks a box, asking which kind where a sign has several, or takes
// back what it says.
func (p *SignsPrompt) toggle(at int, unsure bool) {
	sign := p.signs[at]
	kinds := kindsOf(sign)
	switch said := p.answers[sign.ID]; {
	case unsure && said != advisor.DontKnow:
		p.answers[sign.ID] = advisor.DontKnow
	case unsure, said != "" && said != advisor.DontKnow:
		delete(p.answers, sign.ID)
	case len(kinds) > 1:
		p.picking, p.pick = true, -1
	default:
		p.answers[sign.ID] = kinds[0].Value
	}
}

// pickKind lets the person say which kind it is.
func (p *SignsPrompt) pickKind(msg screen.ActionMsg) (advisor.Answers, string) {
	sign := p.signs[p.at]
	kinds := kindsOf(sign)
	n := -1
	switch msg.ID {
	case keys.Up, keys.Down:
		p.pick = stepThrough(p.pick, len(kinds), msg.ID == keys.Down)
		return nil, ""
	case keys.Choose:
		n = p.pick
	case keys.Answer:
		n = keys.Digit(msg.Key)
	}
	if n < 0 || n >= len(kinds) {
		return nil, fmt.Sprintf("Choose 1 to %d; %s takes the tick back", len(kinds), p.key(keys.Previous))
	}
	p.answers[sign.ID] = kinds[n].Value
	p.picking = false
	return nil, ""
}

// cancelPick takes back a tick whose kind was not said, and reports whether
// there was one.
func (p *SignsPrompt) cancelPick() bool {
	was := p.picking
	p.picking = false
	return was
}

// ticks is how many boxes say something.
func (p *SignsPrompt) ticks() int {
	n := 0
	for _, said := range p.answers {
		if said != "" {
			n++
		}
	}
	return n
}

// given is the answer to every sign; rest is for the boxes that say nothing,
// "" standing for not seen.
func (p *SignsPrompt) given(rest string) advisor.Answers {
	answers := advisor.Answers{}
	for _, sign := range p.signs {
		value := p.answers[sign.ID]
		if value == "" {
			value = rest
		}
		if value == "" {
			value = NoneOf(sign)
		}
		answers[sign.ID] = []string{value}
	}
	return answers
}
