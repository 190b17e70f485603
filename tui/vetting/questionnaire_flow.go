package vetting

import (
	"fmt"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// jumpMsg is the overview's answer: go to this question.
type jumpMsg struct{ question string }

// changeAnswersMsg is the verdict's wish to have an answer changed.
type changeAnswersMsg struct{}

// takeBackMsg is the verdict's wish to have the last answer taken back.
type takeBackMsg struct{}

// advisorCase is the case as answered so far.
func (q *Questionnaire) advisorCase() advisor.Case {
	inv := q.Inv
	inv.Answers = q.Answers
	return inv.Case(q.env.Settings.Profile())
}

// advise renews what is shown of the advice.
func (q *Questionnaire) advise() {
	if !q.Loaded {
		return
	}
	c := q.advisorCase()
	q.advice = adviceOn(c)
	q.open, q.done = openScreens(c.Answers), stagesDone(c.Answers)
	if q.onward {
		q.remaining = len(q.open)
	} else {
		q.remaining = advisor.Remaining(c)
	}
}

// ask goes to what comes next: a question, the news that the advice is
// settled, or the advice itself when nothing is left.
func (q *Questionnaire) ask() screen.Step {
	q.advise()
	q.why, q.wholeNote, q.scroll = false, false, 0
	c := q.advisorCase()
	if q.advice.Settled && !q.onward && len(q.open) > 0 {
		q.Phase, q.Prompt = phaseSettled, nil
		return screen.Step{}
	}
	switch next := advisor.Next(c); {
	case len(next) > 0:
		q.show(next[0].ID)
	case q.onward && len(q.open) > 0:
		q.show(q.open[0][0])
	default:
		q.Phase, q.Prompt = phaseDone, nil
		return q.toVerdict()
	}
	return screen.Step{}
}

// show puts a question on the screen, with those that are asked together with
// it.
func (q *Questionnaire) show(id string) {
	q.Phase = PhaseAsking
	q.why, q.wholeNote, q.scroll = false, false, 0
	ids := advisor.Together(id, q.advisorCase().Answers)
	if len(ids) == 0 {
		ids = []string{id}
	}
	q.Prompt = q.withTicks(newPrompt(ids, q.Answers, q.hints.open(q.Answers), q.env.KeyFor))
}

// answer takes what the person said, saves it and goes on.
func (q *Questionnaire) answer(given advisor.Answers) screen.Step {
	q.env.Unsaved.Drop(q.ticksKey(q.Prompt.Ids()))
	q.env.Hush()
	before := q.setAside()
	q.taken = append(q.taken, takenNow(q.Answers, given))
	for id, values := range given {
		q.Answers[id] = values
	}
	q.aside = asideNews(len(before), len(q.setAside()))
	q.History = append(q.History, q.Prompt.Ids())
	q.env.Begin(q.ID)
	saving := q.save(slices.Sorted(maps.Keys(given)))
	next := q.ask()
	next.Cmd = tea.Batch(saving, next.Cmd)
	return next
}

// previous goes back to the screen before, skipping what is not asked any more.
func (q *Questionnaire) previous() {
	q.env.Hush()
	for len(q.History) > 0 {
		last := q.History[len(q.History)-1]
		q.History = q.History[:len(q.History)-1]
		if q.applies(last) {
			q.aside = ""
			q.show(last[0])
			return
		}
	}
	q.env.Say("This is the first question; " + q.env.KeyFor(keys.SaveLeave) + " leaves, and everything is saved")
}

// jump goes to a question out of turn.
func (q *Questionnaire) jump(id string) screen.Step {
	q.env.Hush()
	if q.Phase == PhaseAsking {
		q.History = append(q.History, q.Prompt.Ids())
	}
	q.show(id)
	if signs, ok := q.Prompt.(*SignsPrompt); ok {
		signs.mark(id)
	}
	return screen.Step{}
}

// applies reports whether at least one of the questions is still asked.
func (q *Questionnaire) applies(ids []string) bool {
	c := q.advisorCase()
	return slices.ContainsFunc(ids, func(id string) bool { return advisor.Applies(id, c.Answers) })
}

// setAside returns the answered questions that are not asked any more, because
// of another answer. They are kept, and count again when they are.
func (q *Questionnaire) setAside() []string { return setAside(q.advisorCase().Answers) }

func setAside(a advisor.Answers) []string {
	var ids []string
	for _, question := range advisor.Questions() {
		if a.Value(question.ID) != "" && !advisor.Applies(question.ID, a) {
			ids = append(ids, question.ID)
		}
	}
	return ids
}

// asideNews says what a changed answer did to later ones.
func asideNews(before, after int) string {
	switch n := after - before; {
	case n == 1:
		return "1 answer set aside; it comes back if you change this again."
	case n > 1:
		return fmt.Sprintf("%d answers set aside; they come back if you change this again.", n)
	case n == -1:
		return "1 answer that was set aside counts again."
	case n < -1:
		return fmt.Sprintf("%d answers that were set aside count again.", -n)
	}
	return ""
}

// openScreens returns the questions that apply and were not asked, screen by
// screen. What the import knows and what never weighs are not asked for.
func openScreens(a advisor.Answers) [][]string {
	var screens [][]string
	seen := map[string]bool{}
	for _, question := range advisor.Questions() {
		if question.Stage == advisor.StageStart || question.ID == "motive" || a.Value(question.ID) != "" || !advisor.Applies(question.ID, a) {
			continue
		}
		if ids := advisor.Together(question.ID, a); !seen[ids[0]] {
			seen[ids[0]] = true
			screens = append(screens, ids)
		}
	}
	return screens
}

// asTaken puts screens into the order in which they were answered, so that going
// back goes back in time.
func asTaken(screens [][]string, taken []taken) [][]string {
	when := map[string]int{}
	for i, t := range taken {
		for id := range t.is {
			when[id] = i + 1
		}
	}
	slices.SortStableFunc(screens, func(x, y []string) int { return when[x[0]] - when[y[0]] })
	return screens
}
