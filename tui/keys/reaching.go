package keys

// Actions of the note to somebody the person invites.
const (
	NextNote ID = "next-note"
	PrevNote ID = "previous-note"
	KeepText ID = "keep-text"
)

// ReachingActions are those of the note to send.
func ReachingActions() []Action {
	return []Action{
		{KeepText, groupReaching, []string{"enter"}, "keep", "Keep the text shown as your note to them"},
		{NextNote, groupReaching, []string{"right"}, "next", "The next way to put it"},
		{PrevNote, groupReaching, []string{"left"}, "before", "The way to put it before"},
	}
}
