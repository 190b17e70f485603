package exchange

import (
	"bufio"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// Format is a form of export.
type Format string

const CSV Format = "csv"

const JSONLines Format = "jsonl"

const Markdown Format = "md" // a report for people; it cannot be read back

const HTML Format = "html" // the same as a page for a browser; it cannot be read back

const Calendar Format = "ics" // the days that invitations are put off to; it cannot be read back

// Count says how many invitations a file has, or of a calendar how many events.
func (f Format) Count(n int) string {
	if f == Calendar {
		return quantity.Of(n, "event", "events")
	}
	return quantity.Of(n, "invitation", "invitations")
}

// Formats are all that can be written.
func Formats() []Format { return []Format{CSV, JSONLines, Markdown, HTML, Calendar} }

// FormatOf returns the form that a file's name asks for: CSV where it has no
// ending. A name that promises what is not written is refused with ErrInvalid.
func FormatOf(path string) (Format, error) {
	switch ext := filepath.Ext(path); strings.ToLower(ext) {
	case "", ".", ".csv":
		return CSV, nil
	case ".jsonl", ".ndjson":
		return JSONLines, nil
	case ".md", ".markdown":
		return Markdown, nil
	case ".html", ".htm":
		return HTML, nil
	case ".ics":
		return Calendar, nil
	case ".xlsx", ".xls", ".ods", ".numbers":
		return "", fault.Invalid("writing a workbook (%s): name it %s, a table that a spreadsheet opens as well",
			ext, filepath.Base(strings.TrimSuffix(path, ext))+".csv")
	default:
		return "", fault.Invalid("a file that ends in %s (allowed: .csv, .jsonl, .md, .html, .ics; or say --format)", ext)
	}
}

// ExportOptions choose what is exported and how.
type ExportOptions struct {
	Query  list.Query
	Status record.Status   // only this one; "" = waiting, later and decided, unless All
	All    bool            // every status
	Left   *int            // counts those that only their status leaves out; nil for not
	Only   map[string]bool // ids, where not nil: none but these
	Format Format          // "" = CSV
	Excel  bool            // CSV as Excel likes it
	Raw    bool            // CSV without the guard against formulas

	Columns []string   // of a CSV, in this order; nil = all that there are
	Order   list.Order // nil = newest first

	// Postponed are the ids that were ever put off, for a calendar to cancel those
	// that no longer are. The store knows them.
	Postponed map[string]bool
}

// Wants reports whether an invitation is exported.
func (o ExportOptions) Wants(row record.Row) bool {
	if o.Only != nil && !o.Only[row.ID] {
		return false
	}
	of := o.All
	if o.Status != "" {
		of = row.Status == o.Status
	} else if !of {
		of = slices.Contains([]record.Status{record.StatusWaiting, record.StatusLater, record.StatusDecided}, row.Status)
	}
	if !of && o.Left == nil || !o.Query.Match(row) {
		return false
	}
	if !of {
		*o.Left++
	}
	return of
}

// ExportWriter writes invitations in one format.
type ExportWriter interface {
	// Write writes the next invitations, and returns how many of them there was
	// something to write of.
	Write(invs []record.Invitation, now time.Time) (int, error)
	// Close writes what is still held back. It does not close the writer below.
	Close() error
}

// NewExportWriter begins an export to w.
func NewExportWriter(w io.Writer, opts ExportOptions, profile advisor.Profile) (ExportWriter, error) {
	switch opts.Format {
	case CSV, "":
		return newCSV(w, opts)
	case JSONLines:
		return newSideBySide(w, func() (encoder, error) { return encodeLine, nil })
	case Markdown:
		report := markdown{out: bufio.NewWriterSize(w, 64<<10), profile: profile}
		return oneByOne{write: report.write, close: report.close}, nil
	case HTML:
		page := htmlPage{out: bufio.NewWriterSize(w, 64<<10), profile: profile}
		return oneByOne{write: page.write, close: page.close}, nil
	case Calendar:
		return newCalendar(w, opts.Postponed), nil
	}
	return nil, fault.Invalid("the export format %q (allowed: %s)", opts.Format, strings.Join(record.WordsOf(Formats()), ", "))
}

// oneByOne writes what has to be written in turn.
type oneByOne struct {
	has   func(inv *record.Invitation, now time.Time) bool // whether there is something to write of it; nil for always
	write func(inv record.Invitation, now time.Time) error
	close func() error
}

func (o oneByOne) Write(invs []record.Invitation, now time.Time) (n int, err error) {
	for i := range invs {
		if o.has != nil && !o.has(&invs[i], now) {
			continue
		}
		if err := o.write(invs[i], now); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

func (o oneByOne) Close() error { return o.close() }

// FullObject is an invitation in JSON Lines: all that reading it back needs.
type FullObject struct {
	record.Object
	Because         string                 `json:"because"`
	Reported        bool                   `json:"reported"`
	FollowUp        *time.Time             `json:"follow_up"`
	Answers         advisor.Answers        `json:"answers"`
	AnswerNotes     map[string]string      `json:"answer_notes"`
	PersonNote      string                 `json:"person_note"`
	Advised         advisor.Recommendation `json:"advised"`
	TimesSent       int                    `json:"times_sent"`
	SentTimes       []time.Time            `json:"sent_times"`
	Connected       bool                   `json:"connected"`
	ConnectedOn     *time.Time             `json:"connected_on"`
	Gone            bool                   `json:"gone"`
	Listed          bool                   `json:"listed"`
	AddedAt         *time.Time             `json:"added_at"`
	ChangedAt       *time.Time             `json:"changed_at"`
	Corrected       map[string]string      `json:"corrected"`
	Facts           record.Facts           `json:"facts"`
	RulebookVersion int                    `json:"rulebook_version"`
	Rules           string                 `json:"rules"`
	Former          *record.Former         `json:"former"`
	Changes         map[string][]string    `json:"changes"` // when the person changed what, see docs/data.md
}

func fullOf(inv *record.Invitation, now time.Time) FullObject {
	return FullObject{
		Object: inv.Object(now), Because: inv.Because, Reported: inv.Reported, FollowUp: record.OrNull(inv.FollowUp.Time()), Answers: record.OrEmpty(inv.Answers), AnswerNotes: record.OrEmpty(inv.AnswerNotes),
		PersonNote: inv.PersonNote, Advised: inv.Advised, TimesSent: inv.TimesSent,
		SentTimes: append([]time.Time{}, inv.SentTimes...), Connected: inv.Connected, ConnectedOn: record.OrNull(inv.ConnectedOn),
		Gone: inv.Gone, Listed: inv.Listed, AddedAt: record.OrNull(inv.AddedAt), ChangedAt: record.OrNull(inv.ChangedAt),
		Corrected: record.OrEmpty(inv.Corrected), Facts: inv.FactsObject(), RulebookVersion: inv.RulebookVersion,
		Rules: inv.Rules, Former: inv.FormerAdvice(),
		Changes: changesOf(inv),
	}
}
