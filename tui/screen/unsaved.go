package screen

import (
	"strings"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Unsaved is text that a person has typed and that is not yet part of a record,
// each under the key of its place. All of it is kept in the store while it is
// typed, and is there again in the next program.
type Unsaved struct{ texts map[string]string }

// Text returns what was typed in a place, and whether anything was: text that
// was wiped out again is there, and empty.
func (u Unsaved) Text(key string) (text string, ok bool) {
	text, ok = u.texts[key]
	return text, ok
}

// Keep keeps what is typed in a place.
func (u Unsaved) Keep(key, text string) { u.texts[key] = text }

// Drop forgets what was typed in a place, as it is saved or thrown away.
func (u Unsaved) Drop(key string) { delete(u.texts, key) }

// reasonKey stands before all places of reasons.
const reasonKey = "because "

// ReasonKey is the place of a reason for a decision on an invitation: each has
// its own.
func ReasonKey(id string, d record.Decision) string { return reasonKey + id + " " + string(d) }

// LaterKey is the place of a day to which an invitation is put off.
func LaterKey(id string) string { return "later " + id }

// ReplyKey is the place of a suggested reply that the person changes.
func ReplyKey(id string, r advisor.Reply) string { return "reply " + id + " " + r.Kind }

// ReplyText is a suggested reply as the person left it.
func (e *Env) ReplyText(id string, r advisor.Reply) string {
	if text, ok := e.Unsaved.Text(ReplyKey(id, r)); ok {
		return text
	}
	return r.Text
}

// dropReasons forgets all reasons for decisions on an invitation.
func (u Unsaved) dropReasons(id string) {
	for key := range u.texts {
		if key == reasonKey+id || strings.HasPrefix(key, reasonKey+id+" ") {
			delete(u.texts, key)
		}
	}
}
