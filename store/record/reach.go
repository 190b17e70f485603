package record

import "time"

// Reach is how far an invitation that the person sends has come. It follows from
// the record and the time, and is never stored.
type Reach string

// How far it can have come.
const (
	ReachNone     Reach = ""         // it came to the person
	ReachThinking Reach = "thinking" // not sent yet
	ReachSent     Reach = "sent"     // and not answered
	ReachPending  Reach = "pending"  // sent long ago, and not answered
	ReachAnswered Reach = "answered" // they are a connection now, or it is no longer open
	ReachDropped  Reach = "dropped"  // the person did not send it
)

// Reaches returns every one that an invitation of the person's own can have, in
// the order in which they want to be seen.
func Reaches() []Reach {
	return []Reach{ReachThinking, ReachPending, ReachSent, ReachAnswered, ReachDropped}
}

// Words are what a list calls it.
func (r Reach) Words() string {
	switch r {
	case ReachThinking:
		return "thinking of it"
	case ReachSent:
		return "sent"
	case ReachPending:
		return "pending for long"
	case ReachAnswered:
		return "answered"
	case ReachDropped:
		return "not sent"
	}
	return ""
}

// WasSent reports whether it was sent, whatever came of it.
func (r Reach) WasSent() bool { return r == ReachSent || r == ReachPending || r == ReachAnswered }

// LongPending is after how long without an answer an invitation counts as pending
// for long.
const LongPending = 28 * 24 * time.Hour

// SentOn is when the person sent it, as an archive has it or as they said so; the
// zero time while it is not sent, or not known.
func (r *Row) SentOn() time.Time {
	switch {
	case r.Direction != Outgoing:
		return time.Time{}
	case !r.SentAt.IsZero():
		return r.SentAt
	case r.Decision == Sent:
		return r.DecidedAt
	}
	return time.Time{}
}

// reach is how far it has come at the given time.
func (r *Row) reach(now time.Time) Reach {
	if r.Direction != Outgoing {
		return ReachNone
	}
	return reachOf(r.Decision, r.Connected, r.Gone, r.Listed, Seconds(r.SentOn()), now)
}

// reachOf is how far an invitation of the person's own has come that was sent at a
// time, in seconds since 1970, 0 for not.
func reachOf(d Decision, connected, gone, listed bool, sent int64, now time.Time) Reach {
	switch {
	case connected:
		return ReachAnswered
	case d == NotSent:
		return ReachDropped
	case gone && listed:
		return ReachAnswered
	case sent == 0 && !listed:
		return ReachThinking
	case sent != 0 && now.Unix()-sent >= int64(LongPending/time.Second):
		return ReachPending
	}
	return ReachSent
}
