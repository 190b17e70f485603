package tui

import (
	"linkvet/store"
	"strings"
)

// actionID names one thing a person can ask for.
type actionID string

// The groups of the key list, in the order shown.
const (
	groupEverywhere = "Everywhere"
	groupLists      = "Lists"
	groupInbox      = "Inbox"
	groupInvitation = "An invitation"
	groupQuestions  = "Questions"
	groupSession    = "One after the other"
	groupVerdict    = "Verdict"
	groupForms      = "Forms and dialogs"
)

// action is one line of the action table, the only place where keys are
// written down: routing, footer, help, palette and README all come from it.
type action struct {
	id    actionID
	group string
	keys  []string // as tea.KeyPressMsg.String gives them: "space", never " "
	title string   // a word or two for the footer
	about string   // what it does, for help and README
}

// actionTable returns every action of the program, group by group.
func actionTable() []action {
	var all []action
	for _, part := range [][]action{commonActions(), inboxActions(), questionActions()} {
		all = append(all, part...)
	}
	return all
}

// changing are the actions that lead to a change of the store or the settings,
// which are not offered while only looking.
func changing() []actionID {
	return []actionID{
		actVet, actVetAll, actDecide, actLater, actReopen, actTags, actEdit, actDelete, actUndo, actRedo, actAdd, actImport,
		actSettings, actSaveSection, actResume,
	}
}

// escTooFast is what a second esc close behind the first arrives as; it means
// the same, and no key list names it.
const escTooFast = "alt+esc"

// keyName is a key as people read it.
func keyName(k string) string {
	switch k {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "pgdn"
	}
	return k
}

// keyNames joins the names of an action's keys; digits in a row become a range.
func keyNames(keys []string) string {
	if n := len(keys); n > 2 && keys[0] == "1" && len(keys[n-1]) == 1 && keys[n-1][0] == byte('0'+n) {
		return "1-" + keys[n-1]
	}
	var names []string
	for _, k := range keys {
		if k != escTooFast {
			names = append(names, keyName(k))
		}
	}
	return strings.Join(names, " ")
}

// digitIndex is which choice a digit key stands for, counted from 0; -1 for other
// keys.
func digitIndex(key string) int {
	if len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		return int(key[0] - '1')
	}
	return -1
}

// KeyTable returns the program's keys as the Markdown table of the README.
func KeyTable() string {
	var b strings.Builder
	group := ""
	for _, a := range actionTable() {
		if a.group != group {
			group = a.group
			b.WriteString("| **" + group + "** | |\n")
		}
		names := strings.ReplaceAll(keyNames(a.keys), " ", "` `")
		b.WriteString("| `" + names + "` | " + a.about + " |\n")
	}
	return "| Key | What it does |\n|---|---|\n" + b.String()
}

// has reports whether all folded words occur in an action's texts.
func (a *action) has(words []string) bool {
	text := store.Fold(a.title + " " + a.about + " " + string(a.id) + " " + keyNames(a.keys))
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
