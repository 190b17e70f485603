package tui

import (
	"strings"

	"linkvet/store"
)

// What is around the rows of the list.
const (
	headsFrom = 9 // rows of room for column heads
	listHead  = 2 // rows above the list: tabs and filter
)

// inboxLayout is how the room is divided.
type inboxLayout struct {
	place     place
	heads     bool
	listWidth int
	rows      int // of invitations
	paneWidth int
	paneRows  int
}

func (s *inbox) layout(w, h int) inboxLayout {
	l := inboxLayout{place: s.paneIn(w, h), heads: h >= headsFrom, listWidth: w, rows: max(h-listHead, 1)}
	switch l.place {
	case placeRight:
		l.listWidth = w * 3 / 5
		l.paneWidth, l.paneRows = w-l.listWidth-3, l.rows
	case placeBelow:
		l.paneRows = max(l.rows*2/5, 3)
		l.paneWidth = w
		l.rows -= l.paneRows + 1
	}
	if l.heads {
		l.rows--
	}
	l.rows = max(l.rows, 1)
	return l
}

// pageRows is how many rows of the list are shown at once.
func (s *inbox) pageRows() int { return s.layout(s.env.width, s.env.height).rows }

// View draws tabs, filter and list, and the preview where there is room.
func (s *inbox) View(w, h int) string {
	lines := []string{s.tabsLine(w), s.filterLine(w)}
	again := s.env.keyFor(actReload) + " tries again; " + s.env.keyFor(actQuit) + " leaves."
	switch {
	case s.err != nil:
		return s.note(lines, w, "The invitations could not be read.\n\n"+sentence(s.err)+"\n\n"+again)
	case s.list == nil:
		return s.note(lines, w, "Reading the invitations…")
	case s.filterErr != nil:
		return s.note(lines, w, s.unreadable())
	case len(s.shown()) == 0:
		return s.note(lines, w, s.emptyText())
	}
	l := s.layout(w, h)
	left := s.listLines(l)
	switch l.place {
	case placeRight:
		left = beside(block(left, l.listWidth, l.paneRows), block(s.paneLines(l), l.paneWidth, l.paneRows), " "+s.env.styles.Border.Render("│")+" ")
	case placeBelow:
		left = append(block(left, w, h-listHead-l.paneRows-1), s.env.styles.Border.Render(strings.Repeat("─", w)))
		left = append(left, s.paneLines(l)...)
	}
	return strings.Join(append(lines, left...), "\n")
}

// paneLines is the visible part of the preview.
func (s *inbox) paneLines(l inboxLayout) []string {
	row, _ := s.selected()
	lines := s.dossierLines(row, l.paneWidth)
	from := 0
	if s.pane.of == row.ID {
		from = max(min(s.pane.scroll, len(lines)-l.paneRows), 0)
	}
	if rest := len(lines) - from - l.paneRows; rest > 0 {
		lines = lines[:from+l.paneRows]
		more := "… " + count(rest+1, "more line", "more lines") + ": " + s.env.keyFor(actPreviewDown) + " scrolls"
		lines[len(lines)-1] = s.env.styles.Muted.Render(truncate(more, l.paneWidth))
	}
	return lines[from:]
}

// dossierLines is all that the preview can show of the marked invitation.
func (s *inbox) dossierLines(row store.Row, w int) []string {
	known, _ := s.pane.known.get(row.ID)
	return dossierLines(s.env, row, known, w)
}

// note is a text where the list would be.
func (s *inbox) note(lines []string, w int, text string) string {
	lines = append(lines, "")
	for _, line := range wrap(text, min(w-2, 72)) {
		lines = append(lines, "  "+line)
	}
	return strings.Join(lines, "\n")
}

// unreadable says what is wrong with the filter, in the place of rows that
// would look like its result.
func (s *inbox) unreadable() string {
	return "This filter cannot be read yet: " + queryProblem(s.filterErr) + ".\n\n" + s.env.keyFor(actClearFilter) + " clears it."
}

// emptyText says why nothing is shown, and what to press next.
func (s *inbox) emptyText() string {
	k := s.env.keyFor
	if s.applied != "" {
		hint := ""
		if like := s.query.LikeFields(); len(like) > 0 {
			hint = "There is no field “" + like[0] + "”, so it was looked for as a word. Fields are " + strings.Join(store.QueryFields(), ", ") + ".\n\n"
		}
		return "Nothing in " + s.sections[s.tab].name + " matches “" + s.applied + "”.\n\n" + hint + k(actClearFilter) + " clears the filter; " + k(actNextTab) + " looks in the next list."
	}
	if s.list.table.Len() == 0 && s.env.underWay != "" {
		return s.env.underWay
	}
	if s.list.table.Len() == 0 && s.env.version > 0 {
		return "No invitations any more.\n\n" + k(actUndo) + " takes the last change back; " + k(actImport) + " imports a LinkedIn archive; " + k(actHelp) + " shows every key."
	}
	if s.list.table.Len() == 0 {
		return "No invitations yet.\n\n" + k(actImport) + " imports a LinkedIn archive; " + k(actAdd) + " adds an invitation by hand; " + k(actHelp) + " shows every key."
	}
	switch s.tab {
	case sectionWaiting:
		return "Nobody is waiting.\n\n" + k(actNextTab) + " looks in the next list; " + k(actImport) + " imports a newer archive; " + k(actAdd) + " adds an invitation by hand."
	case sectionLater:
		return "Nothing is put off.\n\n" + k(actLater) + " on an invitation puts it off until a date; " + k(actNextTab) + " looks in the next list."
	case sectionDecided:
		return "Nothing is decided yet.\n\n" + k(actDecide) + " on an invitation records what you did; 1 shows who is waiting."
	}
	if !s.list.canSearch() {
		return "Looking…"
	}
	return "Nothing is “" + s.sections[s.tab].text + "”.\n\n" + k(actNextTab) + " looks in the next list; " + k(actSettings) + " changes your lists."
}

// tab is where one of the lists is named in the first line.
type tabSpan struct{ from, to int }

// moreTabs is the room for the sign that there are more on that side.
const moreTabs = 2

// tabSpans are the places of the names that fit into w columns. Where not all
// fit, the chosen one is among them.
func (s *inbox) tabSpans(w int) []tabSpan {
	spans := make([]tabSpan, len(s.sections))
	first := 0
	for {
		at := 0
		if first > 0 {
			at = moreTabs
		}
		for t := range s.sections {
			spans[t] = tabSpan{}
			if t < first {
				continue
			}
			room := w
			if t+1 < len(s.sections) {
				room -= moreTabs
			}
			n := width(s.tabLabel(t)) + 2
			if at+n <= room {
				spans[t] = tabSpan{at, at + n}
			}
			at += n + 1
		}
		if spans[s.tab].to > 0 || first >= s.tab {
			return spans
		}
		first++
	}
}

func (s *inbox) tabLabel(t int) string {
	label := truncate(oneLine(s.sections[t].name), longestName)
	if s.list != nil && !s.list.partial && (s.sections[t].holds != nil || s.list.canSearch()) {
		label += " " + thousands(s.list.counts[t])
	}
	return label
}

// tabsLine shows the lists with how many are in each.
func (s *inbox) tabsLine(w int) string {
	st := s.env.styles
	var b strings.Builder
	spans := s.tabSpans(w)
	if spans[0].to == 0 {
		b.WriteString(st.Muted.Render("‹"))
	}
	for t, span := range spans {
		if span.to == 0 {
			continue
		}
		if span.from > 0 {
			b.WriteByte(' ')
		}
		label := s.tabLabel(t)
		if t == s.tab {
			b.WriteString(st.Selected.Render(" " + label + " "))
		} else {
			b.WriteString(" " + st.Muted.Render(label) + " ")
		}
	}
	if spans[len(spans)-1].to == 0 {
		b.WriteString(" " + st.Muted.Render("›"))
	}
	return b.String()
}

// filterLine shows the filter and how much it leaves, how many are selected, and
// what the list is sorted by.
func (s *inbox) filterLine(w int) string {
	if s.list == nil && !s.typing {
		return ""
	}
	st := s.env.styles
	sorted := s.sortNote()
	var notes []string
	if s.typing || s.applied != "" {
		notes = append(notes, s.filterNote())
	}
	if s.list != nil && s.list.nPicked > 0 {
		notes = append(notes, s.pickNote())
	}
	note := strings.Trim(strings.Join(notes, " · "), " ·")
	if !s.typing && s.applied == "" {
		room := w - width(sorted) - 2
		if offer := s.env.resume.line(s.env, room); offer != "" && note == "" {
			return fit(offer, room) + "  " + st.Muted.Render(sorted)
		}
		if note != "" {
			note += " · " + s.env.keyFor(actSelectNone) + " none"
		}
		left := st.Accent.Render(fit(" "+note, room))
		if note == "" {
			left = st.Muted.Render(fit(s.handledNote(), room))
		}
		return left + "  " + st.Muted.Render(sorted)
	}
	if room := w - width(note) - width(sorted) - 3; room < 24 {
		sorted = "" // the filter is what matters now
	} else {
		sorted = "  " + sorted
	}
	note = truncate(note, max(w-width(s.filter.value())-6, w/2))
	room := w - 3 - width(note) - width(sorted)
	return st.Accent.Render(" / ") + s.filter.view(room, s.typing) + st.Muted.Render(note+sorted)
}

// handledNote says that rows still stand in the list although they belong to
// another by now, which keeps it from jumping.
func (s *inbox) handledNote() string {
	if s.list == nil || s.list.partial {
		return ""
	}
	n := len(s.order) - s.list.counts[s.tab]
	if n <= 0 {
		return ""
	}
	return " " + count(n, "row has", "rows have") + " moved to another list; " + s.env.keyFor(actReload) + " takes " + plural(n, "it", "them") + " out of this one"
}

// sortNote says what the list is sorted by.
func (s *inbox) sortNote() string {
	if s.sortJob != 0 {
		return "sorting by " + s.sorts[s.tab].by.String() + "…"
	}
	return "by " + s.sorts[s.tab].String()
}

// listLines draws the visible rows, and only those.
func (s *inbox) listLines(l inboxLayout) []string {
	c := columnsFor(l.listWidth, s.has)
	lines := make([]string, 0, l.rows+1)
	if l.heads {
		lines = append(lines, s.headLine(c))
	}
	shown := s.shown()
	cur := s.cursors[s.tab]
	s.cache.use(rowKey{columns: c, styles: s.env.styles, words: strings.Join(s.matchWords(), "\x00"), minute: s.env.now().Unix() / 60})
	from := cur.window(len(shown), l.rows)
	for at := from; at < min(from+l.rows, len(shown)); at++ {
		lines = append(lines, s.rowLine(shown[at], c, at == cur.at))
	}
	return lines
}

// headLine names the columns, and marks the one the list is sorted by.
func (s *inbox) headLine(c columns) string {
	heads := cells{name: "Name", note: "Note", company: "Company", age: "Age", state: "State", advice: "Advice"}
	by := s.sorts[s.tab]
	switch by.by {
	case sortName:
		heads.name += " " + by.arrow()
	case sortAdvice:
		heads.advice += " " + by.arrow()
	case sortDate:
		heads.age += sorting{by: sortAge, reverse: !by.reverse}.arrow() // the newest are the youngest
	case sortAge:
		heads.age += by.arrow()
	}
	return s.env.styles.Muted.Render(spaces(markWidth) + c.line(heads))
}
