package store

import (
	"fmt"
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
// journal, also when a later program goes on with it. Visits have different names;
// one without a name ends with the call.
func (s *Store) AnswerIn(visit, ref string, set advisor.Answers, clear ...string) (record.Invitation, error) {
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
	return only(s.changeWith([]string{ref}, edit, func(tx *tables.Tx, changes []tables.Changed) error {
		if done, err := tx.Extend(visit, changes[0], answered); done || err != nil {
			return err
		}
		return tx.PersonDidIn(visit, changes)
	}))
}

func answered(before, after record.Invitation) record.Entry {
	changed := describeAnswers(before.Answers, after.Answers)
	if len(changed) == 0 {
		changed = []string{"advice renewed"}
	}
	named := answersNow(before.Answers, after.Answers)
	short := strings.Join(named[:min(len(named), answersShort)], "; ")
	if more := len(changed) - answersShort; more > 0 {
		short += fmt.Sprintf("; %d more", more)
	}
	return record.Entry{What: tables.WhatAnswered, Detail: strings.Join(changed, "; "), Short: "(" + short + ")"}
}

// answersNow says of the questions whose answers changed what they are now, in their
// order, for the words of a step, which are read in a line.
func answersNow(before, after advisor.Answers) []string {
	var parts []string
	for _, q := range advisor.Questions() {
		was, is := before[q.ID], after[q.ID]
		switch {
		case slices.Equal(was, is):
		case len(is) == 0:
			parts = append(parts, q.Label+" taken back")
		default:
			parts = append(parts, q.Label+": "+labels(q, is))
		}
	}
	if parts == nil {
		return []string{"advice renewed"}
	}
	return parts
}

func knownQuestion(id string) error {
	if _, ok := advisor.QuestionByID(id); !ok {
		return fault.Invalid("unknown question %q; linkvet questions lists them", id)
	}
	return nil
}

// answersShort is how many answers a step names.
const answersShort = 3

// describeAnswers says in the words of the questions what changed, in their order.
func describeAnswers(before, after advisor.Answers) []string {
	var parts []string
	for _, q := range advisor.Questions() {
		if was, is := before[q.ID], after[q.ID]; !slices.Equal(was, is) {
			parts = append(parts, q.Label+": "+record.Arrow(labels(q, was), labels(q, is), "no answer"))
		}
	}
	return parts
}

// labels are answers in the words they are chosen by.
func labels(q advisor.Question, values []string) string {
	var words []string
	for _, value := range values {
		at := slices.IndexFunc(q.Answers, func(c advisor.AnswerChoice) bool { return c.Value == value })
		if at < 0 {
			words = append(words, value)
			continue
		}
		words = append(words, q.Answers[at].Label)
	}
	return strings.Join(words, ", ")
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
		q, _ := advisor.QuestionByID(question)
		return record.Entry{What: "noted", Detail: q.Label + ": " + record.Arrow(was, text, "no note"), Short: "on “" + q.Label + "”"}, nil
	})
}
