package record

import (
	"fmt"
	"strings"
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

// deedOf is an act as far as it has words of its own.
type deedOf struct {
	decision Decision
	reported bool
	joins    bool // it was done with a mail that asks to join LinkedIn
}

// deed is what the person did, as they say it, and as they are told it with the
// day in place of the verb.
type deed struct{ said, on string }

// deeds is the one table of what can be done, in whole sentences.
var deeds = map[deedOf]deed{
	{Accepted, false, false}:   {"I accepted it", "You accepted it on %s."},
	{Ignored, false, false}:    {"I ignored it", "You ignored it on %s."},
	{Declined, false, false}:   {"I declined it", "You declined it on %s."},
	{Declined, true, false}:    {"I declined it and reported the sender", "You declined it and reported the sender on %s."},
	{Blocked, false, false}:    {"I blocked the sender", "You blocked the sender on %s."},
	{Blocked, true, false}:     {"I reported and blocked the sender", "You reported and blocked the sender on %s."},
	{Reported, false, false}:   {"I reported the sender", "You reported the sender on %s."},
	{Sent, false, false}:       {"I sent it", "You sent it on %s."},
	{NotSent, false, false}:    {"I did not send it", "You decided on %s not to send it."},
	{NotDecided, false, false}: {"I left it until a date", "You left it on %s until a date."},

	{Accepted, false, true}: {"I joined LinkedIn", "You joined LinkedIn on %s."},
	{Ignored, false, true}:  {"I left the mail", "You left the mail on %s."},
	{Declined, false, true}: {"I decided against it", "You decided against it on %s."},
	{Declined, true, true}:  {"I decided against it and reported the mail", "You decided against it and reported the mail on %s."},
	{Blocked, true, true}:   {"I blocked the sender and reported the mail", "You blocked the sender and reported the mail on %s."},
	{Reported, false, true}: {"I reported the mail", "You reported the mail on %s."},
}

// deed looks an act up. A mail to join that has no words of its own has those of
// an invitation; a decision that a later program added is named by its word.
func (a Act) deed(kind string) deed {
	of := deedOf{a.Decision, a.Reported, kind == KindJoin}
	if d, ok := deeds[of]; ok {
		return d
	}
	of.joins = false
	if d, ok := deeds[of]; ok {
		return d
	}
	word := strings.ReplaceAll(string(a.Decision), "_", " ")
	return deed{"I recorded “" + word + "”", "You recorded “" + strings.ReplaceAll(word, "%", "%%") + "” on %s."}
}

// Said is what the person did with an invitation of that kind, as they say it: "I
// accepted it".
func (a Act) Said(kind string) string { return a.deed(kind).said }

// On says to the person what they did with an invitation of that kind, and on
// which day.
func (a Act) On(kind, day string) string { return fmt.Sprintf(a.deed(kind).on, day) }

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

// Outcome says to the person what came of the invitation, with days as day writes
// them; "" while nothing has.
func (inv *Invitation) Outcome(day func(time.Time) string) string {
	switch {
	case inv.Decision != "":
		kind := KindConnect
		if inv.Joins() {
			kind = KindJoin
		}
		return inv.ActDone().On(kind, day(inv.DecidedAt))
	case inv.Connected && inv.ConnectedOn.IsZero():
		return "They are a connection of yours already."
	case inv.Connected:
		return "They are a connection of yours, since " + day(inv.ConnectedOn) + "."
	}
	return ""
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
