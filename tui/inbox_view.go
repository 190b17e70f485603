package tui

import (
	"strings"

	"linkvet/store"
)

// The widths at which more is shown.
const (
	previewFrom = 96 // columns of room for list and preview side by side
	stateFrom   = 70 // columns of list for a column of its own for the state
	headsFrom   = 9  // rows of room for column heads
	listHead    = 2  // rows above the list: tabs and filter
)

// columns are the widths of a list's columns; 0 leaves one out.
type columns struct{ name, note, age, state, advice int }

const columnGap = 2

// columnsFor divides w columns of list.
func columnsFor(w int) columns {
	c := columns{age: 5, advice: 16}
	if w >= stateFrom {
		c.state = 12
	}
	if w < 44 {
		c.age = 0
	}
	rest := w - 2 // the marker
	for _, taken := range []int{c.age, c.state, c.advice} {
		if taken > 0 {
			rest -= taken + columnGap
		}
	}
	c.name = min(max(rest*2/5, min(rest, 18)), 26)
	if c.note = rest - c.name - columnGap; c.note < 10 {
		c.name, c.note = rest, 0
	}
	return c
}

// previewFits reports whether there is room for the preview pane.
func (s *inbox) previewFits() bool { return s.env.width >= previewFrom }

// listWidth is how wide the list is beside the preview.
func (s *inbox) listWidth(w int) int {
	if s.preview && w >= previewFrom {
		return w * 3 / 5
	}
	return w
}

// pageRows is how many rows of the list are shown at once.
func (s *inbox) pageRows() int { return s.pageRowsIn(s.env.height) }

func (s *inbox) pageRowsIn(h int) int {
	rows := h - listHead
	if h >= headsFrom {
		rows--
	}
	return max(rows, 1)
}

// View draws tabs, filter and list, and the preview where there is room.
func (s *inbox) View(w, h int) string {
	lw := s.listWidth(w)
	lines := []string{s.tabsLine(w), s.filterLine(w)}
	switch {
	case s.err != nil:
		return s.note(lines, w, "The invitations could not be read.\n\n"+sentence(s.err)+"\n\nR tries again; q leaves.")
	case s.list == nil:
		return s.note(lines, w, "Reading the invitations…")
	case len(s.shown()) == 0:
		return s.note(lines, w, s.emptyText())
	}
	left := s.listLines(lw, h-len(lines))
	if lw < w {
		row, _ := s.selected()
		pane := previewLines(s.env, row, w-lw-3, h-len(lines))
		left = beside(block(left, lw, h-len(lines)), block(pane, w-lw-3, h-len(lines)), " "+s.env.styles.Border.Render("│")+" ")
	}
	return strings.Join(append(lines, left...), "\n")
}

// note is a text where the list would be.
func (s *inbox) note(lines []string, w int, text string) string {
	lines = append(lines, "")
	for _, line := range wrap(text, min(w-2, 72)) {
		lines = append(lines, "  "+line)
	}
	return strings.Join(lines, "\n")
}

// emptyText says why nothing is shown, and what to press next.
func (s *inbox) emptyText() string {
	if s.applied != "" {
		return "Nothing in " + s.tab.String() + " matches “" + s.applied + "”.\n\nesc clears the filter; tab looks in the next list."
	}
	if len(s.list.rows) == 0 {
		return "No invitations yet.\n\ni imports a LinkedIn archive; a adds an invitation by hand; ? shows every key."
	}
	switch s.tab {
	case tabWaiting:
		return "Nobody is waiting.\n\ntab looks in the next list; i imports a newer archive; a adds an invitation by hand."
	case tabLater:
		return "Nothing is put off.\n\nl on an invitation puts it off until a date; tab looks in the next list."
	}
	return "Nothing is decided yet.\n\nd on an invitation records what you did; 1 shows who is waiting."
}

// tabsLine shows the lists with how many are in each.
func (s *inbox) tabsLine(w int) string {
	st := s.env.styles
	var b strings.Builder
	used := 0
	for t := range tabCount {
		label := t.String()
		if s.list != nil {
			label += " " + thousands(s.list.counts[t])
		}
		if used += width(label) + 3; used > w {
			break
		}
		if t == s.tab {
			b.WriteString(st.Selected.Render(" " + label + " "))
		} else {
			b.WriteString(" " + st.Muted.Render(label) + " ")
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// filterLine shows the filter and how much it leaves.
func (s *inbox) filterLine(w int) string {
	if !s.typing && s.applied == "" {
		return s.env.resume.line(s.env, w)
	}
	st := s.env.styles
	note := truncate(s.filterNote(), max(w-width(s.filter.value())-6, w/3))
	room := w - 3 - width(note)
	return st.Accent.Render(" / ") + s.filter.view(room, s.typing) + st.Muted.Render(note)
}

// listLines draws the visible rows, and only those.
func (s *inbox) listLines(w, h int) []string {
	st := s.env.styles
	c := columnsFor(w)
	var lines []string
	if h+listHead >= headsFrom {
		heads := c.line("Name", "Note", "Age", "State", "Advice", func(text string) string { return text })
		lines = append(lines, st.Muted.Render("  "+heads))
		h--
	}
	shown := s.shown()
	from := s.cursor[s.tab].window(len(shown), h)
	for at := from; at < min(from+h, len(shown)); at++ {
		lines = append(lines, s.rowLine(&s.list.rows[shown[at]], c, at == s.cursor[s.tab].at))
	}
	return lines
}

// line puts one row's cells into their columns.
func (c columns) line(name, note, age, state, advice string, paintAdvice func(string) string) string {
	var b strings.Builder
	b.WriteString(fit(name, c.name))
	cell := func(text string) {
		b.WriteString(blank[:columnGap])
		b.WriteString(text)
	}
	if c.note > 0 {
		cell(fit(note, c.note))
	}
	if c.age > 0 {
		cell(fitRight(age, c.age))
	}
	if c.state > 0 {
		cell(fit(state, c.state))
	}
	cell(paintAdvice(fit(advice, c.advice)))
	return b.String()
}

// rowLine draws one invitation.
func (s *inbox) rowLine(row *store.Row, c columns, marked bool) string {
	st := s.env.styles
	now := s.env.now()
	advice := recommendationSymbol(row.Recommendation) + " " + recommendationShort(row.Recommendation)
	state := s.stateWord(row)
	if row.Recommendation == 0 {
		advice = ""
	}
	if c.state == 0 && s.stateFirst(row) {
		advice = strings.TrimSpace(recommendationSymbol(row.Recommendation) + " " + state)
	}
	paint := st.Recommendation(row.Recommendation).Render
	if marked {
		paint = func(text string) string { return text }
	}
	line := c.line(nameOr(row.Name), gist(row, c.note), age(row.SentAt, now), state, advice, paint)
	if marked {
		return st.Selected.Render("› " + line)
	}
	return "  " + line
}

// stateFirst reports whether, with one column for both, the state says more
// than the advice.
func (s *inbox) stateFirst(row *store.Row) bool {
	return row.Status != store.StatusWaiting || row.Recommendation == 0
}

// stateWord is where an invitation stands, in a word or two.
func (s *inbox) stateWord(row *store.Row) string {
	switch row.Status {
	case store.StatusDecided:
		return decisionWord(row.Decision)
	case store.StatusLater:
		return "→ " + row.LaterUntil.In(s.env.now().Location()).Format("2 Jan 2006")
	case store.StatusAccepted:
		return "connected"
	case store.StatusGone:
		return "gone"
	case store.StatusOutgoing:
		return "sent by you"
	}
	switch {
	case row.Answered == 0:
		return "new"
	case row.Settled:
		return "vetted"
	}
	return "begun"
}

// gist is the one line that says most about an invitation.
func gist(row *store.Row, w int) string {
	text := row.Note
	if text == "" {
		text = row.Headline
	}
	if text == "" {
		text = row.Company
	}
	if most := w * 8; len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
	}
	return oneLine(text)
}
