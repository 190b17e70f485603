package vetting

import (
	"fmt"

	"linkvet/advisor/interview"
	"linkvet/tui/keys"
)

// What is said of keys on the questions and on the advice alike.
const (
	nothingToTakeBack = "There is nothing to take back"
	noAddress         = "The address of their profile is not known"
)

// Idle says why keys do nothing for the marked row, or for this invitation.
func (q *questionnaire) Idle() map[keys.ID]string {
	if !q.loaded() {
		return nil
	}
	row, key := q.questions.Marked(), q.env.KeyFor
	numbers := fmt.Sprintf("This row has no plain yes or no; press the number of an answer, 1 to %d", len(row.Choices()))
	box := key(keys.Tick) + " ticks the marked sign, " + key(keys.NoneSeen) + " says that none of the others was seen"
	return map[keys.ID]string{
		keys.Answer:     box,
		keys.NextAnswer: box,
		keys.PrevAnswer: box,
		keys.Redo:       "Nothing was taken back here",
		keys.TakeBack:   nothingToTakeBack,
		keys.WholeNote:  "They wrote no note",
		keys.TakeHint:   "Nothing is suggested for this row",
		keys.TakeHints:  "Nothing is suggested on this page that you have not answered",
		keys.Yes:        numbers,
		keys.No:         numbers,
		keys.Tick:       "There is nothing to tick on this row",
	}
}

// Idle says why keys do nothing for this advice.
func (v *verdict) Idle() map[keys.ID]string {
	e := v.env
	goOn := "Every question is asked; " + e.KeyFor(keys.Answers) + " shows your answers, to change one"
	if v.end == interview.Asking {
		goOn = "The questions are not at their end; " + e.KeyFor(keys.ToPage) + " goes back to them"
	}
	return map[keys.ID]string{
		keys.Advised:   "No one act is advised; press the key of what you did",
		keys.FollowUp:  "There is nothing to come back to; " + e.KeyFor(keys.Later) + " leaves the whole invitation until a date",
		keys.Continue:  goOn,
		keys.TakeBack:  nothingToTakeBack,
		keys.Profile:   noAddress,
		keys.Copy:      "There is no draft with this advice",
		keys.DraftEdit: "There is no draft with this advice",
		keys.DraftNext: "There is no other draft",
		keys.DraftPrev: "There is no other draft",
	}
}
