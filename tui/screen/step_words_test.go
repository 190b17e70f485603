package screen_test

import (
	"testing"

	"linkvet/tui/screen"
)

// What a step did is read in a sentence that has a colon of its own.
func TestTheWordsOfAStepGoIntoASentence(t *testing.T) {
	for words, want := range map[string]string{
		"answered: 43 invitations": "answered 43 invitations",
		"answered: Mia Berg (Do you know them: Well; Their role taken back)": "answered Mia Berg (Do you know them – Well; Their role taken back)",
		"decided: Mia Berg accepted, follow up 2026-12-02":                   "Mia Berg accepted, follow up Wednesday 2 December 2026",
		"postponed: Mia Berg until 2026-12-13":                               "postponed Mia Berg until Sunday 13 December 2026",
		"tagged: Mia Berg +work":                                             "tagged Mia Berg +work",
		"compacted":                                                          "compacted",
	} {
		if got := screen.StepText(words); got != want {
			t.Errorf("%q is read as %q, not %q", words, got, want)
		}
	}
}
