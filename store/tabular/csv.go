package tabular

import (
	"bufio"
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
	end   string // of a line, also within a cell
	width int
	raw   bool
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
	c := &CSVWriter{out: out, end: "\n", width: len(header), raw: opts.Raw}
	if opts.Excel {
		c.end = "\r\n"
	}
	return c, c.Write(header)
}

// parting are the characters that need quotation marks around a cell.
var parting = setOf(",;\t\"\r\n")

// rewritten are those that do not stand within quotation marks as they are.
var rewritten = setOf("\"\r\n")

// Write adds a row, which must have as many cells as the header.
func (c *CSVWriter) Write(row []string) error {
	if len(row) != c.width {
		return fmt.Errorf("write the table: a row of %d cells under a header of %d", len(row), c.width)
	}
	for i, cell := range row {
		if i > 0 {
			_ = c.out.WriteByte(',')
		}
		if !c.raw {
			cell = Guard(cell)
		}
		c.cell(cell)
	}
	if _, err := c.out.WriteString(c.end); err != nil { // an error of before stays
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// cell writes a cell after RFC 4180. Beside what that asks for, quotation marks
// stand around what a reader would part that goes by semicolons or tabs as well,
// which encoding/csv leaves bare.
func (c *CSVWriter) cell(text string) {
	if text == "" || parting.in(text) == len(text) && text[0] != ' ' {
		_, _ = c.out.WriteString(text)
		return
	}
	_ = c.out.WriteByte('"')
	for len(text) > 0 {
		plain := rewritten.in(text)
		_, _ = c.out.WriteString(text[:plain])
		if text = text[plain:]; text == "" {
			break
		}
		switch text[0] {
		case '"':
			_, _ = c.out.WriteString(`""`)
		case '\n':
			_, _ = c.out.WriteString(c.end)
		case '\r':
			if c.end == "\n" {
				_ = c.out.WriteByte('\r')
			}
		}
		text = text[1:]
	}
	_ = c.out.WriteByte('"')
}

// Close writes what is still held back. It does not close the writer below.
func (c *CSVWriter) Close() error {
	if err := c.out.Flush(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}
