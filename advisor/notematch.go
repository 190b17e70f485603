package advisor

// phraseIndex finds the phrases that may begin at a word.
type phraseIndex struct {
	byWord  map[int]*beginnings
	numbers []*phrase // those that begin with a number
}

// beginnings are the phrases that begin with one word: by the word after it
// where it must be one of a few, and the rest. Words such as "your" begin many.
type beginnings struct {
	bySecond map[int][]*phrase
	rest     []*phrase
}

func newPhraseIndex() *phraseIndex { return &phraseIndex{byWord: map[int]*beginnings{}} }

func (x *phraseIndex) add(p phrase) {
	if p.elements[0].number {
		x.numbers = append(x.numbers, &p)
	}
	for _, first := range p.elements[0].words {
		begin := x.byWord[first]
		if begin == nil {
			begin = &beginnings{bySecond: map[int][]*phrase{}}
			x.byWord[first] = begin
		}
		if len(p.elements) == 1 || !p.elements[1].isWords() {
			begin.rest = append(begin.rest, &p)
			continue
		}
		for _, second := range p.elements[1].words {
			begin.bySecond[second] = append(begin.bySecond[second], &p)
		}
	}
}

// find calls found with every phrase in the words, in the order of where they
// begin.
func (x *phraseIndex) find(words []word, found func(m match)) {
	limit := 0
	for i := range words {
		if i >= limit {
			limit = sentenceEnd(words, i)
		}
		if begin := x.byWord[words[i].known]; begin != nil {
			if i+1 < limit && words[i+1].known != 0 {
				findAt(begin.bySecond[words[i+1].known], words[:limit], i, found)
			}
			findAt(begin.rest, words[:limit], i, found)
		}
		if words[i].number() {
			findAt(x.numbers, words[:limit], i, found)
		}
	}
}

func findAt(candidates []*phrase, sentence []word, i int, found func(m match)) {
	for _, p := range candidates {
		if end, name, ok := follow(p.elements, sentence, i); ok {
			found(match{p, i, end, name})
		}
	}
}

// sentenceEnd returns where the sentence of words[i] ends: phrases stay within
// theirs.
func sentenceEnd(words []word, i int) int {
	end := i
	for end < len(words) && words[end].sentence == words[i].sentence {
		end++
	}
	return end
}

// match is a phrase found in words[start:end].
type match struct {
	phrase     *phrase
	start, end int
	name       string // what a set calls the word that matched
}

// follow matches the elements from words[i] on and returns where they end.
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
