package linkedin

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

// readAll renders every record: its line, and its fields or its problem.
func readAll(t interface{ Fatal(...any) }, src io.Reader, comma byte, want int) []string {
	recs := newRecords(src, comma)
	recs.want = want
	var all []string
	for {
		rec, err := recs.next()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%d %s%s", rec.line, bytes.Join(rec.fields, []byte{'|'}), rec.problem))
	}
}

func TestRecords(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"nothing", "", nil},
		{"rows", "a,b,c\nd,e,f\n", []string{"1 a|b|c", "2 d|e|f"}},
		{"no line end at the end", "a,b,c\nd,e,f", []string{"1 a|b|c", "2 d|e|f"}},
		{"empty lines", "\n\na,b,c\n  \n\nd,e,f\n\n", []string{"3 a|b|c", "6 d|e|f"}},
		{"CRLF", "a,b,\"c\"\r\nd,e,f\r\n", []string{"1 a|b|c", "2 d|e|f"}},
		{"quotes", `"a","b ""x""",c` + "\n", []string{`1 a|b "x"|c`}},
		{"empty cells", ",,\na,\"\",\n", []string{"1 ||", "2 a||"}},
		{"comma at the very end", "a,b,", []string{"1 a|b|"}},
		{"line breaks in a cell", "a,\"b\n\nb\",c\nd,e,f\n", []string{"1 a|b\n\nb|c", "4 d|e|f"}},
		{"empty cells too many", "a,b,c,,\n", []string{"1 a|b|c"}},
		{"cells too many", "a,b,c,d\n", []string{"1 fields: 4 instead of 3"}},
		{"cells too few", "a,b\nd,e,f\n", []string{"1 only 2 of 3 fields, as if it were cut short", "2 d|e|f"}},
		{"stray quote inside", "a\"b,c,d\nd,e,f\n", []string{"1 a stray quotation mark", "2 d|e|f"}},
		{"text after a quote", "\"a\"b,c,d\nd,e,f\n", []string{"1 a stray quotation mark", "2 d|e|f"}},
		{"quote never closed, rows follow", "a,\"b,c\nd,e,f\ng,h,i\n", []string{"1 a stray quotation mark", "2 d|e|f", "3 g|h|i"}},
		{"closed by a later quote", "a,\"b,c\nd,\"e\",f\ng,h,i\n", []string{"1 a stray quotation mark", "2 d|e|f", "3 g|h|i"}},
		{"swallowed rows, wrong count", "a,\"b\nd,e,f\ng\"\nx,y,z\n", []string{"1 only 2 of 3 fields, as if it were cut short", "2 d|e|f", "3 a stray quotation mark", "4 x|y|z"}},
		{"a cell that looks like rows", "a,\"b\nd,e,f\n\",c\n", []string{"1 a|b\nd,e,f\n|c"}},
		{"cut short in a cell of lines", "a,b,c\nd,\"e\ntext", []string{"1 a|b|c", "2 the file ends inside a quoted field, as if it were cut short"}},
		{"stray quote in a cell of lines", "a,\"b\nb \"x\" b\",c\nd,e,f\n", []string{"1 a stray quotation mark", "3 d|e|f"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			whole := readAll(t, strings.NewReader(tt.in), ',', 3)
			if !slices.Equal(whole, tt.want) {
				t.Errorf("got  %q\nwant %q", whole, tt.want)
			}
			bytewise := readAll(t, iotest.OneByteReader(strings.NewReader(tt.in)), ',', 3)
			if !slices.Equal(bytewise, tt.want) {
				t.Errorf("byte by byte: got  %q\nwant %q", bytewise, tt.want)
			}
		})
	}
}

// TestRecordsAgreeWithTheStandardLibrary on everything it can read.
func TestRecordsAgreeWithTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching("[a-z\", \r\n;é]{0,6}")
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 3, 3), 0, 8).Draw(t, "rows")
		var text bytes.Buffer
		w := csv.NewWriter(&text)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		recs := newRecords(iotest.HalfReader(bytes.NewReader(text.Bytes())), ',')
		recs.want = 3
		std := csv.NewReader(bytes.NewReader(text.Bytes()))
		for {
			want, stdErr := std.Read()
			rec, err := recs.next()
			if stdErr != err {
				t.Fatalf("%v, want %v", err, stdErr)
			}
			if err != nil {
				return
			}
			line, _ := std.FieldPos(0)
			got := make([]string, 0, 3)
			for _, f := range rec.fields {
				got = append(got, strings.ReplaceAll(string(f), "\r\n", "\n"))
			}
			if !slices.Equal(got, want) || rec.line != line {
				t.Fatalf("line %d %q, want line %d %q", rec.line, got, line, want)
			}
		}
	})
}

// TestDamageStaysLocal: wherever one line is damaged, however its quotes fall,
// every other line is read, under its own number.
func TestDamageStaysLocal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "rows")
		at := rapid.IntRange(0, n).Draw(t, "at")
		damaged := rapid.StringMatching(`[ab,"]{1,12}`).Draw(t, "damaged")
		quoted := rapid.Bool().Draw(t, "quoted")
		var text strings.Builder
		var want []string
		for i := range n + 1 {
			if i == at {
				text.WriteString(damaged + "\n")
				continue
			}
			cells := fmt.Sprintf("name%d,x,\"1/%d/26, 3:04 PM\",note,INCOMING", i, i+1)
			if quoted {
				cells = fmt.Sprintf(`"name%d","x","1/%d/26, 3:04 PM","note","INCOMING"`, i, i+1)
			}
			text.WriteString(cells + "\n")
			want = append(want, fmt.Sprintf("%d name%d|x|1/%d/26, 3:04 PM|note|INCOMING", i+1, i, i+1))
		}
		all := readAll(t, strings.NewReader(text.String()), ',', 5)
		for _, row := range want {
			if !slices.Contains(all, row) {
				t.Fatalf("lost %q of\n%s\ngot %q", row, text.String(), all)
			}
		}
	})
}

// TestQuoteNeverClosed: also a quote that is open for megabytes costs its own
// line only, and is given up before it fills the memory.
func TestQuoteNeverClosed(t *testing.T) {
	var text strings.Builder
	text.WriteString("a,\"b,c\n")
	for text.Len() < 3*maxRecord {
		text.WriteString("d,e,f\n")
	}
	rows := strings.Count(text.String(), "\n") - 1
	recs := newRecords(strings.NewReader(text.String()), ',')
	recs.want = 3
	good := 0
	for {
		rec, err := recs.next()
		if err == io.EOF {
			break
		}
		if rec.problem == "" {
			good++
		}
		if cap(recs.buf) > 4*maxRecord {
			t.Fatalf("%d bytes held", cap(recs.buf))
		}
	}
	if good != rows {
		t.Errorf("%d of %d rows read", good, rows)
	}
}

// TestLineFarTooLong is passed, and the next one is read.
func TestLineFarTooLong(t *testing.T) {
	text := "a,b,c\n" + strings.Repeat("x", 3*maxRecord) + "\nd,e,f\n\"" + strings.Repeat("y", 2*maxRecord)
	got := readAll(t, strings.NewReader(text), ',', 3)
	long := errLong.Error()
	if want := []string{"1 a|b|c", "2 " + long, "3 d|e|f", "4 " + long}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRecordsPassOnErrors(t *testing.T) {
	recs := newRecords(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("a,b,c\n"))), ',')
	if _, err := recs.next(); err != iotest.ErrTimeout {
		t.Errorf("error %v", err)
	}
}
