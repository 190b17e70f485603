package keys

import "slices"

// Actions of the questions about an invitation.
const (
	Answer     ID = "answer"
	NoneSeen   ID = "none-seen"
	DontKnow   ID = "dont-know"
	Tick       ID = "tick"
	NextAnswer ID = "next-answer"
	PrevAnswer ID = "previous-answer"
	EndPage    ID = "end-page"
	Previous   ID = "previous"
	Why        ID = "why"
	WholeNote  ID = "whole-note"
	Overview   ID = "overview"
	Review     ID = "review"
	Advice     ID = "advice"
	LookUp     ID = "look-up"
	SaveLeave  ID = "save-leave"
	Jump       ID = "jump"
	TakeHint   ID = "take-suggestion"
	TakeHints  ID = "take-suggestions"
	TakeBack   ID = "take-back"
	Note       ID = "note-answer"
	KeepNote   ID = "keep-note"
	FirstRow   ID = "first-row"
	LastRow    ID = "last-row"

	AllQuestions ID = "all-questions"
)

// Actions of going through all that wait.
const (
	VetAll ID = "vet-all"
	Skip   ID = "skip"
	GoOn   ID = "go-on"
	Stop   ID = "stop"
	Resume ID = "resume"
	Inbox  ID = "back-to-inbox"
)

// Actions of the verdict.
const (
	Advised  ID = "as-advised"
	Accepted ID = "accepted"
	Ignored  ID = "ignored"
	Declined ID = "declined"
	Blocked  ID = "blocked"
	Reported ID = "reported"

	BlockReport ID = "blocked-reported"
	FollowUp    ID = "follow-up"
	Sent        ID = "sent"
	NotSent     ID = "not-sent"
	Answers     ID = "answers"
	ToPage      ID = "to-page"
	Continue    ID = "continue"
	DraftPrev   ID = "previous-draft"
	DraftNext   ID = "next-draft"
	DraftEdit   ID = "edit-draft"
	DraftDone   ID = "draft-done"
	Copy        ID = "copy"
)

// Replies reports whether an action answers a question.
func Replies(id ID) bool {
	return slices.Contains([]ID{Answer, NoneSeen, DontKnow, Tick, NextAnswer, PrevAnswer, TakeHint, TakeHints, Yes, No}, id)
}

// Records reports whether an action writes down what the person did.
func Records(id ID) bool {
	return slices.Contains([]ID{Advised, Accepted, Ignored, Declined, Blocked, Reported, BlockReport, Sent, NotSent}, id)
}

// Actions of reading a copied profile.
const (
	ReadCopy    ID = "read-profile"
	ReadMarked  ID = "read-their-profile"
	ReadPath    ID = "read-file"
	ReadMore    ID = "read-more"
	TickOne     ID = "tick-answer"
	TickNumber  ID = "tick-number"
	TickAll     ID = "tick-all"
	KeepRead    ID = "keep-read"
	SamePerson  ID = "same-person"
	OtherPerson ID = "other-person"
)

// ReadingActions are those of reading a copied profile.
func ReadingActions() []Action {
	return []Action{
		{ReadCopy, groupReading, []string{"p"}, "read profile", "Read what you copied of their profile; pasting it does the same"},
		{ReadMarked, groupReading, []string{"C"}, "read profile", "Read what you copied of the marked one's profile; pasting it does the same"},
		{ReadPath, groupReading, []string{"enter"}, "read file", "Read the saved page at the path"},
		{ReadMore, groupReading, []string{"p"}, "more", "Read another copy; it adds up with what was read"},
		{TickOne, groupReading, []string{"space"}, "tick", "Tick the marked answer, or take the tick back"},
		{TickNumber, groupReading, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "tick", "Tick the answer with that number, or take the tick back"},
		{TickAll, groupReading, []string{"a"}, "tick all", "Tick all answers, or none"},
		{KeepRead, groupReading, []string{"enter"}, "keep", "Record the ticked answers, and keep what was read; the text itself is not kept"},
		{SamePerson, groupReading, []string{"y"}, "same person", "The text is about the inviter, although the name differs"},
		{OtherPerson, groupReading, []string{"n"}, "somebody else", "The text is about somebody else: put it aside"},
	}
}

// QuestionActions are those of the questions and the verdict.
func QuestionActions() []Action {
	return []Action{
		{Answer, groupQuestions, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "answer", "Give the marked row the answer with that number, and go down; where several fit, tick it"},
		{NoneSeen, groupQuestions, []string{"n"}, "none", "None of the signs was seen, but for those that are ticked; or nothing was looked up"},
		{Tick, groupQuestions, []string{"space"}, "tick", "Tick the marked box, or take the tick back"},
		{DontKnow, groupQuestions, []string{"u", "0"}, "leave open", "Leave the marked row open, and go down; it is not known"},
		{NextAnswer, groupQuestions, []string{"right"}, "next answer", "Go through the answers of the marked row"},
		{PrevAnswer, groupQuestions, []string{"left"}, "answer before", "Go back through the answers of the marked row"},
		{EndPage, groupQuestions, []string{"enter"}, "next page", "End the page; what is open on it stays open"},
		{TakeHint, groupQuestions, []string{"t"}, "take suggestion", "Answer the marked row as suggested"},
		{TakeHints, groupQuestions, []string{"T"}, "take all", "Answer as suggested every row of the page that you have not answered otherwise"},
		{TakeBack, groupQuestions, []string{"z"}, "take back", "Take back what was answered on the last page"},
		{Note, groupQuestions, []string{"N", "+"}, "note", "Write a note on the answer, for yourself"},
		{KeepNote, groupQuestions, []string{"enter"}, "keep", "Keep the note; an empty one is removed"},
		{Previous, groupQuestions, []string{"b", "shift+tab"}, "page before", "The page before, always"},
		{Why, groupQuestions, []string{"w"}, "why, how", "Why we ask, and how to find out"},
		{WholeNote, groupQuestions, []string{"m"}, "whole note", "The whole note they wrote"},
		{FirstRow, groupQuestions, []string{"home"}, "first row", "To the first row of the page"},
		{LastRow, groupQuestions, []string{"end"}, "last row", "To the last row of the page"},
		{LookUp, groupQuestions, []string{"o"}, "look up", "Open a page that helps with the question, after showing the addresses"},
		{Overview, groupQuestions, []string{"g"}, "overview", "All questions with your answers, to jump to one"},
		{Review, groupQuestions, []string{"r"}, "review", "Your answers, with what is not known, your notes and the advice"},
		{Advice, groupQuestions, []string{"v"}, "advice", "The advice as it stands now, in full"},
		{AllQuestions, groupQuestions, []string{"A"}, "all or answered", "All questions, or only those with an answer"},
		{Jump, groupQuestions, []string{"enter"}, "change", "Go to the marked question"},
		{SaveLeave, groupQuestions, []string{"esc", "alt+esc"}, "leave", "Leave the questions; every answer is already saved"},

		{VetAll, groupSession, []string{"V"}, "vet all", "Go through all that wait, one after the other"},
		{Resume, groupSession, []string{"c"}, "resume", "Go on with the questions that were left"},
		{GoOn, groupSession, []string{"enter"}, "go on", "Go on with the next one"},
		{Skip, groupSession, []string{"S"}, "skip", "Leave this one as it is and go on with the next"},
		{Inbox, groupSession, []string{"enter"}, "inbox", "Back to the inbox after the last one"},
		{Stop, groupSession, []string{"q"}, "stop", "Stop; everything is kept"},

		{Advised, groupVerdict, []string{"enter"}, "as advised", "Record that you did what is advised; what is grave is asked first"},
		{Accepted, groupVerdict, []string{"a"}, "accepted", "Record that you accepted"},
		{Ignored, groupVerdict, []string{"i"}, "ignored", "Record that you ignored it"},
		{Declined, groupVerdict, []string{"d"}, "declined", "Record that you declined"},
		{Blocked, groupVerdict, []string{"x"}, "blocked", "Record that you blocked them, after asking"},
		{Reported, groupVerdict, []string{"R"}, "reported", "Record that you reported them, after asking"},
		{BlockReport, groupVerdict, []string{"X"}, "report, block", "Record that you reported and blocked them, after asking"},
		{FollowUp, groupVerdict, []string{"f"}, "follow up", "Record what is advised, and set a day to come back to it"},
		{Sent, groupVerdict, []string{"a"}, "sent", "Record that you sent your invitation"},
		{NotSent, groupVerdict, []string{"i"}, "not sent", "Record that you did not send it"},
		{DraftNext, groupVerdict, []string{"right", "tab"}, "next draft", "The next reply draft"},
		{DraftPrev, groupVerdict, []string{"left", "shift+tab"}, "previous draft", "The reply draft before"},
		{DraftEdit, groupVerdict, []string{"t"}, "edit draft", "Change the text of the draft"},
		{DraftDone, groupVerdict, []string{"esc", "alt+esc"}, "keep the text", "Stop typing; the text is kept"},
		{Copy, groupVerdict, []string{"y"}, "copy", "Copy the draft"},
		{Answers, groupVerdict, []string{"e"}, "answers", "Your answers, to change one"},
		{ToPage, groupVerdict, []string{"b"}, "page", "Back to the page of questions"},
		{Continue, groupVerdict, []string{"c"}, "go on asking", "Ask the rest, although it would not let them in or changes nothing"},
	}
}
