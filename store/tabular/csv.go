package tabular

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
)

// bom tells Excel that a file is UTF-8.
const bom = "\ufeff"

// CSVOptions choose what a table is written for.
type CSVOptions struct {
	Excel bool // byte order mark and CRLF, as Excel likes them
	Raw   bool // no formula guard: for programs, not for spreadsheets
}

// CSVWriter writes a table row by row. The first error stays and stops the
// rest; [CSVWriter.Close] returns it.
type CSVWriter struct {
	out   *bufio.Writer
	csv   *csv.Writer
	width int
	raw   bool
	row   []string // reused
}

// NewCSVWriter starts a table by writing its header, which has at least two
// columns.
func NewCSVWriter(w io.Writer, header []string, opts CSVOptions) (*CSVWriter, error) {
	out := bufio.NewWriterSize(w, 64<<10)
	if opts.Excel {
		if _, err := out.WriteString(bom); err != nil {
			return nil, err
		}
	}
	c := &CSVWriter{out: out, csv: csv.NewWriter(out), width: len(header), raw: opts.Raw}
	c.csv.UseCRLF = opts.Excel
	return c, c.Write(header)
}

// Write adds a row, which must have as many cells as the header.
func (c *CSVWriter) Write(row []string) error {
	if len(row) != c.width {
		return fmt.Errorf("write the table: a row of %d cells under a header of %d", len(row), c.width)
	}
	if !c.raw {
		c.row = c.row[:0]
		for _, cell := range row {
			c.row = append(c.row, Guard(cell))
		}
		row = c.row
	}
	if err := c.csv.Write(row); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// Close writes what is still held back. It does not close the writer below.
func (c *CSVWriter) Close() error {
	c.csv.Flush()
	if err := c.csv.Error(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	if err := c.out.Flush(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}
