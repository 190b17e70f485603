package tabular

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// LineError says which line of a table cannot be read. The physical line
// counts, the first is 1.
type LineError struct {
	Line    int
	Problem string
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Problem) }

// CSVReader reads a table that [CSVWriter] wrote, also after a spreadsheet has
// saved it again: with a byte order mark, CRLF, semicolons or tabs.
type CSVReader struct {
	csv     *csv.Reader
	columns map[string]int
	header  []string
}

// Row is one row of a table, with its cells without guards. It is valid until the
// next one is read.
type Row struct {
	Line  int
	cells []string
}

// NewCSVReader reads the header. Columns are known by name, without regard to
// case and order.
func NewCSVReader(r io.Reader) (*CSVReader, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	head, err := in.Peek(4096)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("read the table: %w", err)
	}
	if bytes.HasPrefix(head, []byte(bom)) {
		if _, err := in.Discard(len(bom)); err != nil {
			return nil, fmt.Errorf("read the table: %w", err)
		}
	}
	c := &CSVReader{csv: csv.NewReader(in), columns: map[string]int{}}
	c.csv.Comma = separator(head)
	c.csv.FieldsPerRecord = -1 // counted here, to name both numbers
	c.header, err = c.csv.Read()
	if err == io.EOF {
		return nil, &LineError{Line: 1, Problem: "the table is empty"}
	}
	if err != nil {
		return nil, lineError(err)
	}
	c.csv.ReuseRecord = true // from here on: the header stays
	for i, name := range c.header {
		name = strings.ToLower(strings.TrimSpace(Unguard(name)))
		if _, twice := c.columns[name]; twice && name != "" {
			return nil, &LineError{Line: 1, Problem: fmt.Sprintf("two columns are called %q", name)}
		}
		c.columns[name] = i
	}
	return c, nil
}

// separator is whichever of the usual ones the header line has most of.
func separator(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte{'\n'})
	best := ','
	for _, sep := range ";\t" {
		if bytes.Count(line, []byte(string(sep))) > bytes.Count(line, []byte(string(best))) {
			best = sep
		}
	}
	return best
}

// Has reports whether the table has a column.
func (c *CSVReader) Has(column string) bool {
	_, ok := c.columns[column]
	return ok
}

// Columns returns the names of the columns, in lower case, as they stand.
func (c *CSVReader) Columns() []string {
	names := make([]string, len(c.header))
	for name, i := range c.columns {
		names[i] = name
	}
	return names
}

// Rows yields every row. A damaged line is yielded as a [*LineError] and the
// next one follows; any other error ends the table.
func (c *CSVReader) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for {
			row, err := c.read()
			if err == io.EOF {
				return
			}
			var damaged *LineError
			if !yield(row, err) || err != nil && !errors.As(err, &damaged) {
				return
			}
		}
	}
}

func (c *CSVReader) read() (Row, error) {
	cells, err := c.csv.Read()
	if err == io.EOF {
		return Row{}, err
	}
	if err != nil {
		return Row{}, lineError(err)
	}
	line, _ := c.csv.FieldPos(0)
	for len(cells) > len(c.header) && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1] // what a spreadsheet leaves behind
	}
	if len(cells) != len(c.header) {
		return Row{Line: line}, &LineError{
			Line:    line,
			Problem: fmt.Sprintf("cells: %d instead of %d", len(cells), len(c.header)),
		}
	}
	for i := range cells {
		cells[i] = Unguard(cells[i])
	}
	return Row{Line: line, cells: cells}, nil
}

// lineError keeps the line and says the rest in words.
func lineError(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("read the table: %w", err)
	}
	return &LineError{Line: parse.StartLine, Problem: parse.Err.Error()}
}

// Place returns where a column stands in each row, -1 when the table has none of
// that name.
func (c *CSVReader) Place(column string) int {
	if i, ok := c.columns[column]; ok {
		return i
	}
	return -1
}

// At returns the cell at a place that [CSVReader.Place] gave, "" for none.
func (r Row) At(place int) string {
	if place < 0 || len(r.cells) == 0 {
		return ""
	}
	return r.cells[place]
}
