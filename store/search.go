package store

import (
	"sort"
	"strings"
)

// Searcher answers queries over a fixed set of rows. Their text is folded once
// and lies in one piece, so that a key typed costs one pass over memory.
type Searcher struct {
	rows   []Row
	text   string
	starts []int // of each row's text; one more at the end
}

// rowSeparator ends the text of each row.
const rowSeparator = "\x01"

// NewSearcher prepares rows for searching. The rows must not change afterwards
// in what is searched; their status may.
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
	found := []int{}
	word, ok := q.rarestWord()
	for i := 0; i < len(s.rows); i++ {
		if ok {
			// Jump to the next row that has the word at all.
			next := strings.Index(s.text[s.starts[i]:], word)
			if next < 0 {
				return found
			}
			at := s.starts[i] + next
			i += sort.SearchInts(s.starts[i+1:], at+1)
		}
		if q.match(&s.rows[i], s.text[s.starts[i]:s.starts[i+1]-len(rowSeparator)]) {
			found = append(found, i)
		}
	}
	return found
}

// rarestWord returns the longest text that a row must contain, which is likely
// the rarest.
func (q Query) rarestWord() (string, bool) {
	longest := ""
	for _, t := range q.terms {
		if t.readsText() && !t.not && len(t.text) > len(longest) {
			longest = t.text
		}
	}
	return longest, longest != ""
}
