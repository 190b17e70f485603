package record

import (
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
)

// Decision is what the person did.
type Decision string

// The decisions. Sent and NotSent belong to outgoing invitations.
const (
	Accepted Decision = "accepted"
	Ignored  Decision = "ignored"
	Declined Decision = "declined"
	Blocked  Decision = "blocked"
	Reported Decision = "reported"
	Sent     Decision = "sent"
	NotSent  Decision = "not_sent"

	NotDecided Decision = "" // or left until a date
)

// decisionKind is all the program knows of a decision but for its look.
type decisionKind struct {
	decision  Decision
	direction Direction // of the invitations it can be taken on; "" is any
	carries   recommendations
	agrees    recommendations // what else it is not against
}

// recommendations is a set, one bit each.
type recommendations uint8

func those(all ...advisor.Recommendation) (set recommendations) {
	for _, r := range all {
		set |= 1 << r
	}
	return set
}

func (set recommendations) have(r advisor.Recommendation) bool { return set&(1<<r) != 0 }

// decisionKinds is the one table of decisions. What carries a recommendation out
// also agrees with it; blocking where declining was advised, say, only agrees.
func decisionKinds() []decisionKind {
	const (
		accept, review, relevant = advisor.Accept, advisor.ReviewAndAccept, advisor.ReviewAndAcceptIfRelevant
		ignore, decline, block   = advisor.IgnoreOrVetFurther, advisor.Decline, advisor.DeclineAndBlock
	)
	return []decisionKind{
		{Accepted, Incoming, those(accept, review, relevant), 0},
		{Ignored, Incoming, those(ignore, decline), those(relevant)},
		{Declined, Incoming, those(decline), those(relevant)},
		{Blocked, Incoming, those(block), those(decline)},
		{Reported, Incoming, 0, those(decline, block)}, // see CarriesOut
		{Sent, Outgoing, those(accept, review, relevant), 0},
		{NotSent, Outgoing, those(ignore, decline, block), those(relevant)},
		{NotDecided, "", those(relevant, ignore), 0},
	}
}

// kindOf is the row of a decision; one that a later program added has none of
// its data.
func kindOf(d Decision) decisionKind {
	all := decisionKinds()
	if i := slices.IndexFunc(all, func(k decisionKind) bool { return k.decision == d }); i >= 0 {
		return all[i]
	}
	return decisionKind{decision: d}
}

// Decisions returns every decision.
func Decisions() []Decision { return decisionsWhere(func(decisionKind) bool { return true }) }

// DecisionsFor returns what can be decided on an invitation of that direction.
func DecisionsFor(dir Direction) []Decision {
	return decisionsWhere(func(k decisionKind) bool { return k.direction == dir })
}

func decisionsWhere(wanted func(decisionKind) bool) []Decision {
	var found []Decision
	for _, k := range decisionKinds() {
		if k.decision != NotDecided && wanted(k) {
			found = append(found, k.decision)
		}
	}
	return found
}

// ParseDecision returns the decision with the given word.
func ParseDecision(word string) (Decision, error) {
	if d := Decision(word); slices.Contains(Decisions(), d) {
		return d, nil
	}
	return "", fmt.Errorf("unknown decision %q (allowed: %s)", word, JoinDecisions(Decisions()))
}

// JoinDecisions lists decisions for an error.
func JoinDecisions(decisions []Decision) string { return strings.Join(WordsOf(decisions), ", ") }

// CarriesOut reports whether the decision, or leaving it until a date for none,
// is what the advice says to do. Reporting is advised beside the recommendation.
func (d Decision) CarriesOut(r advisor.Recommendation, report bool) bool {
	return kindOf(d).carries.have(r) || d == Reported && report
}

// Agrees reports whether the decision is what the advice was about, or at least
// not against it. Without advice there is nothing to disagree with.
func (d Decision) Agrees(r advisor.Recommendation) bool {
	k := kindOf(d)
	return r == 0 || (k.carries | k.agrees).have(r)
}
