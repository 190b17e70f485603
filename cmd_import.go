package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/charmbracelet/x/term"

	"linkvet/store/files"
	"linkvet/store/linkedin"
	"linkvet/store/merge"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// shownSkips is how many skipped rows are listed before the rest is counted.
const shownSkips = 20

func (a *app) importCommand() *cobra.Command {
	var dryRun bool
	var save string
	cmd := &cobra.Command{
		Use:   "import PATH...",
		Short: "Read LinkedIn's data archive, mails, an address book, or a table of linkvet's own",
		Long: "Read LinkedIn's data archive: the zip as it came, its unpacked folder, or its Invitations.csv and Connections.csv. " +
			"Several paths are read as one archive. Importing again, or a newer archive, keeps your answers and decisions.\n\n" +
			"LinkedIn's mails are read as .eml, .emlx or mbox, or in the folders of Thunderbird, Apple Mail and Maildir: invitations and " +
			"reminders are taken in, acceptances mark your own invitations, other mails are skipped. A mail that may not be from LinkedIn is " +
			"kept without its address, with the reasons.\n\n" +
			"An address book helps to tell whom you know: .vcf files, and the CSV of Google Contacts or Outlook. Of it names and companies are " +
			"kept, no mail address and no number.\n\n" +
			"What linkvet export wrote, as CSV or JSON Lines, is read back, also after it was edited in a spreadsheet. All kinds may be " +
			"given together; - is standard input.",
		Example: "linkvet import Basic_LinkedInDataExport_07-14-2026.zip\n" +
			"linkvet import Invitations.csv Connections.csv --dry-run\n" +
			"linkvet import invitation.eml Mail/LinkedIn.mbox\n" +
			"linkvet import contacts.vcf\n" +
			"ssh host cat export.zip | linkvet import -\n" +
			"linkvet import invitations.csv --report report.json",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("linkvet import needs PATH: the archive's zip, folder or tables, a mail, an address book, or a table of linkvet's own")
			}
			return nil
		},
		RunE: a.does(func(ctx context.Context, args []string) error { return a.importPaths(ctx, args, dryRun, save) }),
	}
	cmd.Flags().StringVar(&save, "report", "", "`FILE` to write the report to, as JSON")
	cmd.Flags().BoolVarP(&dryRun, "dry-run", "n", false, "say what would happen, change nothing")
	return a.takesJSON(cmd)
}

func (a *app) importPaths(ctx context.Context, paths []string, dryRun bool, save string) error {
	if _, err := os.Stat(save); save != "" && err == nil {
		return usagef("%s exists; name another file for the report", save)
	}
	paths, remove, err := a.spooled(ctx, paths)
	if err != nil {
		return err
	}
	defer remove()
	sources, err := merge.ReadSources(ctx, paths, nil)
	if err != nil {
		return named(err)
	}
	open := a.beginStore
	if dryRun {
		open = a.openStoreToTry
	}
	s, err := open()
	if err != nil {
		return err
	}
	report, err := s.ImportSources(ctx, sources, dryRun, nil)
	if err != nil {
		return named(err)
	}
	if save != "" {
		err := files.WriteOut(ctx, save, false, func(w io.Writer) error { return encodeLine(w, report) })
		if err != nil {
			return fmt.Errorf("the import is done, but not its report: %w", err)
		}
	}
	if a.flags.json {
		return a.printJSON(report)
	}
	if err := a.print(func(w io.Writer) error {
		a.countsText(w, report)
		return nil
	}); err != nil {
		return err
	}
	a.sayReport(report)
	if dryRun {
		a.say("This was a dry run: nothing was changed.")
	} else if report.Waiting > 0 {
		a.say("Start linkvet to decide on those waiting.")
	}
	return nil
}

func (a *app) countsText(w io.Writer, report merge.ImportReport) {
	var rows [][]string
	for _, line := range []struct {
		name    string
		count   int
		meaning string
		always  bool
	}{
		{"waiting", report.Waiting, "for your decision", true},
		{"later", report.Later, "put off by you", false},
		{"  changed", report.Resurfaced, "of those: back in your inbox", false},
		{"decided", report.Decided, "by you", false},
		{"accepted", report.Accepted, "already among your connections", true},
		{"outgoing", report.Outgoing, "sent by you and not answered", true},
		{"gone", report.Gone, "no longer listed", false},
		{"connections", report.Connections, "known from the archive", true},
		{"address book", report.AddressBook, "people in it", false},
	} {
		if line.always || line.count > 0 {
			rows = append(rows, []string{line.name, strconv.Itoa(line.count), line.meaning})
		}
	}
	a.table(w, rows)
	fmt.Fprintf(w, "%d added, %d updated, %d unchanged\n", report.Added, report.Updated, report.Unchanged)
}

// sayReport tells what was skipped and what else to know.
func (a *app) sayReport(report merge.ImportReport) {
	if len(report.Skipped) > 0 {
		a.say("%s", quantity.Sentence(len(report.Skipped), "%d entry skipped:", "%d entries skipped:"))
	}
	for i, skip := range report.Skipped {
		if i == shownSkips {
			a.say("%s", quantity.Text("  and %d more; use --json or --report FILE to see all", len(report.Skipped)-shownSkips))
			break
		}
		a.say("  %s:%d: %s", skip.File, skip.Line, skip.Reason)
	}
	for i, c := range report.Conflicts {
		if i == shownSkips {
			a.say("%s", quantity.Text("  and %d more; use --json or --report FILE to see all", len(report.Conflicts)-shownSkips))
			break
		}
		a.say("  %s", conflictText(c))
	}
	for _, warning := range report.Warnings {
		a.say("note: %s", warning)
	}
}

// conflictText says what a field is now, and what it was on the other side.
func conflictText(c merge.Conflict) string {
	name, line := record.DisplayName(c.Name), strconv.Itoa(c.Line)
	now := quantity.Text("%s (%s): %s is %q now.", name, c.ID, c.Field, c.Kept)
	if c.Kept == "" {
		now = quantity.Text("%s (%s): %s is empty now.", name, c.ID, c.Field)
	}
	switch inStore := c.From == "store"; {
	case inStore && c.Lost == "":
		return now + " " + quantity.Text("It was empty in the store, and line %s is newer.", line)
	case inStore:
		return now + " " + quantity.Text("It was %q in the store, and line %s is newer.", c.Lost, line)
	case c.Lost == "":
		return now + " " + quantity.Text("It is empty in line %s, which is older.", line)
	}
	return now + " " + quantity.Text("It is %q in line %s, which is older.", c.Lost, line)
}

// standardInput is what is read from "-" is called in reports and errors.
const standardInput = "standard input"

// spooled puts standard input into a temporary file where "-" is among the
// paths: a zip is read from its end. remove removes the file.
func (a *app) spooled(ctx context.Context, paths []string) (found []string, remove func(), err error) {
	at := slices.Index(paths, "-")
	if at < 0 {
		return paths, func() {}, nil
	}
	if term.IsTerminal(a.in.Fd()) {
		return nil, nil, usagef("nothing comes from standard input; name a file, or pipe one into linkvet import -")
	}
	folder, remove, err := files.TempFolder("linkvet-import")
	if err != nil {
		return nil, nil, fmt.Errorf("make room for standard input: %w", err)
	}
	path := filepath.Join(folder, standardInput)
	done := make(chan error, 1)
	go func() { done <- a.spool(path) }()
	select {
	case <-ctx.Done():
		err = ctx.Err()
	case err = <-done:
	}
	if err != nil {
		remove()
		return nil, nil, err
	}
	found = slices.Clone(paths)
	found[at] = path
	return slices.DeleteFunc(found, func(path string) bool { return path == "-" }), remove, nil
}

func (a *app) spool(path string) error {
	return files.Write(path, false, func(w io.Writer) error {
		if _, err := io.Copy(w, a.in); err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
		return nil
	})
}

// named calls standard input by its name in an error, instead of by that of its
// temporary file.
func named(err error) error {
	if format, ok := errors.AsType[*linkedin.FormatError](err); ok {
		if _, rest, found := strings.Cut(format.Path, string(filepath.Separator)+standardInput); found {
			format.Path = standardInput + rest
		}
	}
	return err
}
