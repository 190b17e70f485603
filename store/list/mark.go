package list

import (
	"slices"
	"strings"
)

// fewRows is below which share of the rows, one in so many, it is quicker to
// look at each than to run over all their text once more.
const fewRows = 16

// Mark sets found[i] for every row i of a searchable table that fulfils the
// query and clears the others; it returns how many there are. found has one
// element for each row and can be used again, so that a key typed allocates
// nothing.
func (t *Table) Mark(q Query, found []bool) int {
	n := 0
	for _, b := range t.blocks {
		n += b.mark(&q, found[:len(b.keys)])
		found = found[len(b.keys):]
	}
	return n
}

func (b *block) mark(q *Query, found []bool) int {
	for k := range found {
		found[k] = true
	}
	n := len(found)
	for i := range q.plain {
		n = b.markPlain(&q.plain[i], found)
	}
	for i := range q.words {
		switch {
		case n == 0:
			return 0
		case n < len(found)/fewRows:
			n = b.markEach(&q.words[i], found)
		default:
			n = b.markText(&q.words[i], found)
		}
	}
	if len(q.urls) > 0 {
		n = b.markURL(q, found)
	}
	return n
}

// markPlain clears those of the marked rows that do not fulfil a term that
// reads no text.
func (b *block) markPlain(t *term, found []bool) int {
	n := 0
	for k, marked := range found {
		found[k] = marked && t.holdsFor(&b.keys[k]) != t.not
		n += count01(found[k])
	}
	return n
}

// markEach does the same for one that does, looking at each.
func (b *block) markEach(t *term, found []bool) int {
	n := 0
	for k, marked := range found {
		if marked {
			found[k] = t.holdsIn(b.folded(k)) != t.not
			n += count01(found[k])
		}
	}
	return n
}

// markText does that in one run over the text of all rows, which stops only
// where the word is.
func (b *block) markText(t *term, found []bool) int {
	n, k, start := 0, 0, 0
	for k < len(found) {
		hit := len(found)
		if next := strings.Index(b.text[start:], t.text); next >= 0 {
			from, _ := slices.BinarySearch(b.textEnds[k:], uint32(start+next+1))
			hit = k + from
		}
		for ; k < hit; k++ { // rows without the word
			found[k] = found[k] && t.not
			n += count01(found[k])
		}
		if k < len(found) {
			found[k] = found[k] && t.holdsIn(b.folded(k)) != t.not
			n += count01(found[k])
			start = int(b.textEnds[k])
			k++
		}
	}
	return n
}

// markURL does that for the terms that read the address. They are rare, and
// keeping it folded would cost every list memory, so it is decoded of the rows
// that the other terms left: some 15 ms for a hundred thousand.
func (b *block) markURL(q *Query, found []bool) int {
	n := 0
	for k, marked := range found {
		if marked {
			found[k] = q.matchURL(b.url(k))
			n += count01(found[k])
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
