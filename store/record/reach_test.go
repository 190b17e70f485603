package record

import (
	"testing"
	"time"
)

// How far an invitation of the person's own has come.
func TestReach(t *testing.T) {
	now := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	ago := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	mine := func(change func(*Invitation)) Invitation {
		inv := Invitation{Direction: Outgoing, Name: "Mia"}
		change(&inv)
		return inv
	}
	for name, c := range map[string]struct {
		inv  Invitation
		want Reach
	}{
		"one that came":          {Invitation{Direction: Incoming, SentAt: ago(40)}, ReachNone},
		"only thought of":        {mine(func(*Invitation) {}), ReachThinking},
		"sent, by their word":    {mine(func(i *Invitation) { i.Decision, i.DecidedAt = Sent, ago(3) }), ReachSent},
		"sent, by the archive":   {mine(func(i *Invitation) { i.Listed, i.SentAt = true, ago(27) }), ReachSent},
		"in it without a date":   {mine(func(i *Invitation) { i.Listed = true }), ReachSent},
		"four weeks later":       {mine(func(i *Invitation) { i.Decision, i.DecidedAt = Sent, ago(28) }), ReachPending},
		"accepted":               {mine(func(i *Invitation) { i.Connected, i.Decision, i.DecidedAt = true, Sent, ago(40) }), ReachAnswered},
		"no longer in it":        {mine(func(i *Invitation) { i.Listed, i.Gone, i.SentAt = true, true, ago(40) }), ReachAnswered},
		"not sent after all":     {mine(func(i *Invitation) { i.Decision, i.DecidedAt = NotSent, ago(1) }), ReachDropped},
		"already a connection":   {mine(func(i *Invitation) { i.Connected = true }), ReachAnswered},
		"thought of, with a day": {mine(func(i *Invitation) { i.LaterUntil = DayIn(now) + 3 }), ReachThinking},
	} {
		row := c.inv.Row(now)
		if row.Reach != c.want {
			t.Errorf("%s: %q, want %q", name, row.Reach, c.want)
		}
		judged := row
		judged.Reach = ReachNone
		if judged.Judge(now); judged.Reach != c.want {
			t.Errorf("%s: judged again it is %q", name, judged.Reach)
		}
	}
}
