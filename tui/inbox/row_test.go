package inbox

import (
	"strings"
	"testing"

	"linkvet/advisor"
	"linkvet/store/record"
	"linkvet/tui/frame/frametest"
	"linkvet/tui/screen"
	"linkvet/tui/style"

	"github.com/charmbracelet/x/ansi"
)

// What the person did is never shown with the sign or the color of the advice,
// with a column for the state or without.
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
		d := inboxDriver(t, w, 40, screen.Options{Storage: frametest.NewFakeStorage(people...), Theme: style.ThemeDark})
		d.Press("5", "G", "p")
		for _, decision := range record.Decisions() {
			d.Wants("  " + style.DecisionSymbol(decision) + " " + style.DecisionWord(decision))
		}
		d.Wants("Send it")
		if veto := d.Root.Env.Styles.Danger.Render("⊘ blocked"); strings.Contains(d.Raw(), veto) {
			t.Errorf("at %d a decision is red", w)
		}
	}
}
