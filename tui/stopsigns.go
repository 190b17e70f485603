package tui

import (
	"fmt"
	"maps"

	"linkvet/advisor"
)

// signsPrompt shows several signs as boxes on one screen, the stop signs or the
// warning signs, with one key for the usual case that none was seen.
type signsPrompt struct {
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

func newSignsPrompt(ids []string, a advisor.Answers, h hints, key namer) *signsPrompt {
	p := &signsPrompt{key: key, hints: h, answers: map[string]string{}, at: -1}
	for _, id := range ids {
		question, ok := advisor.QuestionByID(id)
		if !ok {
			continue
		}
		p.signs = append(p.signs, question)
		p.before = p.before || a.Value(id) != ""
		if value := a.Value(id); value != noneOf(question) {
			p.answers[id] = value
		}
	}
	p.answered = maps.Clone(p.answers)
	return p
}

// noneOf is the answer that says a sign was not seen.
func noneOf(question advisor.Question) string {
	if question.Kind == advisor.YesNo {
		return "no"
	}
	return "none"
}

// kindsOf are the answers that say a sign was seen.
func kindsOf(question advisor.Question) []advisor.AnswerChoice {
	var kinds []advisor.AnswerChoice
	for _, c := range question.Answers {
		if c.Value != noneOf(question) && c.Value != advisor.DontKnow {
			kinds = append(kinds, c)
		}
	}
	return kinds
}

func (p *signsPrompt) ids() []string {
	ids := make([]string, len(p.signs))
	for i, sign := range p.signs {
		ids[i] = sign.ID
	}
	return ids
}

func (p *signsPrompt) stage() string { return p.signs[0].Stage }

func (p *signsPrompt) text() string {
	if p.stage() == advisor.StageStopSigns {
		return "Have you seen any of these? One is enough to say no."
	}
	return "Do you notice any of these? Each is a reason to look closer."
}

// detail is the marked sign in full.
func (p *signsPrompt) detail() string {
	if p.at < 0 {
		return "Move to a line to read it in full. " + p.key(actNoneSeen) + " if you have seen none."
	}
	return p.signs[p.at].Text
}

func (p *signsPrompt) help() (why, how string) {
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
func (p *signsPrompt) about() (advisor.Question, bool) {
	if p.at < 0 {
		return advisor.Question{}, false
	}
	return p.signs[p.at], true
}

// mark puts the cursor on a sign.
func (p *signsPrompt) mark(id string) {
	for i, sign := range p.signs {
		if sign.ID == id {
			p.at = i
		}
	}
}

func (p *signsPrompt) actions() []actionID {
	var acts []actionID
	if p.picking {
		return []actionID{actAnswer, actChoose}
	}
	if len(p.untaken()) > 0 {
		acts = append(acts, actTakeHint)
	}
	if p.ticks() == 0 {
		return append(acts, actNoneSeen, actTick, actDontKnow, actDone, actUnsure)
	}
	return append(acts, actTick, actDone, actDontKnow, actUnsure)
}

func (p *signsPrompt) moves() []actionID {
	if p.picking {
		return []actionID{actUp, actDown}
	}
	return []actionID{actAnswer, actUp, actDown}
}

func (p *signsPrompt) act(msg actionMsg) (advisor.Answers, string) {
	if p.picking {
		return p.pickKind(msg)
	}
	switch msg.id {
	case actUp, actDown:
		p.at = stepThrough(p.at, len(p.signs), msg.id == actDown)
	case actTick, actUnsure:
		if p.at < 0 {
			return nil, "Mark a line with the arrows first"
		}
		p.toggle(p.at, msg.id == actUnsure)
	case actAnswer:
		n := digitIndex(msg.key)
		if n < 0 || n >= len(p.signs) {
			return nil, "Move to the line with the arrows"
		}
		p.at = n
		p.toggle(n, false)
	case actTakeHint:
		for _, hint := range p.untaken() {
			p.answers[hint.Question] = hint.Answer
		}
		return nil, "Ticked as suggested; " + p.key(actDone) + " goes on"
	case actNoneSeen:
		if p.ticks() > 0 {
			return nil, "Something is ticked: " + p.key(actDone) + " keeps it, " + p.key(actTick) + " takes it back"
		}
		return p.given(""), ""
	case actDontKnow:
		return p.given(advisor.DontKnow), ""
	case actDone:
		if p.ticks() == 0 && !p.before {
			return nil, "Nothing is ticked: " + p.key(actNoneSeen) + " if you have seen none of these, " + p.key(actDontKnow) + " if you don't know"
		}
		return p.given(""), ""
	}
	return nil, ""
}

// untaken are the suggestions that are not ticked: that on the marked sign, if
// there is one, else all.
func (p *signsPrompt) untaken() []advisor.Suggestion {
	var all []advisor.Suggestion
	for i, sign := range p.signs {
		hint, ok := p.hints[sign.ID]
		if !ok || p.answers[sign.ID] == hint.Answer {
			continue
		}
		if i == p.at {
			return []advisor.Suggestion{hint}
		}
		all = append(all, hint)
	}
	return all
}

// toggle ticks a box, asking which kind where a sign has several, or takes
// back what it says.
func (p *signsPrompt) toggle(at int, unsure bool) {
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
func (p *signsPrompt) pickKind(msg actionMsg) (advisor.Answers, string) {
	sign := p.signs[p.at]
	kinds := kindsOf(sign)
	n := -1
	switch msg.id {
	case actUp, actDown:
		p.pick = stepThrough(p.pick, len(kinds), msg.id == actDown)
		return nil, ""
	case actChoose:
		n = p.pick
	case actAnswer:
		n = digitIndex(msg.key)
	}
	if n < 0 || n >= len(kinds) {
		return nil, fmt.Sprintf("Choose 1 to %d; %s takes the tick back", len(kinds), p.key(actPrevious))
	}
	p.answers[sign.ID] = kinds[n].Value
	p.picking = false
	return nil, ""
}

// cancelPick takes back a tick whose kind was not said, and reports whether
// there was one.
func (p *signsPrompt) cancelPick() bool {
	was := p.picking
	p.picking = false
	return was
}

// ticks is how many boxes say something.
func (p *signsPrompt) ticks() int {
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
func (p *signsPrompt) given(rest string) advisor.Answers {
	answers := advisor.Answers{}
	for _, sign := range p.signs {
		value := p.answers[sign.ID]
		if value == "" {
			value = rest
		}
		if value == "" {
			value = noneOf(sign)
		}
		answers[sign.ID] = []string{value}
	}
	return answers
}
