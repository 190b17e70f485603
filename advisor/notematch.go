package advisor

import (
	"fmt"
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
}

// element matches one word, or with gap up to maxGap words of any kind.
type element struct {
	gap      bool
	optional bool
	number   bool              // a word that begins with a digit
	prefixes []string          // beginnings of words
	words    map[string]string // whole words, and how a set calls each
}

func (e *element) matches(w word) (name string, ok bool) {
	if e.number && w.number() {
		return "", true
	}
	if name, ok = e.words[w.text]; ok {
		return name, true
	}
	for _, p := range e.prefixes {
		if strings.HasPrefix(w.text, p) {
			return "", true
		}
	}
	return "", false
}

// compilePhrase reads one phrase. Its elements are separated by spaces:
//
//	word        that word; accents and case do not matter
//	a/b/c       one of them
//	begin~      a word that begins so
//	(word)      may be missing
//	<n>         a number
//	<set>       a word of the set of that name
//	*           a gap of up to four words
func compilePhrase(text string, sets map[string]map[string]string) (phrase, error) {
	p := phrase{text: text}
	for _, field := range strings.Fields(text) {
		e, err := compileElement(field, sets)
		if err != nil {
			return p, err
		}
		p.elements = append(p.elements, e)
	}
	switch n := len(p.elements); {
	case n == 0:
		return p, fmt.Errorf("is empty")
	case p.elements[0].gap || p.elements[0].optional || len(p.elements[0].prefixes) > 0:
		return p, fmt.Errorf("must begin with whole words or a number")
	case p.elements[n-1].gap || p.elements[n-1].optional:
		return p, fmt.Errorf("must not end in a gap or in a word that may be missing")
	}
	return p, nil
}

func compileElement(field string, sets map[string]map[string]string) (element, error) {
	if field == "*" {
		return element{gap: true}, nil
	}
	e := element{words: map[string]string{}}
	if inner, ok := strings.CutPrefix(field, "("); ok {
		field, e.optional = strings.TrimSuffix(inner, ")"), true
	}
	for _, alternative := range strings.Split(field, "/") {
		if alternative == "<n>" {
			e.number = true
			continue
		}
		if name, ok := strings.CutPrefix(alternative, "<"); ok {
			set, ok := sets[strings.TrimSuffix(name, ">")]
			if !ok {
				return e, fmt.Errorf("unknown set %q", alternative)
			}
			for member, called := range set {
				e.words[fold(member)] = called
			}
			continue
		}
		stem, prefix := strings.CutSuffix(alternative, "~")
		words := wordsOf(stem)
		if len(words) != 1 || prefix && len(words[0].text) < 3 {
			return e, fmt.Errorf("%q is not one word, or too short a beginning of one", alternative)
		}
		if prefix {
			e.prefixes = append(e.prefixes, words[0].text)
		} else {
			e.words[words[0].text] = ""
		}
	}
	return e, nil
}

// fold returns a single word as wordsOf folds it.
func fold(text string) string {
	if words := wordsOf(text); len(words) == 1 {
		return words[0].text
	}
	return text
}

// phraseIndex finds the phrases that may begin at a word.
type phraseIndex map[string][]*phrase

// anyNumber is where the index keeps the phrases that begin with a number; no
// word is spelled so.
const anyNumber = "<n>"

func (x phraseIndex) add(p phrase) {
	if p.elements[0].number {
		x[anyNumber] = append(x[anyNumber], &p)
	}
	for first := range p.elements[0].words {
		x[first] = append(x[first], &p)
	}
}

// find calls found with every phrase in the words, in the order of where they
// begin.
func (x phraseIndex) find(words []word, found func(m match)) {
	limit := 0
	for i := range words {
		if i >= limit {
			limit = sentenceEnd(words, i)
		}
		findAt(x[words[i].text], words[:limit], i, found)
		if words[i].number() {
			findAt(x[anyNumber], words[:limit], i, found)
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
	if i < len(words) {
		if called, matched := e.matches(words[i]); matched {
			if end, name, ok = follow(rest, words, i+1); ok {
				if name == "" {
					name = called
				}
				return end, name, true
			}
		}
	}
	if e.optional {
		return follow(rest, words, i)
	}
	return 0, "", false
}
