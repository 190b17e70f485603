package inbox

import (
	"strings"

	"linkvet/store/list"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/keys"
	"linkvet/tui/lists"
	"linkvet/tui/screen"
	"linkvet/tui/style"
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
		l.listWidth = min(w-paneLeast-3, max(w*3/5, listWant))
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
func (s *inbox) pageRows() int { return s.layout(s.env.Width, s.env.Height).rows }

// View draws tabs, filter and list, and the preview where there is room.
func (s *inbox) View(w, h int) string {
	lines := []string{s.tabsLine(w), s.filterLine(w)}
	again := s.env.KeyFor(keys.Reload) + " tries again; " + s.env.KeyFor(keys.Quit) + " leaves."
	switch {
	case s.err != nil:
		return s.note(lines, w, "The invitations could not be read.\n\n"+style.Sentence(s.err)+"\n\n"+again)
	case s.listing == nil:
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
		left = style.Beside(style.Block(left, l.listWidth, l.paneRows), style.Block(s.paneLines(l), l.paneWidth, l.paneRows), " "+s.env.Styles.Border.Render("│")+" ")
	case placeBelow:
		left = append(style.Block(left, w, h-listHead-l.paneRows-1), s.env.Styles.Border.Render(strings.Repeat("─", w)))
		left = append(left, s.paneLines(l)...)
	}
	return strings.Join(append(lines, left...), "\n")
}

// Position says which row of the list is marked.
func (s *inbox) Position() string {
	n := len(s.shown())
	if n == 0 || s.listing.partial || s.filterErr != nil {
		return ""
	}
	return positionOf(s.cursors[s.chosen].At, n)
}

// positionOf says which of n rows is marked.
func positionOf(at, n int) string { return quantity.Text("%d of %d", at+1, n) }

// paneLines is the visible part of the preview.
func (s *inbox) paneLines(l inboxLayout) []string {
	row, _ := s.selected()
	from := 0
	if s.pane.of == row.ID {
		from = s.pane.scroll
	}
	return clip(s.env, s.detailLines(row, l.paneWidth), from, l.paneWidth, l.paneRows)
}

// clip is what of lines is shown in a pane of w columns and h rows that is
// scrolled down by some; it says so when there is more.
func clip(e *screen.Env, lines []string, from, w, h int) []string {
	lines = lines[max(min(from, len(lines)-h), 0):]
	if rest := len(lines) - h; rest > 0 && h > 0 {
		more := quantity.Sentence(rest+1, "… %d more line: %s scrolls", "… %d more lines: %s scrolls", e.KeyFor(keys.PreviewDown))
		lines = append(lines[:h-1:h-1], e.Styles.Muted.Render(style.Truncate(more, w)))
	}
	return lines[:min(len(lines), h)]
}

// detailLines is all that the preview can show of the marked invitation.
func (s *inbox) detailLines(row record.Row, w int) []string {
	known, _ := s.pane.known.get(row.ID)
	return detailLines(s.env, row, known, w)
}

// note is a text where the list would be.
func (s *inbox) note(lines []string, w int, text string) string {
	lines = append(lines, "")
	for _, line := range style.Wrap(text, min(w-2, 72)) {
		lines = append(lines, "  "+line)
	}
	return strings.Join(lines, "\n")
}

// unreadable says what is wrong with the filter. It replaces the rows, which would
// look like the result.
func (s *inbox) unreadable() string {
	return quantity.Text("This filter cannot be read yet: %s.\n\n%s clears it.", screen.QueryProblem(s.filterErr), s.env.KeyFor(keys.ClearFilter))
}

// emptyText says why nothing is shown, and what to press next.
func (s *inbox) emptyText() string {
	k := s.env.KeyFor
	if s.applied != "" {
		hint := ""
		if like := s.query.LikeFields(); len(like) > 0 {
			hint = "There is no field “" + like[0] + "”, so it was looked for as a word. Fields are " + strings.Join(list.QueryFields(), ", ") + ".\n\n"
		}
		return "Nothing in " + s.lists[s.chosen].Name + " matches “" + s.applied + "”.\n\n" + hint + k(keys.ClearFilter) + " clears the filter; " + k(keys.NextTab) + " looks in the next list."
	}
	if s.listing.table.Len() == 0 && s.env.UnderWay() != "" {
		return s.env.UnderWay()
	}
	if s.listing.table.Len() == 0 && s.env.WasRead() {
		return "No invitations any more.\n\n" + k(keys.Undo) + " takes the last change back; " + k(keys.Import) + " imports a LinkedIn archive; " + k(keys.Help) + " shows every key."
	}
	if s.listing.table.Len() == 0 {
		return "No invitations yet.\n\n" + k(keys.Import) + " imports a LinkedIn archive; " + k(keys.Add) + " adds an invitation by hand; " + k(keys.Help) + " shows every key."
	}
	switch s.chosen {
	case lists.Waiting:
		return "Nobody is waiting.\n\n" + k(keys.NextTab) + " looks in the next list; " + k(keys.Import) + " imports a newer archive; " + k(keys.Add) + " adds an invitation by hand."
	case lists.Later:
		return "Nothing is put off.\n\n" + k(keys.Later) + " on an invitation puts it off until a date; " + k(keys.NextTab) + " looks in the next list."
	case lists.Decided:
		return "Nothing is decided yet.\n\n" + k(keys.Decide) + " on an invitation records what you did; 1 shows who is waiting."
	}
	if s.chosen == lists.Outgoing {
		return "Nobody yet whom you think of inviting, or have invited.\n\n" + k(keys.Add) + " adds somebody by hand or from a profile that you copied; " + k(keys.Import) + " imports an archive with those you have sent."
	}
	if !s.listing.canSearch() {
		return "Looking…"
	}
	return "Nothing is “" + s.lists[s.chosen].Text + "”.\n\n" + k(keys.NextTab) + " looks in the next list; " + k(keys.Settings) + " changes your lists."
}

// tab is where one of the lists is named in the first line.
type span struct{ from, to int }

// moreTabs is the room for the sign that there are more on that side.
const moreTabs = 2

// tabSpans are the places of the names that fit into w columns. Where not all
// fit, the chosen one is among them.
func (s *inbox) tabSpans(w int) []span {
	spans := make([]span, len(s.lists))
	first := 0
	for {
		at := 0
		if first > 0 {
			at = moreTabs
		}
		for t := range s.lists {
			spans[t] = span{}
			if t < first {
				continue
			}
			room := w
			if t+1 < len(s.lists) {
				room -= moreTabs
			}
			n := style.Width(s.tabLabel(t)) + 2
			if at+n <= room {
				spans[t] = span{at, at + n}
			}
			at += n + 1
		}
		if spans[s.chosen].to > 0 || first >= s.chosen {
			return spans
		}
		first++
	}
}

func (s *inbox) tabLabel(t int) string {
	label := style.Truncate(style.OneLine(s.lists[t].Name), screen.LongestName)
	if s.listing != nil && !s.listing.partial && (s.lists[t].Holds != nil || s.listing.canSearch()) {
		label += " " + quantity.Number(s.listing.counts[t])
	}
	return label
}

// tabsLine shows the lists with how many are in each.
func (s *inbox) tabsLine(w int) string {
	st := s.env.Styles
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
		if t == s.chosen {
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
	if s.listing == nil && !s.typing {
		return ""
	}
	st := s.env.Styles
	sorted := s.sortNote()
	var notes []string
	if s.typing || s.applied != "" {
		notes = append(notes, s.filterNote())
	}
	if s.listing != nil && s.listing.nPicked > 0 {
		notes = append(notes, s.pickNote())
	}
	note := strings.Trim(strings.Join(notes, " · "), " ·")
	if !s.typing && s.applied == "" {
		room := w - style.Width(sorted) - 2
		if offer := s.env.Resume().Line(s.env, room); offer != "" && note == "" {
			return style.Fit(offer, room) + "  " + st.Muted.Render(sorted)
		}
		if note != "" {
			note += " · " + s.env.KeyFor(keys.SelectNone) + " none"
		}
		left := st.Accent.Render(style.Fit(" "+note, room))
		if note == "" {
			left = st.Muted.Render(style.Fit(s.handledNote(), room))
		}
		return left + "  " + st.Muted.Render(sorted)
	}
	if room := w - style.Width(note) - style.Width(sorted) - 3; room < 24 {
		sorted = "" // the filter is what matters now
	} else {
		sorted = "  " + sorted
	}
	note = style.Truncate(note, max(w-style.Width(s.filter.Value())-6, w/2))
	room := w - 3 - style.Width(note) - style.Width(sorted)
	return st.Accent.Render(" / ") + s.filter.View(room, s.typing) + st.Muted.Render(note+sorted)
}

// handledNote says that rows are still in the list although they now belong to
// another one: so the list does not jump.
func (s *inbox) handledNote() string {
	if s.listing == nil || s.listing.partial {
		return ""
	}
	n := len(s.order) - s.listing.counts[s.chosen]
	if n <= 0 {
		return ""
	}
	return " " + quantity.Sentence(n, "%d row belongs to another list now; %s removes it", "%d rows belong to another list now; %s removes them", s.env.KeyFor(keys.Reload))
}

// sortNote says what the list is sorted by.
func (s *inbox) sortNote() string {
	if s.sortJob != 0 {
		return quantity.Text("sorting by %s…", s.sorts[s.chosen].By)
	}
	return s.sorts[s.chosen].String()
}

// listLines draws the visible rows, and only those.
func (s *inbox) listLines(l inboxLayout) []string {
	w := widthsFor(l.listWidth, s.has)
	lines := make([]string, 0, l.rows+1)
	if l.heads {
		lines = append(lines, s.headLine(w))
	}
	shown := s.shown()
	cur := s.cursors[s.chosen]
	s.cache.use(rowKey{widths: w, styles: s.env.Styles, words: strings.Join(s.matchWords(), "\x00"), minute: s.env.Now().Unix() / 60})
	from := cur.Window(len(shown), l.rows)
	for at := from; at < min(from+l.rows, len(shown)); at++ {
		lines = append(lines, s.rowLine(shown[at], w, at == cur.At))
	}
	return lines
}

// headLine names the columns, and marks the one the list is sorted by.
func (s *inbox) headLine(w widths) string {
	heads := w.line(func(n int) string { return columns[n].head(s.sorts[s.chosen]) })
	return s.env.Styles.Muted.Render(style.Spaces(markWidth) + heads)
}
