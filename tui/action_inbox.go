package tui

// Actions of the inbox and of one invitation.
const (
	actOpen    actionID = "open"
	actVet     actionID = "vet"
	actDecide  actionID = "decide"
	actLater   actionID = "later"
	actReopen  actionID = "reopen"
	actProfile actionID = "open-profile"

	actFilter      actionID = "filter"
	actClearFilter actionID = "clear-filter"
	actNextTab     actionID = "next-tab"
	actPrevTab     actionID = "previous-tab"
	actTab         actionID = "tab"
	actAdd         actionID = "add"
	actImport      actionID = "import"
	actSettings    actionID = "settings"
	actPreview     actionID = "preview"
	actDemo        actionID = "demo"
	actReload      actionID = "reload"
)

func inboxActions() []action {
	return []action{
		{actOpen, groupInbox, []string{"enter"}, "open", "Open: the questions of a waiting invitation, the details of another"},
		{actFilter, groupInbox, []string{"/"}, "filter", "Filter as you type: words are joined by AND, ! leaves out, is:later, rec:decline, company:acme"},
		{actClearFilter, groupInbox, []string{"esc", escTooFast}, "clear filter", "Clear the filter"},
		{actNextTab, groupInbox, []string{"tab", "right"}, "next list", "Next list"},
		{actPrevTab, groupInbox, []string{"shift+tab", "left"}, "previous list", "Previous list"},
		{actTab, groupInbox, []string{"1", "2", "3", "4"}, "list", "Waiting, Later, Decided, All"},
		{actAdd, groupInbox, []string{"a"}, "add", "Add an invitation by hand"},
		{actImport, groupInbox, []string{"i"}, "import", "Import a LinkedIn archive"},
		{actPreview, groupInbox, []string{"p"}, "preview", "Preview pane on or off"},
		{actSettings, groupInbox, []string{"s"}, "profile", "Your profile: goals, planned use, comfort"},
		{actDemo, groupInbox, []string{"D"}, "demo", "Look at the demo with invented invitations"},
		{actReload, groupInbox, []string{"R"}, "reload", "Read the store again"},

		{actVet, groupInvitation, []string{"v"}, "vet", "Answer the questions about the invitation"},
		{actDecide, groupInvitation, []string{"d"}, "decide", "Record what you did: accepted, ignored, declined, blocked, reported"},
		{actLater, groupInvitation, []string{"l"}, "later", "Put it off until a date"},
		{actReopen, groupInvitation, []string{"w"}, "wait again", "Take back a decision or a postponement: it waits again"},
		{actProfile, groupInvitation, []string{"o"}, "open profile", "Open the profile in the browser, after showing the address"},
	}
}
