package store

import (
	"fmt"
	"time"

	"linkvet/store/dates"
	"linkvet/store/fault"
	"linkvet/store/merge"
	"linkvet/store/record"
	"linkvet/store/tables"
)

// metAlready refuses to invite somebody whose address belongs to one who waits for
// the person's answer, is a connection or was invited. Where only the name is the
// same, or they invited the person again, alike says who that is.
func (s *Store) metAlready(tx *tables.Tx, present *merge.Present, inv *record.Invitation) (alike string, err error) {
	for _, met := range present.Met(inv) {
		name, words, about := inv.DisplayName(), connectedSince(met.On), ""
		if met.ID != "" {
			there, err := tx.Find(met.ID)
			if err != nil {
				return "", err
			}
			if there == nil || there.Direction == record.Outgoing && inv.Direction == record.Incoming {
				continue // it was added a moment ago, or who was invited may invite as well
			}
			name, words, about = there.DisplayName(), s.metAs(there), " ("+there.ID+")"
		}
		switch {
		case words == "":
		case met.Sure && inv.Direction == record.Outgoing:
			return "", fault.There("%s %s%s", name, words, about)
		case !met.Sure && alike == "":
			alike = fmt.Sprintf("%s%s %s; if that is the same person, linkvet undo takes the new one back", name, about, words)
		}
	}
	return alike, nil
}

// metAs says how the person stands with somebody already; "" where nothing keeps
// one of the two from inviting the other.
func (s *Store) metAs(inv *record.Invitation) string {
	row := inv.Outline(s.file.Now())
	switch {
	case inv.Connected:
		return connectedSince(inv.ConnectedOn)
	case inv.Decision == record.Accepted:
		return s.dated(inv.DecidedAt, "was accepted by you on %s", "was accepted by you")
	case row.Status == record.StatusWaiting:
		return "is already waiting for your answer"
	case row.Status == record.StatusLater:
		return "is already waiting for your answer, which you put off until " + dates.Day(row.LaterUntil.Time())
	case row.Reach == record.ReachThinking:
		return "is already among those you think of inviting"
	case row.Reach == record.ReachSent, row.Reach == record.ReachPending:
		return s.dated(row.SentOn(), "was already invited by you on %s and has not answered", "was already invited by you and has not answered")
	}
	return ""
}

// dated is a sentence with a day, or the one without where that is not known.
func (s *Store) dated(on time.Time, with, without string) string {
	if on.IsZero() {
		return without
	}
	return fmt.Sprintf(with, dates.Day(on.In(s.file.Now().Location())))
}

func connectedSince(on time.Time) string {
	if on.IsZero() {
		return "is already a connection of yours"
	}
	return "is already a connection of yours, since " + dates.Day(on)
}
