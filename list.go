package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/store"
)

// selection is what a query and the flags beside it choose.
type selection struct {
	words    []string // every one must be found
	statuses []string // any one; none is all
}

func allStatuses() []string {
	return []string{
		string(store.StatusWaiting), string(store.StatusLater), string(store.StatusDecided),
		string(store.StatusAccepted), string(store.StatusGone), string(store.StatusOutgoing),
	}
}

// selectBy makes a selection of a command's arguments and --status.
func selectBy(args, statuses []string) (selection, error) {
	for _, status := range statuses {
		if !slices.Contains(allStatuses(), status) {
			return selection{}, usagef("unknown status %q (allowed: %s)", status, strings.Join(allStatuses(), ", "))
		}
	}
	return selection{words: strings.Fields(store.Fold(strings.Join(args, " "))), statuses: statuses}, nil
}

// takes reports whether an invitation is chosen: its status is among those
// asked for, and every word is in its id, name, headline, company, address,
// note or tags.
func (s selection) takes(row store.Row) bool {
	if len(s.statuses) > 0 && !slices.Contains(s.statuses, string(row.Status)) {
		return false
	}
	text := store.Fold(strings.Join([]string{
		row.ID, row.DisplayName(), row.Headline, row.Company, row.URL, row.Note, strings.Join(row.Tags, " "),
	}, " "))
	for _, word := range s.words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

func (a *app) listCommand() *cobra.Command {
	var statuses []string
	var limit int
	cmd := &cobra.Command{
		Use:   "list [QUERY]",
		Short: "List invitations, newest first",
		Long:  "List invitations, newest first. Every word of QUERY must be found in the name, headline, company, address, note or tags.",
		Example: "linkvet list --status waiting\n" +
			"linkvet list recruiter --limit 10\n" +
			"linkvet list --json",
		RunE: a.does(func(ctx context.Context, args []string) error {
			if limit < 0 {
				return usagef("--limit takes a number, 0 for no limit; got %d", limit)
			}
			chosen, err := selectBy(args, statuses)
			if err != nil {
				return err
			}
			return a.list(ctx, chosen, limit)
		}),
	}
	cmd.Flags().StringSliceVar(&statuses, "status", nil, "only these: "+strings.Join(allStatuses(), ", "))
	cmd.Flags().IntVar(&limit, "limit", 0, "at most so many, 0 for all")
	return a.takesJSON(cmd)
}

func (a *app) list(ctx context.Context, chosen selection, limit int) error {
	s, err := a.openStore()
	if err != nil {
		return err
	}
	rows, err := s.Rows(ctx)
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(row store.Row) bool { return !chosen.takes(row) })
	if limit > 0 && len(rows) > limit {
		rows = rows[:limit]
	}
	return a.print(func(w io.Writer) error {
		if a.flags.json {
			for _, row := range rows {
				if err := encodeLine(w, recordOfRow(row)); err != nil {
					return err
				}
			}
			return nil
		}
		a.listText(w, rows)
		return nil
	})
}

func (a *app) listText(w io.Writer, rows []store.Row) {
	if len(rows) == 0 {
		return
	}
	lines := [][]string{{"ID", "SENT", "STATUS", "ADVICE", "DECISION", "NAME"}}
	for _, row := range rows {
		status := string(row.Status)
		if row.Status == store.StatusLater {
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
		Use:   "show ID",
		Short: "Show all of one invitation: answers, advice, journal",
		Args:  takes("ID"),
		RunE: a.does(func(_ context.Context, args []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			inv, err := s.Get(args[0])
			if err != nil {
				return err
			}
			return a.printFull(s, inv)
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

// printFull prints all of an invitation.
func (a *app) printFull(s *store.Store, inv store.Invitation) error {
	all, err := a.full(s, inv)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(all)
	}
	return a.print(func(w io.Writer) error {
		a.showText(w, all)
		return nil
	})
}

func (a *app) showText(w io.Writer, r fullRecord) {
	fmt.Fprintf(w, "%s  (%s)\n", oneLine(r.Name), r.ID)
	for _, line := range [][2]string{
		{"headline", r.Headline}, {"company", r.Company}, {"address", r.URL}, {"direction", string(r.Direction)},
		{"sent", a.dayOf(r.SentAt)}, {"status", string(r.Status)}, {"until", a.dayOf(r.LaterUntil)},
		{"decision", string(r.Decision)}, {"decided", a.dayOf(r.DecidedAt)}, {"because", r.Because},
		{"tags", strings.Join(r.Tags, ", ")}, {"note", r.Note},
	} {
		if line[1] != "" {
			paragraph(w, fmt.Sprintf("  %-11s", line[0]), line[1])
		}
	}
	for _, fact := range r.Facts {
		paragraph(w, fmt.Sprintf("  %-11s", "fact"), fact.Text)
	}
	if len(r.Answers) == 0 {
		fmt.Fprintln(w, "\nNothing is answered yet: linkvet answer "+r.ID+" --set QUESTION=VALUE")
	} else {
		answersText(w, r.Answers)
		fmt.Fprintln(w)
		adviceText(w, r.Advice)
	}
	if len(r.Journal) > 0 {
		fmt.Fprintln(w, "\nJournal")
	}
	for _, entry := range r.Journal {
		paragraph(w, "  "+entry.At.In(a.now().Location()).Format("2006-01-02 15:04")+"  ", strings.TrimSpace(entry.What+" "+entry.Detail))
	}
}
