package interview

import (
	"slices"

	"linkvet/advisor"
)

// Step is what an action did.
type Step struct {
	Changed []string // questions whose answers are to be saved
	Turned  bool     // another page is shown, or the end is reached
	Said    Notice   // what to tell the person
	Visit   int      // the one that the changes are part of, where it is another than the one shown before; else 0
}

// Notice is something to tell the person; the zero one is nothing.
type Notice struct {
	What Word
	N    int
}

// Word is what a notice says. The words themselves are those of whoever shows
// it.
type Word uint8

// The notices. Of NothingTicked, SignsSuggested and CameByItself the same action,
// given again, does it all the same.
const (
	Nothing          Word = iota
	LeftOpen              // the page was ended with N rows open
	LeftSettled           // so it was, and none of them could change the advice
	NothingTicked         // no sign of the page has an answer
	CameByItself          // the page before ended by itself; this one has N rows open
	SignsSuggested        // N signs are suggested that "none seen" would deny
	NoSuchAnswer          // the row has only N answers
	NoYesOrNo             // the row is not answered with yes or no
	WhichKind             // the sign has several kinds
	NothingSuggested      // the row has no suggestion; N rows of the page have one
	NoneGoesAlone         // "none" was given together with other answers
)

// say is a step that does nothing but tell.
func say(what Word, n int) Step { return Step{Said: Notice{what, n}} }

// calm begins an action: it forgets what was warned of, which it returns, how the
// page came, and that an end was reached, as the person is back on the page.
func (v *Interview) calm() Notice {
	was := v.warned
	v.warned, v.itself, v.end = Notice{}, false, Asking
	return was
}

// Move marks the row below or above; from the last one it is the first, and the
// other way round.
func (v *Interview) Move(down bool) {
	v.calm()
	questions := v.pageOf(v.page).Questions
	n := len(questions)
	at := v.At() + n - 1
	if down {
		at += 2
	}
	v.mark(questions[at%n].ID)
}

// Mark marks the row of a question on the page shown.
func (v *Interview) Mark(id string) {
	v.calm()
	v.mark(id)
}

func (v *Interview) mark(id string) {
	if v.row != id {
		v.row, v.choice = id, 0
	}
}

// Number answers the marked row with its nth choice, counted from 0. Where a row
// takes several answers, it ticks that one or takes the tick back.
func (v *Interview) Number(n int) Step {
	v.calm()
	row := v.Marked()
	choices := row.Choices()
	switch {
	case n < 0 || n >= len(choices):
		return say(NoSuchAnswer, len(choices))
	case row.Question.Kind == advisor.Multi:
		v.choice = n
		return v.toggle(row, choices[n].Value)
	}
	return v.give(choices[n].Value)
}

// Answer gives the marked row one value.
func (v *Interview) Answer(value string) Step {
	v.calm()
	row := v.Marked()
	switch {
	case !row.Has(value):
		return say(NoSuchAnswer, len(row.Choices()))
	case row.Question.Kind == advisor.Multi && value != advisor.DontKnow:
		return v.toggle(row, value)
	}
	return v.give(value)
}

// Exactly answers the marked row, which takes several answers, with its choices at
// some places, counted from 0, and with no other. "None" goes with no other.
func (v *Interview) Exactly(places []int) Step {
	v.calm()
	row := v.Marked()
	var values []string
	for at, c := range row.Choices() {
		if slices.Contains(places, at) {
			values = append(values, c.Value)
		}
	}
	if len(values) > 1 && slices.Contains(values, "none") {
		return say(NoneGoesAlone, 0)
	}
	return Step{Changed: v.set(advisor.Answers{row.Question.ID: values})}
}

// Yes answers the marked row with yes.
func (v *Interview) Yes() Step {
	v.calm()
	row := v.Marked()
	switch {
	case row.Has("yes"):
		return v.give("yes")
	case v.Page().Signs:
		return say(WhichKind, len(row.Choices()))
	}
	return say(NoYesOrNo, len(row.Choices()))
}

// No answers the marked row with its plain no.
func (v *Interview) No() Step {
	v.calm()
	row := v.Marked()
	if value := row.PlainNo(); value != "" {
		return v.Answer(value)
	}
	return say(NoYesOrNo, len(row.Choices()))
}

// LeaveOpen says that the answer to the marked row is not known.
func (v *Interview) LeaveOpen() Step {
	v.calm()
	row := v.Marked()
	v.passed[row.Question.ID] = true
	if row.Has(advisor.DontKnow) {
		return v.give(advisor.DontKnow)
	}
	v.left[row.Question.ID] = true
	return v.down(nil, row)
}

// Tick says of the marked sign that it was seen, or takes that back. Of a row
// that takes several answers it ticks the marked one, or takes the tick back.
func (v *Interview) Tick() Step {
	v.calm()
	row := v.Marked()
	if row.Question.Kind == advisor.Multi {
		return v.toggle(row, row.Choices()[v.choice].Value)
	}
	if Seen(row) {
		return Step{Changed: v.set(advisor.Answers{row.Question.ID: nil})}
	}
	kinds := Kinds(row.Question)
	if len(kinds) != 1 {
		return say(WhichKind, len(row.Choices()))
	}
	return Step{Changed: v.set(advisor.Answers{row.Question.ID: {kinds[0].Value}})}
}

// Kinds are the answers that say a sign was seen.
func Kinds(q advisor.Question) []advisor.AnswerChoice {
	none := q.NotSeen()
	return slices.DeleteFunc(slices.Clone(q.Answers), func(c advisor.AnswerChoice) bool {
		return c.Value == none || c.Value == advisor.DontKnow
	})
}

// Seen reports whether a sign was answered as seen.
func Seen(r Row) bool {
	return !r.Open() && !r.Unknown() && r.Values[0] != r.Question.NotSeen()
}

// Turn gives the marked row the choice after or before the one it has, and after the
// last the first. Where a row takes several, it only marks that one.
func (v *Interview) Turn(right bool) Step {
	v.calm()
	row := v.Marked()
	choices := row.Choices()
	at := slices.IndexFunc(choices, func(c advisor.AnswerChoice) bool { return slices.Contains(row.Values, c.Value) })
	if row.Question.Kind == advisor.Multi {
		at = v.choice
	}
	switch {
	case at < 0 && right:
		at = 0
	case at < 0:
		at = len(choices) - 1
	case right:
		at = (at + 1) % len(choices)
	default:
		at = (at + len(choices) - 1) % len(choices)
	}
	if row.Question.Kind == advisor.Multi {
		v.choice = at
		return Step{}
	}
	return Step{Changed: v.set(advisor.Answers{row.Question.ID: {choices[at].Value}})}
}

// toggle ticks one of several answers or takes the tick back. "None" goes with
// no other.
func (v *Interview) toggle(row Row, value string) Step {
	values := slices.DeleteFunc(slices.Clone(row.Values), func(v string) bool { return v == advisor.DontKnow })
	switch {
	case slices.Contains(values, value):
		values = slices.DeleteFunc(values, func(v string) bool { return v == value })
	case value == "none":
		values = []string{value}
	default:
		values = slices.DeleteFunc(append(values, value), func(v string) bool { return v == "none" })
	}
	slices.SortFunc(values, func(a, b string) int { return place(row, a) - place(row, b) })
	return Step{Changed: v.set(advisor.Answers{row.Question.ID: values})}
}

func place(row Row, value string) int {
	return slices.IndexFunc(row.Question.Answers, func(c advisor.AnswerChoice) bool { return c.Value == value })
}

// give answers the marked row and goes down.
func (v *Interview) give(value string) Step {
	row := v.Marked()
	return v.down(v.set(advisor.Answers{row.Question.ID: {value}}), row)
}

// down goes to the next open row, or to the next one where none is open below.
// When the last open row was answered, which was given as it was, the page ends.
func (v *Interview) down(changed []string, was Row) Step {
	page := v.pageOf(v.page)
	open := v.stillOpen(page)
	if (was.Open() || was.Unknown()) && len(open) == 0 {
		v.turnByItself()
		return Step{Changed: changed, Turned: true}
	}
	at := v.At()
	next := min(at+1, len(page.Questions)-1)
	for i := at + 1; i < len(page.Questions); i++ {
		if slices.Contains(open, page.Questions[i].ID) {
			next = i
			break
		}
	}
	v.mark(page.Questions[next].ID)
	return Step{Changed: changed}
}
