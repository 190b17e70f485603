package widget

import (
	"strings"

	"linkvet/store/quantity"
	"linkvet/tui/keys"
	"linkvet/tui/style"
)

// The keys of a screen are shown as a sheet: group by group, in as many columns
// as fit, page by page where they do not all fit. While something is searched
// for, or where there is room for one column alone, they are a list.

const (
	sheetColumn = 30 // the least width of a column
	sheetKeys   = 13 // of it, for the keys
	sheetGap    = 2
)

// sheet is the keys of a screen, set out for a size.
type sheet struct {
	width   int // of a column
	rows    int
	columns [][]sheetLine
	across  int // columns of a page
}

// none stands for the place of no action.
const none = -1

// sheetLine is a heading, or the nth action shown, or blank.
type sheetLine struct {
	heading string
	action  int
}

// sheetOf sets actions out in pages of w columns and h rows; not ok where a list
// is better.
func sheetOf(actions []keys.Action, w, h int) (s sheet, ok bool) {
	s.across = (w + sheetGap) / (sheetColumn + sheetGap)
	if s.across < 2 || h < 4 || len(actions) == 0 {
		return s, false
	}
	s.width = (w+sheetGap)/s.across - sheetGap
	s.rows = h
	s.columns = flow(actions, h)
	for rows := 4; rows < h && len(s.columns) <= s.across; rows++ { // all fit: as low as can be
		if low := flow(actions, rows); len(low) <= s.across {
			s.rows, s.columns = rows, low
			break
		}
	}
	return s, true
}

// flow sets actions out in columns of h rows, each group below its heading. A
// group that would be parted begins a column, unless that leaves half of one
// empty.
func flow(actions []keys.Action, h int) (columns [][]sheetLine) {
	var column []sheetLine
	end := func() { columns, column = append(columns, column), nil }
	for i := 0; i < len(actions); {
		size := 1
		for i+size < len(actions) && actions[i+size].Group == actions[i].Group {
			size++
		}
		need := size + 1 // with its heading
		if len(column) > 0 {
			need++ // and a blank row before it
		}
		if len(column)+need > h && (len(column) >= h/2 || len(column)+3 > h) {
			end()
		}
		if len(column) > 0 {
			column = append(column, sheetLine{action: none})
		}
		column = append(column, sheetLine{heading: actions[i].Group, action: none})
		for ; size > 0; size-- {
			if len(column) == h {
				end()
			}
			column = append(column, sheetLine{action: i})
			i++
		}
	}
	end()
	return columns
}

// page is the columns of the page that an action is on, which page it is, and of
// how many.
func (s *sheet) page(action int) (columns [][]sheetLine, n, of int) {
	of = (len(s.columns) + s.across - 1) / s.across
	for n < of-1 {
		next := s.columns[(n+1)*s.across]
		if first := firstAction(next); first > action {
			break
		}
		n++
	}
	return s.columns[n*s.across : min((n+1)*s.across, len(s.columns))], n, of
}

// firstAction is the first action of a column.
func firstAction(column []sheetLine) int {
	for _, line := range column {
		if line.action >= 0 {
			return line.action
		}
	}
	return none
}

// turn is the first action of the page after or before the one an action is on,
// or the first or last of all.
func (s *sheet) turn(action, by, actions int) int {
	_, n, of := s.page(action)
	switch n += by; {
	case n < 0:
		return 0
	case n >= of:
		return actions - 1
	}
	return firstAction(s.columns[n*s.across])
}

// sheetLines draws the page that the marked action is on, and says which it is.
func (m *Menu) sheetLines(s *sheet) (lines []string, note string) {
	columns, n, of := s.page(m.list.At)
	for y := range s.rows {
		var b strings.Builder
		for x, column := range columns {
			if x > 0 {
				b.WriteString(style.Spaces(sheetGap))
			}
			text := ""
			if y < len(column) {
				text = m.sheetText(column[y], s.width)
			}
			b.WriteString(style.Fit(text, s.width))
		}
		lines = append(lines, b.String())
	}
	if of > 1 {
		note = quantity.Text("page %d of %d", n+1, of)
	}
	return lines, note
}

func (m *Menu) sheetText(line sheetLine, w int) string {
	st := m.env.Styles
	switch {
	case line.heading != "":
		return st.Strong.Render(style.Truncate(line.heading, w))
	case line.action < 0:
		return ""
	}
	a := m.shown[line.action]
	name, title := style.Fit(keys.Names(a.Keys), sheetKeys-2), style.Truncate(a.Title, w-sheetKeys-1)
	if line.action == m.list.At {
		return st.Selected.Render(style.Fit("› "+name+" "+title, w))
	}
	return "  " + st.Key.Render(name) + " " + title
}

// at is the action at a place of the page that an action is on, or none.
func (s *sheet) at(action, x, y int) int {
	columns, _, _ := s.page(action)
	n := x / (s.width + sheetGap)
	if x < 0 || y < 0 || n >= len(columns) || y >= len(columns[n]) {
		return none
	}
	return columns[n][y].action
}
