package pdf

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"runtime/metrics"
	"strings"
	"time"
	"unicode/utf8"

	library "github.com/ledongthuc/pdf"
)

// ChildArgument makes linkvet the process that reads a PDF. It stands alone on the
// command line, and is no command that a person gives.
const ChildArgument = "__read-pdf"

// What the process may take.
const (
	mostSeconds = 2
	mostMemory  = 256 << 20
)

// Child reads a PDF from in and writes what it holds to out, as JSON. It is the
// process of its own: it ends the program when it takes too much. What the library
// prints goes nowhere.
func Child(in io.Reader, out io.Writer) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrUnreadable, r)
		}
	}()
	limitProcess()
	go watchMemory()
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		os.Stdout, os.Stderr = null, null
	}
	data, err := io.ReadAll(io.LimitReader(in, MostBytes+1))
	if err != nil {
		return fmt.Errorf("read the PDF: %w", err)
	}
	doc, err := parse(data)
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(doc)
}

// watchMemory ends the process when it takes too much: not every system holds a
// process to a limit of its own.
func watchMemory() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	for range time.Tick(10 * time.Millisecond) {
		if metrics.Read(sample); sample[0].Value.Uint64() > mostMemory {
			os.Exit(tooMuch)
		}
	}
}

// tooMuch is the status of a process that took too much.
const tooMuch = 9

// parse reads a whole file.
func parse(data []byte) (Document, error) {
	r, err := library.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Document{}, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	info := r.Trailer().Key("Info")
	doc := Document{Author: clipped(info.Key("Author").Text()), Subject: clipped(info.Key("Subject").Text()), Lines: []Line{}}
	w := writing{doc: &doc}
	for page := 1; page <= min(r.NumPage(), mostPages) && !w.full; page++ {
		w.page(page, r.Page(page).Content().Text)
	}
	return doc, nil
}

func clipped(text string) string {
	const most = 200
	if len(text) > most {
		text = text[:most]
	}
	return strings.ToValidUTF8(text, "")
}

// writing puts glyphs into lines.
type writing struct {
	doc    *Document
	text   int // bytes so far
	glyphs int
	full   bool
}

// page takes the glyphs of a page, in the order of the file. Where one begins to
// the left of, above or below the one before, in another size or far to its right,
// a line begins.
func (w *writing) page(page int, glyphs []library.Text) {
	open := false
	var last library.Text
	for _, g := range glyphs {
		if w.glyphs++; w.glyphs > mostGlyph || w.text > mostText || len(w.doc.Lines) >= mostLines {
			w.full = true
			return
		}
		text := strings.ReplaceAll(strings.ToValidUTF8(g.S, ""), string(utf8.RuneError), "")
		if text == "" || !sound(g.X) || !sound(g.Y) || !sound(g.FontSize) {
			continue
		}
		if !open || math.Abs(g.Y-last.Y) > 1 || math.Abs(g.FontSize-last.FontSize) > 0.1 || g.X < last.X-0.1 {
			w.doc.Lines = append(w.doc.Lines, Line{Page: page, X: g.X, Y: g.Y, Size: g.FontSize})
		}
		line := &w.doc.Lines[len(w.doc.Lines)-1]
		line.Text += text
		w.text += len(text)
		open, last = true, g
	}
}

func sound(v float64) bool { return !math.IsNaN(v) && math.Abs(v) < 1e6 }
