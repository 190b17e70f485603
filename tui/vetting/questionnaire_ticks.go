package vetting

import (
	"encoding/json"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// boxes are a prompt whose boxes are ticked one after the other and count once
// the person goes on. Until then they are a draft: saved with each tick, so
// that nothing that ends the program loses one.
type boxes interface {
	prompt
	// Unconfirmed is what is ticked as it is saved; not ok while that is what
	// was answered before.
	Unconfirmed() (text string, ok bool)
	// restore ticks what a saved text says.
	restore(text string)
}

// unconfirmedText is what the boxes say, where it is not what was answered.
func unconfirmedText(said, answered map[string]string) (string, bool) {
	now, before := ticksText(said), ticksText(answered)
	return now, now != before
}

// ticksText writes down what boxes say, leaving out those that say nothing.
func ticksText(said map[string]string) string {
	told := map[string]string{}
	for box, value := range said {
		if value != "" {
			told[box] = value
		}
	}
	data, err := json.Marshal(told)
	if err != nil {
		return ""
	}
	return string(data)
}

// ticksOf reads what ticksText wrote; nil where it cannot be read.
func ticksOf(text string) map[string]string {
	var told map[string]string
	if json.Unmarshal([]byte(text), &told) != nil {
		return nil
	}
	return told
}

func (p *SignsPrompt) Unconfirmed() (string, bool) { return unconfirmedText(p.answers, p.answered) }

// restore leaves out signs and answers that are no more.
func (p *SignsPrompt) restore(text string) {
	told := ticksOf(text)
	if told == nil {
		return
	}
	clear(p.answers)
	for _, sign := range p.signs {
		value := told[sign.ID]
		if (advisor.Answers{sign.ID: {value}}).Validate() == nil {
			p.answers[sign.ID] = value
		}
	}
}

// said is what the boxes say, as ticksText takes it.
func (p *ManyPrompt) said() map[string]string {
	said := map[string]string{}
	for _, value := range p.Values() {
		said[value] = "yes"
	}
	return said
}

func (p *ManyPrompt) Unconfirmed() (string, bool) { return unconfirmedText(p.said(), p.answered) }

// restore leaves out answers that are no more.
func (p *ManyPrompt) restore(text string) {
	told := ticksOf(text)
	if told == nil {
		return
	}
	clear(p.ticked)
	for _, c := range p.choices {
		p.ticked[c.Value] = told[c.Value] != ""
	}
	p.unknown = p.unknown && len(p.Values()) == 0
}

// ticksKey is where ticks not yet confirmed are kept.
func (q *Questionnaire) ticksKey(ids []string) string { return "ticks " + q.ID + " " + ids[0] }

// keepTicks keeps what is ticked, and saves it at once.
func (q *Questionnaire) keepTicks() tea.Cmd {
	b, ok := q.Prompt.(boxes)
	if !ok {
		return nil
	}
	if text, open := b.Unconfirmed(); open {
		q.env.Unsaved.Keep(q.ticksKey(b.Ids()), text)
	} else {
		q.env.Unsaved.Drop(q.ticksKey(b.Ids()))
	}
	return q.env.Flush()
}

// withTicks is the prompt with what was ticked before and not confirmed.
func (q *Questionnaire) withTicks(fresh prompt) prompt {
	b, ok := fresh.(boxes)
	if !ok {
		return fresh
	}
	if text, ok := q.env.Unsaved.Text(q.ticksKey(fresh.Ids())); ok {
		b.restore(text)
	}
	return fresh
}

// refuseNone says why "none seen" is not offered while something is ticked.
func (q *Questionnaire) refuseNone() screen.Step {
	if _, ok := q.Prompt.(*SignsPrompt); !ok {
		return screen.Step{}
	}
	return q.give(screen.ActionMsg{ID: keys.NoneSeen})
}

// cancelPick takes back a stop sign whose kind was not said, and reports
// whether there was one.
func (q *Questionnaire) cancelPick() bool {
	signs, ok := q.Prompt.(*SignsPrompt)
	return ok && signs.cancelPick()
}

// savedWord says in a word or two whether what is on the screen is saved.
func (q *Questionnaire) savedWord() string {
	b, ok := q.Prompt.(boxes)
	if !ok || q.Phase != PhaseAsking || len(q.Saves.lost) > 0 {
		return q.Saves.word()
	}
	if _, open := b.Unconfirmed(); !open {
		return q.Saves.word()
	}
	switch saved, failed := q.env.TextSaved(); {
	case failed:
		return "✕ ticks not saved"
	case !saved:
		return "saving…"
	}
	return "✔ ticks kept"
}
