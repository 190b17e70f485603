package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"linkvet/store"
	"linkvet/store/dates"
	"linkvet/store/files"
	"linkvet/store/insight"
	"linkvet/store/insight/sheet"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// statsFlags are what a person can ask of the statistics.
type statsFlags struct {
	html, svg string
	force     bool
}

func (a *app) statsCommand() *cobra.Command {
	var f statsFlags
	cmd := &cobra.Command{
		Use:   "stats",
		Short: "Count what you decide, how the advice does, and what to look at again",
		Long: "Count invitations by month, year and kind of inviter, advice and decisions, and say where you differ from the advice, " +
			"who waits longest, and what you accepted that would be advised against today. Nothing is changed by it. " +
			"--html writes all of it as one page to read or print, --svg the months as a picture; both name no address and load nothing.",
		Example: "linkvet stats\nlinkvet stats --html report.html\nlinkvet stats --svg months.svg\nlinkvet stats --json",
		Args:    takes(),
		RunE:    a.does(func(ctx context.Context, _ []string) error { return a.stats(ctx, f) }),
	}
	flags := cmd.Flags()
	flags.StringVar(&f.html, "html", "", "write a page to this `FILE`, - for standard output")
	flags.StringVar(&f.svg, "svg", "", "write the picture of the months to this `FILE`, - for standard output")
	flags.BoolVarP(&f.force, "force", "f", false, "replace a file that exists")
	return a.takesJSON(cmd)
}

func (a *app) stats(ctx context.Context, f statsFlags) error {
	switch {
	case a.flags.json && f.html+f.svg != "":
		return usagef("--html and --svg write a page and a picture, so --json cannot be had beside them")
	case f.html == "-" && f.svg == "-":
		return usagef("only one of --html and --svg can go to standard output")
	}
	for _, output := range []string{f.html, f.svg} {
		if err := a.refuseOwnFiles(output); err != nil {
			return err
		}
	}
	s, err := a.readStore()
	if err != nil {
		return err
	}
	if err := a.sayOtherRules(s); err != nil {
		return err
	}
	report, err := s.Insight(ctx, nil)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(report)
	}
	for _, drawn := range []struct {
		output string
		draw   func(io.Writer, *insight.Report) error
	}{{f.html, sheet.HTML}, {f.svg, sheet.SVG}} {
		if drawn.output == "" {
			continue
		}
		if err := a.writeSheet(ctx, drawn.output, f.force, func(w io.Writer) error { return drawn.draw(w, &report) }); err != nil {
			return err
		}
	}
	if f.html != "" || f.svg != "" {
		return nil
	}
	return a.print(func(w io.Writer) error {
		a.printChapters(w, &report, report.Chapters())
		return nil
	})
}

// writeSheet writes a page or a picture to where it is wanted.
func (a *app) writeSheet(ctx context.Context, output string, replace bool, write func(io.Writer) error) error {
	if output == "-" {
		return a.printData(write)
	}
	if err := files.WriteOut(ctx, output, replace, write); err != nil {
		return err
	}
	a.say("wrote %s", output)
	return nil
}

func (a *app) agreementCommand() *cobra.Command {
	return a.takesJSON(&cobra.Command{
		Use:   "agreement",
		Short: "Say where you and the advice differ",
		Long: "Compare what you did with what was advised then, and name the answers where you differ as a habit, with the setting of your " +
			"profile that would bring the advice to it. Nothing is changed by it, and too few cases are said to be too few.",
		Example: "linkvet agreement\nlinkvet agreement --json",
		Args:    takes(),
		RunE: a.does(func(ctx context.Context, _ []string) error {
			s, err := a.readStore()
			if err != nil {
				return err
			}
			report, err := s.Insight(ctx, nil)
			if err != nil {
				return err
			}
			if a.flags.json {
				return a.printJSON(report.Agreement)
			}
			return a.print(func(w io.Writer) error {
				a.printChapters(w, &report, report.Agreed())
				return nil
			})
		}),
	})
}

// printChapters prints chapters of a report, as wide as a terminal has room.
func (a *app) printChapters(w io.Writer, r *insight.Report, chapters []insight.Chapter) {
	if a.listens() {
		for _, c := range chapters {
			fmt.Fprintln(w, c.Title+".")
			for _, line := range r.ChapterWords(c) {
				fmt.Fprintln(w, oneLine(line))
			}
		}
		return
	}
	width := textWidth
	if columns, _, ok := a.terminalSize(); ok {
		width = columns
	}
	for i, c := range chapters {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, c.Title)
		bars := make([]style.Bar, len(c.Bars))
		for i, b := range c.Bars {
			bars[i] = style.Bar{Label: oneLine(b.Label), N: b.N}
		}
		for _, line := range style.Bars(bars, width-2, style.Ink{}) {
			fmt.Fprintln(w, strings.TrimRight("  "+line, " "))
		}
		for _, text := range c.Says {
			paragraph(w, "  ", text)
		}
		if len(c.People) > 0 {
			fmt.Fprintln(w, "  "+c.Whom)
		}
		for _, p := range c.People {
			paragraph(w, "  "+p.ID+"  ", oneLine(r.PersonLine(p)))
		}
	}
}

func (a *app) logCommand() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "log [ID]",
		Short: "Print the journal: what was changed, when and by whom",
		Long: "Print the journal, oldest first: what was changed, when, and whether you or an import did it. " +
			"With ID only of one invitation.",
		Example: "linkvet log --limit 20\nlinkvet log 7k2",
		Args:    oneAtMost("ID"),
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
			strconv.FormatUint(e.Seq, 10), dates.TypedTime(e.At.In(a.now().Location())), e.Who, orDash(e.ID),
			orDash(oneLine(names[e.ID])), oneLine(strings.TrimSpace(e.What + " " + e.Detail)),
		})
	}
	return a.print(func(w io.Writer) error {
		a.table(w, lines)
		return nil
	})
}
