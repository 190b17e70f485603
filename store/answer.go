package store

import (
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/store/clean"
	"linkvet/store/fault"
	"linkvet/store/merge"
	"linkvet/store/record"
)

// Answer records answers and clears others, and keeps the advice that follows
// from all of them. An answer replaces the earlier one as a whole.
func (s *Store) Answer(ref string, set advisor.Answers, clear ...string) (record.Invitation, error) {
	if err := set.Validate(); err != nil {
		return record.Invitation{}, fault.Invalid("%w", err)
	}
	for _, id := range clear {
		if err := knownQuestion(id); err != nil {
			return record.Invitation{}, err
		}
	}
	return s.change(ref, func(b *merge.Batch, inv *record.Invitation) (record.Entry, error) {
		before := inv.Answers
		inv.Answers = before.Clone()
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
		detail := describeAnswers(before, inv.Answers)
		return record.Entry{What: "answered", Detail: detail, Short: detail}, nil
	})
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
	text = clean.Text(text)
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
