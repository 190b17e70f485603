package exchange

import (
	"io"
	"strings"
	"time"

	"linkvet/store/record"
	"linkvet/store/tabular"
)

// newCalendar writes the days that invitations are put off to, and those on which
// decided ones are to be followed up. What was put off and no longer is becomes a
// cancellation.
func newCalendar(w io.Writer, postponed map[string]bool) oneByOne {
	var calendar *tabular.CalendarWriter
	begin := func(now time.Time) {
		if calendar == nil {
			calendar = tabular.NewCalendarWriter(w, "LinkedIn invitations", now)
		}
	}
	has := func(inv *record.Invitation, now time.Time) bool {
		return !inv.Outline(now).LaterUntil.IsZero() || postponed[inv.ID]
	}
	write := func(inv record.Invitation, now time.Time) error {
		begin(now)
		day := inv.Outline(now).LaterUntil
		event := tabular.Event{
			UID: inv.ID + "-later@linkvet", Summary: "LinkedIn: " + oneLine(inv.DisplayName()), URL: inv.URL, Changed: inv.ChangedAt,
			Day: day.Time(), Description: about(inv, now),
		}
		if day.IsZero() {
			event.Canceled, event.Day = true, inv.ChangedAt.In(now.Location())
		}
		return calendar.Write(event)
	}
	return oneByOne{has, write, func() error {
		begin(time.Unix(0, 0))
		return calendar.Close()
	}}
}

// about says whom an event is about, what there is to do, and how to go on.
func about(inv record.Invitation, now time.Time) string {
	var lines []string
	switch row := inv.Outline(now); {
	case row.Reach == record.ReachSent || row.Reach == record.ReachPending:
		lines = append(lines, "You invited them: see whether they have answered.")
	case row.Reach == record.ReachThinking:
		lines = append(lines, "You think of inviting them.")
	case row.Join:
		lines = append(lines, "They ask you to join LinkedIn.")
	}
	for _, text := range []string{inv.Headline, inv.Company} {
		if text != "" {
			lines = append(lines, oneLine(text))
		}
	}
	return strings.Join(append(lines, "linkvet show "+inv.ID), "\n")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
