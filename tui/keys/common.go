package keys

import "runtime"

// Actions that more than one screen has.
const (
	Leave   ID = "leave"
	Help    ID = "help"
	Palette ID = "palette"
	Redraw  ID = "redraw"
	Suspend ID = "suspend"
	Mouse   ID = "mouse"
	Back    ID = "back"
	Quit    ID = "quit"

	Up       ID = "up"
	Down     ID = "down"
	PageUp   ID = "page-up"
	PageDown ID = "page-down"
	HalfUp   ID = "half-up"
	HalfDown ID = "half-down"
	First    ID = "first"
	Last     ID = "last"
	Choose   ID = "choose"

	NextField ID = "next-field"
	PrevField ID = "previous-field"
	LineUp    ID = "line-up"
	LineDown  ID = "line-down"
	Toggle    ID = "toggle"
	Accept    ID = "accept-field"
	Save      ID = "save"
	Yes       ID = "yes"
	No        ID = "no"
	Switch    ID = "switch-choice"
	Discard   ID = "discard"
	Complete  ID = "complete"
	SaveWords ID = "save-words"
	WriteFile ID = "write-file"
	Pick      ID = "pick"
	Press     ID = "press"
	TakeIn    ID = "take-in"
	Finish    ID = "finish"
	Cancel    ID = "cancel"
	PrevValue ID = "previous-value"
	NextValue ID = "next-value"
)

// Global work on every screen, after the screen's own.
func Global() []ID {
	all := []ID{Help, Palette, Redraw, Mouse}
	if runtime.GOOS != "windows" { // which cannot stop a program and go on with it
		all = append(all, Suspend)
	}
	return all
}

// ListMoves move in any list or long text.
func ListMoves() []ID {
	return []ID{Up, Down, PageUp, PageDown, HalfUp, HalfDown, First, Last}
}

func CommonActions() []Action {
	return []Action{
		{Back, GroupEverywhere, []string{"esc", EscTooFast}, "back", "One step back; never throws anything away"},
		{Help, GroupEverywhere, []string{"?"}, "keys", "Every key of this screen; type to search, enter to run"},
		{Palette, GroupEverywhere, []string{"ctrl+p"}, "commands", "Find a command by name"},
		{Quit, GroupEverywhere, []string{"q"}, "quit", "Leave linkvet, from the inbox; everything is saved"},
		{Leave, GroupEverywhere, []string{"ctrl+c"}, "leave at once", "Leave from anywhere, even while typing; everything is saved"},
		{Redraw, GroupEverywhere, []string{"ctrl+l"}, "refresh", "Draw the screen again, and read the store again"},
		{Suspend, GroupEverywhere, []string{"ctrl+z"}, "suspend", "Back to the shell for now; fg goes on where you were"},
		{Mouse, GroupEverywhere, []string{"M"}, "mouse", "Mouse on or off (off lets the terminal select text)"},

		{Up, GroupLists, []string{"up", "k"}, "up", "Up"},
		{Down, GroupLists, []string{"down", "j"}, "down", "Down"},
		{PageUp, GroupLists, []string{"pgup"}, "page up", "A page up"},
		{PageDown, GroupLists, []string{"pgdown"}, "page down", "A page down"},
		{HalfUp, GroupLists, []string{"ctrl+u"}, "half page up", "Half a page up"},
		{HalfDown, GroupLists, []string{"ctrl+d"}, "half page down", "Half a page down"},
		{First, GroupLists, []string{"g", "home"}, "first", "To the first"},
		{Last, GroupLists, []string{"G", "end"}, "last", "To the last"},
		{Choose, GroupLists, []string{"enter"}, "choose", "Choose the marked line"},

		{Pick, groupForms, []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "choose", "Choose by number"},
		{NextField, groupForms, []string{"tab"}, "next", "Next field"},
		{PrevField, groupForms, []string{"shift+tab"}, "previous", "Previous field, also from one that is not right yet"},
		{LineUp, groupForms, []string{"up"}, "up", "One line up"},
		{LineDown, groupForms, []string{"down"}, "down", "One line down"},
		{Toggle, groupForms, []string{"space"}, "choose", "Choose the marked box, or take the choice back"},
		{NextValue, groupForms, []string{"right", "l"}, "next choice", "Next choice of the field"},
		{PrevValue, groupForms, []string{"left", "h"}, "previous choice", "Previous choice of the field"},
		{Accept, groupForms, []string{"enter"}, "next field", "On to the next field"},
		{Press, groupForms, []string{"enter", "space"}, "press", "Carry out the marked button"},
		{Save, groupForms, []string{"ctrl+o"}, "save", "Save, from any field"},
		{SaveWords, groupForms, []string{"enter"}, "save", "Save what was typed into a dialog"},
		{WriteFile, groupForms, []string{"enter"}, "write", "Write the file"},
		{Complete, groupForms, []string{"tab"}, "complete", "Complete the path"},
		{TakeIn, groupForms, []string{"enter"}, "import", "Import the archive that was looked at"},
		{Finish, groupForms, []string{"enter"}, "go on", "Go on after an import"},
		{Cancel, groupForms, []string{"esc", EscTooFast}, "cancel", "Cancel the import; nothing is changed"},
		{Yes, groupForms, []string{"y"}, "yes", "Yes"},
		{No, groupForms, []string{"n"}, "no", "No"},
		{Switch, groupForms, []string{"left", "right", "tab", "shift+tab"}, "other choice", "Mark the other button"},
		{Discard, groupForms, []string{"ctrl+x"}, "discard draft", "Throw away what was typed, after asking"},
	}
}
