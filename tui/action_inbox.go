package tui

// Actions of one invitation or of a selection.
const (
	actOpen     actionID = "open"
	actVet      actionID = "vet"
	actDecide   actionID = "decide"
	actLater    actionID = "later"
	actReopen   actionID = "reopen"
	actTags     actionID = "tags"
	actEdit     actionID = "edit"
	actProfile  actionID = "open-profile"
	actCopyFrom actionID = "copy-from"
	actDelete   actionID = "delete"
)

// Actions of the inbox.
const (
	actFilter       actionID = "filter"
	actKeepFilter   actionID = "keep-filter"
	actClearFilter  actionID = "clear-filter"
	actNextMatch    actionID = "next-match"
	actPrevMatch    actionID = "previous-match"
	actSaveSection  actionID = "save-list"
	actNextTab      actionID = "next-tab"
	actPrevTab      actionID = "previous-tab"
	actTab          actionID = "tab"
	actSort         actionID = "sort"
	actSelect       actionID = "select"
	actSelectRange  actionID = "select-range"
	actSelectAll    actionID = "select-all"
	actSelectDown   actionID = "select-down"
	actSelectUp     actionID = "select-up"
	actSelectNone   actionID = "select-none"
	actUndo         actionID = "undo"
	actRedo         actionID = "redo"
	actAdd          actionID = "add"
	actImport       actionID = "import"
	actExport       actionID = "export"
	actSettings     actionID = "settings"
	actGuide        actionID = "guide"
	actPreview      actionID = "preview"
	actPreviewPlace actionID = "preview-place"
	actPreviewDown  actionID = "preview-down"
	actPreviewUp    actionID = "preview-up"
	actDemo         actionID = "demo"
	actReload       actionID = "reload"
)

// Actions of the settings, and of a program that finds another one open.
const (
	actRemove     actionID = "remove"
	actAddOne     actionID = "add-one"
	actMoveUp     actionID = "move-up"
	actMoveDown   actionID = "move-down"
	actDiscardKey actionID = "own-key"
	actLookOnly   actionID = "look-only"
	actTryAgain   actionID = "try-again"
)

func inboxActions() []action {
	line := func(id actionID, group, title, about string, keys ...string) action {
		return action{id: id, group: group, keys: keys, title: title, about: about}
	}
	return []action{
		line(actOpen, groupInbox, "open", "Open: the questions of a waiting invitation, the details of another", "enter"),
		line(actFilter, groupInbox, "filter", "Filter as you type: words are joined by AND, ! leaves out, is:due is:marked rec:decline company:acme #tag has:mynote before:2026-03", "/"),
		line(actKeepFilter, groupInbox, "to the list", "Keep the filter and go to what it leaves", "enter"),
		line(actClearFilter, groupInbox, "clear filter", "Clear the filter", "esc", escTooFast),
		line(actNextMatch, groupInbox, "next match", "The next match of the last filter, also after it is cleared", "n"),
		line(actPrevMatch, groupInbox, "match before", "The match before", "N"),
		line(actSaveSection, groupInbox, "save as a list", "Keep the filter as a list of your own, with a tab", "ctrl+o"),
		line(actNextTab, groupInbox, "next list", "Next list", "tab", "right"),
		line(actPrevTab, groupInbox, "previous list", "Previous list", "shift+tab", "left"),
		line(actTab, groupInbox, "list", "Waiting, Later, Decided, All, then your own lists", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		line(actSort, groupInbox, "sort", "Sort by date, age, name, recommendation or last change", "S"),
		line(actSelect, groupInbox, "select", "Select the invitation, or take it out of the selection", "space"),
		line(actSelectRange, groupInbox, "select range", "Select from the last one selected to here", "r"),
		line(actSelectAll, groupInbox, "select all", "Select all that the list shows, or none of them", "A"),
		line(actSelectDown, groupInbox, "select down", "Select and go down", "shift+down"),
		line(actSelectUp, groupInbox, "select up", "Select and go up", "shift+up"),
		line(actSelectNone, groupInbox, "select none", "Give the selection up", "esc", escTooFast),
		line(actUndo, groupInbox, "undo", "Take the last change back, also one of an earlier day", "z"),
		line(actRedo, groupInbox, "redo", "Do again what was taken back", "Z"),
		line(actAdd, groupInbox, "add", "Add an invitation by hand", "a"),
		line(actImport, groupInbox, "import", "Import a LinkedIn archive", "i"),
		line(actExport, groupInbox, "export", "Write the selection, or what the list shows, to a file", "E"),
		line(actPreview, groupInbox, "preview", "Preview pane on or off", "p"),
		line(actPreviewPlace, groupInbox, "move preview", "Preview pane on the right or below", "P"),
		line(actPreviewDown, groupInbox, "scroll preview", "Scroll the preview down", "J"),
		line(actPreviewUp, groupInbox, "scroll up", "Scroll the preview up", "K"),
		line(actSettings, groupInbox, "settings", "Settings: your profile, theme, keys, lists, and where the files are", "s"),
		line(actGuide, groupInbox, "worth knowing", "What the advice means, why people invite, how LinkedIn works", "H"),
		line(actDemo, groupInbox, "demo", "Look at the demo with invented invitations", "D"),
		line(actReload, groupInbox, "refresh", "Read the store again; what was handled goes where it belongs", "R"),
		line(actLookOnly, groupInbox, "look only", "Look at the invitations without changing anything, while another linkvet is open", "l"),
		line(actTryAgain, groupInbox, "try again", "Try again whether the other linkvet is closed", "t"),

		line(actVet, groupInvitation, "vet", "Answer the questions about the invitation", "v"),
		line(actDecide, groupInvitation, "decide", "Record what you did: accepted, ignored, declined, blocked, reported", "d"),
		line(actLater, groupInvitation, "later", "Put it off until a date", "l"),
		line(actReopen, groupInvitation, "wait again", "Take back a decision or a postponement: it waits again", "w"),
		line(actTags, groupInvitation, "tags", "Add tags and take tags off", "t"),
		line(actEdit, groupInvitation, "note, edit", "Your note about the person, and corrections", "e"),
		line(actProfile, groupInvitation, "open profile", "Open the profile in the browser, after showing the address", "o"),
		line(actCopyFrom, groupInvitation, "copy", "Copy the name, the address, the note or a draft", "y"),
		line(actDelete, groupInvitation, "delete", "Delete it from linkvet, after asking", "x", "delete"),

		line(actAddOne, groupForms, "add", "Add a list", "a"),
		line(actRemove, groupForms, "take away", "Take the list away", "x", "delete"),
		line(actDiscardKey, groupForms, "its own key", "Give the action the key back that it comes with", "ctrl+x"),
		line(actMoveUp, groupForms, "move up", "Move the list up", "K"),
		line(actMoveDown, groupForms, "move down", "Move the list down", "J"),
	}
}
