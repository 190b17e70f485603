package words

import (
	"time"

	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// ReachState is how far an invitation that the person sends has come, in a word or
// two; "" for one that came to them.
func ReachState(row *record.Row, now time.Time) string {
	day := func() string { return "→ " + style.DueDay(row.LaterUntil.In(now.Location()), now) }
	switch row.Reach {
	case record.ReachThinking:
		switch {
		case row.Status == record.StatusLater:
			return day()
		case row.Due:
			return "due"
		}
		return "thinking"
	case record.ReachSent, record.ReachPending:
		if !row.LaterUntil.IsZero() {
			return style.DecisionSymbol(record.Sent) + " " + day()
		}
		if row.Reach == record.ReachPending {
			return "pending " + style.Age(row.SentOn(), now)
		}
		return "sent " + style.Age(row.SentOn(), now)
	case record.ReachAnswered:
		if row.Connected {
			return "accepted"
		}
		return "closed"
	case record.ReachDropped:
		return "not sent"
	}
	return ""
}

// reachStates say how far an invitation that the person sends has come, and what
// there is to do about it. asks says what asks the questions, as the person does
// it.
func reachStates(row record.Row, now time.Time, asks string) []string {
	sent := row.SentOn()
	switch row.Reach {
	case record.ReachThinking:
		if row.Recommendation == 0 {
			return []string{quantity.Text("Not sent yet: %s asks whether to send it", asks)}
		}
		return []string{"Not sent yet"}
	case record.ReachSent:
		if sent.IsZero() {
			return []string{"You sent it; no answer yet"}
		}
		return []string{quantity.Text("You sent it on %s; no answer yet", style.Date(sent, now))}
	case record.ReachPending: // for long, so the day is known
		return []string{
			quantity.Text("You sent it on %s, %s; no answer yet", style.Date(sent, now), Ago(sent, now)),
			"Let it be, or withdraw it on LinkedIn: after that you cannot invite them again for about three weeks",
		}
	case record.ReachAnswered:
		if row.Connected {
			return []string{"They accepted: you are connected"}
		}
		return []string{"No longer in your archive: declined, withdrawn or expired"}
	case record.ReachDropped:
		return []string{"You did not send it"}
	}
	return nil
}

// NoNote says that an invitation has no note; "" where none is to be expected.
func NoNote(row record.Row) string {
	switch {
	case row.Join:
		return ""
	case row.Direction != record.Outgoing:
		return "No note came with it"
	case row.Reach == record.ReachThinking:
		return "No note written yet"
	}
	return "No note is known to have gone with it"
}

// NoteTitle says whose note an invitation carries.
func NoteTitle(row record.Row) string {
	if row.Direction == record.Outgoing {
		return "Your note to them"
	}
	return "Note"
}
