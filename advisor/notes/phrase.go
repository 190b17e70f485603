package notes

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// maxGap is how many words a gap in a phrase may stand for.
const maxGap = 4

// phrase is a compiled line of phrases.yaml: elements that match words one
// after the other, within one sentence.
type phrase struct {
	text     string
	elements []element
	sign     int
	of       *combination // what it is a part of, or nil
	part     int          // which one
	needs    wordMarks    // a sentence with none of these words does not contain the phrase
}

// element matches one word or, if it is a gap, up to maxGap words of any kind.
type element struct {
	gap      bool
	optional bool
	number   bool           // a word that begins with a digit
	words    []int          // whole words, by their number in the vocabulary
	marks    wordMarks      // of those
	names    map[int]string // what a set calls some of them
	prefixes []string       // beginnings of words
	stems    []int          // those that a phrase may begin with, by their number in the vocabulary
}

func (e *element) matches(w word) bool {
	if e.marks&markOf(w.known) != 0 && slices.Contains(e.words, w.known) || e.number && w.number() {
		return true
	}
	return len(e.prefixes) > 0 && slices.ContainsFunc(e.prefixes, func(p string) bool { return strings.HasPrefix(w.text, p) })
}

// wordMarks is a set of words. Several words share a mark, so a mark that is
// missing proves that a word is missing, and one that is there proves nothing.
type wordMarks uint64

func markOf(known int) wordMarks { return 1 << (known % 64) }

// mostTelling returns the words of the element after the first that has the
// fewest, or every word when no such element is required.
func (p *phrase) mostTelling() wordMarks {
	fewest := ^wordMarks(0)
	for _, e := range p.elements[1:] {
		if e.isWords() && bits.OnesCount64(uint64(e.marks)) < bits.OnesCount64(uint64(fewest)) {
			fewest = e.marks
		}
	}
	return fewest
}

func (e *element) addKnown(known int) {
	e.words = append(e.words, known)
	e.marks |= markOf(known)
}

// isWords reports whether the element is required and matches whole words only.
func (e *element) isWords() bool {
	return !e.gap && !e.optional && !e.number && len(e.prefixes) == 0
}

// phraseReader compiles phrases.
type phraseReader struct {
	sets         map[string]map[string]string
	words        *vocabulary
	combinations int // so far
	buffer       wordBuffer
}

// phrases reads one line of phrases.yaml: a phrase, or several joined by " & "
// that make a combination.
func (r *phraseReader) phrases(text string) ([]phrase, error) {
	texts := strings.Split(text, " & ")
	var of *combination
	if len(texts) > 1 {
		of = &combination{number: r.combinations, parts: len(texts)}
		r.combinations++
	}
	if len(texts) > maxParts {
		return nil, fmt.Errorf("has more than %d parts", maxParts)
	}
	list := make([]phrase, len(texts))
	for i, part := range texts {
		p, err := r.phrase(part)
		if err != nil {
			return nil, err
		}
		p.text, p.of, p.part = text, of, i
		list[i] = p
	}
	return list, nil
}

// phrase reads one phrase. Its elements are separated by spaces:
//
//	word        that word; accents and case do not matter
//	a/b/c       one of them
//	begin~      a word that begins so
//	(word)      may be missing
//	<n>         a number
//	<set>       a word of the set of that name
//	*           a gap of up to four words
func (r *phraseReader) phrase(text string) (phrase, error) {
	p := phrase{text: text}
	for _, field := range strings.Fields(text) {
		e, err := r.element(field)
		if err != nil {
			return p, err
		}
		p.elements = append(p.elements, e)
	}
	switch n := len(p.elements); {
	case n == 0:
		return p, fmt.Errorf("is empty")
	case p.elements[0].gap || p.elements[0].optional:
		return p, fmt.Errorf("must begin with words or a number")
	case p.elements[n-1].gap || p.elements[n-1].optional:
		return p, fmt.Errorf("must not end in a gap or in a word that may be missing")
	}
	return p, r.learnStems(&p.elements[0])
}

// learnStems prepares the element that a phrase begins with. Phrases are found
// by it, so its beginnings of words have to be long enough to be looked up.
func (r *phraseReader) learnStems(first *element) error {
	for _, prefix := range first.prefixes {
		if len(prefix) < len(stemHead{}) {
			return fmt.Errorf("%q is too short to begin a phrase", prefix+"~")
		}
		first.stems = append(first.stems, r.words.learnStem(prefix))
	}
	return nil
}

func (r *phraseReader) element(field string) (element, error) {
	if field == "*" {
		return element{gap: true}, nil
	}
	var e element
	if inner, ok := strings.CutPrefix(field, "("); ok {
		field, e.optional = strings.TrimSuffix(inner, ")"), true
	}
	for alternative := range strings.SplitSeq(field, "/") {
		var err error
		switch {
		case alternative == "<n>":
			e.number = true
		case strings.HasPrefix(alternative, "<"):
			err = r.addSet(&e, strings.Trim(alternative, "<>"))
		default:
			err = r.addWord(&e, alternative)
		}
		if err != nil {
			return e, err
		}
	}
	return e, nil
}

func (r *phraseReader) addSet(e *element, name string) error {
	set, ok := r.sets[name]
	if !ok {
		return fmt.Errorf("unknown set <%s>", name)
	}
	if e.names == nil {
		e.names = map[int]string{}
	}
	for member, called := range set {
		for _, w := range r.buffer.wordsOf(member) {
			n := r.words.learn(w.text)
			e.addKnown(n)
			e.names[n] = called
		}
	}
	return nil
}

func (r *phraseReader) addWord(e *element, text string) error {
	stem, prefix := strings.CutSuffix(text, "~")
	words := r.buffer.wordsOf(stem)
	if len(words) != 1 || prefix && len(words[0].text) < 3 {
		return fmt.Errorf("%q is not one word, or too short a beginning of one", text)
	}
	if prefix {
		e.prefixes = append(e.prefixes, words[0].text)
	} else {
		e.addKnown(r.words.learn(words[0].text))
	}
	return nil
}
