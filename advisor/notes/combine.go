package notes

import "sync"

// combination is a phrase of several parts, which may come in any order and in
// different sentences, but within reach of each other.
type combination struct {
	number int // from 0 on, within its phrase book
	parts  int
}

// maxParts is how many parts a combination may have, and reach how many words
// there may be from the start of its first part to the end of its last.
const (
	maxParts = 4
	reach    = 30
)

// gathering keeps which parts of which combinations were seen in one text. It
// looks at each part once, so that reading stays linear however often parts are
// repeated.
type gathering struct {
	text int    // number of the text being read
	seen []seen // by the number of the combination
}

// seen is where each part of a combination was seen last, in the text of that
// number.
type seen struct {
	text  int
	found [maxParts]bool
	at    [maxParts]span
}

// span is words[start:end].
type span struct{ start, end int }

var gatherings = sync.Pool{New: func() any { return new(gathering) }}

// beginGathering returns a gathering that has seen nothing yet.
func beginGathering() *gathering {
	g := gatherings.Get().(*gathering)
	g.text++
	return g
}

// add notes a part, and returns the whole combination once all parts are within
// reach of this one.
func (g *gathering) add(part match) (whole match, ok bool) {
	c := part.phrase.of
	for len(g.seen) <= c.number {
		g.seen = append(g.seen, seen{})
	}
	s := &g.seen[c.number]
	if s.text != g.text {
		*s = seen{text: g.text}
	}
	s.found[part.phrase.part], s.at[part.phrase.part] = true, part.span
	whole = part
	for i := range c.parts {
		at := s.at[i]
		if !s.found[i] || at.start < part.end-reach {
			return match{}, false
		}
		whole.parts[i] = at
		whole.start, whole.end = min(whole.start, at.start), max(whole.end, at.end)
	}
	return whole, true
}
