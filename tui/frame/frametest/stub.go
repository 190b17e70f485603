package frametest

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"linkvet/tui/keys"
	"linkvet/tui/screen"
)

// Stub stands for a screen of another room.
type Stub struct{ Page screen.Page }

func (s *Stub) Init() tea.Cmd { return nil }
func (s *Stub) Update(msg tea.Msg) screen.Step {
	if act, ok := msg.(screen.ActionMsg); ok && act.ID == keys.Back {
		return screen.Back()
	}
	return screen.Step{}
}
func (s *Stub) View(w, h int) string { return s.Title() }
func (s *Stub) Title() string        { return fmt.Sprintf("%T", s.Page) }
func (s *Stub) Actions() []keys.ID   { return []keys.ID{keys.Back} }
func (s *Stub) InText() bool         { return false }
