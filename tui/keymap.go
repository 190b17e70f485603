package tui

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// keymap finds the action for a key.
type keymap struct {
	actions  []action
	byID     map[actionID]action
	bindings map[actionID]key.Binding
	changing map[actionID]bool // those of changing
}

func newKeymap(table []action) *keymap {
	k := &keymap{actions: table, byID: make(map[actionID]action, len(table)), bindings: make(map[actionID]key.Binding, len(table)), changing: map[actionID]bool{}}
	for _, id := range changing() {
		k.changing[id] = true
	}
	for _, a := range table {
		k.byID[a.id] = a
		k.bindings[a.id] = key.NewBinding(key.WithKeys(a.keys...), key.WithHelp(keyNames(a.keys), a.title))
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

// find returns which of the given actions a key asks for. While a text input
// has the keys, one that types a character asks for none.
func (k *keymap) find(msg tea.KeyPressMsg, offered []actionID, inText bool) (actionID, bool) {
	if inText && msg.Text != "" {
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

func match[K fmt.Stringer](k *keymap, msg K, offered []actionID) (actionID, bool) {
	for _, id := range offered {
		if key.Matches(msg, k.bindings[id]) {
			return id, true
		}
	}
	return "", false
}

// layouts are letters of keyboards that have no Latin ones, each before the
// letters of a US keyboard in the same places.
func layouts() [][2]string {
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
	for _, layout := range layouts() {
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

// with returns the table with other keys for some actions.
func with(table []action, keys map[string][]string) []action {
	table = slices.Clone(table)
	for i := range table {
		if other, ok := keys[string(table[i].id)]; ok {
			table[i].keys = other
		}
	}
	return table
}

// KeyProblem says why the keys given to an action cannot be used.
type KeyProblem struct{ Action, Problem string }

// CheckKeys looks for what is wrong with keys given to actions: an action or a
// key nobody knows, one that terminals cannot send, and keys that two actions
// offered side by side would share. It is sorted by action.
func CheckKeys(keys map[string][]string) []KeyProblem {
	var problems []KeyProblem
	table := actionTable()
	for _, id := range slices.Sorted(maps.Keys(keys)) {
		if problem := checkBinding(table, actionID(id), keys[id]); problem != "" {
			problems = append(problems, KeyProblem{id, problem})
		}
	}
	if problems != nil {
		return problems
	}
	changed := with(table, keys)
	for i, a := range changed {
		if _, ok := keys[string(a.id)]; !ok {
			continue
		}
		for j, b := range changed {
			_, both := keys[string(b.id)]
			if i == j || both && j < i || !sideBySide(table[i], table[j]) {
				continue
			}
			for _, k := range a.keys {
				if slices.Contains(b.keys, k) {
					problems = append(problems, KeyProblem{string(a.id), fmt.Sprintf("%q is the key of %s (%s), too", k, b.id, b.title)})
				}
			}
		}
	}
	slices.SortStableFunc(problems, func(a, b KeyProblem) int { return cmp.Compare(a.Action, b.Action) })
	return problems
}

// checkBinding says what is wrong with the keys of one action by themselves.
func checkBinding(table []action, id actionID, keys []string) string {
	at := slices.IndexFunc(table, func(a action) bool { return a.id == id })
	switch {
	case at < 0:
		return "is not an action; linkvet shows them under Settings, Keys"
	case id == actLeave:
		return "cannot be changed: this key leaves whatever happens"
	case digits(table[at].keys):
		return "cannot be changed: it takes its number from the key"
	}
	typed := true
	for _, k := range keys {
		if problem := checkKey(k); problem != "" {
			return problem
		}
		typed = typed && types(k)
	}
	if typed && slices.ContainsFunc(table[at].keys, func(k string) bool { return !types(k) }) {
		return "needs a key that types no character, such as " + table[at].keys[0]
	}
	return ""
}

// digits reports whether keys begin 1, 2: then they stand for numbers.
func digits(keys []string) bool { return len(keys) > 2 && keys[0] == "1" && keys[1] == "2" }

// types reports whether a key types a character.
func types(k string) bool { return k == "space" || utf8.RuneCountInString(k) == 1 }

// namedKeys are the keys that have a name instead of a character.
func namedKeys() []string {
	named := []string{"enter", "esc", "tab", "space", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end", "pgup", "pgdown"}
	for n := range 12 {
		named = append(named, fmt.Sprintf("f%d", n+1))
	}
	return named
}

// checkKey says what is wrong with the name of a key.
func checkKey(k string) string {
	never := []string{"ctrl+c", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+[", "ctrl+j", "ctrl+z", "ctrl+s", "ctrl+q", "ctrl+space", "ctrl+@"}
	rest, mods := k, ""
	for _, mod := range []string{"ctrl+", "alt+", "shift+"} {
		if after, ok := strings.CutPrefix(rest, mod); ok && after != "" {
			rest, mods = after, mods+mod
		}
	}
	r, n := utf8.DecodeRuneInString(rest)
	letter := n == len(rest) && unicode.IsPrint(r) && r != ' '
	switch {
	case slices.Contains(never, k):
		return fmt.Sprintf("%q cannot be used: terminals keep it or cannot tell it from another", k)
	case !letter && !slices.Contains(namedKeys(), rest):
		return fmt.Sprintf("%q is no key (write a character such as x, or ctrl+x, alt+x, shift+tab, enter, esc, space, pgdown, f5)", k)
	case letter && strings.Contains(mods, "shift+"):
		return fmt.Sprintf("%q never comes: write the character that shift gives", k)
	case letter && mods != "" && unicode.IsUpper(r):
		return fmt.Sprintf("%q never comes: write the small letter", k)
	}
	return ""
}

// sideBySide reports whether two actions can be offered at once, so that they
// need different keys. Those that share one from the start never are.
func sideBySide(a, b action) bool {
	for _, k := range a.keys {
		if slices.Contains(b.keys, k) {
			return false
		}
	}
	return a.group == b.group || slices.Contains(neighbours(a.group), b.group) || slices.Contains(neighbours(b.group), a.group)
}

// neighbours are the groups whose actions are offered together with those of a
// group.
func neighbours(group string) []string {
	switch group {
	case groupEverywhere:
		return []string{groupLists, groupInbox, groupInvitation, groupQuestions, groupSession, groupVerdict, groupForms}
	case groupLists:
		return []string{groupInbox, groupInvitation, groupQuestions, groupSession, groupVerdict, groupForms}
	case groupInbox:
		return []string{groupInvitation, groupSession, groupForms}
	case groupInvitation:
		return []string{groupVerdict, groupSession}
	case groupQuestions:
		return []string{groupSession, groupForms}
	case groupVerdict:
		return []string{groupSession, groupForms}
	}
	return nil
}
