package main

import (
	"context"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/record"
)

func (a *app) statsCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     "stats",
		Short:   "Count invitations, advice and decisions",
		Example: "linkvet stats\nlinkvet stats --json",
		Args:    takes(),
		RunE: a.does(func(ctx context.Context, _ []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			stats, err := s.Stats(ctx)
			if err != nil {
				return err
			}
			if a.flags.json {
				return a.printJSON(stats)
			}
			return a.print(func(w io.Writer) error {
				table(w, a.statsRows(stats))
				return nil
			})
		}),
	})
}

// statsRows lists what there is any of.
func (a *app) statsRows(stats store.Stats) [][]string {
	var rows [][]string
	add := func(what string, n int) {
		if n > 0 {
			rows = append(rows, []string{what, strconv.Itoa(n)})
		}
	}
	rows = append(rows, []string{"invitations", strconv.Itoa(stats.Invitations)})
	for _, status := range record.Statuses() {
		add("  "+string(status), stats.ByStatus[status])
	}
	add("due again", stats.Due)
	if stats.OldestWaiting != nil {
		rows = append(rows, []string{"oldest waiting", a.day(*stats.OldestWaiting)})
	}
	add("answered", stats.Answered)
	for _, r := range advisor.Recommendations() {
		add("  "+r.String(), stats.ByAdvice[r.String()])
	}
	add("reporting advised", stats.Reports)
	add("decided", stats.ByStatus[record.StatusDecided])
	for _, d := range record.Decisions() {
		add("  "+string(d), stats.ByDecision[d])
	}
	add("as advised", stats.AsAdvised)
	add("against the advice", stats.AgainstAdvice)
	add("without advice", stats.WithoutAdvice)
	for _, tag := range slices.Sorted(maps.Keys(stats.Tags)) {
		add("tagged "+tag, stats.Tags[tag])
	}
	return rows
}
