package notes

import (
	"slices"
	"strings"
)

// vocabulary numbers the words and the stems of all phrases, starting at one.
// Most words of a note are in no phrase, and numbers compare faster than texts.
type vocabulary struct {
	words  map[string]int
	stems  map[string]int
	begins map[stemHead][]*stemFamily // the longest first
	heads  [1 << 12]bool              // by a few bits of a head: whether any stem may have it
	count  int
}

// stemHead is how stems are looked up: by their first bytes, so none is shorter.
type stemHead [4]byte

func (h stemHead) bits() int {
	return int(h[0]&7)<<9 | int(h[1]&7)<<6 | int(h[2]&7)<<3 | int(h[3]&7)
}

// stemFamily is a stem with those that it begins with in turn, such as
// "payments" with "payment" and "pay".
type stemFamily struct {
	text    string
	numbers []int
}

func newVocabulary() *vocabulary {
	return &vocabulary{words: map[string]int{}, stems: map[string]int{}, begins: map[stemHead][]*stemFamily{}}
}

// learn returns the number of a folded word, giving it one if it has none.
func (v *vocabulary) learn(text string) int { return v.number(v.words, text) }

// learnStem does so for a beginning of words, which has at least the bytes of a
// head.
func (v *vocabulary) learnStem(text string) int { return v.number(v.stems, text) }

func (v *vocabulary) number(of map[string]int, text string) int {
	n, ok := of[text]
	if !ok {
		v.count++
		n = v.count
		of[text] = n
	}
	return n
}

// close makes the stems that were learned ready to be found.
func (v *vocabulary) close() {
	for text := range v.stems {
		head := stemHead([]byte(text))
		v.begins[head] = append(v.begins[head], &stemFamily{text: text})
		v.heads[head.bits()] = true
	}
	for _, families := range v.begins {
		slices.SortFunc(families, func(a, b *stemFamily) int { return len(b.text) - len(a.text) })
		for i, family := range families {
			for _, other := range families[i:] {
				if strings.HasPrefix(family.text, other.text) {
					family.numbers = append(family.numbers, v.stems[other.text])
				}
			}
		}
	}
}

// stemOf returns the longest stem that a folded word begins with, or nil.
func (v *vocabulary) stemOf(text string) *stemFamily {
	if len(text) < len(stemHead{}) {
		return nil
	}
	head := stemHead{text[0], text[1], text[2], text[3]}
	if !v.heads[head.bits()] {
		return nil
	}
	for _, family := range v.begins[head] {
		if strings.HasPrefix(text, family.text) {
			return family
		}
	}
	return nil
}

// read passes the words of a text to use, which must not keep them. An empty
// text has none.
func (v *vocabulary) read(text string, use func(words []word)) {
	if text == "" {
		return
	}
	buffer := wordBuffers.Get().(*wordBuffer)
	defer wordBuffers.Put(buffer)
	use(v.numbered(buffer.wordsOf(text)))
}

// numbered adds to words what the vocabulary knows about them.
func (v *vocabulary) numbered(words []word) []word {
	for i := range words {
		w := &words[i]
		w.known, w.stem = v.words[w.text], v.stemOf(w.text)
	}
	return words
}
