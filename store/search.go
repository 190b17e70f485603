package store

// Searcher answers queries over a fixed set of rows. Their text is folded once
// and lies in one piece, so that a key typed costs one pass over memory.
type Searcher struct {
	rows    []Row
	text    string
	starts  []int          // of each row's text; one more at the end
	changed map[int]string // texts of rows that were replaced since
}

// rowSeparator ends the text of each row.
const rowSeparator = "\x01"

// NewSearcher prepares rows for searching. What is searched of them must not
// change afterwards except through Replace; their status may.
func NewSearcher(rows []Row) *Searcher {
	s := &Searcher{rows: rows, starts: make([]int, 0, len(rows)+1)}
	size := 0
	for i := range rows {
		size += len(rows[i].Name) + len(rows[i].Headline) + len(rows[i].Company) + len(rows[i].Note) + 8
	}
	text := make([]byte, 0, size)
	for i := range rows {
		s.starts = append(s.starts, len(text))
		text = append(appendFoldedRow(text, &rows[i]), rowSeparator...)
	}
	s.starts = append(s.starts, len(text))
	s.text = string(text)
	return s
}

// Search returns the indexes of the rows that fulfil the query, in order.
func (s *Searcher) Search(q Query) []int {
	marks := make([]bool, len(s.rows))
	found := make([]int, 0, s.Mark(q, marks))
	for i, hit := range marks {
		if hit {
			found = append(found, i)
		}
	}
	return found
}
