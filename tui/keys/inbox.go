package keys

// Actions of one invitation or of a selection.
const (
	Open     ID = "open"
	Vet      ID = "vet"
	Decide   ID = "decide"
	Later    ID = "later"
	Reopen   ID = "reopen"
	Tags     ID = "tags"
	Edit     ID = "edit"
	Profile  ID = "open-profile"
	CopyFrom ID = "copy-from"

	WriteNote ID = "write-note"
	Steps     ID = "first-steps"
	Delete    ID = "delete"
)

// Actions of the inbox.
const (
	Filter       ID = "filter"
	KeepFilter   ID = "keep-filter"
	ClearFilter  ID = "clear-filter"
	NextMatch    ID = "next-match"
	PrevMatch    ID = "previous-match"
	SaveList     ID = "save-list"
	NextTab      ID = "next-tab"
	PrevTab      ID = "previous-tab"
	Tab          ID = "tab"
	Sort         ID = "sort"
	Revised      ID = "revised"
	Select       ID = "select"
	SelectRange  ID = "select-range"
	SelectAll    ID = "select-all"
	SelectDown   ID = "select-down"
	SelectUp     ID = "select-up"
	SelectNone   ID = "select-none"
	Undo         ID = "undo"
	Redo         ID = "redo"
	Add          ID = "add"
	Import       ID = "import"
	Export       ID = "export"
	Settings     ID = "settings"
	Guide        ID = "guide"
	Insight      ID = "statistics"
	Preview      ID = "preview"
	PreviewPlace ID = "preview-place"
	PreviewDown  ID = "preview-down"
	PreviewUp    ID = "preview-up"
	Demo         ID = "demo"
	Reload       ID = "reload"
)

// Actions of a first pass over those who wait.
const (
	FirstPass ID = "first-pass"
	WhoIsIt   ID = "who-is-it"
	SkipOne   ID = "skip-one"
	OpenAgain ID = "open-again"
	PassDone  ID = "pass-done"
	NoSigns   ID = "no-signs"
	SignsOpen ID = "signs-open"
	LeaveOut  ID = "leave-out"
)

// Actions of the settings, and of a program that finds another one open.
const (
	Remove     ID = "remove"
	AddOne     ID = "add-one"
	MoveUp     ID = "move-up"
	MoveDown   ID = "move-down"
	DiscardKey ID = "own-key"
	LookOnly   ID = "look-only"
	TryAgain   ID = "try-again"
)

func InboxActions() []Action {
	line := func(id ID, group, title, about string, keys ...string) Action {
		return Action{ID: id, Group: group, Keys: keys, Title: title, About: about}
	}
	return []Action{
		line(Open, groupInbox, "open", "Open: the questions of a waiting invitation, the details of another", "enter"),
		line(NextTab, groupInbox, "next list", "Next list", "tab", "right"),
		line(PrevTab, groupInbox, "previous list", "Previous list", "shift+tab", "left"),
		line(Tab, groupInbox, "list", "Waiting, Later, Decided, Outgoing, All, then your own lists", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		line(Undo, groupInbox, "undo", "Take the last change back, also one of an earlier day", "z"),
		line(Redo, groupInbox, "redo", "Do again what was taken back", "Z"),
		line(Add, groupInbox, "add", "Add an invitation by hand", "a"),
		line(Import, groupInbox, "import", "Import a LinkedIn archive", "i"),
		line(Export, groupInbox, "export", "Write the selection, or what the list shows, to a file", "E"),
		line(Settings, groupInbox, "settings", "Settings: your profile, theme, keys, lists, and where the files are", "s"),
		line(Insight, groupInbox, "statistics", "Statistics: who invites you, what you do, where you and the advice differ, what to look at again", "I"),
		line(Guide, groupInbox, "worth knowing", "What the advice means, why people invite, how LinkedIn works", "H"),
		line(Demo, groupInbox, "demo", "Look at the demo with invented invitations", "D"),
		line(Reload, groupInbox, "refresh", "Read the store again; what was handled goes where it belongs", "R"),
		line(LookOnly, groupInbox, "look only", "Look at the invitations without changing anything, while another linkvet is open", "l"),
		line(TryAgain, groupInbox, "try again", "Try again whether the other linkvet is closed", "t"),

		line(Vet, groupInvitation, "vet", "Answer the questions about the invitation", "v"),
		line(Decide, groupInvitation, "decide", "Record what you did: accepted, ignored, declined, blocked, reported", "d"),
		line(Later, groupInvitation, "later", "Put it off until a date", "l"),
		line(Reopen, groupInvitation, "wait again", "Take back a decision or a postponement: it waits again", "w"),
		line(Tags, groupInvitation, "tags", "Add tags and take tags off", "t"),
		line(Edit, groupInvitation, "note, edit", "Your note about the person, and corrections", "e"),
		line(Profile, groupInvitation, "open profile", "Open the profile in the browser, after showing the address", "o"),
		line(WriteNote, groupInvitation, "write a note", "Write the note to somebody you invite: why, how you know each other, what for", "L"),
		line(Steps, groupInvitation, "first steps", "The first steps on LinkedIn, to tick off over days", "B"),
		line(CopyFrom, groupInvitation, "copy", "Copy the name, the address, the note or a draft", "y"),
		line(Delete, groupInvitation, "delete", "Delete it from linkvet, after asking", "x", "delete"),

		line(Filter, groupFind, "filter", "Filter as you type: words are joined by AND, ! leaves out, is:due is:warned rec:decline company:acme #tag has:mynote before:2026-03", "/"),
		line(KeepFilter, groupFind, "to the list", "Keep the filter and go to what it leaves", "enter"),
		line(ClearFilter, groupFind, "clear filter", "Clear the filter", "esc", EscTooFast),
		line(NextMatch, groupFind, "next match", "The next match of the last filter, also after it is cleared", "n"),
		line(PrevMatch, groupFind, "match before", "The match before", "N"),
		line(SaveList, groupFind, "save as a list", "Keep the filter as a list of your own, with a tab", "ctrl+o"),
		line(Revised, groupFind, "changed advice", "Show whose advice the rules or your profile changed, with what was advised before", "c"),
		line(Sort, groupFind, "sort", "Sort by date, age, name, recommendation, last change or what it takes", "S"),

		line(Select, groupSelect, "select", "Select the invitation, or take it out of the selection", "space"),
		line(SelectRange, groupSelect, "select range", "Select from the last one selected to here", "r"),
		line(SelectAll, groupSelect, "select all", "Select all that the list shows, or none of them", "A"),
		line(SelectDown, groupSelect, "select down", "Select and go down", "shift+down"),
		line(SelectUp, groupSelect, "select up", "Select and go up", "shift+up"),
		line(SelectNone, groupSelect, "select none", "Give the selection up", "esc", EscTooFast),

		line(Preview, groupPreview, "preview", "Preview pane on or off", "p"),
		line(PreviewPlace, groupPreview, "move preview", "Preview pane on the right or below", "P"),
		line(PreviewDown, groupPreview, "scroll preview", "Scroll the preview down", "J"),
		line(PreviewUp, groupPreview, "scroll up", "Scroll the preview up", "K"),

		line(FirstPass, groupPass, "first pass", "Go down all who wait and say only who each is, a key a person", "F"),
		line(WhoIsIt, groupPass, "who it is", "Say who it is, and go on with the next", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		line(SkipOne, groupPass, "skip", "Skip this one and go on with the next", "s", "space"),
		line(OpenAgain, groupPass, "open again", "Take back what was said of this one", "u", "0", "backspace"),
		line(PassDone, groupPass, "done", "End the pass: the stop signs of all you know and trust come next, as one page", "enter"),
		line(NoSigns, groupPass, "none seen", "None of the signs was seen of those who are ticked", "n"),
		line(SignsOpen, groupPass, "leave open", "Leave the signs open, to be asked of each by itself", "enter"),
		line(LeaveOut, groupPass, "leave out", "Leave this one out, to be asked about by itself; or take that back", "space"),

		line(AddOne, groupForms, "add", "Add a list", "a"),
		line(Remove, groupForms, "take away", "Take the list away", "x", "delete"),
		line(DiscardKey, groupForms, "its own key", "Give the action the key back that it comes with", "ctrl+x"),
		line(MoveUp, groupForms, "move up", "Move the list up", "K"),
		line(MoveDown, groupForms, "move down", "Move the list down", "J"),
	}
}
