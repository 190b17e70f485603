package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain is the process of its own, too.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == ChildArgument {
		out := os.Stdout
		if Child(os.Stdin, out) != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func reader(t testing.TB) Reader {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Reader{Program: program, Args: []string{ChildArgument}}
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../../testdata/profiles", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestLinesOfLinkedInsPDF(t *testing.T) {
	doc, err := reader(t).Read(context.Background(), file(t, "english.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Author != "LinkedIn" || doc.Subject != "Resume generated from profile" {
		t.Errorf("made by %q, %q", doc.Author, doc.Subject)
	}
	var said strings.Builder
	for _, l := range doc.Lines {
		fmt.Fprintf(&said, "%d %.0f %v %s\n", l.Page, l.X, l.Size, l.Text)
	}
	for _, want := range []string{
		"1 22 13 Contact\n", "(LinkedIn)\n", "1 224 26 Corvina Aldersey\n", "1 224 15.75 Experience\n1 224 12 Brightquay Energy\n1 224 11.5 Lead Grid Planner\n",
		"10.5 March 2021 - Present (5\u00a0years 9\u00a0months)\n", "2 224 12 Mill School\n",
	} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("without %q:\n%s", want, said.String())
		}
	}
}

// TestHostileFiles: what makes the library panic, hang or fill the memory is an
// error, within the time that the process has.
func TestHostileFiles(t *testing.T) {
	good := file(t, "english.pdf")
	cycle := "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 5/Kids[2 0 R]>>\nendobj\n"
	xref := fmt.Sprintf("xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		strings.Index(cycle, "1 0 obj"), strings.Index(cycle, "2 0 obj"), len(cycle))
	for name, data := range map[string][]byte{
		"cut":        good[:len(good)/2],
		"no trailer": good[:len(good)-200],
		"empty":      []byte("%PDF-1.4\n"),
		"zeros":      append([]byte("%PDF-1.4\n"), make([]byte, 1<<16)...),
		"a cycle":    []byte(cycle + xref),
		"too large":  append([]byte("%PDF-1.4\n"), make([]byte, MostBytes)...),
	} {
		began := time.Now()
		_, err := reader(t).Read(context.Background(), data)
		if !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took > patience+20*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
	if _, err := (Reader{}).Read(context.Background(), good); !errors.Is(err, ErrUnreadable) {
		t.Errorf("without a program: %v", err)
	}
}

// FuzzParse: what is read of any file stays within its bounds. A panic of the
// library is expected and ends the process of its own, so here it only ends the
// case; a hang would end the fuzzing.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"english.pdf", "german.pdf"} {
		f.Add(file(f, name))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte("/Kids")) && bytes.Count(data, []byte("/Pages")) > 2 {
			return // the library goes round in circles there; the process has a clock
		}
		var doc Document
		func() {
			defer func() { _ = recover() }()
			var err error
			if doc, err = parse(data); err != nil && !errors.Is(err, ErrUnreadable) {
				t.Errorf("an error of its own: %v", err)
			}
		}()
		size := 0
		for _, l := range doc.Lines {
			size += len(l.Text)
		}
		if len(doc.Lines) > mostLines || size > mostText+16 || len(doc.Author) > 200 {
			t.Errorf("%d lines, %d bytes", len(doc.Lines), size)
		}
	})
}
