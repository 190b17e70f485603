package inbox

import (
	"linkvet/store/list"
	"linkvet/tui/lists"
	"linkvet/tui/style"
)

// column is one column of the list. To show something else of an invitation, add
// a line to columns; nothing else has to change.
type column struct {
	title  string
	width  func(room) int                   // 0 where there is no room; nil: it shares what the others leave
	right  bool                             // its text is at the right edge
	filled func(*list.RowKey) bool          // whether a row has anything in it; nil: every row may
	text   func(c *cells, width int) string // of one row, in at most width columns
	heads  []lists.By                       // orders that its head shows the direction of
}

// The places of the columns that the others depend on.
const (
	colSigns = iota
	colName
	colNote
	colHeadline
	colCompany
	colAge
	colState
	colAdvice
	colCount
)

// columns are those of the list, from left to right. The last has the first
// choice of the room. A column that would stay empty in every row gets none.
var columns = [colCount]column{
	colSigns:    {title: answeredTitle, width: signsWidth, text: (*cells).signs},
	colName:     {title: "Name", text: (*cells).name, heads: []lists.By{lists.ByName}},
	colNote:     {title: "Note", text: (*cells).note},
	colHeadline: {title: "Headline", width: leaving(50, 30), text: (*cells).headline, filled: (*list.RowKey).HasHeadline},
	colCompany:  {title: "Company", width: leaving(50, 20), text: (*cells).company, filled: (*list.RowKey).HasCompany},
	colAge:      {title: "Age", width: from(46, 5), right: true, text: (*cells).age, heads: []lists.By{lists.ByDate, lists.ByAge}},
	colState:    {title: "State", width: stateWidth, text: (*cells).state},
	colAdvice: {
		title: "Advice", width: from(0, 16), text: (*cells).advice, heads: []lists.By{lists.ByAdvice, lists.ByWhatItTakes},
		filled: func(b *list.RowKey) bool { return b.Recommendation != 0 },
	},
}

// room is what a column is given room by.
type room struct {
	list int // columns of the list
	left int // of them, not given to another column
	has  contents
}

// from is the width of a column that a list has from some width on.
func from(list, width int) func(room) int {
	return func(r room) int {
		if r.list < list {
			return 0
		}
		return width
	}
}

// leaving is the width of a column that must leave some columns to name and note.
func leaving(rest, width int) func(room) int {
	return func(r room) int {
		if r.left-width-columnGap < rest {
			return 0
		}
		return width
	}
}

// How wide a list has to be for columns that it can do without.
const (
	countFrom = 70
	stateFrom = 125
)

// answeredTitle stands above how many questions are answered, behind the signs,
// which are too narrow for a word.
const answeredTitle = "   Ans"

// signsWidth leaves out how many questions are answered where there is little
// room.
func signsWidth(r room) int {
	if r.list < countFrom {
		return signsCount
	}
	return len(answeredTitle)
}

// stateWidth is that of the longest state. Where there is little room, the advice
// shares its column with the state.
func stateWidth(r room) int {
	if r.list < stateFrom && r.has.filled[colAdvice] {
		return 0
	}
	return len("> 18 Dec 2028")
}

// contents are what a list's columns depend on beside the room.
type contents struct {
	name   int            // about how wide the longest name is
	filled [colCount]bool // which columns have something in them
}

// widths are the widths of the columns; 0 leaves one out.
type widths [colCount]int

const (
	columnGap = 2
	markWidth = 3 // the cursor, the selection and a flag

	nameLeast = 9  // "(no name)"
	nameMost  = 40 // longer names are rare
	nameWant  = 18 // for the name, whatever is left for the note
	noteLeast = 10
)

// widthsFor divides w columns of list. Names come before notes: the preview
// shows the whole note.
func widthsFor(w int, has contents) widths {
	var c widths
	r := room{list: w, left: w - markWidth, has: has}
	for n := len(columns) - 1; n >= 0; n-- {
		col := &columns[n]
		if col.width == nil || !has.filled[n] {
			continue
		}
		if c[n] = col.width(r); c[n] > 0 {
			r.left -= c[n] + columnGap
		}
	}
	c[colName] = min(max(r.left/2, min(r.left, nameWant)), max(min(has.name, nameMost), nameLeast))
	if c[colNote] = r.left - c[colName] - columnGap; c[colNote] < noteLeast {
		c[colName], c[colNote] = r.left, 0
	}
	return c
}

// contentsOf looks through the rows of a list. It is called when a list is made,
// not when it is drawn: no key pays for it, and columns stay where they are while
// the person scrolls and filters.
func contentsOf(l *listing, order []int32) contents {
	has := noContents()
	for n, i := range order {
		has.see(l.table.Key(int(i)))
		if has.name < nameMost && (l.canSearch() || n < firstPage) { // reading many names takes long before
			has.name = max(has.name, len(l.table.FoldedName(int(i))))
		}
	}
	return has
}

// noContents are those of an empty list.
func noContents() contents {
	var has contents
	for n, col := range columns {
		has.filled[n] = col.filled == nil
	}
	return has
}

// see takes a row into account.
func (has *contents) see(row *list.RowKey) {
	for n := range columns {
		if !has.filled[n] {
			has.filled[n] = columns[n].filled(row)
		}
	}
}

// head names a column, and says how the list is sorted if that is by it.
func (c *column) head(by lists.Order) string {
	for _, own := range c.heads {
		switch {
		case own != by.By:
		case own == lists.ByDate:
			return c.title + lists.Order{By: lists.ByAge, Reverse: !by.Reverse}.Arrow() // the newest are the youngest
		case c.right:
			return c.title + by.Arrow()
		default:
			return c.title + " " + by.Arrow()
		}
	}
	return c.title
}

// line puts texts into columns of these widths.
func (w *widths) line(text func(n int) string) string {
	b := make([]byte, 0, 256)
	for n, width := range w {
		if width == 0 {
			continue
		}
		if n > 0 {
			b = append(b, style.Blank[:columnGap]...)
		}
		cell := text(n)
		gap := style.Spaces(width - style.Width(cell))
		if columns[n].right {
			b = append(append(b, gap...), cell...)
		} else {
			b = append(append(b, cell...), gap...)
		}
	}
	return string(b)
}
