package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"linkvet/store/clean"
	"linkvet/store/dates"

	"github.com/charmbracelet/x/ansi"
)

// textWidth is where readable text is wrapped.
const textWidth = 80

// say tells the person something on standard error.
func (a *app) say(format string, args ...any) {
	if !a.flags.quiet {
		_, _ = io.WriteString(a.errs, clean.Visible(fmt.Sprintf(format+"\n", args...)))
	}
}

// printJSON prints a value as one line of JSON.
func (a *app) printJSON(value any) error {
	return a.print(func(w io.Writer) error { return encodeLine(w, value) })
}

// encodeLine writes a value as one line of JSON. What could turn a terminal's
// text around or hide in it, as in the name of a file, is escaped.
func encodeLine(w io.Writer, value any) error {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(line.Bytes()))
	return err
}

// escapeHidden writes format and control characters beyond ASCII as JSON does
// others, but for the joiners that names are spelled with.
func escapeHidden(line []byte) []byte {
	hidden := func(r rune) bool {
		return r >= 0x7f && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) && r != '\u200c' && r != '\u200d'
	}
	if bytes.IndexFunc(line, hidden) < 0 {
		return line
	}
	escaped := make([]byte, 0, len(line)+16)
	for _, r := range string(line) {
		if !hidden(r) {
			escaped = utf8.AppendRune(escaped, r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			escaped = fmt.Appendf(escaped, `\u%04x`, unit)
		}
	}
	return escaped
}

// print lets write fill standard output, guarded against what would act on a
// terminal.
func (a *app) print(write func(w io.Writer) error) error {
	return a.printData(func(w io.Writer) error {
		guarded := clean.NewWriter(w)
		if err := write(guarded); err != nil {
			return err
		}
		return guarded.Flush()
	})
}

// printData is print for a file's content: it goes into a pipe as it is.
func (a *app) printData(write func(w io.Writer) error) error {
	buffered := bufio.NewWriter(a.out)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("writing the output: %w", err)
	}
	return nil
}

// listens reports whether what is printed is read aloud rather than looked at:
// then nothing is aligned, cut or drawn. Pipes get what scripts rely on.
func (a *app) listens() bool { return a.shows() && (a.settings.Accessible || asksForLines()) }

// table prints rows in aligned columns; the last column is left as it is. For who
// listens the cells of a row stand behind each other.
func (a *app) table(w io.Writer, rows [][]string) {
	if a.listens() {
		for _, row := range rows {
			fmt.Fprintln(w, strings.Join(slices.DeleteFunc(slices.Clone(row), func(cell string) bool { return cell == "" || cell == "-" }), ", "))
		}
		return
	}
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], ansi.StringWidth(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-ansi.StringWidth(cell)+2))
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

// paragraph prints text wrapped, its first line after the lead and the others
// indented to match.
func paragraph(w io.Writer, lead, text string) {
	indent := strings.Repeat(" ", ansi.StringWidth(lead))
	wrapped := ansi.Wordwrap(text, max(20, textWidth-len(indent)), "")
	fmt.Fprintln(w, lead+strings.ReplaceAll(wrapped, "\n", "\n"+indent))
}

// day shows a time as a day in the person's time zone, "-" when not known.
func (a *app) day(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return dates.Typed(t.In(a.now().Location()))
}

// dayOf is day for a time that may be missing, "" then.
func (a *app) dayOf(t *time.Time) string {
	if t == nil {
		return ""
	}
	return a.day(*t)
}
