package linkedin

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

const (
	chunk = 64 << 10
	// maxRecord bounds what one record may take; a real note has 300
	// characters. Beyond it a quotation mark was never closed.
	maxRecord = 1 << 20
)

// records splits CSV text into records. Unlike encoding/csv it loses no line to
// a stray quotation mark: when a record fails and the lines it swallowed hold
// whole rows, only its first line is given up and reading goes on with the
// second.
type records struct {
	src   io.Reader
	comma byte
	want  int // fields of a whole row; 0 while the header is looked for
	need  int // fields that a row cannot do without; the others may be missing at its end

	buf  []byte
	pos  int // start of the next record in buf
	line int // its physical line
	eof  bool

	fields  [][]byte
	scratch []byte // fields whose doubled quotes were undone
}

// record is one record, valid until the next call.
type record struct {
	fields  [][]byte
	line    int    // physical line it begins on, the first is 1
	size    int    // bytes it takes in the file
	problem string // why it is not a row; fields are empty then
}

func newRecords(src io.Reader, comma byte) *records {
	return &records{src: src, comma: comma, line: 1}
}

var (
	errMore  = errors.New("the record goes on")
	errQuote = errors.New("a stray quotation mark")
	errOpen  = errors.New("the file ends inside a quoted field, as if it were cut short")
	errLong  = errors.New("a quotation mark is never closed, or the line is far too long")
)

// next returns the next record that is not an empty line, or io.EOF.
func (r *records) next() (record, error) {
	for {
		n, err := r.parse(r.buf[r.pos:])
		if err == errMore && !r.eof && len(r.buf)-r.pos < maxRecord {
			if err := r.fill(); err != nil {
				return record{}, err
			}
			continue
		}
		if err == errMore {
			n, err = len(r.buf)-r.pos, errOpen
			if !r.eof {
				err = errLong
			}
		}
		if n == 0 {
			return record{}, io.EOF
		}
		rec := record{fields: r.fields, line: r.line, size: n}
		if err == nil && len(r.fields) == 1 && len(bytes.TrimSpace(r.fields[0])) == 0 {
			r.advance(n)
			continue
		}
		if err == nil {
			err = r.checkCount(n)
			rec.fields = r.fields
		}
		if err == nil {
			r.advance(n)
			return rec, nil
		}
		return r.fail(rec, n, err)
	}
}

// checkCount compares the number of fields with the header's, for a record of n
// bytes. Empty cells too many, or left out at the end, are what a spreadsheet
// leaves behind, and harmless; but the last line may also have been cut short.
func (r *records) checkCount(n int) error {
	if r.want == 0 || len(r.fields) == r.want {
		return nil
	}
	if r.need > 0 && len(r.fields) >= r.need && len(r.fields) < r.want && r.buf[r.pos+n-1] == '\n' {
		return nil
	}
	if len(r.fields) > r.want {
		for _, extra := range r.fields[r.want:] {
			if len(extra) > 0 {
				return fmt.Errorf("fields: %d instead of %d", len(r.fields), r.want)
			}
		}
		r.fields = r.fields[:r.want]
		return nil
	}
	return fmt.Errorf("only %d of %d fields, as if it were cut short", len(r.fields), r.want)
}

// fail gives up a record of n bytes, or only its first line when the others
// hold rows.
func (r *records) fail(rec record, n int, cause error) (record, error) {
	text := r.buf[r.pos : r.pos+n]
	first := bytes.IndexByte(text, '\n') + 1
	switch {
	case first == 0 && cause == errLong:
		if err := r.dropLine(); err != nil {
			return record{}, err
		}
		n = 0
	case first > 0 && first < n && (cause == errLong || r.holdsRow(text[first:])):
		n = first
		if cause == errOpen {
			cause = errQuote
		}
	}
	r.advance(n)
	rec.fields, rec.size, rec.problem = nil, n, cause.Error()
	return rec, nil
}

// holdsRow reports whether any single line of text is a whole row.
func (r *records) holdsRow(text []byte) bool {
	probe := records{comma: r.comma, want: r.want, eof: true}
	for len(text) > 0 {
		line := text
		if end := bytes.IndexByte(text, '\n'); end >= 0 {
			line = text[:end+1]
		}
		text = text[len(line):]
		if _, err := probe.parse(line); err == nil && len(probe.fields) > 1 && len(probe.fields) == r.want {
			return true
		}
	}
	return false
}

// dropLine passes a line too long to hold.
func (r *records) dropLine() error {
	for {
		if end := bytes.IndexByte(r.buf[r.pos:], '\n'); end >= 0 {
			r.advance(end + 1)
			return nil
		}
		r.pos = len(r.buf)
		if r.eof {
			return nil
		}
		if err := r.fill(); err != nil {
			return err
		}
	}
}

func (r *records) advance(n int) {
	r.line += bytes.Count(r.buf[r.pos:r.pos+n], []byte{'\n'})
	r.pos += n
}

// fill reads another chunk, moving what is still needed to the front.
func (r *records) fill() error {
	r.buf = append(r.buf[:0], r.buf[r.pos:]...)
	r.pos = 0
	if cap(r.buf)-len(r.buf) < chunk {
		r.buf = append(make([]byte, 0, 2*len(r.buf)+2*chunk), r.buf...)
	}
	n, err := r.src.Read(r.buf[len(r.buf) : len(r.buf)+chunk])
	r.buf = r.buf[:len(r.buf)+n]
	if err == io.EOF {
		r.eof = true
		return nil
	}
	return err
}
