package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/style"
)

// What the person did is never shown with the sign or the colour of the advice,
// with a column for the state or without, and every sign is explained.
func TestDecisionsHaveSignsOfTheirOwn(t *testing.T) {
	advice := map[string]bool{}
	for _, r := range advisor.Recommendations() {
		advice[style.RecommendationSymbol(r)] = true
	}
	var people []record.Invitation
	for i, d := range record.Decisions() {
		sign := style.DecisionSymbol(d)
		if advice[sign] || ansi.StringWidth(sign) != 1 {
			t.Errorf("%s has the sign %q", d, sign)
		}
		people = append(people, record.Invitation{ID: string(rune('a' + i)), Name: "Ann", Decision: d, Recommendation: advisor.DeclineAndBlock})
	}
	people = append(people, record.Invitation{ID: "y", Name: "Ann", Direction: record.Outgoing, Recommendation: advisor.Accept})
	for _, w := range []int{60, 80, 120, 200} {
		d := newDriver(t, w, 40, screen.Options{Storage: frametest.NewFakeStorage(people...), Theme: style.ThemeDark})
		d.Press("4", "G", "p")
		for _, decision := range record.Decisions() {
			d.Wants("  " + style.DecisionSymbol(decision) + " " + style.DecisionWord(decision))
		}
		d.Wants("  sent by you")
		if veto := d.Root.Env.Styles.Danger.Render("⊘ blocked"); strings.Contains(d.Raw(), veto) {
			t.Errorf("at %d a decision is red", w)
		}
	}
	d := newDriver(t, 100, 100, frametest.WithPeople())
	d.Press("H")
	for _, decision := range record.Decisions() {
		if said := style.DecisionSymbol(decision) + " " + style.DecisionWord(decision); !strings.Contains(strings.ReplaceAll(d.Shows(), "\u00a0", " "), said) {
			t.Errorf("the guide does not explain %q", said)
		}
	}
	for sign := range advice {
		d.Wants("\n  " + sign + " ")
	}
}

// A text that goes on says so, and how to read on.
func TestLongTextsSayThatTheyGoOn(t *testing.T) {
	d := newDriver(t, 80, 24, frametest.WithPeople())
	d.Press("H")
	d.Wants("more lines (↓, pgdn)")
	d.Press("G")
	d.WantsNot("more lines")
}
