package advisor

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

// TestExplanations holds the whole explanation of situations and vignettes, as a person
// would read it, against a golden file (go test ./advisor -update).
func TestExplanations(t *testing.T) {
	for _, v := range append(situations(t), vignettes(t)[:14]...) {
		t.Run(v.ID, func(t *testing.T) {
			c := v.advisorCase()
			c.Invitation.Name, c.Invitation.Company = cmp.Or(c.Invitation.Name, "Robin Vale"), cmp.Or(c.Invitation.Company, "Northwind")
			golden.RequireEqual(t, explain(Advise(c)))
		})
	}
}

func explain(adv Advice) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s, report %v, settled %v, possible %v\n", adv.Summary, adv.Recommendation, adv.Report, adv.Settled, adv.Possible)
	section := func(title string, lines ...string) {
		if len(lines) > 0 {
			fmt.Fprintf(&b, "\n%s\n  %s\n", title, strings.Join(lines, "\n  "))
		}
	}
	var reasons, checks, flips, respond, replies []string
	for _, r := range adv.Reasons {
		reasons = append(reasons, fmt.Sprintf("%s (%s) %s: %s %v", r.Outcome, r.Strength, r.Question, r.Text, r.Sources))
	}
	for _, c := range adv.NextChecks {
		checks = append(checks, c.Question)
	}
	for _, f := range adv.Flips {
		flips = append(flips, fmt.Sprintf("%s=%s: %s", f.Question, f.Answer, f.Text))
	}
	for _, r := range adv.Respond {
		respond = append(respond, r.Way+": "+r.Text)
	}
	for _, r := range adv.Replies {
		replies = append(replies, r.Kind+": "+r.Text)
	}
	section("reasons", reasons...)
	section("unknown", adv.Unknown...)
	section("next checks", checks...)
	section("flips", flips...)
	section("respond", respond...)
	section("replies", replies...)
	section("next steps", adv.NextSteps...)
	return b.String()
}
