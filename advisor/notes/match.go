package notes

import "iter"

// phraseIndex finds the phrases that may begin at a word.
type phraseIndex struct {
	byWord  []beginnings
	places  []uint16  // for each word of the vocabulary, its index in byWord plus one; 0 for most, which begin no phrase
	numbers []*phrase // those that begin with a number
}

// beginnings are the phrases that begin with one word. Words such as "your" begin
// many, so phrases are kept by their second word where that is one of a few.
type beginnings struct {
	bySecond map[int][]*phrase
	seconds  wordMarks // of the words in bySecond
	rest     []*phrase
}

func (x *phraseIndex) add(p phrase) {
	p.needs = p.mostTelling()
	if p.elements[0].number {
		x.numbers = append(x.numbers, &p)
	}
	for _, stem := range p.elements[0].stems {
		begin := x.begin(stem)
		begin.rest = append(begin.rest, &p)
	}
	for _, first := range p.elements[0].words {
		begin := x.begin(first)
		if len(p.elements) == 1 || !p.elements[1].isWords() {
			begin.rest = append(begin.rest, &p)
			continue
		}
		for _, second := range p.elements[1].words {
			if begin.bySecond == nil {
				begin.bySecond = map[int][]*phrase{}
			}
			begin.bySecond[second] = append(begin.bySecond[second], &p)
			begin.seconds |= markOf(second)
		}
	}
}

// begin returns the phrases that begin with a word, so that more can be added.
func (x *phraseIndex) begin(known int) *beginnings {
	if begin := x.beginningWith(known); begin != nil {
		return begin
	}
	x.byWord = append(x.byWord, beginnings{})
	for len(x.places) <= known {
		x.places = append(x.places, 0)
	}
	x.places[known] = uint16(len(x.byWord))
	return &x.byWord[len(x.byWord)-1]
}

// beginningWith returns the phrases that begin with a word, or nil.
func (x *phraseIndex) beginningWith(known int) *beginnings {
	if known >= len(x.places) || x.places[known] == 0 {
		return nil
	}
	return &x.byWord[x.places[known]-1]
}

// find calls found for every phrase in the words.
func (x *phraseIndex) find(words []word, found func(m match)) {
	for m := range x.matches(words) {
		found(m)
	}
}

// matches yields every phrase in the words, and every combination once its last
// part is there.
func (x *phraseIndex) matches(words []word) iter.Seq[match] {
	return func(yield func(match) bool) {
		var g *gathering
		x.runs(words, func(m match) bool {
			if m.phrase.of == nil {
				return yield(m)
			}
			if g == nil {
				g = beginGathering()
			}
			whole, ok := g.add(m)
			return !ok || yield(whole)
		})
		if g != nil {
			gatherings.Put(g)
		}
	}
}

// runs yields every phrase and every part of one in the words, in the order in
// which they begin, as long as more are wanted.
func (x *phraseIndex) runs(words []word, yield func(match) bool) {
	var sentence []word // together with everything before it
	var marks wordMarks
	for i := range words {
		if i >= len(sentence) {
			sentence, marks = untilSentenceEnd(words, i)
		}
		if begin := x.beginningWith(words[i].known); begin != nil {
			if i+1 < len(sentence) && !matchesAt(begin.followedBy(words[i+1].known), sentence, i, marks, yield) {
				return
			}
			if !matchesAt(begin.rest, sentence, i, marks, yield) {
				return
			}
		}
		if !x.stemsAt(words[i].stem, sentence, i, marks, yield) {
			return
		}
		if words[i].number() && !matchesAt(x.numbers, sentence, i, marks, yield) {
			return
		}
	}
}

// stemsAt yields the phrases that begin at words[i] with a stem, and reports
// whether more are wanted.
func (x *phraseIndex) stemsAt(stem *stemFamily, sentence []word, i int, marks wordMarks, yield func(match) bool) bool {
	if stem == nil {
		return true
	}
	for _, number := range stem.numbers {
		if begin := x.beginningWith(number); begin != nil && !matchesAt(begin.rest, sentence, i, marks, yield) {
			return false
		}
	}
	return true
}

// followedBy returns the phrases that continue with a word.
func (b *beginnings) followedBy(known int) []*phrase {
	if b.seconds&markOf(known) == 0 {
		return nil
	}
	return b.bySecond[known]
}

// matchesAt yields the candidates that match at words[i], and reports whether
// more are wanted.
func matchesAt(candidates []*phrase, sentence []word, i int, marks wordMarks, yield func(match) bool) bool {
	for _, p := range candidates {
		if p.needs&marks == 0 {
			continue
		}
		if end, name, ok := follow(p.elements, sentence, i); ok && !yield(match{phrase: p, span: span{i, end}, name: name}) {
			return false
		}
	}
	return true
}

// untilSentenceEnd returns the words up to the end of the sentence of words[i],
// which no phrase crosses, and the marks of the words in that sentence.
func untilSentenceEnd(words []word, i int) ([]word, wordMarks) {
	var marks wordMarks
	end := i
	for end < len(words) && words[end].sentence == words[i].sentence {
		marks |= markOf(words[end].known)
		end++
	}
	return words[:end], marks
}

// match is a phrase found in a text.
type match struct {
	phrase *phrase
	span
	parts [maxParts]span // those of a combination
	name  string         // what a set calls the word that matched
}

// follow matches the elements from words[i] onwards and returns where they end.
func follow(elements []element, words []word, i int) (end int, name string, ok bool) {
	if len(elements) == 0 {
		return i, "", true
	}
	e, rest := &elements[0], elements[1:]
	if e.gap {
		for skipped := 0; skipped <= maxGap && i+skipped <= len(words); skipped++ {
			if end, name, ok = follow(rest, words, i+skipped); ok {
				return end, name, true
			}
		}
		return 0, "", false
	}
	if i < len(words) && e.matches(words[i]) {
		if end, name, ok = follow(rest, words, i+1); ok {
			if name == "" {
				name = e.names[words[i].known]
			}
			return end, name, true
		}
	}
	if e.optional {
		return follow(rest, words, i)
	}
	return 0, "", false
}
