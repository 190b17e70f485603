package inbox

import (
	"linkvet/store/list"
	"linkvet/tui/style"
)

// column is one column of the list. To show something else of an invitation, add
// a line to columns; nothing else has to change.
type column struct {
	title  string
	width  int                              // 0: name and note, which share what the others leave
	right  bool                             // its text is at the right edge
	show   func(room) bool                  // whether there is room for it; nil: always
	filled func(*list.RowKey) bool          // whether a row has anything in it; nil: every row may
	text   func(c *cells, width int) string // of one row, in at most width columns
	heads  []sortBy                         // orders that its head shows the direction of
}

// The places of the columns that the others depend on.
const (
	colName = iota
	colNote
	colCompany
	colAge
	colState
	colAdvice
	colCount
)

// columns are those of the list, from left to right. The last has the first
// choice of the room. A column that would stay empty in every row gets none.
func columns() [colCount]column {
	return [colCount]column{
		colName: {title: "Name", text: (*cells).name, heads: []sortBy{sortName}},
		colNote: {title: "Note", text: (*cells).note},
		colCompany: {
			title: "Company", width: 20, text: (*cells).company, filled: (*list.RowKey).HasCompany,
			show: func(r room) bool { return r.left-20-columnGap >= 50 }, // name and note come first
		},
		colAge: {
			title: "Age", width: 5, right: true, text: (*cells).age, heads: []sortBy{sortDate, sortAge},
			show: func(r room) bool { return r.list >= 46 },
		},
		colState: {
			title: "State", width: 13, text: (*cells).state, // "→ 18 Dec 2028"
			show: func(r room) bool { return r.list >= 70 || !r.has.filled[colAdvice] }, // else the advice shares its column
		},
		colAdvice: {
			title: "Advice", width: 16, text: (*cells).advice, heads: []sortBy{sortAdvice},
			filled: func(b *list.RowKey) bool { return b.Recommendation != 0 },
		},
	}
}

// room is what a column is given room by.
type room struct {
	list int // columns of the list
	left int // of them, not given to another column
	has  contents
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
	markWidth = 4 // the cursor, the selection, a flag and a blank

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
	all := columns()
	for n := len(all) - 1; n >= 0; n-- {
		col := &all[n]
		if col.width > 0 && has.filled[n] && (col.show == nil || col.show(r)) {
			c[n] = col.width
			r.left -= col.width + columnGap
		}
	}
	c[colName] = min(max(r.left*3/5, min(r.left, nameWant)), max(min(has.name, nameMost), nameLeast))
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
	all := columns()
	for n, i := range order {
		has.see(all[:], l.table.Key(int(i)))
		if has.name < nameMost && (l.canSearch() || n < firstPage) { // reading many names takes long before
			has.name = max(has.name, len(l.table.FoldedName(int(i))))
		}
	}
	return has
}

// noContents are those of an empty list.
func noContents() contents {
	var has contents
	for n, col := range columns() {
		has.filled[n] = col.filled == nil
	}
	return has
}

// see takes a row into account.
func (has *contents) see(all []column, row *list.RowKey) {
	for n := range all {
		if !has.filled[n] {
			has.filled[n] = all[n].filled(row)
		}
	}
}

// head names a column, and says how the list is sorted if that is by it.
func (c *column) head(by sorting) string {
	for _, own := range c.heads {
		switch {
		case own != by.by:
		case own == sortDate:
			return c.title + sorting{by: sortAge, reverse: !by.reverse}.arrow() // the newest are the youngest
		case c.right:
			return c.title + by.arrow()
		default:
			return c.title + " " + by.arrow()
		}
	}
	return c.title
}

// line puts texts into columns of these widths.
func (w *widths) line(all *[colCount]column, text func(n int) string) string {
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
		if all[n].right {
			b = append(append(b, gap...), cell...)
		} else {
			b = append(append(b, cell...), gap...)
		}
	}
	return string(b)
}
