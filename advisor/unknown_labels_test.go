package advisor

import (
	"slices"
	"testing"
)

// What is left open is kept as "don't know", so its words say only that: nothing
// about the person or their profile.
func TestDontKnowClaimsNothing(t *testing.T) {
	silent := []string{"Don't know", "Not checked", "Not looked", "Not said", "Not searched"}
	for _, q := range Questions() {
		for _, c := range q.Answers {
			if c.Value == DontKnow && !slices.Contains(silent, c.Label) {
				t.Errorf("%s left open reads %q", q.ID, c.Label)
			}
		}
	}
}
