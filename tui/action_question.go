package tui

// Actions of the questions about an invitation.
const (
	actAnswer    actionID = "answer"
	actNoneSeen  actionID = "none-seen"
	actDontKnow  actionID = "dont-know"
	actUnsure    actionID = "unsure"
	actTick      actionID = "tick"
	actDone      actionID = "done"
	actPrevious  actionID = "previous"
	actWhy       actionID = "why"
	actWholeNote actionID = "whole-note"
	actOverview  actionID = "overview"
	actReview    actionID = "review"
	actSeeAdvice actionID = "see-advice"
	actContinue  actionID = "continue"
	actLookUp    actionID = "look-up"
	actSaveLeave actionID = "save-leave"
	actJump      actionID = "jump"
)

// Actions of the verdict.
const (
	actAccepted  actionID = "accepted"
	actIgnored   actionID = "ignored"
	actDeclined  actionID = "declined"
	actBlocked   actionID = "blocked"
	actReported  actionID = "reported"
	actSent      actionID = "sent"
	actNotSent   actionID = "not-sent"
	actAnswers   actionID = "answers"
	actDraftPrev actionID = "previous-draft"
	actDraftNext actionID = "next-draft"
	actDraftEdit actionID = "edit-draft"
	actDraftDone actionID = "draft-done"
	actCopy      actionID = "copy"
)

// questionActions are those of the questions and the verdict.
func questionActions() []action {
	return []action{
		{actAnswer, groupQuestions, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "answer", "Give the answer with that number; on boxes, tick it"},
		{actNoneSeen, groupQuestions, []string{"n", "0"}, "none seen", "None of the stop signs was seen"},
		{actTick, groupQuestions, []string{"space"}, "tick", "Tick the marked box, or take the tick back"},
		{actUnsure, groupQuestions, []string{"-"}, "not sure", "Mark one box as not known"},
		{actDone, groupQuestions, []string{"enter"}, "done", "Go on: what is ticked is yes"},
		{actDontKnow, groupQuestions, []string{"u", "s"}, "don't know", "Don't know; on boxes, for all that are not ticked"},
		{actPrevious, groupQuestions, []string{"b", "left", "shift+tab"}, "previous", "The question before, always"},
		{actWhy, groupQuestions, []string{"w"}, "why, how", "Why we ask, and how to find out"},
		{actWholeNote, groupQuestions, []string{"m"}, "whole note", "The whole note they wrote"},
		{actLookUp, groupQuestions, []string{"o"}, "look up", "Open the page that helps with this question, after showing the address"},
		{actOverview, groupQuestions, []string{"g"}, "overview", "All questions with your answers, to jump to one"},
		{actReview, groupQuestions, []string{"r"}, "advice", "The advice as it stands now"},
		{actSeeAdvice, groupQuestions, []string{"enter"}, "see the advice", "The advice, now that nothing can change it"},
		{actContinue, groupQuestions, []string{"c"}, "continue anyway", "Go on asking although the advice is settled"},
		{actJump, groupQuestions, []string{"enter"}, "change", "Go to the marked question"},
		{actSaveLeave, groupQuestions, []string{"esc", "alt+esc"}, "leave", "Leave the questions; every answer is already saved"},

		{actAccepted, groupVerdict, []string{"a"}, "accepted", "Record that you accepted"},
		{actIgnored, groupVerdict, []string{"i"}, "ignored", "Record that you ignored it"},
		{actDeclined, groupVerdict, []string{"d"}, "declined", "Record that you declined"},
		{actBlocked, groupVerdict, []string{"x"}, "blocked", "Record that you blocked them"},
		{actReported, groupVerdict, []string{"r"}, "reported", "Record that you reported them"},
		{actSent, groupVerdict, []string{"a"}, "sent", "Record that you sent your invitation"},
		{actNotSent, groupVerdict, []string{"i"}, "not sent", "Record that you did not send it"},
		{actDraftNext, groupVerdict, []string{"right", "tab"}, "next draft", "The next reply draft"},
		{actDraftPrev, groupVerdict, []string{"left", "shift+tab"}, "previous draft", "The reply draft before"},
		{actDraftEdit, groupVerdict, []string{"t"}, "edit draft", "Change the text of the draft"},
		{actDraftDone, groupVerdict, []string{"esc", "alt+esc"}, "keep the text", "Stop typing; the text is kept"},
		{actCopy, groupVerdict, []string{"y"}, "copy", "Copy the draft"},
		{actAnswers, groupVerdict, []string{"e", "b"}, "answers", "Back to the answers, to change one"},
	}
}
