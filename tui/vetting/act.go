package vetting

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/words"
)

// jumpMsg is the overview's answer: go to this question.
type jumpMsg struct{ question string }

// changeAnswersMsg is the verdict's wish to have an answer changed.
type changeAnswersMsg struct{}

// takeBackMsg is the verdict's wish to have the last page taken back.
type takeBackMsg struct{}

// leaveMsg is the verdict's wish to lead back to where the person came from.
type leaveMsg struct{}

// onwardMsg is the verdict's wish to have more asked.
type onwardMsg struct{}

// act does what the person asks for.
func (q *questionnaire) act(msg screen.ActionMsg) screen.Step {
	switch msg.ID {
	case keys.SaveLeave, keys.Back:
		return q.leave()
	case keys.Skip:
		q.env.Hush()
		return screen.BackWith(skippedMsg{id: q.id}, q.Retry())
	case keys.Stop:
		return screen.BackWith(stoppedMsg{}, q.Retry())
	}
	if !q.loaded() {
		return screen.Step{}
	}
	warned := q.warned
	q.warned = false
	switch msg.ID {
	case keys.Previous:
		q.previous()
	case keys.Why:
		q.why, q.wholeNote, q.scroll = !q.why, false, 0
	case keys.WholeNote:
		q.wholeNote, q.why, q.scroll = !q.wholeNote, false, 0
	case keys.PageDown, keys.HalfDown:
		q.scroll = min(q.scroll+q.env.Height/2, q.overflow())
	case keys.PageUp, keys.HalfUp:
		q.scroll = max(q.scroll-q.env.Height/2, 0)
	case keys.Overview, keys.Review:
		return screen.Push(newReview(q, msg.ID == keys.Overview))
	case keys.Advice:
		return q.toVerdict()
	case keys.TakeBack:
		if !warned && q.warnsOfPage() {
			return screen.Step{}
		}
		return q.takeBack()
	case keys.Redo:
		return q.putBack()
	case keys.Note:
		return screen.Push(newNoteDialog(q.env, q.inv, q.questions.Marked().Question))
	case keys.ReadCopy:
		return screen.Open(screen.ReadingPage{ID: q.id})
	case keys.LookUp:
		return screen.Push(newPagesDialog(q.env, q.pages()))
	default:
		return q.answered(msg)
	}
	return screen.Step{}
}

// answered takes an answer, or shows the answers first where they are not seen.
func (q *questionnaire) answered(msg screen.ActionMsg) screen.Step {
	moves := slices.Contains([]keys.ID{keys.Up, keys.Down, keys.FirstRow, keys.LastRow}, msg.ID)
	b, _ := q.body()
	switch {
	case !b.hides, moves && !q.wholeNote: // what is seen is about the marked row
		return q.give(msg)
	case msg.ID == keys.Up:
		q.scroll = max(q.scroll-1, 0)
	case msg.ID == keys.Down:
		q.scroll = min(q.scroll+1, q.overflow())
	case msg.ID == keys.FirstRow:
		q.scroll = 0
	case msg.ID == keys.LastRow:
		q.scroll = q.overflow()
	default:
		q.why, q.wholeNote, q.scroll = false, false, 0
		q.env.Say("Here are the answers again; now press the key for yours")
	}
	return screen.Step{}
}

// give hands an action to the questions, saves what it changed and goes where it
// leads.
func (q *questionnaire) give(msg screen.ActionMsg) screen.Step {
	visit, before, title := q.questions.Visit(), len(interview.SetAside(q.answers())), q.questions.Page().Title
	step, known := q.answer(msg)
	if !known {
		return screen.Step{}
	}
	q.env.Hush()
	q.scroll = 0
	if text := q.notice(step.Said); text != "" {
		q.env.Say(text)
	} else if now := q.questions.Page().Title; step.Turned && now != title && q.questions.End() == interview.Asking {
		q.env.Say(quantity.Text("“%s” is complete; this is “%s”", title, now))
	}
	return q.follow(step, visit, before)
}

// answer does to the questions what an action asks for.
func (q *questionnaire) answer(msg screen.ActionMsg) (step interview.Step, known bool) {
	v := q.questions
	switch msg.ID {
	case keys.Up, keys.Down:
		v.Move(msg.ID == keys.Down)
	case keys.FirstRow, keys.LastRow:
		rows := v.Page().Rows
		at := 0
		if msg.ID == keys.LastRow {
			at = len(rows) - 1
		}
		v.Mark(rows[at].Question.ID)
	case keys.Answer:
		step = v.Number(keys.Digit(msg.Key))
	case keys.Yes:
		step = v.Yes()
	case keys.No:
		step = v.No()
	case keys.DontKnow:
		step = v.LeaveOpen()
	case keys.Tick:
		step = v.Tick()
	case keys.NextAnswer, keys.PrevAnswer:
		step = v.Turn(msg.ID == keys.NextAnswer)
	case keys.TakeHint:
		step = v.Take()
	case keys.TakeHints:
		step = v.TakeAll()
	case keys.NoneSeen:
		step = v.None()
	case keys.EndPage:
		step = v.EndPage()
	default:
		return step, false
	}
	return step, true
}

// follow saves what a step changed in a visit, and shows what comes next.
func (q *questionnaire) follow(step interview.Step, visit, aside int) screen.Step {
	var saving tea.Cmd
	if len(step.Changed) > 0 {
		q.aside = words.SetAside(aside, len(interview.SetAside(q.answers())))
		q.env.Begin(q.id)
	}
	if len(step.Changed) > 0 || len(q.saves.lost) > 0 {
		saving = q.save(step.Changed, visit)
	}
	if !step.Turned {
		return screen.Stay(saving)
	}
	q.why, q.wholeNote = false, false
	if q.questions.End() == interview.Asking {
		return screen.Stay(saving)
	}
	next := q.toVerdict()
	next.Cmd = tea.Batch(saving, next.Cmd)
	return next
}

// notice is what a notice says.
func (q *questionnaire) notice(n interview.Notice) string {
	key := q.env.KeyFor
	ways := words.Ways{None: key(keys.NoneSeen), End: key(keys.EndPage), TakeAll: key(keys.TakeHints)}
	return words.Notice(n, q.questions.Page(), q.hints, ways)
}

// leave steps back out, closing first what was opened over the page.
func (q *questionnaire) leave() screen.Step {
	if q.why || q.wholeNote {
		q.why, q.wholeNote, q.scroll = false, false, 0
		return screen.Step{}
	}
	if len(q.saves.lost) > 0 {
		return screen.Push(q.confirmLeave())
	}
	return screen.Back()
}

// toVerdict shows the advice as it stands.
func (q *questionnaire) toVerdict() screen.Step { return screen.Push(q.verdict()) }

func (q *questionnaire) verdict() *verdict {
	v := newVerdict(q.env, q.current())
	v.run, v.undo = q.run, q.canTakeBack()
	v.end, v.left = q.questions.End(), q.questions.LeftOpen()
	return v
}

// previous goes back to the page before.
func (q *questionnaire) previous() {
	q.env.Hush()
	q.aside, q.why, q.wholeNote, q.scroll = "", false, false, 0
	if !q.questions.Back() {
		q.env.Say("This is the first page; " + q.env.KeyFor(keys.SaveLeave) + " leaves, and everything is saved")
	}
}

// jump goes to a question out of turn.
func (q *questionnaire) jump(id string) {
	q.env.Hush()
	q.why, q.wholeNote, q.scroll = false, false, 0
	q.questions.Show(id)
}

// goOn asks on although enough is asked.
func (q *questionnaire) goOn() screen.Step {
	q.env.Hush()
	if !q.questions.Onward() {
		return q.toVerdict()
	}
	return screen.Step{}
}

// canTakeBack reports whether there is something to take back: a page, or the
// decision before it when going through several.
func (q *questionnaire) canTakeBack() bool { return q.questions.CanUndo() || q.run.canGoBack() }

// warnsOfPage says which page would be taken back, where that is not the one shown,
// and reports whether it did.
func (q *questionnaire) warnsOfPage() bool {
	last, here := q.questions.Last()
	if len(last) == 0 || here || q.run.canGoBack() && q.questions.Fresh() {
		return false
	}
	q.warned = true
	q.env.SayOfKey(q.env.KeyFor(keys.TakeBack) + " again takes back the page before: " + words.Few(last))
	return true
}

// putBack gives the answers again that were taken back last.
func (q *questionnaire) putBack() screen.Step {
	visit, before := q.questions.Visit(), len(interview.SetAside(q.answers()))
	step := q.questions.RedoPage()
	if len(step.Changed) == 0 {
		q.env.Say("There is nothing to answer again")
		return screen.Step{}
	}
	if step.Turned {
		visit = q.questions.Visit()
	}
	q.env.Say("Answered again: " + words.Few(step.Changed))
	q.scroll = 0
	return q.follow(step, visit, before)
}

// takeBack takes back what was done last: what the last page changed, which is
// shown, or what was decided on the one before, where nothing was answered since.
func (q *questionnaire) takeBack() screen.Step {
	if q.run.canGoBack() && q.questions.Fresh() {
		return screen.BackWith(backToLastMsg{})
	}
	visit, before := q.questions.Visit(), len(interview.SetAside(q.answers()))
	step := q.questions.Undo()
	if len(step.Changed) > 0 {
		q.env.Say("Taken back: " + words.Few(step.Changed) + "; " + q.env.KeyFor(keys.Redo) + " answers again")
		q.scroll = 0
		return q.follow(step, visit, before)
	}
	q.env.Say("There is nothing to take back")
	return screen.Step{}
}
