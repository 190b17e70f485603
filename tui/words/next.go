package words

import (
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/advisor/interview"
	"linkvet/store/dates"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// NextAct is what the advice says to do next, as it is recorded. An act without a
// decision is to leave it until a date.
type NextAct struct {
	Act  record.Act
	Asks bool   // it is grave: the program asks first
	Said string // what the person did then, as they say it
}

// Text says what is recorded.
func (n NextAct) Text() string {
	switch {
	case n.Act.Decision == record.NotDecided && n.Asks:
		return "leave it until a date, after asking"
	case n.Act.Decision == record.NotDecided:
		return "leave it until a date"
	case n.Asks:
		return quantity.Text("record “%s”, after asking", n.Said)
	}
	return quantity.Text("record “%s”", n.Said)
}

// Next is the act that carries the advice out: what its first words say to do. It is
// not ok while there is no one act, as when it depends on what the person wants.
func Next(inv record.Invitation, adv advisor.Advice) (next NextAct, ok bool) {
	if !interview.Begun(inv.Answers) {
		return NextAct{}, false
	}
	d := advisedDecision(inv, adv)
	if d == noAct {
		return NextAct{}, false
	}
	report := adv.Report && (d == record.Declined || d == record.Blocked)
	act := record.Act{Decision: d, Reported: report}
	return NextAct{act, Vetoed(adv), act.Said(kindOf(inv))}, true
}

// NoWayIn says why asking ended with interview.NoWayIn. What the person did not
// know may still open the door, as the flips of the advice then say below.
func NoWayIn(inv record.Invitation, adv advisor.Advice) string {
	unknown := slices.ContainsFunc(adv.Flips, func(f advisor.Flip) bool { return f.Recommendation < adv.Recommendation })
	switch sends := inv.Direction == record.Outgoing; {
	case sends && unknown:
		return "No question left could let you send it; only what you did not know still might."
	case sends:
		return "No question left could let you send it."
	case unknown:
		return "No question left could let you accept; only what you did not know still might."
	}
	return "No question left could let you accept."
}

// SignsUnseen says that the advice would let somebody in who invites the person
// before any stop sign was looked at; empty where it does not.
func SignsUnseen(inv record.Invitation, adv advisor.Advice) string {
	if inv.Direction == record.Outgoing || inv.Joins() || adv.Recommendation >= advisor.IgnoreOrVetFurther {
		return ""
	}
	for _, q := range advisor.Questions() {
		if q.Stage == advisor.StageStopSigns && inv.Answers.Value(q.ID) != "" {
			return ""
		}
	}
	return "No stop sign has been looked at yet."
}

// KindOf is what invitations ask for, where it is the same of all.
func KindOf(rows []record.Row) string {
	for i := range rows {
		if !rows[i].Join {
			return record.KindConnect
		}
	}
	return record.KindJoin
}

// kindOf is what an invitation asks for.
func kindOf(inv record.Invitation) string {
	if inv.Joins() {
		return record.KindJoin
	}
	return record.KindConnect
}

// noAct is in place of a decision where the advice is none.
const noAct record.Decision = "none"

// advisedDecision is the decision that carries the advice out.
func advisedDecision(inv record.Invitation, adv advisor.Advice) record.Decision {
	if len(adv.Respond) > 0 && adv.Respond[0].Waits || inv.Answers.Value("relevant") == "later" && adv.Recommendation == advisor.ReviewAndAcceptIfRelevant {
		return record.NotDecided
	}
	if inv.Direction == record.Outgoing {
		if adv.Recommendation < advisor.IgnoreOrVetFurther {
			return record.Sent
		}
		return record.NotSent
	}
	switch adv.Recommendation {
	case advisor.Accept:
		return record.Accepted
	case advisor.ReviewAndAccept:
		if inv.Joins() {
			return record.NotDecided // join later
		}
		return record.Accepted
	case advisor.ReviewAndAcceptIfRelevant:
		return noAct
	case advisor.IgnoreOrVetFurther:
		return record.Ignored
	case advisor.Decline:
		return record.Declined
	}
	return record.Blocked
}

// Acts are what can have been done with an invitation of that direction, the last
// one to leave it until a date.
func Acts(dir record.Direction) []record.Act {
	if dir == record.Outgoing {
		return []record.Act{{Decision: record.Sent}, {Decision: record.NotSent}, {}}
	}
	return []record.Act{
		{Decision: record.Accepted}, {Decision: record.Ignored}, {Decision: record.Declined}, {Decision: record.Blocked},
		{Decision: record.Reported}, {Decision: record.Blocked, Reported: true}, {},
	}
}

// Decided says what came of the invitation, and why the person did what they did
// where it differs from the advice of that time; "" where nothing came of it.
func Decided(inv record.Invitation, now time.Time) string {
	outcome := inv.Outcome(func(t time.Time) string { return style.Date(t, now) })
	if inv.Decision == "" {
		return outcome
	}
	said := []string{outcome}
	if !inv.FollowUp.IsZero() {
		said = append(said, quantity.Text("You want to follow it up on %s.", style.Date(inv.FollowUp.In(now.Location()), now)))
	}
	if !inv.Decision.Agrees(inv.Advised) {
		said = append(said, quantity.Text("The advice was “%s”.", inv.Advised.LabelFor(string(inv.Direction), inv.Answers.Value("kind"))))
		if why := strings.TrimSuffix(style.OneLine(inv.Because), "."); why != "" {
			said = append(said, quantity.Text("Your reason: %s.", why))
		}
	}
	return strings.Join(append(said, "Recording again replaces that."), " ")
}

// WhyAsked is what is said before the person gives a reason for an act that the
// advice was not about, which is as they say it.
func WhyAsked(said, advice string, several bool) string {
	if several {
		return "For some of them the advice was another. Why? A few words help you later; they are kept beside the advice of each."
	}
	return quantity.Text("You say “%s”, and the advice was “%s”. Why? A few words help you later; they are kept beside the advice.", said, advice)
}

// WaitAgain says of whom a decision, or a day to come back on, was taken back.
func WaitAgain(rows []record.Row) string {
	if len(rows) == 1 {
		return quantity.Text("%s waits again", style.NameOr(rows[0].Name))
	}
	return quantity.Sentence(len(rows), "%d invitation waits again", "%d invitations wait again")
}

// WaitAlready says whom there was nothing to take back of.
func WaitAlready(rows []record.Row) string {
	if len(rows) == 1 {
		return quantity.Text("%s waits already, and nothing was changed", style.NameOr(rows[0].Name))
	}
	return quantity.Sentence(len(rows), "%d invitation waits already, and nothing was changed", "%d invitations wait already, and nothing was changed")
}

// PutOff says until when invitations are put off, or followed up.
func PutOff(whom string, until record.Day, followUp bool) string {
	if followUp {
		return quantity.Text("To follow up on %s: %s", dates.Weekday(until.Time()), whom)
	}
	return quantity.Text("Put off until %s: %s", dates.Weekday(until.Time()), whom)
}

// DecisionWord is what the person did with an invitation, in a word or two.
func DecisionWord(row record.Row) string {
	if row.Join {
		switch row.Decision {
		case record.Accepted:
			return "joined"
		case record.Ignored:
			return "left the mail"
		}
	}
	word := style.DecisionWord(row.Decision)
	if row.Reported {
		word = "reported, " + word
	}
	return word
}

// Recorded says what was recorded of whom, of an invitation of that kind.
func Recorded(whom, kind string, act record.Act) string {
	if kind == record.KindJoin {
		return whom + ": “" + act.Said(kind) + "”"
	}
	day := act.FollowUp
	act.FollowUp = 0
	said := quantity.Text("%s, %s", whom, strings.ReplaceAll(act.Short(), "_", " "))
	if day.IsZero() {
		return said
	}
	return quantity.Text("%s, to follow up on %s", said, dates.Weekday(day.Time()))
}
