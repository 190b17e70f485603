package keys

import (
	"fmt"
	"strings"

	"linkvet/store/fold"
)

// ID names one thing a person can ask for.
type ID string

// The groups of the key list, in the order shown.
const (
	GroupEverywhere = "Everywhere"
	GroupLists      = "Lists"
	groupInbox      = "Inbox"
	groupInvitation = "An invitation"
	groupFind       = "Find and sort"
	groupSelect     = "Select several"
	groupPreview    = "Preview"
	groupPass       = "First pass"
	groupQuestions  = "Questions"
	groupReading    = "A copied profile"
	groupSession    = "One after the other"
	groupVerdict    = "Verdict"
	groupReaching   = "A note to send"
	groupForms      = "Forms and dialogs"
)

// Action is one line of the action table, the only place where keys are
// written down: routing, footer, help, palette and documents all come from it.
type Action struct {
	ID    ID
	Group string
	Keys  []string // as tea.KeyPressMsg.String gives them: "space", never " "
	Title string   // a word or two for the footer
	About string   // what it does, for help and documents
}

// Table returns every action of the program, group by group.
func Table() []Action {
	var all []Action
	for _, part := range [][]Action{CommonActions(), InboxActions(), QuestionActions(), ReadingActions(), ReachingActions()} {
		all = append(all, part...)
	}
	return all
}

// changing are the actions that lead to a change of the store or the settings,
// which are not offered while only looking.
func changing() []ID {
	return []ID{
		Vet, VetAll, FirstPass, ReadCopy, ReadMarked, Decide, Later, Reopen, Tags, Edit, Delete, Undo, Redo, Add, Import,
		Settings, SaveList, Resume, WriteNote, Steps,
	}
}

// EscTooFast is what a second esc close behind the first arrives as; it means
// the same, and no key list names it.
const EscTooFast = "alt+esc"

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

// Names joins the names of an action's keys; digits in a row become a range.
func Names(keys []string) string {
	if n := len(keys); n > 2 && keys[0] == "1" && len(keys[n-1]) == 1 && keys[n-1][0] == byte('0'+n) {
		return "1-" + keys[n-1]
	}
	var names []string
	for _, k := range keys {
		if k != EscTooFast {
			names = append(names, keyName(k))
		}
	}
	return strings.Join(names, " ")
}

// Upto names the digits from 1 on, so many of them.
func Upto(n int) string {
	if n == 1 {
		return "1"
	}
	return fmt.Sprint("1-", min(n, 9))
}

// Digit is which choice a digit key stands for, counted from 0; -1 for other
// keys.
func Digit(key string) int {
	if len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		return int(key[0] - '1')
	}
	return -1
}

// Markdown returns the program's keys as the Markdown table of the documents.
func Markdown() string {
	var b strings.Builder
	group := ""
	for _, a := range Table() {
		if a.Group != group {
			group = a.Group
			b.WriteString("| **" + group + "** | |\n")
		}
		names := strings.ReplaceAll(Names(a.Keys), " ", "` `")
		b.WriteString("| `" + names + "` | " + a.About + " |\n")
	}
	return "| Key | What it does |\n|---|---|\n" + b.String()
}

// Has reports whether all folded words occur in an action's texts, or are what
// people call it elsewhere.
func (a *Action) Has(words []string) bool {
	text := fold.Text(a.Title + " " + a.About + " " + string(a.ID) + " " + Names(a.Keys) + " " + alsoCalled[a.ID])
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
