package store

import (
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// Answer records answers and clears others, and keeps the advice that follows
// from all of them. An answer replaces the earlier one as a whole.
func (s *Store) Answer(ref string, set advisor.Answers, clear ...string) (record.Invitation, error) {
	return s.AnswerIn("", ref, set, clear...)
}

// AnswerIn is Answer for what is answered in one visit of a page of questions:
// as long as nothing else happens, all of it is one step and one line of the
// journal. Visits have different names; one without a name ends with the call.
func (s *Store) AnswerIn(name, ref string, set advisor.Answers, clear ...string) (record.Invitation, error) {
	if err := set.Validate(); err != nil {
		return record.Invitation{}, fault.Invalid("%w", err)
	}
	for _, id := range clear {
		if err := knownQuestion(id); err != nil {
			return record.Invitation{}, err
		}
	}
	edit := func(b *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		before := *inv
		inv.Answers = before.Answers.Clone()
		for id, values := range set {
			if len(values) == 0 {
				delete(inv.Answers, id)
			} else {
				inv.Answers[id] = slices.Clone(values)
			}
		}
		for _, id := range clear {
			delete(inv.Answers, id)
		}
		b.Tx.Advise(inv)
		return answered(before, *inv), nil
	}
	inv, err := only(s.changeWith([]string{ref}, edit, func(tx *tables.Tx, changes []tables.Changed) error {
		return s.answeredIn(tx, name, changes)
	}))
	if err != nil {
		s.visit.Store(nil) // its step may not have been written
	}
	return inv, err
}

// visit is one visit of a page of questions, and the step it made.
type visit struct {
	name string
	step uint64
}

// answeredIn writes a change of answers to the step of its visit, or to a new
// one.
func (s *Store) answeredIn(tx *tables.Tx, name string, changes []tables.Changed) error {
	if last := s.visit.Load(); name != "" && last != nil && last.name == name {
		if done, err := tx.Extend(last.step, changes[0], answered); done || err != nil {
			return err
		}
	}
	if err := tx.PersonDid(changes); err != nil {
		return err
	}
	s.visit.Store(&visit{name, tables.MetaNumber(tx, tables.MetaUndo)})
	return nil
}

func answered(before, after record.Invitation) record.Entry {
	detail := describeAnswers(before.Answers, after.Answers)
	return record.Entry{What: tables.WhatAnswered, Detail: detail, Short: detail}
}

func knownQuestion(id string) error {
	if _, ok := advisor.QuestionByID(id); !ok {
		return fault.Invalid("unknown question %q; linkvet questions lists them", id)
	}
	return nil
}

// describeAnswers says in words what changed, in the order of the questions.
func describeAnswers(before, after advisor.Answers) string {
	var parts []string
	for _, q := range advisor.Questions() {
		was, is := strings.Join(before[q.ID], ","), strings.Join(after[q.ID], ",")
		if was != is {
			parts = append(parts, q.ID+": "+record.Arrow(was, is, "no answer"))
		}
	}
	if len(parts) == 0 {
		return "advice renewed"
	}
	return strings.Join(parts, "; ")
}

// NoteAnswer keeps a note of the person's on one answer; an empty text removes
// it. The note stays when the answer changes.
func (s *Store) NoteAnswer(ref, question, text string) (record.Invitation, error) {
	if err := knownQuestion(question); err != nil {
		return record.Invitation{}, err
	}
	text, err := record.OwnText("a note", text)
	if err != nil {
		return record.Invitation{}, err
	}
	return s.change(ref, func(b *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		was := inv.AnswerNotes[question]
		switch {
		case text == "":
			delete(inv.AnswerNotes, question)
		case inv.AnswerNotes == nil:
			inv.AnswerNotes = map[string]string{question: text}
		default:
			inv.AnswerNotes[question] = text
		}
		return record.Entry{What: "noted", Detail: question + ": " + record.Arrow(was, text, "no note"), Short: "on " + question}, nil
	})
}
