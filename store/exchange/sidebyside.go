package exchange

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"time"

	"linkvet/store/record"
	"linkvet/store/tabular"
)

// encoder puts an invitation into bytes, as it stands in a file.
type encoder func(to *bytes.Buffer, inv *record.Invitation, now time.Time) error

// sideBySide writes invitations in their order, and has them put into bytes by as
// many goroutines as the machine runs at once: that takes most of the time.
type sideBySide struct {
	out     io.Writer
	workers []worker
}

// worker is what one goroutine has for itself.
type worker struct {
	encode encoder
	buffer bytes.Buffer
	err    error
}

// eachAtOnce is how many invitations a goroutine puts into bytes before they are
// written: enough to be worth one, and few enough to stay in its cache.
const eachAtOnce = 64

// newSideBySide begins an export; every goroutine gets an encoder of its own.
func newSideBySide(w io.Writer, encoder func() (encoder, error)) (*sideBySide, error) {
	s := &sideBySide{out: w, workers: make([]worker, runtime.GOMAXPROCS(0))}
	for i := range s.workers {
		var err error
		if s.workers[i].encode, err = encoder(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Write writes the next invitations.
func (s *sideBySide) Write(invs []record.Invitation, now time.Time) (n int, err error) {
	for some := range slices.Chunk(invs, eachAtOnce*len(s.workers)) {
		var working sync.WaitGroup
		for i := range s.workers {
			w, from := &s.workers[i], min(i*eachAtOnce, len(some))
			working.Go(func() { w.work(some[from:min(from+eachAtOnce, len(some))], now) })
		}
		working.Wait()
		for i := range s.workers {
			w := &s.workers[i]
			if _, err := s.out.Write(w.buffer.Bytes()); cmp.Or(w.err, err) != nil {
				return n, cmp.Or(w.err, err)
			}
		}
		n += len(some)
	}
	return n, nil
}

// work puts invitations into the buffer, up to the first that cannot be.
func (w *worker) work(invs []record.Invitation, now time.Time) {
	w.buffer.Reset()
	for i := range invs {
		if w.err = w.encode(&w.buffer, &invs[i], now); w.err != nil {
			return
		}
	}
}

// Close has nothing left to write.
func (*sideBySide) Close() error { return nil }

// newCSV begins a table with its header.
func newCSV(w io.Writer, opts ExportOptions) (*sideBySide, error) {
	form := tabular.CSVOptions{Excel: opts.Excel, Raw: opts.Raw}
	s, err := newSideBySide(w, func() (encoder, error) { return rowEncoder(form, opts.Columns) })
	if err != nil {
		return nil, err
	}
	names := opts.Columns
	if names == nil {
		names = ColumnNames()
	}
	if _, err := w.Write(form.AppendHeader(nil, names)); err != nil {
		return nil, fmt.Errorf("write the table: %w", err)
	}
	return s, nil
}

// rowEncoder writes rows of a table with these columns.
func rowEncoder(form tabular.CSVOptions, names []string) (encoder, error) {
	columns, err := chosenColumns(names)
	if err != nil {
		return nil, err
	}
	row := make([]string, len(columns))
	return func(to *bytes.Buffer, inv *record.Invitation, now time.Time) error {
		for i := range columns {
			row[i] = columns[i].of(inv, now)
		}
		_, err := to.Write(form.AppendRow(to.AvailableBuffer(), row))
		return err
	}, nil
}

// encodeLine writes a line of JSON Lines.
func encodeLine(to *bytes.Buffer, inv *record.Invitation, now time.Time) error {
	return tabular.NewJSONLWriter(to).Write(fullOf(inv, now))
}
