package tui

import tea "charm.land/bubbletea/v2"

// inbox lists the invitations.
type inbox struct {
	env *env
}

func newInbox(e *env) *inbox { return &inbox{env: e} }

func (s *inbox) Init() tea.Cmd        { return nil }
func (s *inbox) Title() string        { return "Inbox" }
func (s *inbox) InText() bool         { return false }
func (s *inbox) Actions() []actionID  { return []actionID{actQuit} }
func (s *inbox) View(_, _ int) string { return "" }
func (s *inbox) Update(msg tea.Msg) step {
	if act, ok := msg.(actionMsg); ok && act.id == actQuit {
		return quit()
	}
	return step{}
}
