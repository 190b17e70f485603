package keys

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Map finds the action for a key.
type Map struct {
	Actions  []Action
	ByID     map[ID]Action
	bindings map[ID]key.Binding
	Changing map[ID]bool // those of changing
}

func NewMap(table []Action) *Map {
	k := &Map{Actions: table, ByID: make(map[ID]Action, len(table)), bindings: make(map[ID]key.Binding, len(table)), Changing: map[ID]bool{}}
	for _, id := range changing() {
		k.Changing[id] = true
	}
	for _, a := range table {
		k.ByID[a.ID] = a
		k.bindings[a.ID] = key.NewBinding(key.WithKeys(a.Keys...), key.WithHelp(Names(a.Keys), a.Title))
	}
	return k
}

// physical is a key by its place on the keyboard, for layouts whose letters
// are not Latin.
type physical tea.KeyPressMsg

func (p physical) String() string { return tea.KeyPressMsg(p).Keystroke() }

// latin is a key by the Latin letter that shares it, for terminals that do not
// tell the place of a key.
type latin tea.KeyPressMsg

func (l latin) String() string { return latinFor(tea.KeyPressMsg(l).Text) }

// OfText reports whether a text input uses a key itself, to move in its text or
// to delete from it.
func OfText(key string) bool {
	switch key[strings.LastIndexByte(key, '+')+1:] { // with ctrl or alt, too
	case "left", "right", "home", "end", "backspace", "delete":
		return true
	}
	return false
}

// Find returns which of the given actions a key asks for. While a text input
// has the keys, one that types a character or moves in the text asks for none.
func (k *Map) Find(msg tea.KeyPressMsg, offered []ID, inText bool) (ID, bool) {
	if inText && (msg.Text != "" || OfText(msg.String())) {
		return "", false
	}
	if id, ok := match(k, msg, offered); ok {
		return id, true
	}
	if id, ok := match(k, physical(msg), offered); ok || msg.Text == "" {
		return id, ok
	}
	return match(k, latin(msg), offered)
}

// Elsewhere is the action that a key asks for where it is offered: one of the same
// groups as what is offered here, if there is one.
func (k *Map) Elsewhere(msg tea.KeyPressMsg, here []ID) (Action, bool) {
	var near, all []ID
	for _, a := range k.Actions {
		if slices.ContainsFunc(here, func(id ID) bool { return k.ByID[id].Group == a.Group }) {
			near = append(near, a.ID)
		} else if a.Group != groupForms {
			all = append(all, a.ID)
		}
	}
	id, ok := k.Find(msg, append(near, all...), false)
	return k.ByID[id], ok
}

func match[K fmt.Stringer](k *Map, msg K, offered []ID) (ID, bool) {
	for _, id := range offered {
		if key.Matches(msg, k.bindings[id]) {
			return id, true
		}
	}
	return "", false
}

// Layouts are letters of keyboards that have no Latin ones, each before the
// letters of a US keyboard in the same places.
func Layouts() [][2]string {
	return [][2]string{
		{"йцукенгшщзфывапролдячсмитьі", "qwertyuiopasdfghjklzxcvbnms"}, // Cyrillic
		{"ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"},     // Greek
		{"קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm"},       // Hebrew
		{"ضصثقفغعهخحشسيبلاتنمئءؤرىة", "qwertyuiopasdfghjklzxcvnm"},     // Arabic
	}
}

// latinFor is the Latin letter in the place of a letter of another layout; ""
// for what has none.
func latinFor(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n != len(text) || r < utf8.RuneSelf {
		return ""
	}
	lower := unicode.ToLower(r)
	for _, layout := range Layouts() {
		at := strings.IndexRune(layout[0], lower)
		if at < 0 {
			continue
		}
		at = utf8.RuneCountInString(layout[0][:at])
		to := layout[1][at : at+1]
		if lower != r {
			to = strings.ToUpper(to)
		}
		return to
	}
	return ""
}

// Short is the one key of an action that the footer names; digits show as
// their range.
func Short(keys []string) string {
	if all := Names(keys); len(keys) > 2 && !strings.Contains(all, " ") {
		return all
	}
	return keyName(keys[0])
}
