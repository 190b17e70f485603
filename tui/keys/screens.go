package keys

import "slices"

// SideBySide reports whether two actions can be offered at once, so that they
// need different keys. Those that share one from the start never are.
func SideBySide(a, b Action) bool {
	for _, k := range a.Keys {
		if slices.Contains(b.Keys, k) {
			return false
		}
	}
	return placesOf(a)&placesOf(b) != 0
}

// places are screens, or kinds of them, as bits.
type places uint16

const (
	onInbox places = 1 << iota
	onInvitation
	onQuestions
	onReview
	onVerdict
	onSession
	onForms // and most dialogs
	onConfirm
	onDecide
	onImport
	onLists
	onKeys
	onPass
	onReading
	onNote          // and the first steps
	onStart         // what a newcomer sees, or who finds another linkvet open
	anywhere places = 1<<iota - 1
)

// placesOf are the screens that offer an action. Most are those of its group.
func placesOf(a Action) places {
	switch a.ID {
	case Undo:
		return onInbox | onInvitation | onPass
	case Redo:
		return onInbox | onInvitation | onQuestions | onPass
	case Import, Add, Demo, Settings:
		return onInbox | onStart
	case VetAll, Resume, FirstPass:
		return onInbox
	case LookOnly, TryAgain:
		return onStart
	case Decide:
		return onInbox | onInvitation | onReview
	case Later:
		return onInbox | onInvitation | onQuestions | onVerdict | onDecide
	case Profile:
		return onInbox | onInvitation | onQuestions | onVerdict | onNote
	case WriteNote, Steps:
		return onInbox | onInvitation | onVerdict
	case Accepted, Ignored, Declined, Blocked, Reported, BlockReport, NotSent:
		return onVerdict | onDecide
	case Sent:
		return onVerdict | onDecide | onNote
	case Copy, DraftEdit, DraftDone, FollowUp:
		return onVerdict | onNote
	case TakeBack:
		return onQuestions | onVerdict | onSession
	case Advice, Note:
		return onQuestions | onReview
	case ReadCopy:
		return onQuestions | onInvitation
	case ReadMarked:
		return onInbox
	case Jump, AllQuestions:
		return onReview
	case Skip, Stop:
		return onSession | onQuestions | onReview | onVerdict
	case Discard:
		return onForms | onVerdict | onNote
	case NextField, PrevField, Accept, Toggle:
		return onForms | onNote
	}
	if dialog := dialogOf(a.ID); dialog != 0 {
		return dialog
	}
	switch a.Group {
	case groupPreview:
		return onInbox | onPass
	case groupInbox, groupFind, groupSelect:
		return onInbox
	case groupPass:
		return onPass
	case groupInvitation, groupOwn:
		return onInbox | onInvitation
	case groupQuestions:
		return onQuestions
	case groupReading:
		return onReading
	case groupSession:
		return onSession
	case groupVerdict:
		return onVerdict
	case groupForms:
		return onForms
	case groupReaching:
		return onNote
	}
	return anywhere
}

// dialogOf are the screens of an action that only some forms and dialogs have, or
// others as well; 0 for no such action.
func dialogOf(id ID) places {
	switch id {
	case LineUp, LineDown:
		return onForms | onNote | onInbox | onImport | onKeys
	case Pick:
		return onForms | onStart | onNote | onDecide
	case Complete:
		return onForms | onImport
	case TakeIn, Finish, Cancel:
		return onImport
	case Yes, No:
		return onConfirm | onQuestions
	case Switch:
		return onConfirm
	case AddOne, Remove, MoveUp, MoveDown:
		return onLists
	case DiscardKey:
		return onKeys
	}
	return 0
}
