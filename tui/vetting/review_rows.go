package vetting

import (
	"linkvet/advisor"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// reviewRow is a question with its answer, the head of a stage, a
// blank row, or the person's note on the answer above.
type reviewRow struct {
	head     string
	note     string
	Question advisor.Question
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
		if note := style.OneLine(notes[row.Question.ID]); note != "" {
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
		row := reviewRow{Question: question}
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
		add(reviewRow{Question: question, aside: true})
	}
	return rows
}

// noneSeen reports whether of several signs asked on one screen none was seen,
// so that one line says enough.
func noneSeen(ids []string, a advisor.Answers, notes map[string]string) bool {
	for _, id := range ids {
		if question, _ := advisor.QuestionByID(id); a.Value(id) != NoneOf(question) || notes[id] != "" {
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
	return style.Capital(stage)
}

// sign is how an answer counted, in one column: for, against, alone, not
// known, set aside, or not at all.
func (r *Review) sign(row reviewRow) (sign string, paint style.Ink) {
	st := r.env.Styles
	values := r.answers[row.Question.ID]
	if row.aside {
		return "↷", st.Muted
	}
	if len(values) == 0 {
		if _, hinted := r.hints[row.Question.ID]; hinted {
			return "◆", st.Accent
		}
		return " ", st.Text
	}
	if values[0] == advisor.DontKnow {
		return "?", st.Caution
	}
	for _, f := range r.advice.Findings {
		if f.Question != row.Question.ID {
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
		return "All " + style.Count(row.none, "sign", "signs")
	}
	return row.Question.Label
}

// answer is what was said to a question, or what is suggested.
func (r *Review) answer(row reviewRow) string {
	values := r.answers[row.Question.ID]
	hint, hinted := r.hints[row.Question.ID]
	switch {
	case row.none > 0:
		return "None seen"
	case len(values) > 0:
		return screen.AnswerText(row.Question, values)
	case row.Question.Stage == advisor.StageStart:
		return row.Question.Answers[0].Label + ", as it seems"
	case hinted:
		return "Suggested: " + screen.LabelOf(row.Question, hint.Answer)
	}
	return ""
}
