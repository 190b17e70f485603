package vetting

import (
	"cmp"
	"slices"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/words"
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

// reviewRows are the questions of the case, page by page, and at the end the
// answers set aside; unless all are wanted, only those with an answer, a note or
// a suggestion.
func reviewRows(a advisor.Answers, notes map[string]string, h words.Hints, all bool) []reviewRow {
	var rows []reviewRow
	add := func(row reviewRow) {
		rows = append(rows, row)
		if note := style.OneLine(notes[row.question.ID]); note != "" {
			rows = append(rows, reviewRow{note: note})
		}
	}
	for _, page := range reviewOrder(a) {
		head := false
		none := page.Signs && !all && noneSeen(page, a, notes)
		for _, question := range page.Questions {
			_, hinted := h[question.ID]
			if !all && a.Value(question.ID) == "" && notes[question.ID] == "" && !hinted {
				continue
			}
			if !head {
				head = true
				rows = append(rows, reviewRow{head: page.Title})
			}
			if none {
				rows = append(rows, reviewRow{question: question, none: len(page.Questions)})
				break
			}
			add(reviewRow{question: question})
		}
	}
	for i, id := range interview.SetAside(a) {
		if i == 0 {
			rows = append(rows, reviewRow{head: "Set aside: they do not count as things stand"})
		}
		question, _ := advisor.QuestionByID(id)
		add(reviewRow{question: question, aside: true})
	}
	return rows
}

// reviewOrder are the pages, with what kind of invitation it is first.
func reviewOrder(a advisor.Answers) []advisor.Page {
	pages := advisor.Pages(a)
	slices.SortStableFunc(pages, func(x, y advisor.Page) int {
		return cmp.Compare(startFirst(x), startFirst(y))
	})
	return pages
}

func startFirst(p advisor.Page) int {
	if p.Questions[0].Stage == advisor.StageStart {
		return 0
	}
	return 1
}

// noneSeen reports whether of all signs of a page none was seen, so that one
// line says enough.
func noneSeen(page advisor.Page, a advisor.Answers, notes map[string]string) bool {
	return !slices.ContainsFunc(page.Questions, func(q advisor.Question) bool {
		return a.Value(q.ID) != q.NotSeen() || notes[q.ID] != ""
	})
}

// sign is how an answer counted, in one column: for, against, alone, not
// known, set aside, or not at all.
func (r *review) sign(row reviewRow) (sign string, paint style.Ink) {
	if row.aside {
		return "↷", r.env.Styles.Muted
	}
	id := row.question.ID
	return effect(r.env.Styles, r.advice, interview.Row{Question: row.question, Values: r.answers[id], Suggested: r.hints[id].Answer})
}

// effect is how the answer of a row counts, in one column.
func effect(st *style.Styles, adv advisor.Advice, row interview.Row) (sign string, paint style.Ink) {
	switch {
	case row.Hinted():
		return "◆", st.Accent
	case row.Open():
		return " ", st.Text
	case row.Unknown():
		return "?", st.Muted
	}
	for _, f := range adv.Findings {
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
		return quantity.Sentence(row.none, "The one sign", "All %d signs")
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
		return screen.AnswerText(row.question, values)
	case row.question.Stage == advisor.StageStart:
		return quantity.Text("%s (as it seems)", row.question.Answers[0].Label)
	case hinted:
		return quantity.Text("Suggested: %s", screen.LabelOf(row.question, hint.Answer))
	}
	return ""
}
