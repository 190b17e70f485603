package tui

import "slices"

// sideBySide reports whether two actions can be offered at once, so that they
// need different keys. Those that share one from the start never are.
func sideBySide(a, b action) bool {
	for _, k := range a.keys {
		if slices.Contains(b.keys, k) {
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
	onImport
	onLists
	onKeys
	onStart         // what a newcomer sees, or who finds another linkvet open
	anywhere places = 1<<iota - 1
)

// placesOf are the screens that offer an action. Most are those of its group.
func placesOf(a action) places {
	switch a.id {
	case actUndo, actRedo:
		return onInbox | onInvitation
	case actImport, actAdd, actDemo, actSettings:
		return onInbox | onStart
	case actVetAll, actResume:
		return onInbox
	case actLookOnly, actTryAgain:
		return onStart
	case actDecide:
		return onInbox | onInvitation | onReview
	case actLater, actProfile:
		return onInbox | onInvitation | onQuestions | onVerdict
	case actTakeBack:
		return onQuestions | onVerdict | onSession
	case actAdvice, actNote:
		return onQuestions | onReview
	case actJump, actAllQuestions:
		return onReview
	case actSkip, actStop:
		return onSession | onQuestions | onReview | onVerdict
	case actDiscard:
		return onForms | onVerdict
	}
	if dialog := dialogOf(a.id); dialog != 0 {
		return dialog
	}
	switch a.group {
	case groupInbox:
		return onInbox
	case groupInvitation:
		return onInbox | onInvitation
	case groupQuestions:
		return onQuestions
	case groupSession:
		return onSession
	case groupVerdict:
		return onVerdict
	case groupForms:
		return onForms
	}
	return anywhere
}

// dialogOf are the screens of an action that only some forms and dialogs have, or
// others as well; 0 for no such action.
func dialogOf(id actionID) places {
	switch id {
	case actLineUp, actLineDown:
		return onForms | onInbox | onImport | onKeys
	case actPick:
		return onForms | onStart
	case actComplete:
		return onForms | onImport
	case actTakeIn, actFinish, actCancel:
		return onImport
	case actYes, actNo:
		return onConfirm | onQuestions
	case actSwitch:
		return onConfirm
	case actAddOne, actRemove, actMoveUp, actMoveDown:
		return onLists
	case actDiscardKey:
		return onKeys
	}
	return 0
}
