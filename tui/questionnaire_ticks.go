package tui

import (
	"encoding/json"
	"slices"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
)

// boxes are a prompt whose boxes are ticked one after the other and count once
// the person goes on. Until then they are a draft: saved with each tick, so
// that nothing that ends the program loses one.
type boxes interface {
	prompt
	// unconfirmed is what is ticked as it is saved; not ok while that is what
	// was answered before.
	unconfirmed() (text string, ok bool)
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

func (p *signsPrompt) unconfirmed() (string, bool) { return unconfirmedText(p.answers, p.answered) }

// restore leaves out signs and answers that are no more.
func (p *signsPrompt) restore(text string) {
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
func (p *manyPrompt) said() map[string]string {
	said := map[string]string{}
	for _, value := range p.values() {
		said[value] = "yes"
	}
	return said
}

func (p *manyPrompt) unconfirmed() (string, bool) { return unconfirmedText(p.said(), p.answered) }

// restore leaves out answers that are no more.
func (p *manyPrompt) restore(text string) {
	told := ticksOf(text)
	if told == nil {
		return
	}
	clear(p.ticked)
	for _, c := range p.choices {
		p.ticked[c.Value] = told[c.Value] != ""
	}
	p.unknown = p.unknown && len(p.values()) == 0
}

// ticksKey is where ticks not yet confirmed are kept.
func (q *questionnaire) ticksKey(ids []string) string { return "ticks " + q.id + " " + ids[0] }

// keepTicks keeps what is ticked, and saves it at once.
func (q *questionnaire) keepTicks() tea.Cmd {
	if _, ok := q.prompt.(boxes); !ok {
		return nil
	}
	q.env.drafts[q.ticksKey(q.prompt.ids())] = q.prompt
	return q.env.flushTyped()
}

// withTicks is the prompt with what was ticked before and not confirmed.
func (q *questionnaire) withTicks(fresh prompt) prompt {
	b, ok := fresh.(boxes)
	if !ok {
		return fresh
	}
	switch kept := q.env.drafts[q.ticksKey(fresh.ids())].(type) {
	case boxes:
		if slices.Equal(kept.ids(), fresh.ids()) {
			return kept
		}
	case string:
		b.restore(kept)
	}
	return fresh
}

// refuseNone says why "none seen" is not offered while something is ticked.
func (q *questionnaire) refuseNone() step {
	if _, ok := q.prompt.(*signsPrompt); !ok {
		return step{}
	}
	return q.give(actionMsg{id: actNoneSeen})
}

// cancelPick takes back a stop sign whose kind was not said, and reports
// whether there was one.
func (q *questionnaire) cancelPick() bool {
	signs, ok := q.prompt.(*signsPrompt)
	return ok && signs.cancelPick()
}

// savedWord says in a word or two whether what is on the screen is saved.
func (q *questionnaire) savedWord() string {
	b, ok := q.prompt.(boxes)
	if !ok || q.phase != phaseAsking || len(q.saves.lost) > 0 {
		return q.saves.word()
	}
	if _, open := b.unconfirmed(); !open {
		return q.saves.word()
	}
	switch {
	case len(q.env.typed.lost) > 0:
		return "✕ ticks not saved"
	case q.env.writer.busy() || len(q.env.unsaved()) > 0:
		return "saving…"
	}
	return "✔ ticks kept"
}
