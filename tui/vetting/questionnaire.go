package vetting

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/dialog"
	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// Questionnaire asks the questions about one invitation, one on a screen. Each
// answer is saved at once, so leaving never loses one.
type Questionnaire struct {
	env     *screen.Env
	ID      string
	loading uint64 // the request that reads the invitation
	reading uint64 // the one that reads it again
	err     error  // why it could not be read

	Inv     record.Invitation
	Loaded  bool
	Answers advisor.Answers // as shown; the store follows
	hints   hints           // what note and archive suggest
	taken   []taken         // what was answered, to take back the last
	Saves   saves
	session *session // going through all that wait; nil for one alone

	Phase   phase
	Prompt  prompt     // what is asked now
	History [][]string // the questions of the screens before this one
	onward  bool       // goes on asking although the advice is settled

	advice    advisor.Advice
	remaining int        // at most so many more screens
	open      [][]string // the screens still open, by question ids
	done      []string   // the stages of which nothing is open
	aside     string     // what a changed answer did to later ones

	why       bool // why we ask is shown
	wholeNote bool // the whole note is shown
	scroll    int  // lines scrolled down in what does not fit
}

// phase is what the questionnaire shows.
type phase uint8

const (
	PhaseAsking  phase = iota
	phaseSettled       // nothing still open can change the advice
	phaseDone          // everything is asked
)

// NewQuestionnaire asks about the invitation with the given id, from where it
// was left.
func NewQuestionnaire(e *screen.Env, id string) screen.Screen {
	return &Questionnaire{env: e, ID: id}
}

// Init reads the invitation.
func (q *Questionnaire) Init() tea.Cmd {
	q.env.ClearResume()
	q.loading = q.env.Request()
	return q.env.LoadInvitation(q.loading, q.ID)
}

// Title names the screen; of several, it says how far one is.
func (q *Questionnaire) Title() string { return q.session.title("Questions") }

// Subtitle says how much is left at most, and whether everything is saved.
func (q *Questionnaire) Subtitle() string {
	left := ""
	if q.Loaded && q.Phase == PhaseAsking {
		left = "the last question"
		if q.remaining > 1 {
			left = fmt.Sprintf("at most %d more", q.remaining)
		}
	}
	return strings.Trim(left+" · "+q.savedWord(), " ·")
}

// InText is always false: there is nothing to type.
func (q *Questionnaire) InText() bool { return false }

// Actions are those of what is asked, then those of every question.
func (q *Questionnaire) Actions() []keys.ID {
	if !q.Loaded {
		return append(q.session.actions(), keys.SaveLeave)
	}
	var acts []keys.ID
	switch q.Phase {
	case PhaseAsking:
		acts = append(acts, q.Prompt.actions()...)
		acts = append(acts, keys.Previous, keys.Why)
		if q.canTakeBack() {
			acts = append(acts, keys.TakeBack)
		}
		acts = append(acts, q.session.actions()...)
	case phaseSettled:
		acts = append(acts, keys.SeeAdvice, keys.Continue, keys.Previous)
	case phaseDone:
		acts = append(acts, keys.SeeAdvice, keys.Previous)
		if len(q.open) > 0 {
			acts = append(acts, keys.Continue)
		}
	}
	if q.Phase != PhaseAsking {
		if q.canTakeBack() {
			acts = append(acts, keys.TakeBack)
		}
		acts = append(acts, q.session.actions()...)
	}
	acts = append(acts, keys.SaveLeave, keys.Review, keys.Overview, keys.Advice, keys.LookUp)
	if q.Phase == PhaseAsking {
		acts = append(acts, keys.Note)
	}
	if q.Inv.Note != "" {
		acts = append(acts, keys.WholeNote)
	}
	if q.Phase == PhaseAsking {
		for _, id := range q.Prompt.moves() {
			if !slices.Contains(acts, id) {
				acts = append(acts, id)
			}
		}
	}
	return append(acts, keys.PageDown, keys.PageUp, keys.HalfDown, keys.HalfUp)
}

// Update takes actions, and hears what was read and saved.
func (q *Questionnaire) Update(msg tea.Msg) screen.Step {
	switch msg := msg.(type) {
	case screen.ActionMsg:
		return q.act(msg)
	case screen.InvitationLoadedMsg:
		return q.load(msg)
	case screen.InvitationSavedMsg:
		q.saved(msg)
	case screen.FailedMsg:
		if msg.Request == q.loading && !q.Loaded {
			q.err = msg.Err
		}
		q.notSaved(msg.Request)
	case screen.ProfileSavedMsg:
		q.advise()
	case screen.StoreChangedMsg:
		q.reading = q.env.Request()
		return screen.Stay(q.env.LoadInvitation(q.reading, q.ID))
	case jumpMsg:
		return q.jump(msg.question)
	case takeBackMsg:
		return q.takeBack()
	case leaveUnsavedMsg:
		return screen.Back(q.Retry())
	case changeAnswersMsg:
		return screen.Push(newReview(q, false))
	case dialog.DecidedMsg, dialog.PostponedMsg, skippedMsg, stoppedMsg:
		return screen.BackWith(msg, q.Retry())
	case tea.MouseWheelMsg:
		q.wheel(msg)
	case tea.KeyPressMsg:
		if _, ok := q.env.Keys.Find(msg, []keys.ID{keys.NoneSeen}, false); ok && q.Loaded {
			return q.refuseNone()
		}
	}
	return screen.Step{}
}

// load takes the invitation and goes to where the questions were left.
func (q *Questionnaire) load(msg screen.InvitationLoadedMsg) screen.Step {
	if msg.Request == q.reading && q.Loaded {
		q.saved(screen.InvitationSavedMsg{Invitation: msg.Invitation})
	}
	if msg.Request != q.loading || q.Loaded {
		return screen.Step{}
	}
	if q.session != nil && msg.Invitation.Status(q.env.Now()) != record.StatusWaiting {
		return screen.BackWith(goneMsg{})
	}
	q.Inv, q.Loaded = msg.Invitation, true
	q.Answers = msg.Invitation.Answers.Clone()
	q.hints = hintsOf(msg.Invitation)
	q.taken = takenBefore(msg.Journal)
	q.History = asTaken(screen.AnsweredScreens(q.advisorCase().Answers), q.taken)
	return q.ask()
}

// saved hears that the store has changed, and takes over what it holds as soon
// as nothing is on its way there.
func (q *Questionnaire) saved(msg screen.InvitationSavedMsg) {
	q.Saves.done(msg.Request)
	if !q.Loaded || msg.Invitation.ID != q.Inv.ID || !q.Saves.Idle() {
		return
	}
	q.Inv = msg.Invitation
	if !maps.EqualFunc(q.Answers, msg.Invitation.Answers, slices.Equal) {
		q.Answers = msg.Invitation.Answers.Clone()
		q.advise()
		if q.Phase == PhaseAsking {
			q.show(q.Prompt.Ids()[0])
		}
	}
}

// act does what the person asks for.
func (q *Questionnaire) act(msg screen.ActionMsg) screen.Step {
	switch msg.ID {
	case keys.SaveLeave, keys.Back:
		return q.leave()
	case keys.Previous:
		if !q.cancelPick() {
			q.previous()
		}
	case keys.Why:
		q.why, q.wholeNote, q.scroll = !q.why, false, 0
	case keys.WholeNote:
		q.wholeNote, q.why, q.scroll = !q.wholeNote, false, 0
	case keys.PageDown, keys.HalfDown:
		q.scroll = min(q.scroll+q.env.Height/2, q.overflow())
	case keys.PageUp, keys.HalfUp:
		q.scroll = max(q.scroll-q.env.Height/2, 0)
	case keys.Overview, keys.Review:
		return screen.Push(newReview(q, msg.ID == keys.Overview))
	case keys.Advice, keys.SeeAdvice:
		return q.toVerdict()
	case keys.TakeBack:
		return q.takeBack()
	case keys.Note:
		return q.takeNote()
	case keys.Skip:
		q.env.Hush()
		return screen.BackWith(skippedMsg{id: q.ID}, q.Retry())
	case keys.Stop:
		return screen.BackWith(stoppedMsg{}, q.Retry())
	case keys.Continue:
		q.onward = true
		q.env.Hush()
		return q.ask()
	case keys.LookUp:
		return screen.Push(newPagesDialog(q.env, q.pages()))
	default:
		return q.give(msg)
	}
	return screen.Step{}
}

// leave steps back out, closing first what was opened over the question.
func (q *Questionnaire) leave() screen.Step {
	if q.cancelPick() {
		return screen.Step{}
	}
	if q.why || q.wholeNote {
		q.why, q.wholeNote, q.scroll = false, false, 0
		return screen.Step{}
	}
	if len(q.Saves.lost) > 0 {
		return screen.Push(q.confirmLeave())
	}
	return screen.Back()
}

// toVerdict shows the advice as it stands.
func (q *Questionnaire) toVerdict() screen.Step {
	v := newVerdict(q.env, q.current())
	v.session, v.undo = q.session, q.canTakeBack()
	return screen.Push(v)
}

// current is the invitation with the answers as shown.
func (q *Questionnaire) current() record.Invitation {
	inv := q.Inv
	inv.Answers = q.Answers.Clone()
	return inv
}

// give hands an action to what is asked, and saves what the person answered.
func (q *Questionnaire) give(msg screen.ActionMsg) screen.Step {
	if q.Phase != PhaseAsking {
		return screen.Step{}
	}
	given, say := q.Prompt.act(msg)
	if say != "" {
		q.env.Say(say)
	}
	q.scroll = 0
	if given == nil {
		return screen.Stay(q.keepTicks())
	}
	return q.answer(given)
}
