package keys

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// What most terminals cannot tell apart does the same in all, unless somebody
// gave it an action of its own.
func TestKeysThatLookAlike(t *testing.T) {
	pressed := tea.KeyPressMsg{Code: tea.KeyEnter, Mod: tea.ModShift}
	if got := NewMap(Table()).AsUsual(pressed).String(); got != "enter" {
		t.Errorf("shift+enter is taken for %s", got)
	}
	own := NewMap([]Action{{ID: Save, Keys: []string{"shift+enter"}}})
	if got := own.AsUsual(pressed).String(); got != "shift+enter" {
		t.Errorf("shift+enter has an action, and is taken for %s", got)
	}
	for name := range alike() {
		for _, a := range Table() {
			for _, k := range a.Keys {
				if k == name {
					t.Errorf("%s is pressed with %s, which most terminals do not report", a.ID, k)
				}
			}
		}
	}
}
