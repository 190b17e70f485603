package tui

import (
	"linkvet/advisor"
)

// reviewRow is a question with its answer, the head of a stage, a
// blank row, or the person's note on the answer above.
type reviewRow struct {
	head     string
	note     string
	question advisor.Question
	aside    bool // answered, and not asked any more
	gap      bool // a blank row
	none     int  // so many signs of a screen, none of which was seen
}

// reviewRows are the questions that apply, stage by stage, and at the end the
// answers set aside; unless all are wanted, only those with an answer, a note or
// a suggestion.
func reviewRows(a advisor.Answers, notes map[string]string, h hints, all bool) []reviewRow {
	var rows []reviewRow
	add := func(row reviewRow) {
		rows = append(rows, row)
		if note := oneLine(notes[row.question.ID]); note != "" {
			rows = append(rows, reviewRow{note: note})
		}
	}
	stage := ""
	told := map[string]bool{}
	for _, question := range advisor.Questions() {
		if !advisor.Applies(question.ID, a) || told[question.ID] {
			continue
		}
		_, hinted := h[question.ID]
		if !all && a.Value(question.ID) == "" && notes[question.ID] == "" && !hinted {
			continue
		}
		if question.Stage != stage {
			stage = question.Stage
			rows = append(rows, reviewRow{head: stageHead(stage)})
		}
		row := reviewRow{question: question}
		if ids := advisor.Together(question.ID, a); !all && noneSeen(ids, a, notes) {
			row.none = len(ids)
			for _, id := range ids {
				told[id] = true
			}
		}
		add(row)
	}
	for i, id := range setAside(a) {
		if i == 0 {
			rows = append(rows, reviewRow{head: "Set aside: they do not count as things stand"})
		}
		question, _ := advisor.QuestionByID(id)
		add(reviewRow{question: question, aside: true})
	}
	return rows
}

// noneSeen reports whether of several signs asked on one screen none was seen,
// so that one line says enough.
func noneSeen(ids []string, a advisor.Answers, notes map[string]string) bool {
	for _, id := range ids {
		if question, _ := advisor.QuestionByID(id); a.Value(id) != noneOf(question) || notes[id] != "" {
			return false
		}
	}
	return len(ids) > 1
}

// stageHead is the name of a stage above its questions.
func stageHead(stage string) string {
	if stage == advisor.StageStart {
		return "The invitation"
	}
	return capital(stage)
}

// sign is how an answer counted, in one column: for, against, alone, not
// known, set aside, or not at all.
func (r *review) sign(row reviewRow) (sign string, paint ink) {
	st := r.env.styles
	values := r.answers[row.question.ID]
	if row.aside {
		return "↷", st.Muted
	}
	if len(values) == 0 {
		if _, hinted := r.hints[row.question.ID]; hinted {
			return "◆", st.Accent
		}
		return " ", st.Text
	}
	if values[0] == advisor.DontKnow {
		return "?", st.Caution
	}
	for _, f := range r.advice.Findings {
		if f.Question != row.question.ID {
			continue
		}
		switch {
		case f.Strength == advisor.Veto:
			return "■", st.Danger
		case f.Outcome == advisor.Supports:
			return "+", st.Good
		case f.Outcome == advisor.Opposes:
			return "−", st.Caution
		}
	}
	return "·", st.Muted
}

// label is the question in few words.
func (row reviewRow) label() string {
	if row.none > 0 {
		return "All " + count(row.none, "sign", "signs")
	}
	return row.question.Label
}

// answer is what was said to a question, or what is suggested.
func (r *review) answer(row reviewRow) string {
	values := r.answers[row.question.ID]
	hint, hinted := r.hints[row.question.ID]
	switch {
	case row.none > 0:
		return "None seen"
	case len(values) > 0:
		return answerText(row.question, values)
	case row.question.Stage == advisor.StageStart:
		return row.question.Answers[0].Label + ", as it seems"
	case hinted:
		return "Suggested: " + labelOf(row.question, hint.Answer)
	}
	return ""
}
