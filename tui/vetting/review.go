package vetting

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// review shows what the person answered with what it leads to, to change any of
// it; with all questions, it is the overview to jump to one.
type review struct {
	env     *screen.Env
	inv     record.Invitation
	answers advisor.Answers
	advice  advisor.Advice
	hints   words.Hints
	run     *vettingRun
	all     bool
	rows    []reviewRow
	list    widget.Cursor
}

// newReview shows the answers of a questionnaire as they are now.
func newReview(q *questionnaire, all bool) *review {
	r := &review{env: q.env, inv: q.current(), run: q.run, all: all}
	if !q.loaded() {
		return r
	}
	r.answers = q.answers()
	r.advice = words.StillOpen(q.questions.Advice(), r.answers)
	r.hints = openHints(q.hints, r.answers)
	r.list = r.build(r.list)
	r.mark(q.questions.Marked().Question.ID)
	return r
}

// build makes the rows again and returns the cursor on a row of them.
func (r *review) build(c widget.Cursor) widget.Cursor {
	r.rows = reviewRows(r.answers, r.inv.AnswerNotes, r.hints, r.all)
	if airy := spaced(r.rows); len(airy) <= r.listRows() {
		r.rows = airy
	}
	c.Settle(len(r.rows), r.listRows())
	c.At = r.step(c.At, 1)
	return c
}

// spaced puts a blank row between the stages.
func spaced(rows []reviewRow) []reviewRow {
	var airy []reviewRow
	for i, row := range rows {
		if i > 0 && row.head != "" {
			airy = append(airy, reviewRow{gap: true})
		}
		airy = append(airy, row)
	}
	return airy
}

func (r *review) mark(question string) {
	for i, row := range r.rows {
		if row.question.ID == question {
			r.list.At = i
			r.list.Settle(len(r.rows), r.listRows())
		}
	}
}

// marked is the question the cursor is on.
func (r *review) marked() (reviewRow, bool) {
	if r.list.At >= len(r.rows) || r.rows[r.list.At].question.ID == "" {
		return reviewRow{}, false
	}
	return r.rows[r.list.At], true
}

// Init loads nothing: the questionnaire has handed everything over.
func (r *review) Init() tea.Cmd { return nil }

// Title names the screen.
func (r *review) Title() string {
	if r.all {
		return r.run.title("Questions and answers")
	}
	return r.run.title("Review")
}

// Subtitle says whose invitation it is.
func (r *review) Subtitle() string { return style.NameOr(r.inv.Name) }

// InText is always false: there is nothing to type.
func (r *review) InText() bool { return false }

// Actions change an answer, note, and decide.
func (r *review) Actions() []keys.ID {
	var acts []keys.ID
	if _, ok := r.marked(); ok {
		acts = append(acts, keys.Jump, keys.Note)
	}
	acts = append(acts, keys.Decide, keys.Advice, keys.AllQuestions, keys.Back)
	return append(append(acts, r.run.actions()...), keys.ListMoves()...)
}

// Update moves the mark, skipping what is no question, and acts on it.
func (r *review) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return r.act(msg.ID)
	case screen.InvitationSavedMsg:
		if msg.Invitation.ID == r.inv.ID {
			r.inv.AnswerNotes = msg.Invitation.AnswerNotes
			r.list = r.build(r.list)
		}
	case dialog.DecidedMsg, dialog.PostponedMsg, skippedMsg, stoppedMsg:
		return screen.BackWith(msg)
	case tea.WindowSizeMsg:
		row, _ := r.marked()
		r.list = r.build(r.list)
		r.mark(row.question.ID)
	case tea.MouseWheelMsg:
		id := keys.Down
		if msg.Button == tea.MouseWheelUp {
			id = keys.Up
		}
		r.move(id)
	}
	return screen.Step{}
}

func (r *review) act(id keys.ID) screen.Step {
	row, ok := r.marked()
	switch id {
	case keys.Back:
		return screen.Back()
	case keys.Jump:
		if ok && !row.aside {
			return screen.BackWith(jumpMsg{row.question.ID})
		}
		r.env.Say("Set aside by another answer; change that one and this counts again")
	case keys.Note:
		if ok {
			return screen.Push(newNoteDialog(r.env, r.inv, row.question))
		}
	case keys.AllQuestions:
		r.all = !r.all
		r.list = r.build(widget.Cursor{})
		if ok {
			r.mark(row.question.ID)
		}
	case keys.Advice:
		v := newVerdict(r.env, r.inv)
		v.run = r.run
		return screen.Replace(v)
	case keys.Decide:
		return screen.Push(dialog.NewDecide(r.env, adviceRow(r.env, r.inv, r.advice)))
	case keys.Skip:
		return screen.BackWith(skippedMsg{id: r.inv.ID})
	case keys.Stop:
		return screen.BackWith(stoppedMsg{})
	default:
		r.move(id)
	}
	return screen.Step{}
}

func (r *review) move(id keys.ID) {
	before := r.list.At
	if !r.list.Move(id, len(r.rows), r.listRows()) {
		return
	}
	dir := 1
	if r.list.At < before {
		dir = -1
	}
	r.list.At = r.step(r.list.At, dir)
}

// step is the first row from at on, in a direction, that is a question; failing
// that, the last one before.
func (r *review) step(at, dir int) int {
	for _, d := range []int{dir, -dir} {
		for i := at; i >= 0 && i < len(r.rows); i += d {
			if r.rows[i].question.ID != "" {
				return i
			}
		}
	}
	return at
}

// listRows is how many rows of the list are shown at once.
func (r *review) listRows() int {
	return max(r.env.Height-len(r.headLines(r.env.Width, r.env.Height)), 1)
}

// View draws the advice and the visible rows.
func (r *review) View(w, h int) string {
	lines := r.headLines(w, h)
	room := max(h-len(lines), 1)
	if len(r.rows) == 0 {
		return strings.Join(append(lines, "Nothing is answered yet. "+r.env.KeyFor(keys.AllQuestions)+" shows every question."), "\n")
	}
	from := r.list.Window(len(r.rows), room)
	if from > 0 && r.list.At == from && r.rows[from-1].head != "" {
		from--
	}
	for i := from; i < min(from+room, len(r.rows)); i++ {
		lines = append(lines, r.rowLine(i, w))
	}
	return strings.Join(lines, "\n")
}

// rowLine draws one row.
func (r *review) rowLine(i, w int) string {
	st := r.env.Styles
	row := r.rows[i]
	labels := min(max(w*2/5, 20), 30)
	switch {
	case row.gap:
		return ""
	case row.head != "":
		return st.Accent.Render(style.Truncate(row.head, w))
	case row.note != "":
		return style.Truncate(style.Spaces(labels+8)+"✎ "+row.note, min(w, style.Readable))
	}
	sign, paint := r.sign(row)
	label := style.Fit(row.label(), labels)
	answer := style.Fit(r.answer(row), max(min(w, style.Readable)-labels-8, 0))
	if i == r.list.At {
		return st.Selected.Render("  › " + label + "  " + sign + " " + answer)
	}
	return "    " + label + "  " + paint.Render(sign) + " " + answer
}

// Rows of room from which the head of the review has a summary, and also says
// what the signs mean.
const (
	reviewSummaryFrom = 14
	reviewLegendFrom  = 24
)

// headLines are the advice that the answers lead to.
func (r *review) headLines(w, h int) []string {
	st := r.env.Styles
	w = min(w, style.Readable)
	settled := "not settled yet"
	if r.advice.Settled {
		settled = "settled"
	}
	name := style.RecommendationSymbol(r.advice.Recommendation) + "  " + r.advice.Label
	if r.advice.Report {
		name += ", and report it"
	}
	if !interview.Begun(r.inv.Answers) {
		return append(append([]string{st.Strong.Render(words.NoAdvice)}, decidedLines(r.env, r.inv, w)...), "")
	}
	name = style.Truncate(name, max(w-style.Width(settled)-2, 1))
	lines := []string{st.Recommendation(r.advice.Recommendation).Render(name) + style.Spaces(w-style.Width(name)-style.Width(settled)) + st.Muted.Render(settled)}
	if h >= reviewSummaryFrom {
		lines = append(lines, decidedLines(r.env, r.inv, w)...)
		lines = append(lines, style.Wrap(r.advice.Summary, w)...)
		lines = append(lines, "")
	}
	if h >= reviewLegendFrom {
		legend := "+ for   − against   ■ decides alone   · no weight   ? not known   ↷ set aside"
		lines = append(lines, st.Muted.Render(style.Truncate(legend, w)), "")
	}
	return lines
}
