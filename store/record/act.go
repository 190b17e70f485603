package record

import (
	"fmt"
	"time"

	"linkvet/advisor"
)

// Act is what the person did with an invitation. The zero one is nothing.
type Act struct {
	Decision Decision
	Because  string
	Reported bool // they also reported the sender, beside declining or blocking
	FollowUp Day  // when they want to come back to it; 0 for never
}

// Check reports what does not go together, at the given time.
func (a Act) Check(now time.Time) error {
	if a.Reported && a.Decision != Declined && a.Decision != Blocked {
		return fmt.Errorf("%q with reported (it goes with %s and %s)", a.Decision, Declined, Blocked)
	}
	if !a.FollowUp.IsZero() && a.FollowUp <= DayIn(now) {
		return fmt.Errorf("following up on %s, which is not in the future", a.FollowUp)
	}
	return nil
}

// Did is what the person did, as the rest of a sentence that begins with them:
// "reported and blocked the sender".
func (a Act) Did() string {
	switch {
	case a.Reported && a.Decision == Blocked:
		return "reported and blocked the sender"
	case a.Reported:
		return a.Decision.Did() + " and reported the sender"
	}
	return a.Decision.Did()
}

// DidOn is Did for an invitation of that kind: a mail that asks to join LinkedIn is
// answered in other words.
func (a Act) DidOn(kind string) string {
	if kind != KindJoin {
		return a.Did()
	}
	did := ""
	switch a.Decision {
	case Accepted:
		did = "joined LinkedIn"
	case Ignored:
		did = "left the mail"
	case Declined:
		did = "decided against it"
	case Reported:
		return "reported the mail"
	case Blocked:
		did = "blocked the sender"
	default:
		return a.Did()
	}
	if a.Reported {
		did += " and reported the mail"
	}
	return did
}

// CarriesOut reports whether the act is all that the advice says to do: where it
// says to report as well, that is part of it.
func (a Act) CarriesOut(r advisor.Recommendation, report bool) bool {
	together := report && (r == advisor.Decline || r == advisor.DeclineAndBlock)
	return a.Decision.CarriesOut(r, report) && a.Decision != Reported && a.Reported == together
}

// Short is the act in a few words, without why.
func (a Act) Short() string {
	text := string(a.Decision)
	if a.Reported {
		text += ", reported"
	}
	if !a.FollowUp.IsZero() {
		text += ", follow up " + a.FollowUp.String()
	}
	return text
}

// ActDone is what the person did with the invitation.
func (inv Invitation) ActDone() Act {
	return Act{Decision: inv.Decision, Because: inv.Because, Reported: inv.Reported, FollowUp: inv.FollowUp}
}

// Take makes an act the person's decision of the given time; the zero one takes
// their decision back.
func (inv *Invitation) Take(a Act, now time.Time) {
	inv.Decision, inv.Because, inv.Reported, inv.FollowUp = a.Decision, a.Because, a.Reported, a.FollowUp
	inv.DecidedAt, inv.Advised = now, inv.Recommendation
	if a.Decision == NotDecided {
		inv.DecidedAt, inv.Advised = time.Time{}, advisor.Recommendation(0)
	}
	inv.StopWaiting()
}
