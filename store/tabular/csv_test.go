package tabular_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"linkvet/store/tabular"
)

// table writes rows under the header "name,note" and returns the text.
func table(opts tabular.CSVOptions, rows ...[]string) string {
	out := opts.AppendHeader(nil, []string{"name", "note"})
	for _, row := range rows {
		out = opts.AppendRow(out, row)
	}
	return string(out)
}

func TestWriteCSV(t *testing.T) {
	rows := [][]string{{"Ada", "=1+1"}, {`O"Hara, B.`, "two\nlines"}, {"", "-"}}
	tests := []struct {
		name string
		opts tabular.CSVOptions
		want string
	}{
		{"guarded", tabular.CSVOptions{}, "name,note\nAda,'=1+1\n\"O\"\"Hara, B.\",\"two\nlines\"\n,'-\n"},
		{"raw", tabular.CSVOptions{Raw: true}, "name,note\nAda,=1+1\n\"O\"\"Hara, B.\",\"two\nlines\"\n,-\n"},
		{"Excel", tabular.CSVOptions{Excel: true}, "\ufeffname,note\r\nAda,'=1+1\r\n\"O\"\"Hara, B.\",\"two\r\nlines\"\r\n,'-\r\n"},
	}
	for _, tt := range tests {
		if got := table(tt.opts, rows...); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A row of nothing is one that is read back.
func TestWriteCSVOfOneColumn(t *testing.T) {
	out := tabular.CSVOptions{}.AppendHeader(nil, []string{"note"})
	for _, cell := range []string{"", "a", ""} {
		out = tabular.CSVOptions{}.AppendRow(out, []string{cell})
	}
	if want := "note\n\"\"\na\n\"\"\n"; string(out) != want {
		t.Errorf("%q, want %q", out, want)
	}
}

// cellsOf reads a table as spreadsheets do: quotation marks count at the beginning
// of a cell only, and what follows the closing one is taken as it is.
func cellsOf(text string, separators string) (cells []string) {
	for len(text) > 0 {
		var cell strings.Builder
		if text[0] == '"' {
			text = text[1:]
			for text != "" {
				if strings.HasPrefix(text, `""`) {
					cell.WriteByte('"')
					text = text[2:]
				} else if text[0] == '"' {
					text = text[1:]
					break
				} else {
					cell.WriteByte(text[0])
					text = text[1:]
				}
			}
		}
		end := strings.IndexAny(text, separators+"\r\n")
		if end < 0 {
			return append(cells, cell.String()+text)
		}
		cells = append(cells, cell.String()+text[:end])
		text = text[end+1:]
	}
	return cells
}

// No reading of a table finds a formula, whichever separators it goes by.
func TestNoReadingFindsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringMatching(`['=+@,;" \n\ta1-]{0,9}`), rapid.SampledFrom([]string{"a;=1+1", "a\t=1", "x;\"=1+1\"", "\"", "a\n=1"}))
		rows := rapid.SliceOfN(rapid.SliceOfN(text, 2, 2), 1, 4).Draw(t, "rows")
		written := table(tabular.CSVOptions{Excel: rapid.Bool().Draw(t, "excel")}, rows...)
		for _, separators := range []string{",", ";", "\t", ",;\t", ";\t"} {
			for _, cell := range cellsOf(written, separators) {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
					t.Fatalf("parted at %q, %q has the cell %q", separators, written, cell)
				}
			}
		}
	})
}

// TestCSVRoundTrip: what was written comes back equal, whatever the cells hold
// and whatever the options.
func TestCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Map(rapid.OneOf(rapid.String(), rapid.StringMatching(`['=+@,;" \n\t＝a-]{0,5}`)), func(s string) string {
			return strings.ReplaceAll(s, "\r", "") // see the package's doc
		})
		rows := rapid.SliceOfN(rapid.SliceOfN(text, 2, 2), 0, 6).Draw(t, "rows")
		opts := tabular.CSVOptions{Excel: rapid.Bool().Draw(t, "excel")}
		r, err := tabular.NewCSVReader(strings.NewReader(table(opts, rows...)))
		if err != nil {
			t.Fatal(err)
		}
		var back [][]string
		for row, err := range r.Rows() {
			if err != nil {
				t.Fatal(err)
			}
			back = append(back, []string{row.At(r.Place("name")), row.At(r.Place("note"))})
		}
		if !slices.EqualFunc(back, rows, slices.Equal) {
			t.Fatalf("wrote %q, read %q", rows, back)
		}
	})
}

func TestReadCSV(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string // "line name|note", or the error
	}{
		{"columns in any order", "Note, NAME \nhello,Ada\n", []string{"2 Ada|hello"}},
		{"semicolons, mark and CRLF", "\ufeffname;note\r\nAda;a,b\r\n", []string{"2 Ada|a,b"}},
		{"tabs", "name\tnote\nAda\thello\n", []string{"2 Ada|hello"}},
		{"more columns", "name,x,note\nAda,1,hello\n", []string{"2 Ada|hello"}},
		{"a column missing", "name,x\nAda,1\n", []string{"2 Ada|"}},
		{"cells of several lines", "name,note\nAda,\"a\nb\"\nBram,c\n", []string{"2 Ada|a\nb", "4 Bram|c"}},
		{"too few cells, then a good row", "name,note\nAda\nBram,c\n", []string{"line 2: cells: 1 instead of 2", "3 Bram|c"}},
		{"stray quote, then a good row", "name,note\nA\"da,x\nBram,c\n", []string{`line 2: bare " in non-quoted-field`, "3 Bram|c"}},
		{"guards come off", "name,note\n'=1,''=2\n", []string{"2 =1|'=2"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := tabular.NewCSVReader(strings.NewReader(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for row, err := range r.Rows() {
				if err != nil {
					got = append(got, err.Error())
					continue
				}
				got = append(got, fmt.Sprintf("%d %s|%s", row.Line, row.At(r.Place("name")), row.At(r.Place("note"))))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReadCSVHeader(t *testing.T) {
	r, err := tabular.NewCSVReader(strings.NewReader("name,Note\n"))
	if err != nil || !r.Has("note") || r.Has("id") {
		t.Errorf("%+v, %v", r, err)
	}
	for in, want := range map[string]string{
		"":            "line 1: the table is empty",
		"a,\"b\n":     "line 1: extraneous or missing \" in quoted-field",
		"name,Name\n": `line 1: two columns are called "name"`,
	} {
		if _, err := tabular.NewCSVReader(strings.NewReader(in)); err == nil || err.Error() != want {
			t.Errorf("%q: error %v, want %s", in, err, want)
		}
	}
}

// TestReadCSVStops at an error of the file itself, and when asked to.
func TestReadCSVStops(t *testing.T) {
	text := "name,note\n" + strings.Repeat("Ada,x\n", 40_000)
	r, err := tabular.NewCSVReader(iotest.TimeoutReader(strings.NewReader(text)))
	if err != nil {
		t.Fatal(err)
	}
	var last error
	for _, err := range r.Rows() {
		last = err
	}
	if !errors.Is(last, iotest.ErrTimeout) {
		t.Errorf("error %v", last)
	}
	r, err = tabular.NewCSVReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range r.Rows() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d rows", n)
	}
}

func TestJSONL(t *testing.T) {
	var out bytes.Buffer
	w := tabular.NewJSONLWriter(&out)
	for _, v := range []any{map[string]string{"note": "<b> & 'x'\n\u2028"}, []int{}} {
		if err := w.Write(v); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Write(make(chan int)); err == nil {
		t.Error("a channel was written")
	}
	if want := "{\"note\":\"<b> & 'x'\\n\\u2028\"}\n[]\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}
