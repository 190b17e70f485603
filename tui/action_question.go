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
	actAdvice    actionID = "advice"
	actSeeAdvice actionID = "see-advice"
	actContinue  actionID = "continue"
	actLookUp    actionID = "look-up"
	actSaveLeave actionID = "save-leave"
	actJump      actionID = "jump"
	actTakeHint  actionID = "take-suggestion"
	actTakeBack  actionID = "take-back"
	actNote      actionID = "note-answer"
	actKeepNote  actionID = "keep-note"

	actAllQuestions actionID = "all-questions"
)

// Actions of going through all that wait.
const (
	actVetAll actionID = "vet-all"
	actSkip   actionID = "skip"
	actGoOn   actionID = "go-on"
	actStop   actionID = "stop"
	actResume actionID = "resume"
	actInbox  actionID = "back-to-inbox"
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
		{actNoneSeen, groupQuestions, []string{"n", "0"}, "none seen", "None of the signs was seen"},
		{actTick, groupQuestions, []string{"space"}, "tick", "Tick the marked box, or take the tick back"},
		{actUnsure, groupQuestions, []string{"-"}, "not sure", "Mark one box as not known"},
		{actDone, groupQuestions, []string{"enter"}, "done", "Go on: what is ticked is yes"},
		{actDontKnow, groupQuestions, []string{"u", "s"}, "don't know", "Don't know; on boxes, for all that are not ticked"},
		{actTakeHint, groupQuestions, []string{"t"}, "take suggestion", "Answer as suggested; on boxes, tick what is suggested"},
		{actTakeBack, groupQuestions, []string{"z"}, "take back", "Take the last answer back"},
		{actNote, groupQuestions, []string{"N", "+"}, "note", "Write a note on the answer, for yourself"},
		{actKeepNote, groupQuestions, []string{"enter"}, "keep", "Keep the note; an empty one is removed"},
		{actPrevious, groupQuestions, []string{"b", "left", "shift+tab"}, "previous", "The question before, always"},
		{actWhy, groupQuestions, []string{"w"}, "why, how", "Why we ask, and how to find out"},
		{actWholeNote, groupQuestions, []string{"m"}, "whole note", "The whole note they wrote"},
		{actLookUp, groupQuestions, []string{"o"}, "look up", "Open a page that helps with the question, after showing the addresses"},
		{actOverview, groupQuestions, []string{"g"}, "overview", "All questions with your answers, to jump to one"},
		{actReview, groupQuestions, []string{"r"}, "review", "Your answers, with what is not known, your notes and the advice"},
		{actAdvice, groupQuestions, []string{"v"}, "advice", "The advice as it stands now, in full"},
		{actSeeAdvice, groupQuestions, []string{"enter"}, "see the advice", "The advice, now that nothing can change it"},
		{actContinue, groupQuestions, []string{"c"}, "continue anyway", "Go on asking although the advice is settled"},
		{actAllQuestions, groupQuestions, []string{"A"}, "all or answered", "All questions, or only those with an answer"},
		{actJump, groupQuestions, []string{"enter"}, "change", "Go to the marked question"},
		{actSaveLeave, groupQuestions, []string{"esc", "alt+esc"}, "leave", "Leave the questions; every answer is already saved"},

		{actVetAll, groupSession, []string{"V"}, "vet all", "Go through all that wait, one after the other"},
		{actResume, groupSession, []string{"c"}, "resume", "Go on with the questions that were left"},
		{actGoOn, groupSession, []string{"enter"}, "go on", "Go on with the next one"},
		{actSkip, groupSession, []string{"S"}, "skip", "Leave this one as it is and go on with the next"},
		{actInbox, groupSession, []string{"enter"}, "inbox", "Back to the inbox after the last one"},
		{actStop, groupSession, []string{"q"}, "stop", "Stop; everything is kept"},

		{actAccepted, groupVerdict, []string{"a"}, "accepted", "Record that you accepted"},
		{actIgnored, groupVerdict, []string{"i"}, "ignored", "Record that you ignored it"},
		{actDeclined, groupVerdict, []string{"d"}, "declined", "Record that you declined"},
		{actBlocked, groupVerdict, []string{"x"}, "blocked", "Record that you blocked them"},
		{actReported, groupVerdict, []string{"R"}, "reported", "Record that you reported them"},
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
