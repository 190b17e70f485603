package keys

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"linkvet/store/quantity"
)

// With returns the table with other keys for some actions.
func With(table []Action, keys map[string][]string) []Action {
	table = slices.Clone(table)
	for i := range table {
		if other, ok := keys[string(table[i].ID)]; ok {
			table[i].Keys = other
		}
	}
	return table
}

// KeyProblem says why the keys given to an action cannot be used.
type KeyProblem struct{ Action, Problem string }

// Check looks for what is wrong with keys given to actions: an action or a
// key nobody knows, one that terminals cannot send, and keys that two actions
// offered side by side would share, the person's own commands among them. It is
// sorted by action.
func Check(keys map[string][]string, own ...Own) []KeyProblem {
	var problems []KeyProblem
	table := Table()
	for _, id := range slices.Sorted(maps.Keys(keys)) {
		if problem := checkBinding(table, ID(id), keys[id]); problem != "" {
			problems = append(problems, KeyProblem{id, problem})
		}
	}
	if problems != nil {
		return problems
	}
	table, changed := withOwnKeys(keys, own)
	for i := range changed {
		if _, ok := keys[string(changed[i].ID)]; !ok {
			continue
		}
		for _, k := range changed[i].Keys {
			if others := partners(table, changed, i, k); len(others) > 0 {
				problems = append(problems, KeyProblem{string(changed[i].ID), fmt.Sprintf("%q is the key of %s, too", k, quantity.And(others))})
			}
		}
	}
	slices.SortStableFunc(problems, func(a, b KeyProblem) int { return cmp.Compare(a.Action, b.Action) })
	return problems
}

// partners names the other actions that a key would ask for on a screen that
// offers action i: those that belong together with it first.
func partners(table, changed []Action, i int, k string) []string {
	var near, far []string
	for j, other := range changed {
		if i == j || !slices.Contains(other.Keys, k) || !SideBySide(table[i], table[j]) {
			continue
		}
		name := fmt.Sprintf("%s (%s)", other.ID, other.Title)
		if other.Group == changed[i].Group {
			near = append(near, name)
		} else {
			far = append(far, name)
		}
	}
	return append(near, far...)
}

// checkBinding says what is wrong with the keys of one action by themselves.
func checkBinding(table []Action, id ID, keys []string) string {
	at := slices.IndexFunc(table, func(a Action) bool { return a.ID == id })
	switch {
	case at < 0:
		return "is not an action; linkvet shows them under Settings, Keys"
	case id == Leave:
		return "cannot be changed: this key leaves whatever happens"
	case digits(table[at].Keys):
		return "cannot be changed: it takes its number from the key"
	}
	typed := true
	for _, k := range keys {
		if problem := checkKey(k); problem != "" {
			return problem
		}
		typed = typed && types(k)
	}
	if typed && slices.ContainsFunc(table[at].Keys, func(k string) bool { return !types(k) }) {
		return "needs a key that types no character, such as " + table[at].Keys[0]
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
	never := []string{"ctrl+c", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+[", "ctrl+j", "ctrl+s", "ctrl+q", "ctrl+space", "ctrl+@"}
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
		return fmt.Sprintf("%q is not a valid key (write a character such as x, or ctrl+x, alt+x, shift+tab, enter, esc, space, pgdown, f5)", k)
	case letter && strings.Contains(mods, "shift+"):
		return fmt.Sprintf("%q never comes: write the character that shift gives", k)
	case letter && mods != "" && unicode.IsUpper(r):
		return fmt.Sprintf("%q never comes: write the small letter", k)
	}
	return ""
}
