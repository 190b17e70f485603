package main

import (
	"context"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/insight"
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
			stats, err := s.Insight(ctx, nil)
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
func (a *app) statsRows(stats insight.Report) [][]string {
	var rows [][]string
	add := func(what string, n int) {
		if n > 0 {
			rows = append(rows, []string{what, strconv.Itoa(n)})
		}
	}
	rows = append(rows, []string{"invitations", strconv.Itoa(stats.Invitations)})
	for _, status := range record.Statuses() {
		word := string(status)
		if status == record.StatusAccepted {
			word += " on LinkedIn" // not by a decision, which are below
		}
		add("  "+word, stats.ByStatus[status])
	}
	add("asking to join LinkedIn", stats.ToJoin)
	add("yours to send or sent", stats.ByDirection[string(record.Outgoing)])
	for _, reach := range record.Reaches() {
		add("  "+reach.Words(), stats.ByReach[reach])
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
	add("what you did", stats.ByStatus[record.StatusDecided])
	for _, d := range record.Decisions() {
		add("  "+string(d), stats.ByDecision[d])
	}
	add("as advised", stats.AsAdvised)
	add("near the advice", stats.NearAdvice)
	add("against the advice", stats.AgainstAdvice)
	add("without advice", stats.WithoutAdvice)
	for _, tag := range slices.Sorted(maps.Keys(stats.Tags)) {
		add("tagged "+tag, stats.Tags[tag])
	}
	return rows
}

func (a *app) logCommand() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "log [ID]",
		Short: "Print the journal: what was changed, when and by whom",
		Long: "Print the journal, oldest first: what was changed, when, and whether you or an import did it. " +
			"With ID only of one invitation.",
		Example: "linkvet log --limit 20\nlinkvet log 7k2",
		Args:    cobra.MaximumNArgs(1),
		RunE: a.does(func(ctx context.Context, args []string) error {
			if limit < 0 {
				return usagef("--limit takes a number, 0 for no limit; got %d", limit)
			}
			ref := ""
			if len(args) == 1 {
				ref = args[0]
			}
			return a.log(ctx, ref, limit)
		}),
	}
	cmd.Flags().IntVar(&limit, "limit", 0, "only the newest `N`, 0 for all")
	return a.takesJSON(cmd)
}

func (a *app) log(ctx context.Context, ref string, limit int) error {
	s, err := a.readStore()
	if err != nil {
		return err
	}
	entries, err := s.Journal(ref)
	if err != nil {
		return err
	}
	if limit > 0 && len(entries) > limit {
		entries = entries[len(entries)-limit:]
	}
	if !a.flags.json {
		return a.logText(ctx, s, entries)
	}
	return a.print(func(w io.Writer) error {
		for _, entry := range entries {
			if err := encodeLine(w, entry); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *app) logText(ctx context.Context, s *store.Store, entries []record.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	rows, err := s.Rows(ctx)
	if err != nil {
		return err
	}
	names := make(map[string]string, len(rows))
	for _, row := range rows {
		names[row.ID] = row.DisplayName()
	}
	lines := [][]string{{"NO", "WHEN", "WHO", "ID", "NAME", "WHAT"}}
	for _, e := range entries {
		lines = append(lines, []string{
			strconv.FormatUint(e.Seq, 10), e.At.In(a.now().Location()).Format("2006-01-02 15:04"), e.Who, orDash(e.ID),
			orDash(oneLine(names[e.ID])), oneLine(strings.TrimSpace(e.What + " " + e.Detail)),
		})
	}
	return a.print(func(w io.Writer) error {
		table(w, lines)
		return nil
	})
}
