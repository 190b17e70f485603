package tui

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// verdict shows the advice on one invitation in full, and records what the
// person then did.
type verdict struct {
	env    *env
	inv    store.Invitation
	advice advisor.Advice
	drafts drafts
	top    int // the first line shown

	session *session // going through all that wait; nil for one alone
	undo    bool     // the screen below can take an answer back
}

// newVerdict shows the advice for an invitation with the answers it holds.
// The screen below has to take changeAnswersMsg and decidedMsg.
func newVerdict(e *env, inv store.Invitation) *verdict {
	v := &verdict{env: e, inv: inv}
	v.advice = adviceOn(inv.Case(e.settings.Profile()))
	v.drafts = newDrafts(e, inv.ID, v.advice.Replies)
	return v
}

// adviceOn is the advice on a case. Until it is settled, of the answers that
// would change it only those stay that the person has not given otherwise:
// what was just answered is not what is still open.
func adviceOn(c advisor.Case) advisor.Advice {
	adv := advisor.Advise(c)
	if adv.Settled {
		return adv
	}
	var open []advisor.Flip
	for _, f := range adv.Flips {
		if said := c.Answers.Value(f.Question); said == "" || said == advisor.DontKnow {
			open = append(open, f)
		}
	}
	adv.Flips = open
	return adv
}

// Init loads nothing: the screen below has handed everything over.
func (v *verdict) Init() tea.Cmd { return nil }

// Title names the screen.
func (v *verdict) Title() string { return v.session.title("Advice") }

// Headline says whose invitation it is.
func (v *verdict) Headline() string { return nameOr(v.inv.Name) }

// InText is true while a draft is typed.
func (v *verdict) InText() bool { return v.drafts.editing }

// Actions record what was done first, then work on the drafts.
func (v *verdict) Actions() []actionID {
	if v.drafts.editing {
		return []actionID{actDraftDone, actDiscard}
	}
	acts := make([]actionID, 0, 32)
	for _, c := range v.choices() {
		acts = append(acts, c.action)
	}
	if len(v.drafts.replies) > 0 {
		acts = append(acts, actCopy, actDraftEdit)
	}
	acts = append(acts, actAnswers)
	if v.undo {
		acts = append(acts, actTakeBack)
	}
	acts = append(acts, v.session.actions()...)
	if len(v.drafts.replies) > 1 {
		acts = append(acts, actDraftNext, actDraftPrev)
	}
	if v.inv.URL != "" {
		acts = append(acts, actProfile)
	}
	return append(append(acts, actBack), listActions()...)
}

// verdictChoice is something the person can have done.
type verdictChoice struct {
	action   actionID
	decision store.Decision // "" is left until a date
}

// choices are what can have been done with an invitation of this direction.
func (v *verdict) choices() []verdictChoice {
	if v.inv.Direction == store.Outgoing {
		return []verdictChoice{{actSent, store.Sent}, {actNotSent, store.NotSent}, {actLater, ""}}
	}
	return []verdictChoice{
		{actAccepted, store.Accepted}, {actIgnored, store.Ignored}, {actDeclined, store.Declined},
		{actBlocked, store.Blocked}, {actReported, store.Reported}, {actLater, ""},
	}
}

// advised reports whether a decision carries out the advice. Leaving it until
// a date does while it is neither a yes nor a no.
func (v *verdict) advised(d store.Decision) bool {
	switch r := v.advice.Recommendation; {
	case !v.begun():
		return false
	case d == store.Reported:
		return v.advice.Report
	case r < advisor.IgnoreOrVetFurther:
		return d == store.Accepted || d == store.Sent || d == "" && r == advisor.ReviewAndAcceptIfRelevant
	case r == advisor.IgnoreOrVetFurther:
		return d == store.Ignored || d == store.NotSent || d == ""
	case r == advisor.Decline:
		return d == store.Declined || d == store.Ignored || d == store.NotSent
	}
	return d == store.Blocked || d == store.NotSent
}

// Update takes actions and typing.
func (v *verdict) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return v.act(msg.id)
	case tea.KeyPressMsg, tea.PasteMsg:
		v.drafts.typed(msg)
	case tea.MouseWheelMsg:
		dir := 3
		if msg.Button == tea.MouseWheelUp {
			dir = -3
		}
		v.scrollTo(v.top + dir)
	case tea.WindowSizeMsg:
		v.drafts.resize(v.draftWidth())
		v.scrollTo(v.top)
		if v.drafts.editing {
			v.showDraft()
		}
	case discardMsg:
		v.drafts.discard()
	case decidedMsg, postponedMsg:
		return backWith(msg)
	case copiedMsg:
		if msg.err != nil {
			v.showDraft() // to be copied by hand if the terminal does not
		}
	case profileSavedMsg:
		v.advice = adviceOn(v.inv.Case(msg.profile))
	}
	return step{}
}

func (v *verdict) act(id actionID) step {
	switch id {
	case actBack:
		return back()
	case actAnswers:
		return backWith(changeAnswersMsg{})
	case actProfile:
		return push(newConfirmOpen(v.env, v.inv.URL))
	case actLater:
		return push(newLaterDialog(v.env, v.row()))
	case actTakeBack:
		return backWith(takeBackMsg{})
	case actSkip:
		return backWith(skippedMsg{id: v.inv.ID})
	case actStop:
		return backWith(stoppedMsg{})
	case actDraftNext, actDraftPrev:
		v.drafts.turn(id == actDraftNext)
		v.showDraft()
	case actDraftEdit:
		v.drafts.edit(v.draftWidth())
		v.showDraft()
	case actDraftDone:
		v.drafts.stop()
	case actDiscard:
		return push(newConfirm(v.env, "Throw the text away?", "What you typed is lost, and the draft is as it was suggested.", "Throw away", discardMsg{}))
	case actCopy:
		v.showDraft()
		return stay(v.env.copyText("the draft", v.drafts.text()))
	default:
		for _, c := range v.choices() {
			if c.action == id {
				return v.decide(c.decision)
			}
		}
		v.scroll(id)
	}
	return step{}
}

// begun reports whether anything was answered that the advice rests on.
func (v *verdict) begun() bool { return begun(v.inv.Answers) }

// noAdvice is said in place of advice while nothing is answered that it could
// rest on.
const noAdvice = "No advice yet"

// noAdviceLines say that there is none yet, and what was decided without.
func (v *verdict) noAdviceLines(w int) []string {
	lines := []string{v.env.styles.Strong.Render(noAdvice), ""}
	lines = append(lines, wrap("It appears with your first answer; "+v.env.keyFor(actBack)+" goes back to the questions.", w)...)
	if said := decidedLines(v.env, v.inv, w); len(said) > 0 {
		lines = append(append(lines, ""), said...)
	}
	return lines
}

// row is the invitation as the dialogs take it, with the advice shown here.
func (v *verdict) row() store.Row { return adviceRow(v.env, v.inv, v.advice) }

// adviceRow is an invitation as the dialogs take it, with advice that the store
// may not have yet.
func adviceRow(e *env, inv store.Invitation, adv advisor.Advice) store.Row {
	row := inv.Row(e.now())
	if !begun(inv.Answers) {
		row.Recommendation, row.Report, row.Settled = 0, false, false
		return row
	}
	row.Recommendation, row.Report, row.Settled = adv.Recommendation, adv.Report, adv.Settled
	return row
}

// decide records what the person did; where it differs from the advice, a
// dialog asks for a short reason first.
func (v *verdict) decide(d store.Decision) step {
	dialog := newDecideDialog(v.env, v.row())
	if dialog.agrees(d) {
		return dialog.save(d)
	}
	dialog.chosen = d
	return push(dialog)
}

// scroll moves through the text; the cursor helper counts in whole pages.
func (v *verdict) scroll(id actionID) {
	c := cursor{at: v.top}
	if c.move(id, v.most()+1, v.env.height) {
		v.scrollTo(c.at)
	}
}

// most is the first line shown when scrolled to the end.
func (v *verdict) most() int {
	return max(len(v.sections(v.env.width).lines)-v.env.height, 0)
}

func (v *verdict) scrollTo(line int) { v.top = max(min(line, v.most()), 0) }

// showDraft brings the reply draft with its counter into sight.
func (v *verdict) showDraft() {
	w, room := v.env.width, max(v.env.height-1, 1) // the last row says how much follows
	if w >= panelFrom {
		w = halfOf(w)
	}
	s := v.sections(v.env.width)
	switch first, last := s.draft, s.draft+1+len(v.draftLines(w)); {
	case first < v.top || last-first >= room:
		v.scrollTo(first)
	case last > v.top+room:
		v.scrollTo(last - room)
	}
}
