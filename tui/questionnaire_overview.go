package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// overview lists every question that is asked of an invitation with its
// answer, to jump to one.
type overview struct {
	env     *env
	inv     store.Invitation
	answers advisor.Answers
	rows    []overviewRow
	list    cursor
}

// overviewRow is a question with its answer, or the head of a stage.
type overviewRow struct {
	head     string
	question advisor.Question
	aside    bool // answered, and not asked any more
}

func newOverview(e *env, inv store.Invitation, answers advisor.Answers) *overview {
	inv.Answers = answers
	o := &overview{env: e, inv: inv, answers: inv.Case(e.settings.Profile()).Answers}
	o.rows = overviewRows(o.answers)
	o.list.at = o.step(0, 1)
	return o
}

// overviewRows are the questions that apply, stage by stage, and at the end
// the answers set aside.
func overviewRows(a advisor.Answers) []overviewRow {
	var rows []overviewRow
	stage := ""
	for _, question := range advisor.Questions() {
		if !advisor.Applies(question.ID, a) {
			continue
		}
		if question.Stage != stage {
			stage = question.Stage
			rows = append(rows, overviewRow{head: overviewHead(stage)})
		}
		rows = append(rows, overviewRow{question: question})
	}
	for i, id := range setAside(a) {
		if i == 0 {
			rows = append(rows, overviewRow{head: "Set aside: they do not count as things stand"})
		}
		question, _ := advisor.QuestionByID(id)
		rows = append(rows, overviewRow{question: question, aside: true})
	}
	return rows
}

// overviewHead is the name of a stage above its questions.
func overviewHead(stage string) string {
	if stage == advisor.StageStart {
		return "The invitation"
	}
	return capital(stage)
}

// Init loads nothing: the questionnaire has handed everything over.
func (o *overview) Init() tea.Cmd { return nil }

// Title names the screen.
func (o *overview) Title() string { return "Questions and answers" }

// Headline says whose invitation it is.
func (o *overview) Headline() string { return nameOr(o.inv.Name) }

// InText is always false: there is nothing to type.
func (o *overview) InText() bool { return false }

// Actions move in the list and jump.
func (o *overview) Actions() []actionID {
	return append([]actionID{actJump, actBack}, listActions()...)
}

// Update moves the mark, skipping the heads of stages.
func (o *overview) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		switch msg.id {
		case actBack:
			return back()
		case actJump:
			if row := o.rows[o.list.at]; !row.aside {
				return backWith(jumpMsg{row.question.ID})
			}
			o.env.say("This question is not asked as things stand; change the answer it hangs on")
			return step{}
		}
		before := o.list.at
		if o.list.move(msg.id, len(o.rows), o.env.height) {
			dir := 1
			if o.list.at < before {
				dir = -1
			}
			o.list.at = o.step(o.list.at, dir)
		}
	case tea.WindowSizeMsg:
		o.list.settle(len(o.rows), o.env.height)
	}
	return step{}
}

// step is the first row from at on, in a direction, that is no head.
func (o *overview) step(at, dir int) int {
	for i := at; i >= 0 && i < len(o.rows); i += dir {
		if o.rows[i].head == "" {
			return i
		}
	}
	if dir < 0 {
		return o.step(at, 1)
	}
	return at
}

// View draws the visible rows.
func (o *overview) View(w, h int) string {
	st := o.env.styles
	labels := min(max(w*2/5, 20), 34)
	from := o.list.window(len(o.rows), h)
	if from > 0 && o.list.at == from && o.rows[from-1].head != "" {
		from--
	}
	var lines []string
	for i := from; i < min(from+h, len(o.rows)); i++ {
		row := o.rows[i]
		if row.head != "" {
			lines = append(lines, st.Accent.Render(truncate(row.head, w)))
			continue
		}
		text := fit(row.question.Label, labels) + "  " + fit(o.answer(row), max(min(w, readable)-labels-6, 0))
		if i == o.list.at {
			lines = append(lines, st.Selected.Render("  › "+text))
		} else {
			lines = append(lines, "    "+text)
		}
	}
	return strings.Join(lines, "\n")
}

// answer is what was said to a question, with a sign for what is open.
func (o *overview) answer(row overviewRow) string {
	values := o.answers[row.question.ID]
	switch {
	case len(values) == 0 && row.question.Stage == advisor.StageStart:
		return "· " + row.question.Answers[0].Label + ", as it seems"
	case len(values) == 0:
		return "·"
	case row.aside:
		return "↷ " + answerText(row.question, values)
	case values[0] == advisor.DontKnow:
		return "? " + answerText(row.question, values)
	}
	return "✔ " + answerText(row.question, values)
}
