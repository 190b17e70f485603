package store

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"linkvet/store/linkedin"
	"linkvet/store/tabular"
)

// Limits of a table of our own.
const (
	maxTableBytes = 512 << 20
	maxJSONLine   = 4 << 20
)

// table is a table of our own, read and checked but not taken in yet.
type table struct {
	path     string
	rows     []tableRow
	warnings []string
}

// tableRow has the cells of a row in the order of columns. A cell that the file
// does not have leaves what it stands for as it is.
type tableRow struct {
	line  int
	has   uint64 // bit i: there is a cell for column i
	cells []string
}

func (r *tableRow) cell(i int) (string, bool) { return r.cells[i], r.has&(1<<i) != 0 }

// isOwnTable reports whether a file is a table that linkvet wrote, or a person
// in its manner: JSON, or a CSV with an id or a name and further columns of
// ours, which no table of LinkedIn's has.
func isOwnTable(path string) bool {
	f, err := os.Open(path)
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
	for _, name := range columnNames() {
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

// readTable reads a table of our own and checks every cell.
func readTable(ctx context.Context, path string, progress func(done, total int64)) (*table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the table: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("open the table: %w", err)
	}
	if info.Size() > maxTableBytes {
		return nil, &linkedin.FormatError{Path: path, Problem: fmt.Sprintf("larger than %d MiB", maxTableBytes>>20), Hint: "export it in parts, and import one after the other"}
	}
	in := bufio.NewReaderSize(&counting{ctx: ctx, in: f, total: info.Size(), progress: progress}, 64<<10)
	if mark, err := in.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = in.Discard(len(mark)) // it was just seen
	}
	head, err := in.Peek(512)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("read the table: %w", err)
	}
	t := &table{path: path}
	if isJSON(head) {
		err = t.readJSON(in)
	} else {
		err = t.readCSV(in)
	}
	if err != nil {
		return nil, err
	}
	return t, t.check()
}

// counting reports progress, and stops when the work is cancelled.
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

// bad says what is wrong, and where.
func (t *table) bad(line int, column, problem string) error {
	if column != "" {
		problem = fmt.Sprintf("column %q: %s", column, problem)
	}
	return &linkedin.FormatError{Path: t.path, Line: line, Problem: problem, Hint: "correct the file and import it again; nothing was changed"}
}

// damaged turns an error of a line into one that names the file.
func (t *table) damaged(err error) error {
	if line, ok := errors.AsType[*tabular.LineError](err); ok {
		return t.bad(line.Line, "", line.Problem)
	}
	return fmt.Errorf("read %s: %w", t.path, err)
}

func (t *table) readCSV(in io.Reader) error {
	csv, err := tabular.NewCSVReader(in)
	if err != nil {
		return t.damaged(err)
	}
	names := columnNames()
	var has uint64
	for i, name := range names {
		if csv.Has(name) {
			has |= 1 << i
		}
	}
	t.passOver(csv.Columns())
	for row, err := range csv.Rows() {
		if err != nil {
			return t.damaged(err)
		}
		r := tableRow{line: row.Line, has: has, cells: make([]string, len(names))}
		blank := true
		for i, name := range names {
			r.cells[i] = row.Get(name)
			blank = blank && strings.TrimSpace(r.cells[i]) == ""
		}
		if !blank {
			t.rows = append(t.rows, r)
		}
	}
	return nil
}

// passOver warns of columns that are not ours: a person may have added them,
// or mistyped the name of one.
func (t *table) passOver(names []string) {
	known := append(columnNames(), "answered", "advice", "journal", "")
	for _, name := range names {
		if !slices.Contains(known, name) {
			t.warnings = append(t.warnings, fmt.Sprintf("%s: the column %s is not one of linkvet's and was passed over (those are: %s)",
				t.path, shortCell(name), strings.Join(columnNames(), ", ")))
		}
	}
}

// check reads every cell once, so that nothing is half done when one is wrong.
func (t *table) check() error {
	all := columns()
	ids := map[string]int{}
	for i := range t.rows {
		r := &t.rows[i]
		var inv Invitation
		for c := range all {
			cell, ok := r.cell(c)
			if !ok {
				continue
			}
			if !utf8.ValidString(cell) {
				return t.bad(r.line, all[c].name, `not UTF-8; save the table as "CSV UTF-8"`)
			}
			if err := all[c].set(&inv, cell); err != nil {
				return t.bad(r.line, all[c].name, cellError(err))
			}
		}
		if other, twice := ids[inv.ID]; twice && inv.ID != "" {
			return t.bad(r.line, "id", fmt.Sprintf("%s stands in line %d too", inv.ID, other))
		}
		ids[inv.ID] = r.line
	}
	return nil
}
