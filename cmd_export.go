package main

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	"linkvet/store/exchange"
	"linkvet/store/files"
)

// exportFlags are what a person can ask of an export.
type exportFlags struct {
	output, format    string
	status            string
	excel, raw, force bool
	all               bool
	ids               []string
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export [QUERY]",
		Short: "Write invitations, answers and decisions as CSV, JSON Lines or a report",
		Long: "Write invitations that wait, are put off or decided, with answers, advice and decision, as CSV or JSON Lines, which " +
			"linkvet import reads back, or as a report in Markdown for people. QUERY narrows it down as with linkvet list. " +
			"Texts that a spreadsheet would run as a formula get an apostrophe in front.",
		Example: "linkvet export -o invitations.csv\n" +
			"linkvet export --all --format jsonl > invitations.jsonl\n" +
			"linkvet export --status decided --excel -o decided.csv\n" +
			"linkvet export --id 7k2 -o report.md",
		RunE: a.does(func(ctx context.Context, args []string) error {
			options, err := f.options(args, a.flags.json)
			if err != nil {
				return err
			}
			return a.export(ctx, f, options)
		}),
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.output, "output", "o", "", "`FILE` to write; standard output without it")
	flags.StringVar(&f.format, "format", "", "`FORMAT`: csv, jsonl or md; without it as the file is called, jsonl with --json, else csv")
	flags.BoolVar(&f.excel, "excel", false, "CSV as Excel likes it: byte order mark and CRLF")
	flags.BoolVar(&f.raw, "raw", false, "CSV without the guard against formulas, for programs")
	flags.BoolVarP(&f.force, "force", "f", false, "replace a file that exists")
	flags.BoolVar(&f.all, "all", false, "of every status")
	flags.StringArrayVar(&f.ids, "id", nil, "only the invitation with this `ID`, whatever its status; may be given again")
	flags.StringVar(&f.status, "status", "", "only of this `STATUS`: "+statusWords())
	return a.takesJSON(cmd)
}

// options works out what to export and in which form.
func (f *exportFlags) options(args []string, json bool) (exchange.ExportOptions, error) {
	o := exchange.ExportOptions{All: f.all, Excel: f.excel, Raw: f.raw, Format: exchange.Format(f.format)}
	if f.output == "-" {
		f.output = ""
	}
	if f.format == "" {
		var err error
		if o.Format, err = exchange.FormatOf(f.output); err != nil {
			return o, usagef("%w", err)
		}
		if json {
			o.Format = exchange.JSONLines
		}
	}
	switch {
	case o.Format != exchange.CSV && o.Format != exchange.JSONLines && o.Format != exchange.Markdown:
		return o, usagef("unknown format %q (allowed: %s, %s, %s)", f.format, exchange.CSV, exchange.JSONLines, exchange.Markdown)
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
	query, err := parseQuery(args)
	o.Query = query
	return o, err
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
	rows := 0
	write := func(w io.Writer) error {
		rows, err = s.Export(ctx, w, options)
		return err
	}
	if f.output == "" {
		err = a.print(write)
	} else {
		err = files.WriteOut(ctx, f.output, f.force, write)
	}
	if err != nil {
		return err
	}
	switch {
	case a.flags.json: // only data and errors
	case f.output != "":
		a.say("wrote %s to %s", counted(rows, "invitation"), f.output)
	default:
		a.say("wrote %s", counted(rows, "invitation"))
	}
	if f.raw {
		a.say("note: --raw leaves formulas in the cells; do not open this in a spreadsheet")
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
