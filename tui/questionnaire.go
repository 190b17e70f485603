package tui

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"linkvet/advisor"
	"linkvet/store"
)

// questionnaire asks the questions about one invitation, one on a screen. Each
// answer is saved at once, so leaving never loses one.
type questionnaire struct {
	env     *env
	id      string
	loading uint64 // the request that reads the invitation
	reading uint64 // the one that reads it again
	err     error  // why it could not be read

	inv     store.Invitation
	loaded  bool
	answers advisor.Answers // as shown; the store follows
	hints   hints           // what note and archive suggest
	taken   []taken         // what was answered, to take back the last
	saves   saves
	session *session // going through all that wait; nil for one alone

	phase   phase
	prompt  prompt     // what is asked now
	history [][]string // the questions of the screens before this one
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
	phaseAsking  phase = iota
	phaseSettled       // nothing still open can change the advice
	phaseDone          // everything is asked
)

// newQuestionnaire asks about the invitation with the given id, from where it
// was left.
func newQuestionnaire(e *env, id string) screen {
	return &questionnaire{env: e, id: id}
}

// Init reads the invitation.
func (q *questionnaire) Init() tea.Cmd {
	q.env.resume = resumeOffer{}
	q.loading = q.env.request()
	return q.env.loadInvitation(q.loading, q.id)
}

// Title names the screen; of several, it says how far one is.
func (q *questionnaire) Title() string { return q.session.title("Questions") }

// Headline says how much is left at most, and whether everything is saved.
func (q *questionnaire) Headline() string {
	left := ""
	if q.loaded && q.phase == phaseAsking {
		left = "the last question"
		if q.remaining > 1 {
			left = fmt.Sprintf("at most %d more", q.remaining)
		}
	}
	return strings.Trim(left+" · "+q.savedWord(), " ·")
}

// InText is always false: there is nothing to type.
func (q *questionnaire) InText() bool { return false }

// Actions are those of what is asked, then those of every question.
func (q *questionnaire) Actions() []actionID {
	if !q.loaded {
		return append(q.session.actions(), actSaveLeave)
	}
	var acts []actionID
	switch q.phase {
	case phaseAsking:
		acts = append(acts, q.prompt.actions()...)
		acts = append(acts, actPrevious, actWhy)
		if q.canTakeBack() {
			acts = append(acts, actTakeBack)
		}
		acts = append(acts, q.session.actions()...)
	case phaseSettled:
		acts = append(acts, actSeeAdvice, actContinue, actPrevious)
	case phaseDone:
		acts = append(acts, actSeeAdvice, actPrevious)
		if len(q.open) > 0 {
			acts = append(acts, actContinue)
		}
	}
	if q.phase != phaseAsking {
		if q.canTakeBack() {
			acts = append(acts, actTakeBack)
		}
		acts = append(acts, q.session.actions()...)
	}
	acts = append(acts, actSaveLeave, actReview, actOverview, actAdvice, actLookUp)
	if q.phase == phaseAsking {
		acts = append(acts, actNote)
	}
	if q.inv.Note != "" {
		acts = append(acts, actWholeNote)
	}
	if q.phase == phaseAsking {
		for _, id := range q.prompt.moves() {
			if !slices.Contains(acts, id) {
				acts = append(acts, id)
			}
		}
	}
	return append(acts, actPageDown, actPageUp, actHalfDown, actHalfUp)
}

// Update takes actions, and hears what was read and saved.
func (q *questionnaire) Update(msg tea.Msg) step {
	switch msg := msg.(type) {
	case actionMsg:
		return q.act(msg)
	case invitationLoadedMsg:
		return q.load(msg)
	case invitationSavedMsg:
		q.saved(msg)
	case failedMsg:
		if msg.request == q.loading && !q.loaded {
			q.err = msg.err
		}
		q.notSaved(msg.request)
	case profileSavedMsg:
		q.advise()
	case storeChangedMsg:
		q.reading = q.env.request()
		return stay(q.env.loadInvitation(q.reading, q.id))
	case jumpMsg:
		return q.jump(msg.question)
	case takeBackMsg:
		return q.takeBack()
	case leaveUnsavedMsg:
		return back(q.Retry())
	case changeAnswersMsg:
		return push(newReview(q, false))
	case decidedMsg, postponedMsg, skippedMsg, stoppedMsg:
		return backWith(msg, q.Retry())
	case tea.MouseWheelMsg:
		q.wheel(msg)
	case tea.KeyPressMsg:
		if _, ok := q.env.keys.find(msg, []actionID{actNoneSeen}, false); ok && q.loaded {
			return q.refuseNone()
		}
	}
	return step{}
}

// load takes the invitation and goes to where the questions were left.
func (q *questionnaire) load(msg invitationLoadedMsg) step {
	if msg.request == q.reading && q.loaded {
		q.saved(invitationSavedMsg{invitation: msg.invitation})
	}
	if msg.request != q.loading || q.loaded {
		return step{}
	}
	if q.session != nil && msg.invitation.Status(q.env.now()) != store.StatusWaiting {
		return backWith(goneMsg{})
	}
	q.inv, q.loaded = msg.invitation, true
	q.answers = msg.invitation.Answers.Clone()
	q.hints = hintsOf(msg.invitation)
	q.taken = takenBefore(msg.journal)
	q.history = asTaken(answeredScreens(q.advisorCase().Answers), q.taken)
	return q.ask()
}

// saved hears that the store has changed, and takes over what it holds as soon
// as nothing is on its way there.
func (q *questionnaire) saved(msg invitationSavedMsg) {
	q.saves.done(msg.request)
	if !q.loaded || msg.invitation.ID != q.inv.ID || !q.saves.idle() {
		return
	}
	q.inv = msg.invitation
	if !maps.EqualFunc(q.answers, msg.invitation.Answers, slices.Equal) {
		q.answers = msg.invitation.Answers.Clone()
		q.advise()
		if q.phase == phaseAsking {
			q.show(q.prompt.ids()[0])
		}
	}
}

// act does what the person asks for.
func (q *questionnaire) act(msg actionMsg) step {
	switch msg.id {
	case actSaveLeave, actBack:
		return q.leave()
	case actPrevious:
		if !q.cancelPick() {
			q.previous()
		}
	case actWhy:
		q.why, q.wholeNote, q.scroll = !q.why, false, 0
	case actWholeNote:
		q.wholeNote, q.why, q.scroll = !q.wholeNote, false, 0
	case actPageDown, actHalfDown:
		q.scroll = min(q.scroll+q.env.height/2, q.overflow())
	case actPageUp, actHalfUp:
		q.scroll = max(q.scroll-q.env.height/2, 0)
	case actOverview, actReview:
		return push(newReview(q, msg.id == actOverview))
	case actAdvice, actSeeAdvice:
		return q.toVerdict()
	case actTakeBack:
		return q.takeBack()
	case actNote:
		return q.takeNote()
	case actSkip:
		q.env.hush()
		return backWith(skippedMsg{id: q.id}, q.Retry())
	case actStop:
		return backWith(stoppedMsg{}, q.Retry())
	case actContinue:
		q.onward = true
		q.env.hush()
		return q.ask()
	case actLookUp:
		return push(newPagesDialog(q.env, q.pages()))
	default:
		return q.give(msg)
	}
	return step{}
}

// leave steps back out, closing first what was opened over the question.
func (q *questionnaire) leave() step {
	if q.cancelPick() {
		return step{}
	}
	if q.why || q.wholeNote {
		q.why, q.wholeNote, q.scroll = false, false, 0
		return step{}
	}
	if len(q.saves.lost) > 0 {
		return push(q.confirmLeave())
	}
	return back()
}

// toVerdict shows the advice as it stands.
func (q *questionnaire) toVerdict() step {
	v := newVerdict(q.env, q.current())
	v.session, v.undo = q.session, q.canTakeBack()
	return push(v)
}

// current is the invitation with the answers as shown.
func (q *questionnaire) current() store.Invitation {
	inv := q.inv
	inv.Answers = q.answers.Clone()
	return inv
}

// give hands an action to what is asked, and saves what the person answered.
func (q *questionnaire) give(msg actionMsg) step {
	if q.phase != phaseAsking {
		return step{}
	}
	given, say := q.prompt.act(msg)
	if say != "" {
		q.env.say(say)
	}
	q.scroll = 0
	if given == nil {
		return stay(q.keepTicks())
	}
	return q.answer(given)
}
