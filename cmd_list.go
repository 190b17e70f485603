package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/store/list"
	"linkvet/store/record"
)

// parseQuery reads the query that a command's arguments make.
func parseQuery(args []string) (list.Query, error) {
	query, err := list.ParseQuery(strings.Join(args, " "))
	if err != nil {
		return query, usageError(err)
	}
	return query, nil
}

func parseStatuses(words []string) ([]record.Status, error) {
	var statuses []record.Status
	for _, word := range words {
		if !slices.Contains(record.Statuses(), record.Status(word)) {
			return nil, usagef("unknown status %q (allowed: %s)", word, statusWords())
		}
		statuses = append(statuses, record.Status(word))
	}
	return statuses, nil
}

func statusWords() string {
	var words []string
	for _, status := range record.Statuses() {
		words = append(words, string(status))
	}
	return strings.Join(words, ", ")
}

func (a *app) listCommand() *cobra.Command {
	var words []string
	var limit int
	cmd := &cobra.Command{
		Use:   "list [QUERY]",
		Short: "List invitations, newest first",
		Long: "List invitations, newest first. QUERY is words to be found in name, headline, company, note or tags, all of them; " +
			"!word must not be found, \"two words\" in this order, and name: company: status: rec: decision: has: before: after: tag: narrow it down.",
		Example: "linkvet list --status waiting\n" +
			"linkvet list recruiter rec:none --limit 10\n" +
			"linkvet list --json",
		RunE: a.does(func(ctx context.Context, args []string) error {
			if limit < 0 {
				return usagef("--limit takes a number, 0 for no limit; got %d", limit)
			}
			statuses, err := parseStatuses(words)
			if err != nil {
				return err
			}
			query, err := parseQuery(args)
			if err != nil {
				return err
			}
			return a.list(ctx, limit, query, func(row record.Row) bool {
				return (len(statuses) == 0 || slices.Contains(statuses, row.Status)) && query.Match(row)
			})
		}),
	}
	cmd.Flags().StringSliceVar(&words, "status", nil, "only of this `STATUS`; several with commas: "+statusWords())
	cmd.Flags().IntVar(&limit, "limit", 0, "at most `N`, 0 for all")
	return a.takesJSON(cmd)
}

func (a *app) list(ctx context.Context, limit int, query list.Query, wanted func(record.Row) bool) error {
	s, err := a.readStore()
	if err != nil {
		return err
	}
	rows, err := s.Rows(ctx)
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(row record.Row) bool { return !wanted(row) })
	if like := query.LikeFields(); len(rows) == 0 && len(like) > 0 {
		a.say("note: there is no field %s, so it was looked for as a word; fields are %s", like[0], strings.Join(list.QueryFields(), ", "))
	}
	if limit > 0 && len(rows) > limit {
		rows = rows[:limit]
	}
	return a.print(func(w io.Writer) error {
		if a.flags.json {
			listed := make(map[string]bool, len(rows))
			for _, row := range rows {
				listed[row.ID] = true
			}
			return s.Objects(ctx, func(row record.Row) bool { return listed[row.ID] }, func(object record.Object) error {
				object.Name = record.Row{Name: object.Name}.DisplayName()
				return encodeLine(w, object)
			})
		}
		a.listText(w, rows)
		return nil
	})
}

func (a *app) listText(w io.Writer, rows []record.Row) {
	if len(rows) == 0 {
		return
	}
	lines := [][]string{{"ID", "SENT", "STATUS", "ADVICE", "DECISION", "NAME"}}
	for _, row := range rows {
		status := string(row.Status)
		if row.Status == record.StatusLater {
			status += " (" + a.day(row.LaterUntil) + ")"
		}
		advice := row.Recommendation.String()
		if advice != "" && !row.Settled {
			advice += " (open)"
		}
		lines = append(lines, []string{row.ID, a.day(row.SentAt), status, orDash(advice), orDash(string(row.Decision)), oneLine(row.DisplayName())})
	}
	table(w, lines)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// oneLine keeps a text with line breaks from breaking a table.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (a *app) showCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:     "show ID",
		Short:   "Show all of one invitation: answers, advice, journal",
		Example: "linkvet show 7k2\nlinkvet show 7k2 --json",
		Args:    takes("ID"),
		RunE: a.does(func(_ context.Context, args []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			return a.printDetail(s, args[0])
		}),
	})
}

// takes says which arguments a command needs, each exactly once.
func takes(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usagef("%s needs %s", cmd.CommandPath(), strings.Join(names[len(args):], " and "))
		case len(args) > len(names):
			return usagef("%s takes only %s; %q is too many", cmd.CommandPath(), counted(len(names), "argument"), args[len(names)])
		}
		return nil
	}
}
