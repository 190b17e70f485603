package vetting

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
)

// Verdict shows the advice on one invitation in full, and records what the
// person then did.
type Verdict struct {
	env    *screen.Env
	inv    record.Invitation
	Advice advisor.Advice
	Drafts drafts
	Top    int // the first line shown

	session *session // going through all that wait; nil for one alone
	undo    bool     // the screen below can take an answer back
}

// newVerdict shows the advice for an invitation with the answers it holds.
// The screen below has to take changeAnswersMsg and decidedMsg.
func newVerdict(e *screen.Env, inv record.Invitation) *Verdict {
	v := &Verdict{env: e, inv: inv}
	v.Advice = adviceOn(inv.Case(e.Settings.Profile()))
	v.Drafts = newDrafts(e, inv.ID, v.Advice.Replies)
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
func (v *Verdict) Init() tea.Cmd { return nil }

// Title names the screen.
func (v *Verdict) Title() string { return v.session.title("Advice") }

// Subtitle says whose invitation it is.
func (v *Verdict) Subtitle() string { return style.NameOr(v.inv.Name) }

// InText is true while a draft is typed.
func (v *Verdict) InText() bool { return v.Drafts.editing }

// Actions record what was done first, then work on the drafts.
func (v *Verdict) Actions() []keys.ID {
	if v.Drafts.editing {
		return []keys.ID{keys.DraftDone, keys.Discard}
	}
	acts := make([]keys.ID, 0, 32)
	for _, c := range v.choices() {
		acts = append(acts, c.action)
	}
	if len(v.Drafts.Replies) > 0 {
		acts = append(acts, keys.Copy, keys.DraftEdit)
	}
	acts = append(acts, keys.Answers)
	if v.undo {
		acts = append(acts, keys.TakeBack)
	}
	acts = append(acts, v.session.actions()...)
	if len(v.Drafts.Replies) > 1 {
		acts = append(acts, keys.DraftNext, keys.DraftPrev)
	}
	if v.inv.URL != "" {
		acts = append(acts, keys.Profile)
	}
	return append(append(acts, keys.Back), keys.ListMoves()...)
}

// verdictChoice is something the person can have done.
type verdictChoice struct {
	action   keys.ID
	decision record.Decision
}

// choices are what can have been done with an invitation of this direction.
func (v *Verdict) choices() []verdictChoice {
	if v.inv.Direction == record.Outgoing {
		return []verdictChoice{{keys.Sent, record.Sent}, {keys.NotSent, record.NotSent}, {keys.Later, record.NotDecided}}
	}
	return []verdictChoice{
		{keys.Accepted, record.Accepted}, {keys.Ignored, record.Ignored}, {keys.Declined, record.Declined},
		{keys.Blocked, record.Blocked}, {keys.Reported, record.Reported}, {keys.Later, record.NotDecided},
	}
}

// advised reports whether a decision carries out the advice.
func (v *Verdict) advised(d record.Decision) bool {
	return v.begun() && d.CarriesOut(v.Advice.Recommendation, v.Advice.Report)
}

// Update takes actions and typing.
func (v *Verdict) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return v.act(msg.ID)
	case tea.KeyPressMsg, tea.PasteMsg:
		v.Drafts.typed(msg)
	case tea.MouseWheelMsg:
		dir := 3
		if msg.Button == tea.MouseWheelUp {
			dir = -3
		}
		v.scrollTo(v.Top + dir)
	case tea.WindowSizeMsg:
		v.Drafts.resize(v.draftWidth())
		v.scrollTo(v.Top)
		if v.Drafts.editing {
			v.showDraft()
		}
	case dialog.DiscardMsg:
		v.Drafts.discard()
	case dialog.DecidedMsg, dialog.PostponedMsg:
		return screen.BackWith(msg)
	case screen.CopiedMsg:
		if msg.Err != nil {
			v.showDraft() // to be copied by hand if the terminal does not
		}
	case screen.ProfileSavedMsg:
		v.Advice = adviceOn(v.inv.Case(msg.Profile))
	}
	return screen.Step{}
}

func (v *Verdict) act(id keys.ID) screen.Step {
	switch id {
	case keys.Back:
		return screen.Back()
	case keys.Answers:
		return screen.BackWith(changeAnswersMsg{})
	case keys.Profile:
		return screen.Push(widget.NewConfirmOpen(v.env, v.inv.URL))
	case keys.Later:
		return screen.Push(dialog.NewLater(v.env, v.row()))
	case keys.TakeBack:
		return screen.BackWith(takeBackMsg{})
	case keys.Skip:
		return screen.BackWith(skippedMsg{id: v.inv.ID})
	case keys.Stop:
		return screen.BackWith(stoppedMsg{})
	case keys.DraftNext, keys.DraftPrev:
		v.Drafts.turn(id == keys.DraftNext)
		v.showDraft()
	case keys.DraftEdit:
		v.Drafts.edit(v.draftWidth())
		v.showDraft()
	case keys.DraftDone:
		v.Drafts.stop()
	case keys.Discard:
		return screen.Push(widget.NewConfirm(v.env, "Throw the text away?", "What you typed is lost, and the draft is as it was suggested.", "Throw away", dialog.DiscardMsg{}))
	case keys.Copy:
		v.showDraft()
		return screen.Stay(v.env.CopyText("the draft", v.Drafts.Text()))
	default:
		for _, c := range v.choices() {
			if c.action == id {
				return v.decide(c.decision)
			}
		}
		v.scroll(id)
	}
	return screen.Step{}
}

// begun reports whether anything was answered that the advice rests on.
func (v *Verdict) begun() bool { return begun(v.inv.Answers) }

// noAdvice is said in place of advice while nothing is answered that it could
// rest on.
const noAdvice = "No advice yet"

// noAdviceLines say that there is none yet, and what was decided without.
func (v *Verdict) noAdviceLines(w int) []string {
	lines := []string{v.env.Styles.Strong.Render(noAdvice), ""}
	lines = append(lines, style.Wrap("It appears with your first answer; "+v.env.KeyFor(keys.Back)+" goes back to the questions.", w)...)
	if said := decidedLines(v.env, v.inv, w); len(said) > 0 {
		lines = append(append(lines, ""), said...)
	}
	return lines
}

// row is the invitation as the dialogs take it, with the advice shown here.
func (v *Verdict) row() record.Row { return adviceRow(v.env, v.inv, v.Advice) }

// adviceRow is an invitation as the dialogs take it, with advice that the store
// may not have yet.
func adviceRow(e *screen.Env, inv record.Invitation, adv advisor.Advice) record.Row {
	row := inv.Row(e.Now())
	if !begun(inv.Answers) {
		row.Recommendation, row.Report, row.Settled = 0, false, false
		return row
	}
	row.Recommendation, row.Report, row.Settled = adv.Recommendation, adv.Report, adv.Settled
	return row
}

// decide records what the person did.
func (v *Verdict) decide(d record.Decision) screen.Step { return dialog.Decide(v.env, v.row(), d) }

// scroll moves through the text; the cursor helper counts in whole pages.
func (v *Verdict) scroll(id keys.ID) {
	c := widget.Cursor{At: v.Top}
	if c.Move(id, v.most()+1, v.env.Height) {
		v.scrollTo(c.At)
	}
}

// most is the first line shown when scrolled to the end.
func (v *Verdict) most() int {
	return max(len(v.sections(v.env.Width).lines)-v.env.Height, 0)
}

func (v *Verdict) scrollTo(line int) { v.Top = max(min(line, v.most()), 0) }

// showDraft brings the reply draft with its counter into sight.
func (v *Verdict) showDraft() {
	w, room := v.env.Width, max(v.env.Height-1, 1) // the last row says how much follows
	if w >= panelFrom {
		w = halfOf(w)
	}
	s := v.sections(v.env.Width)
	switch first, last := s.draft, s.draft+1+len(v.draftLines(w)); {
	case first < v.Top || last-first >= room:
		v.scrollTo(first)
	case last > v.Top+room:
		v.scrollTo(last - room)
	}
}
