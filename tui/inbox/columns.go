package inbox

import (
	"linkvet/store/record"
)

// columns are the widths of a list's columns; 0 leaves one out.
type columns struct{ name, note, company, age, state, advice int }

// cells are the texts of one row, by column.
type cells struct{ name, note, company, age, state, advice string }

// contents are what a list's columns depend on beside the room: a column that
// would stay empty in every row gets none.
type contents struct {
	name    int // about how wide the longest name is
	company bool
	advice  bool
}

const (
	columnGap   = 2
	markWidth   = 4  // the cursor, the selection, a flag and a blank
	ageFrom     = 46 // columns of list for the age
	stateFrom   = 70 // for a column of its own for the state beside the advice
	companyFrom = 50 // columns left for name and note beside the company

	stateWidth   = 13 // "→ 18 Dec 2028"
	adviceWidth  = 16
	companyWidth = 20

	nameLeast = 9  // "(no name)"
	nameMost  = 40 // longer names are rare
	nameWant  = 18 // for the name, whatever is left for the note
	noteLeast = 10
)

// columnsFor divides w columns of list. Names come before notes, of which the
// preview shows more.
func columnsFor(w int, has contents) columns {
	var c columns
	rest := w - markWidth
	give := func(column *int, n int) {
		*column = n
		rest -= n + columnGap
	}
	if w >= ageFrom {
		give(&c.age, 5)
	}
	if has.advice {
		give(&c.advice, adviceWidth)
	}
	if w >= stateFrom || !has.advice {
		give(&c.state, stateWidth)
	}
	if has.company && rest-companyWidth-columnGap >= companyFrom {
		give(&c.company, companyWidth)
	}
	c.name = min(max(rest*3/5, min(rest, nameWant)), max(min(has.name, nameMost), nameLeast))
	if c.note = rest - c.name - columnGap; c.note < noteLeast {
		c.name, c.note = rest, 0
	}
	return c
}

// contentsOf looks through the rows of a list. It is called when a list is made,
// not when it is drawn, so that it costs no key anything and columns stand still
// while the person scrolls and filters.
func contentsOf(l *listing, order []int32) contents {
	var has contents
	for n, i := range order {
		row := l.Table.Key(int(i))
		has.company = has.company || row.HasCompany()
		has.advice = has.advice || row.Recommendation != 0
		if has.name < nameMost && (l.canSearch() || n < firstPage) { // reading many names takes long before
			has.name = max(has.name, len(l.Table.FoldedName(int(i))))
		}
	}
	return has
}

// with are the contents once rows have changed; a column that is there stays.
func (has contents) with(rows []record.Row) contents {
	for i := range rows {
		has.company = has.company || rows[i].Company != ""
		has.advice = has.advice || rows[i].Recommendation != 0
	}
	return has
}
