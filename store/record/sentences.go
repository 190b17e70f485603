package record

import (
	"fmt"
	"strings"
	"time"
)

// Sentences says what the archives know of the person beside the invitation, a
// sentence each without its full stop; day writes a day. Texts of strangers are
// as they came: the caller guards them.
func (f Facts) Sentences(day func(time.Time) string) []string {
	var said []string
	add := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
	if f.Namesake != "" {
		name := DisplayName(f.NamesakeName)
		add("You are connected with %s under another address: %s", name, strings.TrimPrefix(f.Namesake, "https://www."))
	}
	if f.TimesSent > 1 {
		add("Invited you %d times", f.TimesSent)
	}
	switch {
	case f.Messages == 1:
		add("1 message between you, last on %s", f.LastMessage)
	case f.Messages > 1:
		add("%d messages between you, last on %s", f.Messages, f.LastMessage)
	}
	if f.InvitedBefore != "" {
		add("You invited them on %s", f.InvitedBefore)
	}
	switch {
	case f.SameCompany == 1:
		add("1 connection of yours is at %s", f.Company)
	case f.SameCompany > 1:
		add("%d connections of yours are at %s", f.SameCompany, f.Company)
	}
	switch {
	case f.Connected && f.ConnectedOn != nil:
		add("Among your connections since %s", day(*f.ConnectedOn))
	case f.Connected:
		add("Among your connections")
	}
	return said
}
