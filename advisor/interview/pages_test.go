package interview

import (
	"slices"
	"testing"

	"linkvet/advisor"
)

// Each path has pages of its own.
func TestOutgoingAndJoiningHavePages(t *testing.T) {
	for key, want := range map[string][]string{"direction=outgoing": {"who", "against", "why", "favor"}, "kind=join": {"who", "plans", "stop-signs"}} {
		answers, err := advisor.ParseAnswers(key)
		if err != nil {
			t.Fatal(err)
		}
		v := New(advisor.Case{Answers: answers}, Options{})
		var ids []string
		for v.Onward(); v.End() == Asking; v.EndPage() {
			if ids = append(ids, v.Page().ID); v.Page().Signs {
				v.EndPage()
			}
		}
		if !slices.Equal(ids, want) {
			t.Errorf("%s: %v, not %v", key, ids, want)
		}
	}
}
