package keys

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// alike are keys that most terminals cannot tell from another one, and that one,
// by their names.
func alike() map[string]tea.Key {
	enter, tab, esc := tea.Key{Code: tea.KeyEnter}, tea.Key{Code: tea.KeyTab}, tea.Key{Code: tea.KeyEscape}
	return map[string]tea.Key{
		"shift+enter": enter, "ctrl+enter": enter, "ctrl+m": enter,
		"ctrl+i":    tab,
		"shift+esc": esc, "ctrl+[": esc,
		"shift+backspace": {Code: tea.KeyBackspace}, "ctrl+h": {Code: tea.KeyBackspace},
		"shift+space": {Code: tea.KeySpace, Text: " "},
	}
}

// AsUsual is a key as most terminals report it: one that they cannot tell from
// another is that other one, so that where more keys are told apart none stops
// working. A key that has an action of its own stays what it is.
func (k *Map) AsUsual(msg tea.KeyPressMsg) tea.KeyPressMsg {
	name := msg.Keystroke()
	other, ok := alike()[name]
	if !ok || slices.ContainsFunc(k.Actions, func(a Action) bool { return slices.Contains(a.Keys, name) }) {
		return msg
	}
	return tea.KeyPressMsg(other)
}
