package keys

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"linkvet/store/quantity"
)

// Own is a command of the person's own: the key it has, and its name.
type Own struct{ Key, Name string }

// groupOwn is the group of the person's own commands.
const groupOwn = "Your own commands"

const ownPrefix = "own-command-"

// OwnID is the action of the person's own command at a place of the settings,
// counted from 0.
func OwnID(at int) ID { return ID(ownPrefix + strconv.Itoa(at+1)) }

// OwnAt returns which of the person's own commands an action is.
func OwnAt(id ID) (at int, ok bool) {
	number, ok := strings.CutPrefix(string(id), ownPrefix)
	if !ok {
		return 0, false
	}
	at, err := strconv.Atoi(number)
	return at - 1, err == nil
}

// WithOwn returns the table with the person's own commands, after what the
// program does with an invitation itself.
func WithOwn(table []Action, all []Own) []Action {
	if len(all) == 0 {
		return table
	}
	after := len(table)
	for i, a := range table {
		if a.Group == groupInvitation {
			after = i + 1
		}
	}
	return slices.Insert(slices.Clone(table), after, ownActions(all)...)
}

func ownActions(all []Own) []Action {
	var actions []Action
	for i, one := range all {
		actions = append(actions, Action{ID: OwnID(i), Group: groupOwn, Keys: []string{one.Key}, Title: one.Name, About: one.Name + " (your own command)"})
	}
	return actions
}

// CheckOwn looks for the first of the person's own commands whose key cannot be
// used: one that terminals cannot send, or that another action offered beside it
// has. bindings are the keys that actions have instead of the program's.
func CheckOwn(bindings map[string][]string, all []Own) (at int, problem string) {
	for i, one := range all {
		if problem := checkKey(one.Key); problem != "" {
			return i, problem
		}
		if one.Key == "esc" || Digit(one.Key) >= 0 {
			return i, fmt.Sprintf("%q cannot be used: it goes back, or stands for a list", one.Key)
		}
	}
	table, changed := withOwnKeys(bindings, all)
	for i, one := range all {
		if others := partners(table, changed, len(table)-len(all)+i, one.Key); len(others) > 0 {
			return i, fmt.Sprintf("%q is the key of %s, too", one.Key, quantity.And(others))
		}
	}
	return 0, ""
}

// withOwnKeys returns all actions as the program has them and as they are changed,
// the person's own at the end: those have no key that the program would give them.
func withOwnKeys(bindings map[string][]string, all []Own) (table, changed []Action) {
	own := ownActions(all)
	changed = append(With(Table(), bindings), own...)
	table = append(Table(), own...)
	for i := len(table) - len(own); i < len(table); i++ {
		table[i].Keys = nil
	}
	return table, changed
}
