package store

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"linkvet/store/tabular"
)

// Format is a form of export.
type Format string

// The formats.
const (
	CSV       Format = "csv"
	JSONLines Format = "jsonl"
)

// ExportOptions choose what is exported and how.
type ExportOptions struct {
	Query  Query
	Status Status          // only this one; "" = waiting, later and decided, unless All
	All    bool            // every status
	Only   map[string]bool // ids, where not nil: none but these
	Format Format          // "" = CSV
	Excel  bool            // CSV as Excel likes it
	Raw    bool            // CSV without the guard against formulas
}

// exportColumns is the header of the CSV. Scripts rely on it: columns may be
// added at the end, none renamed, moved or removed.
func exportColumns() []string {
	return []string{
		"id", "direction", "name", "headline", "company", "url", "note", "sent_at", "status",
		"recommendation", "report", "settled", "decision", "decided_at", "because", "later_until", "tags", "answers",
	}
}

// Export writes the chosen invitations to w, newest first, and returns how many
// they were. They stream: memory does not grow with the store.
func (s *Store) Export(ctx context.Context, w io.Writer, opts ExportOptions) (int, error) {
	rows, err := newExportWriter(w, opts)
	if err != nil {
		return 0, err
	}
	n := 0
	now := s.now()
	err = s.eachMatching(ctx, opts.wants, func(inv Invitation) error {
		n++
		return rows.write(inv, now)
	})
	if err == nil {
		err = rows.close()
	}
	if err != nil {
		return n, fmt.Errorf("export: %w", err)
	}
	return n, nil
}

func (o ExportOptions) wants(row Row) bool {
	if o.Only != nil && !o.Only[row.ID] {
		return false
	}
	switch {
	case o.Status != "":
		if row.Status != o.Status {
			return false
		}
	case !o.All && !slices.Contains([]Status{StatusWaiting, StatusLater, StatusDecided}, row.Status):
		return false
	}
	return o.Query.Match(row)
}

// exportWriter writes invitations in one format.
type exportWriter struct {
	write func(inv Invitation, now time.Time) error
	close func() error
}

func newExportWriter(w io.Writer, opts ExportOptions) (exportWriter, error) {
	switch opts.Format {
	case CSV, "":
		table, err := tabular.NewCSVWriter(w, exportColumns(), tabular.CSVOptions{Excel: opts.Excel, Raw: opts.Raw})
		if err != nil {
			return exportWriter{}, fmt.Errorf("export: %w", err)
		}
		write := func(inv Invitation, now time.Time) error { return table.Write(exportRow(inv, now)) }
		return exportWriter{write, table.Close}, nil
	case JSONLines:
		lines := tabular.NewJSONLWriter(w)
		write := func(inv Invitation, now time.Time) error { return lines.Write(inv.Object(now)) }
		return exportWriter{write, lines.Close}, nil
	}
	return exportWriter{}, invalid("the export format %q (allowed: %s, %s)", opts.Format, CSV, JSONLines)
}

// exportRow returns the cells of exportColumns.
func exportRow(inv Invitation, now time.Time) []string {
	return []string{
		inv.ID, string(inv.Direction), inv.Name, inv.Headline, inv.Company, inv.URL, inv.Note,
		rfc3339(inv.SentAt), string(inv.Status(now)),
		inv.Recommendation.String(), strconv.FormatBool(inv.Report), strconv.FormatBool(inv.Settled),
		string(inv.Decision), rfc3339(inv.DecidedAt), inv.Because, rfc3339(inv.LaterUntil),
		strings.Join(inv.Tags, ","), inv.Answers.String(),
	}
}

func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
