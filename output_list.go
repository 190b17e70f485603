package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"linkvet/store/record"
)

// listColumn is a column of linkvet list.
type listColumn struct {
	name, title string
	about       string
	text        func(a *app, row *record.Row) string
}

// listColumns are all that a list can show. Where an export has the same, it has
// the same name.
func listColumns() []listColumn {
	plain := func(text func(row *record.Row) string) func(*app, *record.Row) string {
		return func(_ *app, row *record.Row) string { return oneLine(text(row)) }
	}
	return []listColumn{
		{"id", "ID", "the ID, of which the beginning is enough", plain(func(r *record.Row) string { return r.ID })},
		{"name", "NAME", "the other person", plain(func(r *record.Row) string { return r.DisplayName() })},
		{"headline", "HEADLINE", "what they say they do", plain(func(r *record.Row) string { return r.Headline })},
		{"company", "COMPANY", "where they say they work", plain(func(r *record.Row) string { return r.Company })},
		{"url", "ADDRESS", "their profile", plain(func(r *record.Row) string { return r.URL })},
		{"note", "NOTE", "what they wrote", plain(func(r *record.Row) string { return r.Note })},
		{"person_note", "YOUR NOTE", "what you noted about them", plain(func(r *record.Row) string { return r.PersonNote })},
		{"direction", "DIRECTION", "incoming or outgoing", plain(func(r *record.Row) string { return string(r.Direction) })},
		{"sent_at", "SENT", "the day it was sent", func(a *app, r *record.Row) string { return a.day(r.SentAt) }},
		{"status", "STATUS", "waiting, later (until when), decided, accepted, gone or outgoing (yours, thought of or sent and not answered; the column reach says which)", (*app).statusCell},
		{"kind", "KIND", "connect, or join for a mail that asks to join LinkedIn", plain(func(r *record.Row) string { return r.Kind() })},
		{"reach", "REACH", "how far yours has come: thinking, sent, pending (for long), answered or dropped", plain(func(r *record.Row) string { return string(r.Reach) })},
		{"recommendation", "ADVICE", "the recommendation, (open) while an answer can change it", plain(adviceCell)},
		{"report", "REPORT", "whether reporting is advised", plain(func(r *record.Row) string { return yesOrEmpty(r.Report) })},
		{"answered", "ANSWERED", "how many questions have an answer", plain(func(r *record.Row) string { return strconv.Itoa(r.Answered) })},
		{"decision", "DECISION", "what you did", plain(func(r *record.Row) string { return string(r.Decision) })},
		{"decided_at", "DECIDED", "the day you did it", func(a *app, r *record.Row) string { return a.day(r.DecidedAt) }},
		{"later_until", "UNTIL", "the day it is put off to", func(a *app, r *record.Row) string { return orDash(r.LaterUntil.String()) }},
		{"tags", "TAGS", "your tags", plain(func(r *record.Row) string { return strings.Join(r.Tags, ",") })},
		{"changed_at", "CHANGED", "the day it last changed", func(a *app, r *record.Row) string { return a.day(r.ChangedAt) }},
	}
}

func (a *app) statusCell(r *record.Row) string {
	if r.Status == record.StatusLater {
		return string(r.Status) + " (" + r.LaterUntil.String() + ")"
	}
	return string(r.Status)
}

func adviceCell(r *record.Row) string {
	advice := r.Recommendation.String()
	if advice != "" && !r.Settled {
		advice += " (open)"
	}
	return advice
}

func yesOrEmpty(yes bool) string {
	if yes {
		return "yes"
	}
	return ""
}

// chooseListColumns returns the columns asked for, or those of a pipe or a
// terminal.
func (a *app) chooseListColumns(names []string) ([]listColumn, error) {
	if names == nil {
		names = []string{"id", "sent_at", "status", "recommendation", "decision", "name"}
		if a.shows() {
			names = []string{"id", "sent_at", "status", "recommendation", "name", "headline", "company"}
		}
	}
	var known []string
	by := map[string]listColumn{}
	for _, c := range listColumns() {
		known, by[c.name] = append(known, c.name), c
	}
	var chosen []listColumn
	for _, name := range names {
		c, ok := by[name]
		if !ok {
			return nil, usagef("unknown column %q (allowed: %s)%s", name, strings.Join(known, ", "), didYouMean("", name, known))
		}
		chosen = append(chosen, c)
	}
	return chosen, nil
}

func listColumnHelp() [][2]string {
	var rows [][2]string
	for _, c := range listColumns() {
		rows = append(rows, [2]string{c.name, c.about})
	}
	return rows
}

// printColumns prints the names of columns with what they hold.
func (a *app) printColumns(rows [][2]string) error {
	return a.print(func(w io.Writer) error {
		a.helpPage(w).rows(rows)
		return nil
	})
}

// listLines prints each row in a line, every text behind what it is, the name first.
func (a *app) listLines(w io.Writer, columns []listColumn, rows []record.Row) {
	for i := range rows {
		var said []string
		for _, c := range columns {
			switch text := c.text(a, &rows[i]); {
			case text == "" || text == "-":
			case c.name == "name":
				said = slices.Insert(said, 0, text)
			default:
				said = append(said, strings.ToLower(c.title)+" "+text)
			}
		}
		fmt.Fprintln(w, strings.Join(said, ", "))
	}
}

// listTable prints rows as a table; on a terminal long texts are cut to fit.
func (a *app) listTable(w io.Writer, columns []listColumn, rows []record.Row) {
	if len(rows) == 0 {
		return
	}
	if a.listens() {
		a.listLines(w, columns, rows)
		return
	}
	lines := make([][]string, 1, len(rows)+1)
	for _, c := range columns {
		lines[0] = append(lines[0], c.title)
	}
	for i := range rows {
		var cells []string
		for _, c := range columns {
			cells = append(cells, orDash(c.text(a, &rows[i])))
		}
		lines = append(lines, cells)
	}
	if width, _, ok := a.terminalSize(); ok {
		fit(lines, width)
	}
	a.table(w, lines)
}

// Columns are parted by two blanks, and cut no further than to leastCell.
const (
	cellGap   = 2
	leastCell = 8
)

// fit cuts the widest columns until a table fits a width.
func fit(lines [][]string, width int) {
	widths := make([]int, len(lines[0]))
	total := -cellGap
	for i := range widths {
		for _, line := range lines {
			widths[i] = max(widths[i], ansi.StringWidth(line[i]))
		}
		total += widths[i] + cellGap
	}
	for ; total > width; total-- {
		widest := 0
		for i := range widths {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= leastCell {
			break
		}
		widths[widest]--
	}
	for _, line := range lines {
		for i := range line {
			line[i] = ansi.Truncate(line[i], widths[i], "…")
		}
	}
}

// shows reports whether standard output is a terminal that a person looks at.
func (a *app) shows() bool {
	_, _, ok := a.terminalSize()
	return ok
}

// terminalSize is the size of the terminal on standard output, if it is one.
func (a *app) terminalSize() (columns, rows int, ok bool) {
	out, isFile := a.out.(term.File)
	if !isFile || !term.IsTerminal(out.Fd()) {
		return 0, 0, false
	}
	columns, rows, err := term.GetSize(out.Fd())
	return columns, rows, err == nil && columns > 0
}

// screenful is how many rows of a table a terminal shows beside its heading and
// the lines around it; 0 where there is no terminal.
func (a *app) screenful() int {
	const around = 4 // the heading, what is left out, and the shell's lines
	if _, rows, ok := a.terminalSize(); ok {
		return max(rows-around, 5)
	}
	return 0
}
