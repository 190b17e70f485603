package vetting

import (
	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
	"linkvet/tui/style"
	"linkvet/tui/widget"
	"linkvet/tui/words"
)

// verdict shows the advice on one invitation in full, and records what the
// person then did.
type verdict struct {
	env     *screen.Env
	inv     record.Invitation
	advice  advisor.Advice
	replies replies
	top     int // the first line shown

	first bool          // the page below was never seen: back leads past it
	run   *vettingRun   // going through all that wait; nil for one alone
	undo  bool          // the screen below can take a page back
	end   interview.End // why no more is asked
	left  int           // so many pages are still open
}

// newVerdict shows the advice for an invitation with the answers it holds.
// The screen below has to take changeAnswersMsg and decidedMsg.
func newVerdict(e *screen.Env, inv record.Invitation) *verdict {
	v := &verdict{env: e, inv: inv}
	v.advice = words.AdviceOn(inv, e.Settings.Profile())
	v.replies = newReplies(e, inv.ID, v.advice.Replies)
	return v
}

// Init loads nothing: the screen below has handed everything over.
func (v *verdict) Init() tea.Cmd { return nil }

// Title names the screen.
func (v *verdict) Title() string { return v.run.title("Advice") }

// Subtitle says whose invitation it is.
func (v *verdict) Subtitle() string { return style.NameOr(v.inv.Name) }

// InText is true while a draft is typed.
func (v *verdict) InText() bool { return v.replies.editing }

// Actions record what was done first, then work on the drafts.
func (v *verdict) Actions() []keys.ID {
	if v.replies.editing {
		return []keys.ID{keys.DraftDone, keys.Discard}
	}
	acts := make([]keys.ID, 0, 32)
	if _, ok := v.next(); ok {
		acts = append(acts, keys.Advised)
	}
	for _, c := range v.choices() {
		acts = append(acts, c.action)
	}
	if next, ok := v.next(); ok && next.Act.Decision != record.NotDecided && !next.Asks {
		acts = append(acts, keys.FollowUp)
	}
	if len(v.replies.all) > 0 {
		acts = append(acts, keys.Copy, keys.DraftEdit)
	}
	switch {
	case v.inv.Direction == record.Outgoing:
		acts = append(acts, keys.WriteNote)
	case v.inv.Joins():
		acts = append(acts, keys.Steps)
	}
	acts = append(acts, keys.Answers, keys.ToPage)
	if v.end != interview.Asking && v.left > 0 {
		acts = append(acts, keys.Continue)
	}
	if v.undo {
		acts = append(acts, keys.TakeBack)
	}
	acts = append(acts, v.run.actions()...)
	if len(v.replies.all) > 1 {
		acts = append(acts, keys.DraftNext, keys.DraftPrev)
	}
	if v.inv.URL != "" {
		acts = append(acts, keys.Profile)
	}
	return append(append(acts, keys.Back), keys.ListMoves()...)
}

// verdictChoice is something the person can have done, and the action that records it.
type verdictChoice struct {
	action keys.ID
	act    record.Act
}

// choices are what can have been done with an invitation of this direction.
func (v *verdict) choices() []verdictChoice {
	var all []verdictChoice
	for _, act := range words.Acts(v.inv.Direction) {
		all = append(all, verdictChoice{dialog.Recorder(act), act})
	}
	return all
}

// kind is what the invitation asks for.
func (v *verdict) kind() string {
	if v.inv.Joins() {
		return record.KindJoin
	}
	return record.KindConnect
}

// advised reports whether an act is the one that carries the advice out.
func (v *verdict) advised(act record.Act) bool {
	next, ok := v.next()
	return ok && next.Act == act
}

// Update takes actions and typing.
func (v *verdict) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return v.act(msg.ID)
	case tea.KeyPressMsg, tea.PasteMsg:
		v.replies.typed(msg)
	case tea.MouseWheelMsg:
		dir := 3
		if msg.Button == tea.MouseWheelUp {
			dir = -3
		}
		v.scrollTo(v.top + dir)
	case tea.WindowSizeMsg:
		v.replies.resize(v.replyWidth())
		v.scrollTo(v.top)
		if v.replies.editing {
			v.showReply()
		}
	case dialog.DiscardMsg:
		v.replies.discard()
	case dialog.DecidedMsg, dialog.PostponedMsg:
		return screen.BackWith(msg)
	case agreedMsg:
		return v.decide(msg.act)
	case screen.CopiedMsg:
		if msg.Err != nil {
			v.showReply() // to be copied by hand if the terminal does not
		}
	case screen.ProfileSavedMsg:
		v.advice = words.AdviceOn(v.inv, msg.Profile)
	}
	return screen.Step{}
}

func (v *verdict) act(id keys.ID) screen.Step {
	switch id {
	case keys.Back, keys.ToPage:
		if id == keys.Back && v.first {
			return screen.BackWith(leaveMsg{})
		}
		return screen.Back()
	case keys.Continue:
		return screen.BackWith(onwardMsg{})
	case keys.Advised:
		return v.carryOut()
	case keys.FollowUp:
		if next, ok := v.next(); ok {
			return screen.Push(dialog.NewFollowUp(v.env, v.row(), next.Act))
		}
	case keys.Answers:
		return screen.BackWith(changeAnswersMsg{})
	case keys.WriteNote:
		return screen.Open(screen.NotePage{ID: v.inv.ID})
	case keys.Steps:
		return screen.Open(screen.StepsPage{ID: v.inv.ID})
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
		v.replies.turn(id == keys.DraftNext)
		v.showReply()
	case keys.DraftEdit:
		v.replies.edit(v.replyWidth())
		v.showReply()
	case keys.DraftDone:
		v.replies.stop()
	case keys.Discard:
		return screen.Push(widget.NewConfirm(v.env, "Throw the text away?", "What you typed is lost, and the draft is as it was suggested.", "Throw away", dialog.DiscardMsg{}))
	case keys.Copy:
		v.showReply()
		return screen.Stay(v.env.CopyText("the draft", v.replies.text()))
	default:
		for _, c := range v.choices() {
			if c.action == id {
				return v.record(c.act)
			}
		}
		v.scroll(id)
	}
	return screen.Step{}
}

// agreedMsg says that the person wants a grave act recorded.
type agreedMsg struct{ act record.Act }

// carryOut records what is advised. What is grave is named and asked first.
func (v *verdict) carryOut() screen.Step {
	next, ok := v.next()
	switch {
	case !ok:
		return screen.Step{}
	case next.Act.Decision == record.NotDecided:
		return screen.Push(dialog.NewLater(v.env, v.row()))
	case next.Asks:
		return v.confirm(next.Act, quantity.Text("This records, as advised: “%s”.", next.Said))
	}
	return v.decide(next.Act)
}

// record records what the person did. What is grave is asked first, and then why
// where it is not what was advised.
func (v *verdict) record(act record.Act) screen.Step {
	if act.Reported || act.Decision == record.Reported || act.Decision == record.Blocked {
		return v.confirm(act, quantity.Text("This records: “%s”.", act.Said(v.kind())))
	}
	return v.decide(act)
}

// confirm asks whether to record what the person did, with a sentence about it.
func (v *verdict) confirm(act record.Act, records string) screen.Step {
	return screen.Push(widget.NewConfirm(v.env, "Record it?", records, "Record it", agreedMsg{act}))
}

// begun reports whether anything was answered that the advice rests on.
func (v *verdict) begun() bool { return interview.Begun(v.inv.Answers) }

// noAdviceLines say that there is none yet, and what was decided without.
func (v *verdict) noAdviceLines(w int) []string {
	lines := []string{v.env.Styles.Strong.Render(words.NoAdvice), ""}
	lines = append(lines, style.Wrap("It appears with your first answer; "+v.env.KeyFor(keys.Back)+" goes back to the questions.", w)...)
	if said := decidedLines(v.env, v.inv, w); len(said) > 0 {
		lines = append(append(lines, ""), said...)
	}
	return lines
}

// row is the invitation as the dialogs take it, with the advice shown here.
func (v *verdict) row() record.Row { return adviceRow(v.env, v.inv, v.advice) }

// adviceRow is an invitation as the dialogs take it, with advice that the store
// may not have yet.
func adviceRow(e *screen.Env, inv record.Invitation, adv advisor.Advice) record.Row {
	row := inv.Row(e.Now())
	if !interview.Begun(inv.Answers) {
		row.Recommendation, row.Report, row.Settled = 0, false, false
		return row
	}
	row.Recommendation, row.Report, row.Settled = adv.Recommendation, adv.Report, adv.Settled
	return row
}

// decide records what the person did.
func (v *verdict) decide(act record.Act) screen.Step { return dialog.Decide(v.env, v.row(), act) }

// scroll moves through the text; the cursor helper counts in whole pages.
func (v *verdict) scroll(id keys.ID) {
	c := widget.Cursor{At: v.top}
	if c.Move(id, v.most()+1, v.env.Height) {
		v.scrollTo(c.At)
	}
}

// most is the first line shown when scrolled to the end.
func (v *verdict) most() int {
	return max(len(v.text(v.env.Width, v.env.Height).lines)-v.env.Height, 0)
}

func (v *verdict) scrollTo(line int) { v.top = max(min(line, v.most()), 0) }

// showReply brings the reply draft with its counter into sight.
func (v *verdict) showReply() {
	w, room := v.env.Width, max(v.env.Height-1, 1) // the last row says how much follows
	if w >= panelFrom {
		w = halfOf(w)
	}
	s := v.text(v.env.Width, v.env.Height)
	switch first, last := s.reply, s.reply+1+len(v.replyLines(w)); {
	case first < v.top || last-first >= room:
		v.scrollTo(first)
	case last > v.top+room:
		v.scrollTo(last - room)
	}
}
