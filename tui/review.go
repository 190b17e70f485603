package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// review shows what the person answered with what it leads to, to change any of
// it; with all questions, it is the overview to jump to one.
type review struct {
	env     *env
	inv     store.Invitation
	answers advisor.Answers
	advice  advisor.Advice
	hints   hints
	session *session
	all     bool
	rows    []reviewRow
	list    cursor
}

// newReview shows the answers of a questionnaire as they are now.
func newReview(q *questionnaire, all bool) *review {
	r := &review{env: q.env, inv: q.current(), advice: q.advice, session: q.session, all: all}
	r.answers = q.advisorCase().Answers
	r.hints = q.hints.open(r.answers)
	r.list = r.build(r.list)
	if q.prompt != nil && q.phase == phaseAsking {
		if question, ok := q.prompt.about(); ok {
			r.mark(question.ID)
		} else {
			r.mark(q.prompt.ids()[0])
		}
	}
	return r
}

// build makes the rows anew and returns the cursor on a row of them.
func (r *review) build(c cursor) cursor {
	r.rows = reviewRows(r.answers, r.inv.AnswerNotes, r.hints, r.all)
	if airy := spaced(r.rows); len(airy) <= r.listRows() {
		r.rows = airy
	}
	c.settle(len(r.rows), r.listRows())
	c.at = r.step(c.at, 1)
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
			r.list.at = i
			r.list.settle(len(r.rows), r.listRows())
		}
	}
}

// marked is the question the cursor is on.
func (r *review) marked() (reviewRow, bool) {
	if r.list.at >= len(r.rows) || r.rows[r.list.at].question.ID == "" {
		return reviewRow{}, false
	}
	return r.rows[r.list.at], true
}

// Init loads nothing: the questionnaire has handed everything over.
func (r *review) Init() tea.Cmd { return nil }

// Title names the screen.
func (r *review) Title() string {
	if r.all {
		return r.session.title("Questions and answers")
	}
	return r.session.title("Review")
}

// Headline says whose invitation it is.
func (r *review) Headline() string { return nameOr(r.inv.Name) }

// InText is always false: there is nothing to type.
func (r *review) InText() bool { return false }

// Actions change an answer, note, and decide.
func (r *review) Actions() []actionID {
	var acts []actionID
	if _, ok := r.marked(); ok {
		acts = append(acts, actJump, actNote)
	}
	acts = append(acts, actDecide, actAdvice, actAllQuestions, actBack)
	return append(append(acts, r.session.actions()...), listActions()...)
}

// Update moves the mark, skipping what is no question, and acts on it.
func (r *review) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return r.act(msg.id)
	case invitationSavedMsg:
		if msg.invitation.ID == r.inv.ID {
			r.inv.AnswerNotes = msg.invitation.AnswerNotes
			r.list = r.build(r.list)
		}
	case decidedMsg, postponedMsg, skippedMsg, stoppedMsg:
		return backWith(msg)
	case tea.WindowSizeMsg:
		row, _ := r.marked()
		r.list = r.build(r.list)
		r.mark(row.question.ID)
	case tea.MouseWheelMsg:
		id := actDown
		if msg.Button == tea.MouseWheelUp {
			id = actUp
		}
		r.move(id)
	}
	return step{}
}

func (r *review) act(id actionID) step {
	row, ok := r.marked()
	switch id {
	case actBack:
		return back()
	case actJump:
		if ok && !row.aside {
			return backWith(jumpMsg{row.question.ID})
		}
		r.env.say("Set aside by another answer; change that one and this counts again")
	case actNote:
		if ok {
			return push(newNoteDialog(r.env, r.inv, row.question))
		}
	case actAllQuestions:
		r.all = !r.all
		r.list = r.build(cursor{})
		if ok {
			r.mark(row.question.ID)
		}
	case actAdvice:
		v := newVerdict(r.env, r.inv)
		v.session = r.session
		return replace(v)
	case actDecide:
		return push(newDecideDialog(r.env, adviceRow(r.env, r.inv, r.advice)))
	case actSkip:
		return backWith(skippedMsg{id: r.inv.ID})
	case actStop:
		return backWith(stoppedMsg{})
	default:
		r.move(id)
	}
	return step{}
}

func (r *review) move(id actionID) {
	before := r.list.at
	if !r.list.move(id, len(r.rows), r.listRows()) {
		return
	}
	dir := 1
	if r.list.at < before {
		dir = -1
	}
	r.list.at = r.step(r.list.at, dir)
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
	return max(r.env.height-len(r.headLines(r.env.width, r.env.height)), 1)
}

// View draws the advice and the visible rows.
func (r *review) View(w, h int) string {
	lines := r.headLines(w, h)
	room := max(h-len(lines), 1)
	if len(r.rows) == 0 {
		return strings.Join(append(lines, "Nothing is answered yet. "+r.env.keyFor(actAllQuestions)+" shows every question."), "\n")
	}
	from := r.list.window(len(r.rows), room)
	if from > 0 && r.list.at == from && r.rows[from-1].head != "" {
		from--
	}
	for i := from; i < min(from+room, len(r.rows)); i++ {
		lines = append(lines, r.rowLine(i, w))
	}
	return strings.Join(lines, "\n")
}

// rowLine draws one row.
func (r *review) rowLine(i, w int) string {
	st := r.env.styles
	row := r.rows[i]
	labels := min(max(w*2/5, 20), 30)
	switch {
	case row.gap:
		return ""
	case row.head != "":
		return st.Accent.Render(truncate(row.head, w))
	case row.note != "":
		return truncate(spaces(labels+8)+"✎ "+row.note, min(w, readable))
	}
	sign, paint := r.sign(row)
	label := fit(row.label(), labels)
	answer := fit(r.answer(row), max(min(w, readable)-labels-8, 0))
	if i == r.list.at {
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
	st := r.env.styles
	w = min(w, readable)
	settled := "not settled yet"
	if r.advice.Settled {
		settled = "settled"
	}
	name := recommendationSymbol(r.advice.Recommendation) + "  " + r.advice.Recommendation.Label()
	if r.advice.Report {
		name += ", and report it"
	}
	if !begun(r.inv.Answers) {
		return append(append([]string{st.Strong.Render(noAdvice)}, decidedLines(r.env, r.inv, w)...), "")
	}
	name = truncate(name, max(w-width(settled)-2, 1))
	lines := []string{st.Recommendation(r.advice.Recommendation).Render(name) + spaces(w-width(name)-width(settled)) + st.Muted.Render(settled)}
	if h >= reviewSummaryFrom {
		lines = append(lines, wrap(r.advice.Summary, w)...)
		lines = append(lines, decidedLines(r.env, r.inv, w)...)
		lines = append(lines, "")
	}
	if h >= reviewLegendFrom {
		legend := "+ for   − against   ■ decides alone   · no weight   ? not known   ↷ set aside"
		lines = append(lines, st.Muted.Render(truncate(legend, w)), "")
	}
	return lines
}
