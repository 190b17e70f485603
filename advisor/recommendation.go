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
func (r Recommendation) Label() string {
	id := strings.ReplaceAll(r.String(), "-", " ")
	if id == "" {
		return ""
	}
	return strings.ToUpper(id[:1]) + id[1:]
}

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

// What the recommendations are called when there is nobody's invitation to
// accept: the person would send one, or join LinkedIn.
var (
	outgoingLabels = map[Recommendation]string{
		Accept:                    "Send it",
		ReviewAndAccept:           "Send it after one look",
		ReviewAndAcceptIfRelevant: "Send it after one look",
		IgnoreOrVetFurther:        "Not yet",
		Decline:                   "Don't send it",
		DeclineAndBlock:           "Don't send it, and block",
	}
	joiningLabels = map[Recommendation]string{
		Accept:                    "Join",
		ReviewAndAccept:           "Join later, settings first",
		ReviewAndAcceptIfRelevant: "Join later, settings first",
		IgnoreOrVetFurther:        "Leave the mail",
		Decline:                   "Leave the mail",
		DeclineAndBlock:           "Leave the mail, and report it",
	}
)

// LabelFor returns the recommendation in the words that fit the direction
// ("incoming", "outgoing") and the kind ("connect", "join") of an invitation;
// "" is incoming and connect.
func (r Recommendation) LabelFor(direction, kind string) string {
	return pathOf(direction, kind).label(r)
}

// label returns what a recommendation is called on a path.
func (p path) label(r Recommendation) string {
	switch p {
	case outgoing:
		return outgoingLabels[r]
	case joining:
		return joiningLabels[r]
	}
	return r.Label()
}

// labels returns what recommendations but one are called on a path; two may be
// called the same.
func (p path) labels(set recommendationSet, but Recommendation) []string {
	var labels []string
	for _, r := range set.list() {
		if label := p.label(r); label != p.label(but) && !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return labels
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
