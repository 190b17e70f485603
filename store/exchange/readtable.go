package exchange

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"linkvet/store/files"
	"linkvet/store/linkedin"
	"linkvet/store/record"
	"linkvet/store/tabular"
)

// Limits of a table of our own.
const (
	maxTableBytes = 512 << 20
	maxTableRows  = 500_000 // a tiny row takes far more memory than room in the file
	maxJSONLine   = 4 << 20
)

// Table is a table of our own, split into cells but not taken in yet.
type Table struct {
	Path     string
	Rows     []TableRow
	Warnings []string
	columns  []Column
}

// TableRow has the cells of a row in the order of columns. A cell that the file
// does not have leaves what it stands for as it is.
type TableRow struct {
	Line  int
	has   uint64   // bit i: there is a cell for column i
	cells []string // those alone
}

// Cell returns the cell of column i, and whether the file has it.
func (r *TableRow) Cell(i int) (string, bool) {
	if r.has&(1<<i) == 0 {
		return "", false
	}
	return r.cells[bits.OnesCount64(r.has&(1<<i-1))], true
}

// add takes one more row.
func (t *Table) add(r TableRow) error {
	if len(t.Rows) == maxTableRows {
		return &linkedin.FormatError{Path: t.Path, Line: r.Line, Problem: fmt.Sprintf("more than %d rows", maxTableRows), Hint: inParts}
	}
	t.Rows = append(t.Rows, r)
	return nil
}

// inParts is what to do about a table that is too large.
const inParts = "export it in parts, and import one after the other"

// IsOwnTable reports whether a file is a table that linkvet wrote, or a person
// in its manner: JSON, or a CSV with an id or a name and further columns of
// ours, which no table of LinkedIn's has.
func IsOwnTable(path string) bool {
	f, err := files.Open(path)
	if err != nil {
		return false // reading it as an archive will say why
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return false
	}
	head := make([]byte, 16<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false
	}
	head = bytes.TrimPrefix(head[:n], []byte("\ufeff"))
	if isJSON(head) {
		return true
	}
	csv, err := tabular.NewCSVReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	known := 0
	for _, name := range ColumnNames() {
		if csv.Has(name) {
			known++
		}
	}
	return (csv.Has("id") || csv.Has("name")) && known >= 2
}

func isJSON(head []byte) bool {
	head = bytes.TrimSpace(head)
	return len(head) > 0 && (head[0] == '{' || head[0] == '[')
}

// ReadTable splits a table of our own into cells. What they say is checked as it is
// read, by Invitation or beforehand by Check.
func ReadTable(ctx context.Context, path string, progress func(done, total int64)) (*Table, error) {
	f, err := files.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the table: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("open the table: %w", err)
	}
	if info.Size() > maxTableBytes {
		return nil, &linkedin.FormatError{Path: path, Problem: fmt.Sprintf("larger than %d MiB", maxTableBytes>>20), Hint: inParts}
	}
	in := bufio.NewReaderSize(&counting{ctx: ctx, in: f, total: info.Size(), progress: progress}, 64<<10)
	if mark, err := in.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = in.Discard(len(mark)) // it was just seen
	}
	head, err := in.Peek(512)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("read the table: %w", err)
	}
	t := &Table{Path: path}
	if isJSON(head) {
		err = t.readJSON(in)
	} else {
		err = t.readCSV(in)
	}
	return t, err
}

// counting reports progress, and stops when the work is canceled.
type counting struct {
	ctx         context.Context
	in          io.Reader
	done, total int64
	progress    func(done, total int64)
}

func (c *counting) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	c.done += int64(n)
	if c.progress != nil {
		c.progress(c.done, c.total)
	}
	return n, err
}

// longestProblem is how many characters of a problem are told: a cell may be as
// long as the file.
const longestProblem = 500

// Bad says what is wrong, and where.
func (t *Table) Bad(line int, column, problem string) error {
	if runes := []rune(problem); len(runes) > longestProblem {
		problem = string(runes[:longestProblem]) + "..."
	}
	if column != "" {
		problem = fmt.Sprintf("column %q: %s", column, problem)
	}
	return &linkedin.FormatError{Path: t.Path, Line: line, Problem: problem, Hint: "correct the file and import it again; nothing was changed"}
}

// damaged turns an error of a line into one that names the file.
func (t *Table) damaged(err error) error {
	if line, ok := errors.AsType[*tabular.LineError](err); ok {
		return t.Bad(line.Line, "", line.Problem)
	}
	return fmt.Errorf("read %s: %w", t.Path, err)
}

func (t *Table) readCSV(in io.Reader) error {
	csv, err := tabular.NewCSVReader(in)
	if err != nil {
		return t.damaged(err)
	}
	var places []int // of the columns that the file has
	var has uint64
	for i, name := range ColumnNames() {
		if place := csv.Place(name); place >= 0 {
			has |= 1 << i
			places = append(places, place)
		}
	}
	t.passOver(csv.Columns())
	for row, err := range csv.Rows() {
		if err != nil {
			return t.damaged(err)
		}
		r := TableRow{Line: row.Line, has: has, cells: make([]string, len(places))}
		blank := true
		for i, place := range places {
			r.cells[i] = row.At(place)
			blank = blank && strings.TrimSpace(r.cells[i]) == ""
		}
		if blank {
			continue
		}
		if err := t.add(r); err != nil {
			return err
		}
	}
	return nil
}

// passOver warns of columns that are not ours: a person may have added them,
// or mistyped the name of one.
func (t *Table) passOver(names []string) {
	known := append(ColumnNames(), "answered", "advice", "journal", "")
	for _, name := range names {
		if !slices.Contains(known, name) {
			t.Warnings = append(t.Warnings, fmt.Sprintf("%s: the column %s is not one of linkvet's and was skipped (the known ones are: %s)",
				t.Path, shortCell(name), strings.Join(ColumnNames(), ", ")))
		}
	}
}

// Invitation reads what a row says into an invitation.
func (t *Table) Invitation(r *TableRow, inv *record.Invitation) error {
	if t.columns == nil {
		t.columns = Columns()
	}
	for c := range t.columns {
		cell, ok := r.Cell(c)
		if !ok {
			continue
		}
		if !utf8.ValidString(cell) {
			return t.Bad(r.Line, t.columns[c].Name, `not UTF-8; save the table as "CSV UTF-8"`)
		}
		if err := t.columns[c].Set(inv, cell); err != nil {
			return t.Bad(r.Line, t.columns[c].Name, CellError(err))
		}
	}
	return nil
}

// Check reads every cell once, for a table that is not the only one: nothing is to
// be half done when one is wrong.
func (t *Table) Check() error {
	ids := map[string]int{}
	for i := range t.Rows {
		r := &t.Rows[i]
		var inv record.Invitation
		if err := t.Invitation(r, &inv); err != nil {
			return err
		}
		if other, twice := ids[inv.ID]; twice && inv.ID != "" {
			return t.Twice(r.Line, inv.ID, other)
		}
		ids[inv.ID] = r.Line
	}
	return nil
}

// Twice says that an id appears in two lines.
func (t *Table) Twice(line int, id string, other int) error {
	return t.Bad(line, "id", fmt.Sprintf("%s appears in line %d too", id, other))
}
