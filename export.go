package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"linkvet/advisor"
	"linkvet/store"
	"linkvet/store/tabular"
)

// exportColumns are the columns of the CSV. Scripts rely on them: they may
// grow at the end, never change.
func exportColumns() []string {
	return []string{
		"id", "direction", "name", "headline", "company", "url", "note", "sent_at", "status", "recommendation", "report",
		"settled", "decision", "decided_at", "because", "later_until", "tags", "answers",
	}
}

// exportFlags are what a person can ask of an export.
type exportFlags struct {
	output, format    string
	excel, raw, force bool
	all               bool
	statuses          []string
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export [QUERY]",
		Short: "Write invitations, answers and decisions as CSV or JSON Lines",
		Long: "Write invitations that wait, are put off or decided, with answers, advice and decision, as CSV or JSON Lines. " +
			"Texts that a spreadsheet would run as a formula get an apostrophe in front.",
		Example: "linkvet export -o invitations.csv\n" +
			"linkvet export --all --format jsonl > invitations.jsonl\n" +
			"linkvet export --status decided --excel -o decided.csv",
		RunE: a.does(func(ctx context.Context, args []string) error {
			chosen, err := f.selection(args)
			if err != nil {
				return err
			}
			if err := f.settle(); err != nil {
				return err
			}
			return a.export(ctx, f, chosen)
		}),
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.output, "output", "o", "", "file to write; standard output without it")
	flags.StringVar(&f.format, "format", "", "csv or jsonl; by default as the file is called, else csv")
	flags.BoolVar(&f.excel, "excel", false, "CSV as Excel likes it: byte order mark and CRLF")
	flags.BoolVar(&f.raw, "raw", false, "CSV without the guard against formulas, for programs")
	flags.BoolVarP(&f.force, "force", "f", false, "replace a file that exists")
	flags.BoolVar(&f.all, "all", false, "of every status")
	flags.StringSliceVar(&f.statuses, "status", nil, "only these: "+strings.Join(allStatuses(), ", "))
	return a.takesJSON(cmd)
}

func (f *exportFlags) selection(args []string) (selection, error) {
	if f.all && len(f.statuses) > 0 {
		return selection{}, usagef("--all and --status exclude each other")
	}
	if !f.all && len(f.statuses) == 0 {
		f.statuses = []string{string(store.StatusWaiting), string(store.StatusLater), string(store.StatusDecided)}
	}
	return selectBy(args, f.statuses)
}

// settle works out the format and whether the flags fit it.
func (f *exportFlags) settle() error {
	if f.output == "-" {
		f.output = ""
	}
	if f.format == "" {
		f.format = "csv"
		if ext := strings.ToLower(filepath.Ext(f.output)); ext == ".jsonl" || ext == ".ndjson" {
			f.format = "jsonl"
		}
	}
	if f.format != "csv" && f.format != "jsonl" {
		return usagef("unknown format %q (allowed: csv, jsonl)", f.format)
	}
	if f.format != "csv" && (f.excel || f.raw) {
		return usagef("--excel and --raw are for CSV, not for %s", f.format)
	}
	return nil
}

func (a *app) export(ctx context.Context, f exportFlags, chosen selection) error {
	if err := a.refuseOwnFiles(f.output); err != nil {
		return err
	}
	s, err := a.openStore()
	if err != nil {
		return err
	}
	rows := 0
	write := func(w io.Writer) error {
		rows, err = a.exportTo(ctx, w, s, f, chosen)
		return err
	}
	if f.output == "" {
		err = a.print(write)
	} else {
		err = tabular.WriteFile(f.output, f.force, 0o600, write)
	}
	if err != nil {
		return err
	}
	if a.flags.json && f.output != "" {
		return a.printJSON(map[string]any{"file": f.output, "format": f.format, "rows": rows})
	}
	if f.output != "" {
		a.say("wrote %s to %s", counted(rows, "invitation"), f.output)
	} else {
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

// rowWriter is a table in either format.
type rowWriter interface {
	write(inv store.Invitation, now time.Time) error
	Close() error
}

func (a *app) exportTo(ctx context.Context, w io.Writer, s *store.Store, f exportFlags, chosen selection) (rows int, err error) {
	var out rowWriter
	if f.format == "jsonl" {
		out = jsonRows{tabular.NewJSONLWriter(w)}
	} else {
		csv, err := tabular.NewCSVWriter(w, exportColumns(), tabular.CSVOptions{Excel: f.excel, Raw: f.raw})
		if err != nil {
			return 0, err
		}
		out = csvRows{csv}
	}
	now := a.now()
	err = s.Each(ctx, func(inv store.Invitation) error {
		if !chosen.takes(inv.Row(now)) {
			return nil
		}
		rows++
		return out.write(inv, now)
	})
	if err != nil {
		return rows, err
	}
	return rows, out.Close()
}

type csvRows struct{ *tabular.CSVWriter }

func (c csvRows) write(inv store.Invitation, now time.Time) error {
	return c.Write([]string{
		inv.ID, string(inv.Direction), inv.Name, inv.Headline, inv.Company, inv.URL, inv.Note, timeCell(inv.SentAt),
		string(inv.Status(now)), inv.Recommendation.String(), strconv.FormatBool(inv.Report), strconv.FormatBool(inv.Settled),
		string(inv.Decision), timeCell(inv.DecidedAt), inv.Because, timeCell(inv.LaterUntil), strings.Join(inv.Tags, ";"),
		inv.Answers.String(),
	})
}

func timeCell(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// exportLine is a line of the JSON Lines export.
type exportLine struct {
	record
	Because string          `json:"because"`
	Answers advisor.Answers `json:"answers"`
}

type jsonRows struct{ *tabular.JSONLWriter }

func (j jsonRows) write(inv store.Invitation, now time.Time) error {
	line := exportLine{record: recordOfRow(inv.Row(now)), Because: inv.Because, Answers: inv.Answers}
	line.Name = inv.Name // what is read back, not what is shown
	if line.Answers == nil {
		line.Answers = advisor.Answers{}
	}
	if err := j.Write(line); err != nil {
		return fmt.Errorf("invitation %s: %w", inv.ID, err)
	}
	return nil
}
