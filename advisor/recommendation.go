package advisor

import (
	"fmt"
	"slices"
	"strings"
)

// Recommendation is what the program advises, most open first. The zero value
// means that nothing has been advised yet. The words are those of the table in
// source 001 (lines 123 to 131).
type Recommendation uint8

// The recommendations, most open first.
const (
	Accept Recommendation = iota + 1
	ReviewAndAccept
	ReviewAndAcceptIfRelevant
	IgnoreOrVetFurther
	Decline
	DeclineAndBlock
)

var recommendationIDs = [...]string{
	Accept:                    "accept",
	ReviewAndAccept:           "review-and-accept",
	ReviewAndAcceptIfRelevant: "review-and-accept-if-relevant",
	IgnoreOrVetFurther:        "ignore-or-vet-further",
	Decline:                   "decline",
	DeclineAndBlock:           "decline-and-block",
}

// Recommendations returns every recommendation, most open first.
func Recommendations() []Recommendation {
	return []Recommendation{Accept, ReviewAndAccept, ReviewAndAcceptIfRelevant, IgnoreOrVetFurther, Decline, DeclineAndBlock}
}

// String returns the recommendation's id, such as "review-and-accept", or ""
// when nothing has been advised.
func (r Recommendation) String() string {
	if int(r) >= len(recommendationIDs) {
		return fmt.Sprintf("recommendation(%d)", uint8(r))
	}
	return recommendationIDs[r]
}

// Label returns the recommendation in words for people, such as "Review and
// accept".
func (r Recommendation) Label() string { return incoming.label(r) }

// path is which of three ways through the rules a case takes.
type path uint8

const (
	incoming path = iota
	joining       // an invitation to join LinkedIn
	outgoing      // the person wants to invite somebody
)

func pathOf(direction, kind string) path {
	switch {
	case direction == "outgoing":
		return outgoing
	case kind == "join":
		return joining
	}
	return incoming
}

// called is what a recommendation is called.
type called struct {
	label  string // by itself, as in a list
	within string // in the middle of a sentence
}

// What the recommendations are called on each path. Unless it is an invitation to
// accept, the person would send one, or join LinkedIn.
var calledOn = [...]map[Recommendation]called{
	incoming: {
		Accept:                    {"Accept", "accept"},
		ReviewAndAccept:           {"Review and accept", "review and accept"},
		ReviewAndAcceptIfRelevant: {"Review and accept if relevant", "review and accept if relevant"},
		IgnoreOrVetFurther:        {"Ignore or vet further", "ignore or vet further"},
		Decline:                   {"Decline", "decline"},
		DeclineAndBlock:           {"Decline and block", "decline and block"},
	},
	outgoing: {
		Accept:                    {"Send it", "send it"},
		ReviewAndAccept:           {"Send it after one look", "send it after one look"},
		ReviewAndAcceptIfRelevant: {"Send it after one look", "send it after one look"},
		IgnoreOrVetFurther:        {"Not yet", "not yet"},
		Decline:                   {"Don't send it", "don't send it"},
		DeclineAndBlock:           {"Don't send it, and block", "don't send it, and block"},
	},
	joining: {
		Accept:                    {"Join", "join"},
		ReviewAndAccept:           {"Join later, settings first", "join later, settings first"},
		ReviewAndAcceptIfRelevant: {"Join later, settings first", "join later, settings first"},
		IgnoreOrVetFurther:        {"Leave the mail", "leave the mail"},
		Decline:                   {"Leave the mail", "leave the mail"},
		DeclineAndBlock:           {"Leave the mail, and report it", "leave the mail, and report it"},
	},
}

// LabelFor returns the recommendation in the words that fit the direction
// ("incoming", "outgoing") and the kind ("connect", "join") of an invitation;
// "" is incoming and connect.
func (r Recommendation) LabelFor(direction, kind string) string {
	return pathOf(direction, kind).label(r)
}

// AdviceFor is LabelFor with what is advised beside it: to report the sender.
func (r Recommendation) AdviceFor(direction, kind string, report bool) string {
	return pathOf(direction, kind).advice(r, report)
}

// label returns what a recommendation is called on a path.
func (p path) label(r Recommendation) string { return calledOn[p][r].label }

// within is label in the middle of a sentence.
func (p path) within(r Recommendation) string { return calledOn[p][r].within }

// advice is label with whether to report.
func (p path) advice(r Recommendation, report bool) string {
	if label := p.label(r); report && !(p == joining && r == DeclineAndBlock) { // which says so
		return fmt.Sprintf("%s, and report it", label)
	}
	return p.label(r)
}

// others returns what recommendations but one are called on a path, in the middle
// of a sentence; two may be called the same.
func (p path) others(set recommendationSet, but Recommendation) []string {
	var names []string
	for _, r := range set.list() {
		if name := p.within(r); name != p.within(but) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// ParseRecommendation returns the recommendation with the given id; "" is none.
func ParseRecommendation(id string) (Recommendation, error) {
	for r, known := range recommendationIDs {
		if id == known {
			return Recommendation(r), nil
		}
	}
	return 0, fmt.Errorf("unknown recommendation %q (allowed: %s)", id, strings.Join(recommendationIDs[1:], ", "))
}

// MarshalText writes the id.
func (r Recommendation) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads an id.
func (r *Recommendation) UnmarshalText(text []byte) error {
	parsed, err := ParseRecommendation(string(text))
	if err == nil {
		*r = parsed
	}
	return err
}

// caution returns the more cautious of two recommendations.
func caution(a, b Recommendation) Recommendation { return max(a, b) }
