package tui

import (
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/style"
)

// A text that goes on says so, and how to read on.
func TestLongTextsSayThatTheyGoOn(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Press("H")
	d.Wants("more lines (↓, pgdn)")
	d.Press("G")
	d.WantsNot("more lines")
}

// Every sign of a list is explained.
func TestTheGuideExplainsEverySign(t *testing.T) {
	d := newDriver(t, 100, 100, frametest.WithPeople())
	d.Press("H")
	shows := strings.ReplaceAll(d.Shows(), "\u00a0", " ")
	for _, decision := range record.Decisions() {
		if said := style.DecisionSymbol(decision) + " " + style.DecisionWord(decision); !strings.Contains(shows, said) {
			t.Errorf("the guide does not explain %q", said)
		}
	}
	for _, r := range advisor.Recommendations() {
		d.Wants("\n  " + style.RecommendationSymbol(r) + " ")
	}
}
