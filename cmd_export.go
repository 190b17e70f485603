package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"linkvet/store"
	"linkvet/store/exchange"
	"linkvet/store/files"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// exportFlags are what a person can ask of an export.
type exportFlags struct {
	output, format    string
	status            string
	excel, raw, force bool
	all, exitStatus   bool
	ids, columns      []string
	sort              string
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export [QUERY]",
		Short: "Write invitations as CSV, JSON Lines, a report or a calendar",
		Long: "Write invitations that wait, are put off or decided, with answers, advice and decision, as CSV or JSON Lines, which " +
			"linkvet import reads back, as a report in Markdown or HTML for people, or the days they are put off to as a calendar. QUERY narrows it down as with linkvet list. " +
			"Texts that a spreadsheet would run as a formula get an apostrophe in front.",
		Example: "linkvet export -o invitations.csv\n" +
			"linkvet export --all --format jsonl > invitations.jsonl\n" +
			"linkvet export --status decided --excel -o decided.csv\n" +
			"linkvet export --id 7k2 -o report.html\n" +
			"linkvet export -o later.ics --force",
		RunE: a.does(func(ctx context.Context, args []string) error {
			if slices.Equal(f.columns, []string{"help"}) {
				return a.printColumns(exportColumnHelp())
			}
			options, err := f.options(a, args)
			if err != nil {
				return err
			}
			return a.export(ctx, f, options)
		}),
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.output, "output", "o", "", "`FILE` to write; standard output without it. With --format md a folder gets a note for each invitation")
	flags.StringVar(&f.format, "format", "", "`FORMAT`: csv, jsonl, md, html or ics; without it as the file is called, jsonl with --json, else csv")
	flags.BoolVar(&f.excel, "excel", false, "CSV as Excel likes it: byte order mark and CRLF")
	flags.BoolVar(&f.raw, "raw", false, "CSV without the guard against formulas, for programs")
	flags.BoolVarP(&f.force, "force", "f", false, "replace a file that exists")
	flags.BoolVar(&f.all, "all", false, "of every status")
	flags.StringArrayVar(&f.ids, "id", nil, "only the invitation with this `ID`, whatever its status; may be given again")
	flags.StringSliceVar(&f.columns, "columns", nil, "columns of a CSV: `NAME`,..., all for what reading back needs; help lists them")
	flags.StringVar(&f.sort, "sort", "", "sort by the column `NAME`, or -NAME for the other way round")
	flags.BoolVar(&f.exitStatus, "exit-status", false, "exit with 1 when nothing matches")
	flags.StringVar(&f.status, "status", "", "only of this `STATUS`: "+statusWords())
	return a.takesJSON(cmd)
}

// options works out what to export and in which form.
func (f *exportFlags) options(a *app, args []string) (exchange.ExportOptions, error) {
	o := exchange.ExportOptions{All: f.all, Excel: f.excel, Raw: f.raw, Format: exchange.Format(f.format)}
	if f.output == "-" {
		f.output = ""
	}
	if f.format == "" {
		var err error
		if o.Format, err = exchange.FormatOf(f.output); err != nil {
			return o, usagef("%w", err)
		}
		if a.flags.json {
			o.Format = exchange.JSONLines
		}
	}
	switch {
	case !slices.Contains(exchange.Formats(), o.Format):
		formats := record.WordsOf(exchange.Formats())
		return o, usagef("unknown format %q (allowed: %s)%s", f.format, strings.Join(formats, ", "), didYouMean("", f.format, formats))
	case o.Format != exchange.CSV && f.columns != nil:
		return o, usagef("--columns is for CSV, not for %s", o.Format)
	case o.Format != exchange.CSV && (f.excel || f.raw):
		return o, usagef("--excel and --raw are for CSV, not for %s", o.Format)
	case f.all && f.status != "":
		return o, usagef("--all and --status exclude each other")
	}
	if f.status != "" {
		statuses, err := parseStatuses([]string{f.status})
		if err != nil {
			return o, err
		}
		o.Status = statuses[0]
	}
	var err error
	if o.Columns, err = exportColumns(f.columns); err != nil {
		return o, err
	}
	if o.Order, err = parseOrder(f.sort); err != nil {
		return o, err
	}
	o.Query, err = a.parseQuery(args)
	return o, err
}

// exportColumns are the columns asked for; nil is all of them.
func exportColumns(names []string) ([]string, error) {
	if names == nil {
		return exchange.EverydayColumns(), nil
	}
	if slices.Equal(names, []string{"all"}) {
		return nil, nil
	}
	known := exchange.ColumnNames()
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, usagef("unknown column %q (allowed: all, %s)%s", name, strings.Join(known, ", "), didYouMean("", name, known))
		}
	}
	return names, nil
}

// exportColumnHelp names the columns of a CSV.
func exportColumnHelp() [][2]string {
	var rows [][2]string
	for _, name := range exchange.ColumnNames() {
		about := "only with --columns all, or when it is named"
		if slices.Contains(exchange.EverydayColumns(), name) {
			about = "unless told otherwise"
		}
		rows = append(rows, [2]string{name, about})
	}
	return rows
}

func (a *app) export(ctx context.Context, f exportFlags, options exchange.ExportOptions) error {
	if err := a.refuseOwnFiles(f.output); err != nil {
		return err
	}
	s, err := a.readStore()
	if err != nil {
		return err
	}
	if len(f.ids) > 0 {
		options.All, options.Only = f.status == "", map[string]bool{}
	}
	for _, ref := range f.ids {
		inv, err := s.Get(ref)
		if err != nil {
			return err
		}
		options.Only[inv.ID] = true
	}
	if info, err := os.Stat(f.output); err == nil && info.IsDir() && options.Format == exchange.Markdown {
		return a.exportNotes(ctx, s, f, options)
	}
	rows, left := 0, 0
	if options.Status == "" && len(f.ids) == 0 {
		options.Left = &left
	}
	write := func(w io.Writer) error {
		rows, err = s.Export(ctx, w, options)
		return err
	}
	if f.output == "" {
		put := a.printData
		if out, ok := a.out.(term.File); ok && term.IsTerminal(out.Fd()) {
			put = a.print
		}
		err = put(write)
	} else {
		err = files.WriteOut(ctx, f.output, f.force, write)
	}
	if err != nil {
		return err
	}
	if !a.flags.json { // then only data and errors
		a.say("%s", exported(rows, f.output, options.Format))
		if left > 0 {
			a.say("%s", quantity.Sentence(left,
				"note: %d invitation is left out; it was accepted on LinkedIn, is no longer listed or is your own (--all takes it)",
				"note: %d invitations are left out; they were accepted on LinkedIn, are no longer listed or are your own (--all takes them)"))
		}
		if err := a.sayOtherRules(s); err != nil {
			return err
		}
	}
	if f.raw {
		a.say("note: --raw leaves formulas in the cells; do not open this in a spreadsheet")
	}
	if f.exitStatus && rows == 0 {
		return errNoMatch
	}
	return nil
}

// exported says how much was written, and where; output is "" for standard output.
func exported(n int, output string, format exchange.Format) string {
	switch empty := n == 0 && format == exchange.Calendar; {
	case empty && output == "":
		return "wrote an empty calendar: nothing is put off or to be followed up"
	case empty:
		return quantity.Text("wrote an empty calendar to %s: nothing is put off or to be followed up", output)
	case output == "":
		return quantity.Text("wrote %s", format.Count(n))
	}
	return quantity.Text("wrote %s to %s", format.Count(n), output)
}

// exportNotes writes a note for each invitation into a folder.
func (a *app) exportNotes(ctx context.Context, s *store.Store, f exportFlags, options exchange.ExportOptions) error {
	rows, err := s.Rows(ctx)
	if err != nil {
		return err
	}
	written := 0
	for _, row := range rows {
		if !options.Wants(row) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		inv, err := s.Get(row.ID)
		if err != nil {
			return err
		}
		path := filepath.Join(f.output, exchange.NoteName(inv))
		err = files.Write(path, f.force, func(w io.Writer) error { return exchange.WriteNote(w, inv, a.now(), a.profile()) })
		if err != nil {
			return err
		}
		written++
	}
	a.say("%s", quantity.Sentence(written, "wrote %d note to %s", "wrote %d notes to %s", f.output))
	if f.exitStatus && written == 0 {
		return errNoMatch
	}
	return nil
}

// refuseOwnFiles keeps an export from replacing the store or the settings, even
// with --force.
func (a *app) refuseOwnFiles(output string) error {
	target, err := os.Stat(output)
	if err != nil {
		return nil // no file there, or none that can be reached: writing will tell
	}
	for _, own := range []string{a.settings.DB, a.settings.File} {
		if info, err := os.Stat(own); err == nil && os.SameFile(target, info) {
			return usagef("%s is a file of linkvet itself; name another one", output)
		}
	}
	return nil
}
