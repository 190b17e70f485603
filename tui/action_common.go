package tui

// Actions that more than one screen has.
const (
	actLeave   actionID = "leave"
	actHelp    actionID = "help"
	actPalette actionID = "palette"
	actRedraw  actionID = "redraw"
	actMouse   actionID = "mouse"
	actBack    actionID = "back"
	actQuit    actionID = "quit"

	actUp       actionID = "up"
	actDown     actionID = "down"
	actPageUp   actionID = "page-up"
	actPageDown actionID = "page-down"
	actHalfUp   actionID = "half-up"
	actHalfDown actionID = "half-down"
	actFirst    actionID = "first"
	actLast     actionID = "last"
	actChoose   actionID = "choose"

	actNextField actionID = "next-field"
	actPrevField actionID = "previous-field"
	actLineUp    actionID = "line-up"
	actLineDown  actionID = "line-down"
	actToggle    actionID = "toggle"
	actAccept    actionID = "accept-field"
	actSave      actionID = "save"
	actYes       actionID = "yes"
	actNo        actionID = "no"
	actSwitch    actionID = "switch-choice"
	actDiscard   actionID = "discard"
	actComplete  actionID = "complete"
	actPick      actionID = "pick"
	actPress     actionID = "press"
	actTakeIn    actionID = "take-in"
	actFinish    actionID = "finish"
	actCancel    actionID = "cancel"
	actPrevValue actionID = "previous-value"
	actNextValue actionID = "next-value"
)

// globalActions work on every screen, after the screen's own.
func globalActions() []actionID {
	return []actionID{actHelp, actPalette, actRedraw, actMouse}
}

// listActions move in any list or long text.
func listActions() []actionID {
	return []actionID{actUp, actDown, actPageUp, actPageDown, actHalfUp, actHalfDown, actFirst, actLast}
}

func commonActions() []action {
	return []action{
		{actBack, groupEverywhere, []string{"esc", escTooFast}, "back", "One step back; never throws anything away"},
		{actHelp, groupEverywhere, []string{"?"}, "keys", "Every key of this screen; type to search, enter to run"},
		{actPalette, groupEverywhere, []string{"ctrl+p"}, "commands", "Find a command by name"},
		{actQuit, groupEverywhere, []string{"q"}, "quit", "Leave linkvet; everything is saved"},
		{actLeave, groupEverywhere, []string{"ctrl+c"}, "leave at once", "Leave from anywhere, even while typing; everything is saved"},
		{actRedraw, groupEverywhere, []string{"ctrl+l"}, "refresh", "Draw the screen again, and read the store again"},
		{actMouse, groupEverywhere, []string{"M"}, "mouse", "Mouse on or off (off lets the terminal select text)"},

		{actUp, groupLists, []string{"up", "k"}, "up", "Up"},
		{actDown, groupLists, []string{"down", "j"}, "down", "Down"},
		{actPageUp, groupLists, []string{"pgup"}, "page up", "A page up"},
		{actPageDown, groupLists, []string{"pgdown"}, "page down", "A page down"},
		{actHalfUp, groupLists, []string{"ctrl+u"}, "half page up", "Half a page up"},
		{actHalfDown, groupLists, []string{"ctrl+d"}, "half page down", "Half a page down"},
		{actFirst, groupLists, []string{"g", "home"}, "first", "To the first"},
		{actLast, groupLists, []string{"G", "end"}, "last", "To the last"},
		{actChoose, groupLists, []string{"enter"}, "choose", "Choose the marked line"},

		{actPick, groupForms, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "choose", "Choose by number"},
		{actNextField, groupForms, []string{"tab"}, "next", "Next field"},
		{actPrevField, groupForms, []string{"shift+tab"}, "previous", "Previous field, also from one that is not right yet"},
		{actLineUp, groupForms, []string{"up"}, "up", "One line up"},
		{actLineDown, groupForms, []string{"down"}, "down", "One line down"},
		{actToggle, groupForms, []string{"space"}, "choose", "Choose the marked box, or take the choice back"},
		{actNextValue, groupForms, []string{"right", "l"}, "next choice", "Next choice of the field"},
		{actPrevValue, groupForms, []string{"left", "h"}, "previous choice", "Previous choice of the field"},
		{actAccept, groupForms, []string{"enter"}, "next field", "On to the next field"},
		{actPress, groupForms, []string{"enter", "space"}, "press", "Carry out the marked button"},
		{actSave, groupForms, []string{"ctrl+o"}, "save", "Save, from any field"},
		{actComplete, groupForms, []string{"tab"}, "complete", "Complete the path"},
		{actTakeIn, groupForms, []string{"enter"}, "import", "Import the archive that was looked at"},
		{actFinish, groupForms, []string{"enter"}, "go on", "Go on after an import"},
		{actCancel, groupForms, []string{"esc", escTooFast}, "cancel", "Cancel the import; nothing is changed"},
		{actYes, groupForms, []string{"y"}, "yes", "Yes"},
		{actNo, groupForms, []string{"n"}, "no", "No"},
		{actSwitch, groupForms, []string{"left", "right", "tab", "shift+tab"}, "other choice", "Mark the other button"},
		{actDiscard, groupForms, []string{"ctrl+x"}, "discard draft", "Throw away what was typed, after asking"},
	}
}
