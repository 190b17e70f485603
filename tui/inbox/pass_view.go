package inbox

import (
	"fmt"
	"slices"
	"strings"

	"linkvet/advisor"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// passLayout is how the room of a first pass is divided: the question, the people,
// and beside or below them what is known of the marked one.
type passLayout struct {
	right     bool
	rows      int // of people
	listWidth int
	paneWidth int
	paneRows  int
}

func (s *firstPass) layout(w, h int) passLayout {
	left := max(h-len(s.askLines(w)), 1)
	if w >= previewFrom {
		list := w / 2
		return passLayout{right: true, rows: left, listWidth: list, paneWidth: w - list - 3, paneRows: left}
	}
	l := passLayout{listWidth: w, paneWidth: w, rows: max(left*2/5, 1)}
	if l.paneRows = left - l.rows - 1; l.paneRows < 1 {
		l.rows, l.paneRows = left, 0
	}
	return l
}

func (s *firstPass) pageRows() int { return s.layout(s.env.Width, s.env.Height).rows }

func (s *firstPass) View(w, h int) string {
	lines := s.askLines(w)
	if s.ending != 0 {
		return strings.Join(append(lines, "Working out what is left to ask…"), "\n")
	}
	l := s.layout(w, h)
	list := s.rowLines(l)
	pane := clip(s.env, s.personLines(l), s.from, l.paneWidth, l.paneRows)
	border := s.env.Styles.Border
	switch {
	case l.right:
		list = style.Beside(style.Block(list, l.listWidth, l.rows), style.Block(pane, l.paneWidth, l.rows), " "+border.Render("│")+" ")
	case l.paneRows > 0:
		list = append(style.Block(list, w, l.rows), border.Render(strings.Repeat("─", w)))
		list = append(list, pane...)
	}
	return strings.Join(append(lines, list...), "\n")
}

// askLines are the question and the keys that answer it.
func (s *firstPass) askLines(w int) []string {
	st := s.env.Styles
	ask := advisor.Pages(nil)[0].Ask
	var choices []string
	for n, first := range advisor.FirstPass() {
		choices = append(choices, fmt.Sprint(n+1, " ", first.Label))
	}
	choices = append(choices, s.env.KeyFor(keys.SkipOne)+" skip")
	lines := []string{st.Strong.Render(style.Truncate(ask, w))}
	row := ""
	for _, choice := range choices {
		key, label, _ := strings.Cut(choice, " ")
		text := st.Key.Render(key) + " " + label
		switch {
		case row == "":
			row = text
		case style.Width(row)+3+style.Width(text) > w:
			lines, row = append(lines, row), text
		default:
			row += "   " + text
		}
	}
	return append(lines, row, "")
}

// rowLines are the people shown, each with the answer given.
func (s *firstPass) rowLines(l passLayout) []string {
	first := advisor.FirstPass()
	answer := 0
	for _, f := range first {
		answer = max(answer, style.Width(f.Label)+2)
	}
	const before = 2 + signsCount + 2
	room := l.listWidth - before - answer - columnGap
	from := s.list.Window(len(s.ids), l.rows)
	name := s.nameWidth(room, from, l.rows)
	var lines []string
	for at := from; at < min(from+l.rows, len(s.ids)); at++ {
		id := s.ids[at]
		row, _ := s.box.row(id)
		c := cells{row: &row, styles: s.env.Styles, now: s.env.Now(), marked: at == s.list.At}
		text := c.signs(signsCount) + "  " + style.Fit(style.NameOr(row.Name), name)
		if more := room - name - columnGap; more > 0 {
			text += style.Fit("  "+style.OneLine(row.Headline), more+columnGap)
		}
		text += "  "
		if n, ok := s.given[id]; ok {
			text += fmt.Sprint(n+1, " ", first[n].Label)
		}
		if at == s.list.At {
			lines = append(lines, s.env.Styles.Selected.Render("› "+style.Fit(text, l.listWidth-2)))
		} else {
			lines = append(lines, "  "+text)
		}
	}
	return lines
}

// nameWidth is how wide the names of the people shown are: as wide as the longest,
// but that they leave room for headlines where there are any.
func (s *firstPass) nameWidth(room, from, rows int) int {
	longest, headlines := 0, false
	for at := from; at < min(from+rows, len(s.ids)); at++ {
		row, _ := s.box.row(s.ids[at])
		longest = max(longest, style.Width(style.NameOr(row.Name)))
		headlines = headlines || row.Headline != ""
	}
	if headlines && room >= 48 {
		return min(longest, max(room*3/5, 24))
	}
	return room
}

// scroll moves what is known of the marked one.
func (s *firstPass) scroll(down bool) {
	l := s.layout(s.env.Width, s.env.Height)
	most := max(len(s.personLines(l))-l.paneRows, 0)
	if down {
		s.from = min(s.from+paneStep, most)
	} else {
		s.from = max(s.from-paneStep, 0)
	}
}

// roomyPane is from how many rows on what is known of the marked one is set with
// blank rows, below a name that the list has already.
const roomyPane = 7

// personLines are note and facts of the marked one.
func (s *firstPass) personLines(l passLayout) []string {
	e, w, id := s.env, l.paneWidth, s.ids[s.list.At]
	row, ok := s.box.row(id)
	if !ok || w <= 0 {
		return nil
	}
	lines := personLines(e, row, w)
	if row.Note != "" {
		lines = paragraph(lines, style.Wrap(style.SimpleEmoji(row.Note), w))
	}
	if h := s.people[id]; h != nil {
		lines = paragraph(lines, suggestionLines(e, h, w))
		lines = paragraph(lines, archiveLines(e, h, w))
		if h.Inv.PersonNote != "" {
			lines = paragraph(lines, style.Wrap("Your note: "+style.OneLine(h.Inv.PersonNote), w))
		}
	}
	row.Answered = 0 // the list says what is answered
	lines = paragraph(lines, factLines(e, row, w))
	if l.paneRows < roomyPane {
		lines = slices.DeleteFunc(lines[1:], func(line string) bool { return line == "" })
	}
	return lines
}
