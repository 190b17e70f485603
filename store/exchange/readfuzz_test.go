package exchange

import (
	"bufio"
	"bytes"
	"errors"
	"maps"
	"slices"
	"testing"

	"linkvet/store/clean"
	"linkvet/store/linkedin"
	"linkvet/store/linkedin/address"
	"linkvet/store/record"
)

// FuzzReadTable: whatever a table holds, it is read or refused with its place.
func FuzzReadTable(f *testing.F) {
	f.Add([]byte("id,name,tags\n,Bo,x\n"))
	f.Add([]byte("{\"name\":\"Bo\",\"tags\":[\"x\"],\"answers\":{\"know\":\"no\"}}\n"))
	f.Add([]byte("\ufeffname;sent_at;facts\r\nBo;2026-01-01;{\"messages\":1}\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := &Table{Path: "x"}
		var err error
		if isJSON(data) {
			err = in.readJSON(bufio.NewReader(bytes.NewReader(data)))
		} else {
			err = in.readCSV(bytes.NewReader(data))
		}
		if err == nil {
			err = in.Check()
		}
		if err == nil {
			wantCleanCells(t, in)
			return
		}
		if _, ok := errors.AsType[*linkedin.FormatError](err); !ok {
			t.Errorf("%T %v", err, err)
		}
	})
}

// wantCleanCells reads every cell and looks for what must not get into a store.
func wantCleanCells(t *testing.T, in *Table) {
	t.Helper()
	for i := range in.Rows {
		var inv record.Invitation
		for c, column := range Columns() {
			if cell, ok := in.Rows[i].Cell(c); ok {
				if err := column.Set(&inv, cell); err != nil {
					t.Fatalf("checked and refused: %v", err)
				}
			}
		}
		texts := append([]string{inv.Name, inv.Headline, inv.Company, inv.Facts.NamesakeName, inv.Facts.Namesake}, append(inv.Tags, inv.Doubts...)...)
		for _, text := range texts {
			if clean.Line(text) != text {
				t.Errorf("not clean: %+q", text)
			}
		}
		for _, text := range append([]string{inv.Note, inv.Because, inv.PersonNote}, slices.Collect(maps.Values(inv.AnswerNotes))...) {
			if clean.Text(text) != text {
				t.Errorf("not clean: %+q", text)
			}
		}
		if url, _ := address.Profile(inv.URL); url != inv.URL {
			t.Errorf("address %q", inv.URL)
		}
	}
}
