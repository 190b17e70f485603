package store

import (
	"slices"
	"strings"
)

// fewRows is below which share of all rows, one in so many, it is quicker to
// look at each than to run over the whole text once more.
const fewRows = 16

// Mark sets found[i] for every row i that fulfils the query and clears the
// others; it returns how many there are. found has one element for each row and
// can be used again, so that a key typed allocates nothing.
func (s *Searcher) Mark(q Query, found []bool) int {
	n := s.markPlain(q, found)
	for i := range q.terms {
		if !q.terms[i].readsText() {
			continue
		}
		if n < len(s.rows)/fewRows {
			n = s.markEach(&q.terms[i], found)
		} else {
			n = s.markText(&q.terms[i], found)
		}
	}
	for i, text := range s.changed {
		hit := q.match(&s.rows[i], text)
		n += count01(hit) - count01(found[i])
		found[i] = hit
	}
	return n
}

// markPlain marks the rows that fulfil all terms that read no text.
func (s *Searcher) markPlain(q Query, found []bool) int {
	plain := Query{}
	for _, t := range q.terms {
		if !t.readsText() {
			plain.terms = append(plain.terms, t)
		}
	}
	n := 0
	for i := range s.rows {
		found[i] = plain.match(&s.rows[i], "")
		if found[i] {
			n++
		}
	}
	return n
}

// markEach clears those of the marked rows that do not fulfil the term, looking
// at each.
func (s *Searcher) markEach(t *term, found []bool) int {
	n := 0
	for i, marked := range found {
		if !marked {
			continue
		}
		found[i] = t.holds(&s.rows[i], s.plainText(i)) != t.not
		if found[i] {
			n++
		}
	}
	return n
}

// markText does the same in one run over the text of all rows, which stops
// only where the word is.
func (s *Searcher) markText(t *term, found []bool) int {
	n, row := 0, 0
	for row < len(s.rows) {
		next := strings.Index(s.text[s.starts[row]:], t.text)
		hit := len(s.rows)
		if next >= 0 {
			from, _ := slices.BinarySearch(s.starts[row+1:], s.starts[row]+next+1)
			hit = row + from
		}
		for ; row < hit; row++ { // rows without the word
			found[row] = found[row] && t.not
			n += count01(found[row])
		}
		if row < len(s.rows) {
			found[row] = found[row] && t.holds(&s.rows[row], s.plainText(row)) != t.not
			n += count01(found[row])
			row++
		}
	}
	return n
}

func count01(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// plainText is the folded text of a row as it was at first.
func (s *Searcher) plainText(i int) string {
	return s.text[s.starts[i] : s.starts[i+1]-len(rowSeparator)]
}

// Matches reports whether row i fulfils the query.
func (s *Searcher) Matches(q Query, i int) bool {
	text, ok := s.changed[i]
	if !ok {
		text = s.plainText(i)
	}
	return q.match(&s.rows[i], text)
}

// FoldedName is the name of row i as Fold writes it, for sorting.
func (s *Searcher) FoldedName(i int) string {
	text, ok := s.changed[i]
	if !ok {
		text = s.plainText(i)
	}
	return textPart(text, textName)
}

// Replace puts a changed row in the place of row i.
func (s *Searcher) Replace(i int, row Row) {
	if s.changed == nil {
		s.changed = map[int]string{}
	}
	s.rows[i] = row
	s.changed[i] = string(appendFoldedRow(nil, &row))
}

// Words returns the texts that every match contains somewhere, folded, for
// showing where they are.
func (q Query) Words() []string {
	var words []string
	for _, t := range q.terms {
		if t.readsText() && !t.not {
			words = append(words, t.text)
		}
	}
	return words
}

// Narrows reports whether every row that fulfils q fulfils the other query as
// well, as far as can be told from their wording: then looking among the rows
// found for the other is enough.
func (q Query) Narrows(other Query) bool {
	for _, t := range other.terms {
		if !slices.ContainsFunc(q.terms, func(mine term) bool { return mine.implies(t) }) {
			return false
		}
	}
	return true
}

// implies reports whether what fulfils t fulfils other.
func (t term) implies(other term) bool {
	if t == other {
		return true
	}
	return t.field == other.field && !t.not && !other.not && t.readsText() && strings.Contains(t.text, other.text)
}
