package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// stub stands for a screen of another room.
type stub struct{ what any }

func (s stub) Init() tea.Cmd { return nil }
func (s stub) Update(msg tea.Msg) step {
	if act, ok := msg.(actionMsg); ok && act.id == actBack {
		return back()
	}
	return step{}
}
func (s stub) View(w, h int) string { return s.Title() }
func (s stub) Title() string        { return fmt.Sprintf("%T", s.what) }
func (s stub) Actions() []actionID  { return []actionID{actBack} }
func (s stub) InText() bool         { return false }
