package record

import "time"

// standing is all that the status of an invitation follows from, beside the day.
type standing struct {
	decision  Decision
	comesBack Day // until when it is put off or, once decided, when it is to be followed up
	connected bool
	outgoing  bool
	gone      bool
	surfaced  bool // an archive said something new while it was put off
}

// at is the status on a day, whether the day has come on which it is to be seen
// again, and whether it is put off still and an archive has said something new.
func (s standing) at(today Day) (status Status, due, back bool) {
	switch {
	case s.decision != "":
		return StatusDecided, s.comesBack != 0 && s.comesBack <= today, false
	case s.comesBack > today:
		return StatusLater, false, s.surfaced
	case s.connected:
		return StatusAccepted, false, false
	case s.outgoing:
		return StatusOutgoing, s.comesBack != 0, false
	case s.gone:
		return StatusGone, false, false
	}
	return StatusWaiting, s.comesBack != 0, false
}

func (inv *Invitation) standing() standing {
	return standing{inv.Decision, inv.comesBack(), inv.Connected, inv.Direction == Outgoing, inv.Gone, inv.Resurfaced}
}

// Status returns where the invitation stands at the given time, in the person's time
// zone: what is put off comes back when their day comes. A person's own
// decision or postponement stays whatever a later archive says.
func (inv Invitation) Status(now time.Time) Status {
	status, _, _ := inv.standing().at(DayIn(now))
	return status
}

// comesBack is the day on which it is to be seen again: that until which it was
// put off or, once decided, that of the follow-up.
func (inv *Invitation) comesBack() Day {
	if inv.Decision != "" {
		return inv.FollowUp
	}
	return inv.LaterUntil
}

// Judge fills what depends on the time.
func (r *Row) Judge(now time.Time) {
	r.Status, r.Due, r.Back = standing{
		r.Decision, r.LaterUntil, r.Connected, r.Direction == Outgoing, r.Gone, r.Resurfaced,
	}.at(DayIn(now))
	r.Reach = r.reach(now)
}
