package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/quantity"
)

func (a *app) replayCommand() *cobra.Command {
	var profile string
	var apply bool
	cmd := &cobra.Command{
		Use:   "replay [FILE]",
		Short: "Say which advice rules or a profile would change, and why",
		Long: "Work out what other rules, or another profile, advise on every stored set of answers, and say which recommendations change, from what " +
			"to what, and because of which rule. Nothing is changed by it; --apply keeps the advice of the rules in force, each beside what was advised before.",
		Example: "linkvet rules replay\nlinkvet rules replay try.yaml\nlinkvet rules replay --profile case.json\nlinkvet rules replay --apply",
		Args:    oneAtMost("FILE"),
		RunE: a.doesByOtherRules(func(ctx context.Context, args []string) error {
			if apply && (len(args) > 0 || profile != "") {
				return usagef("--apply takes the rules and the profile that are in force, so neither FILE nor --profile")
			}
			_, by, err := a.rulesOf(args)
			if err != nil {
				return err
			}
			if apply {
				return a.applyRules(ctx, by)
			}
			p := a.profile()
			if profile != "" {
				if p, err = a.otherProfile(ctx, profile); err != nil {
					return err
				}
			}
			return a.replay(ctx, by, p)
		}),
	}
	cmd.Flags().StringVar(&profile, "profile", "", "JSON `FILE` with another profile, as linkvet advise takes it")
	cmd.Flags().BoolVar(&apply, "apply", false, "keep what the rules in force advise")
	return a.takesJSON(cmd)
}

// otherProfile reads the profile of a case.
func (a *app) otherProfile(ctx context.Context, file string) (advisor.Profile, error) {
	input, err := a.readInput(ctx, file)
	if err != nil {
		return advisor.Profile{}, err
	}
	c, err := advisor.ParseCase(strings.NewReader(string(input)), file)
	return c.Profile, err
}

// applyRules keeps the advice of the rules in force.
func (a *app) applyRules(ctx context.Context, by advisor.Rulebook) error {
	by.Use()
	s, err := a.openStore()
	if err != nil {
		return err
	}
	followed, err := s.FollowRules(ctx)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"rules": by.Name(), "changed": followed.Different})
	}
	if followed.Different == 0 {
		a.say("no recommendation changed")
		return nil
	}
	a.say("%s", quantity.Sentence(followed.Different, "%d recommendation changed; linkvet list is:revised shows it, with what was advised before",
		"%d recommendations changed; linkvet list is:revised shows them, each with what was advised before"))
	return nil
}

// sayOtherRules says so where a list has advice by other rules than an invitation
// opened now would be given.
func (a *app) sayOtherRules(s *store.Store) error {
	other, err := s.UnderOtherRules()
	if other {
		a.say("note: some of the advice is by other rules than those in force; linkvet rules replay --apply follows these")
	}
	return err
}

// replayed is one recommendation that would be another.
type replayed struct {
	ID         string                 `json:"id"`
	Name       string                 `json:"name"`
	From       advisor.Recommendation `json:"from"`
	FromReport bool                   `json:"from_report"`
	FromRules  string                 `json:"from_rules"` // by which it was first given
	To         advisor.Recommendation `json:"to"`
	ToReport   bool                   `json:"to_report"`
	Because    string                 `json:"because"`
}

// turn is a change of many recommendations.
type turn struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Because string `json:"because"`
	Count   int    `json:"count"`
}

// shownTurns is how many different changes are told; who has more rules than that
// takes --json.
const shownTurns = 40

func (a *app) replay(ctx context.Context, by advisor.Rulebook, profile advisor.Profile) error {
	s, err := a.readStore()
	if err != nil {
		return err
	}
	counts := map[turn]int{}
	progress, clear := a.replayProgress()
	return a.print(func(w io.Writer) error {
		answered, err := s.Replay(ctx, by, profile, progress, func(r store.Replayed) error {
			t := turn{From: withReport(r.Inv.Recommendation, r.Inv.Report), To: withReport(r.Now, r.Report),
				Because: by.Why(r.Inv.Case(profile), r.Inv.Recommendation, r.Inv.Report)}
			counts[t]++
			if !a.flags.json {
				return nil
			}
			return encodeLine(w, replayed{r.Inv.ID, r.Inv.Name, r.Inv.Recommendation, r.Inv.Report, r.Inv.Rules, r.Now, r.Report, t.Because})
		})
		clear()
		if err != nil || a.flags.json {
			return err
		}
		turnsText(w, answered, turnsOf(counts))
		return nil
	})
}

func withReport(r advisor.Recommendation, report bool) string {
	if report {
		return quantity.Text("%s and report", r)
	}
	return r.String()
}

// turnsOf are the changes, those of most invitations first.
func turnsOf(counts map[turn]int) []turn {
	var list []turn
	for t, n := range counts {
		t.Count = n
		list = append(list, t)
	}
	slices.SortFunc(list, func(x, y turn) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To), cmp.Compare(x.Because, y.Because))
	})
	return list
}

func turnsText(w io.Writer, answered int, turns []turn) {
	changed := 0
	for _, t := range turns {
		changed += t.Count
	}
	fmt.Fprintln(w, quantity.Sentence(answered, "%[2]d of %[1]d recommendation would change", "%[2]d of %[1]d recommendations would change", changed))
	for _, t := range turns[:min(shownTurns, len(turns))] {
		paragraph(w, fmt.Sprintf("  %6d  ", t.Count), fmt.Sprintf("%s -> %s: %s", t.From, t.To, oneLine(t.Because)))
	}
	if more := len(turns) - shownTurns; more > 0 {
		fmt.Fprintln(w, quantity.Sentence(more, "  and %d more kind of change; --json lists each invitation", "  and %d more kinds of change; --json lists each invitation"))
	}
}

// replayProgress tells somebody at a terminal how far it is.
func (a *app) replayProgress() (tell func(done int), clear func()) {
	errs, isFile := a.errs.(term.File)
	if a.flags.quiet || a.flags.json || !isFile || !term.IsTerminal(errs.Fd()) {
		return nil, func() {}
	}
	told := false
	return func(done int) {
			told = true
			fmt.Fprintf(a.errs, "\r%d looked at; ctrl+c stops", done)
		}, func() {
			if told {
				fmt.Fprint(a.errs, "\r\x1b[K")
			}
		}
}
