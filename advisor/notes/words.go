package notes

import (
	"sync"
	"unicode/utf8"
)

// word is one word of a stranger's text, folded so that it can be compared:
// lower case, without accents, styled letters as plain ones. A currency sign, a
// percent sign and an at sign are words too, because they say what a number is.
type word struct {
	text       string
	known      int         // its number in the vocabulary of the phrases; 0 if it is in none
	stem       *stemFamily // what it begins with, or nil
	start, end int         // where it is in the text, in bytes
	sentence   int         // phrases never cross the end of a sentence
	clause     int         // the part between commas and the like
}

// number reports whether the word begins with a digit, as "500" and "10k" do.
func (w word) number() bool { return w.text[0] >= '0' && w.text[0] <= '9' }

// wordBuffer holds the words of a text while they are put together. Notes are
// read by the hundred thousand, so buffers are reused.
type wordBuffer struct {
	words  []word
	begins []int
	folded []byte
}

var wordBuffers = sync.Pool{New: func() any { return new(wordBuffer) }}

// wordsOf splits text into words, which are valid until the buffer is reused.
func (buffer *wordBuffer) wordsOf(text string) []word {
	s := splitter{text: text, words: buffer.words[:0], begins: buffer.begins[:0], folded: buffer.folded[:0]}
	for s.at < len(text) {
		if c := text[s.at]; c < utf8.RuneSelf {
			s.next = s.at + 1
			s.addASCII(c)
		} else {
			r, size := utf8.DecodeRuneInString(text[s.at:])
			s.next = s.at + size
			s.addRune(r)
		}
		s.at = s.next
	}
	s.finish()
	if s.spaced {
		s.joinSpaced()
	}
	folded := string(s.folded)
	end := len(folded)
	for i := len(s.words) - 1; i >= 0; i-- {
		s.words[i].text = folded[s.begins[i]:end]
		end = s.begins[i]
	}
	buffer.words, buffer.begins, buffer.folded = s.words, s.begins, s.folded
	return s.words
}

type splitter struct {
	text     string
	at, next int // the rune being added
	words    []word
	begins   []int // where each word begins in folded
	folded   []byte
	open     bool // the last word may grow
	foreign  bool // the last word has letters outside ASCII
	letter   int  // how many words of one byte are the last ones
	spaced   bool // there may be letters written apart
	sentence int
	clause   int
}

// plain holds what an ASCII letter or digit is folded to, and 0 for anything
// else.
var plain = func() (table [256]byte) {
	for c := range table[:utf8.RuneSelf] {
		switch c := byte(c); {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			table[c] = c
		case c >= 'A' && c <= 'Z':
			table[c] = c + 'a' - 'A'
		}
	}
	return table
}()

func (s *splitter) addASCII(c byte) {
	switch {
	case plain[c] != 0:
		s.addPlain()
	case c == ' ':
		s.open = false
	case c == '.' || c == ',':
		s.point(c)
	case c == '$', c == '%', c == '@':
		s.sign(string(rune(c)))
	case c == '!', c == '?', c == ';', c == '\n' && !s.continues():
		s.endSentence()
	case c == ':', c == '(', c == ')', c == '|':
		s.endClause()
	default:
		s.open = false
	}
}

// continues reports whether the text goes on in lower case, as it does where a
// line was only wrapped.
func (s *splitter) continues() bool {
	return s.next < len(s.text) && s.text[s.next] >= 'a' && s.text[s.next] <= 'z'
}

// addPlain adds the run of ASCII letters and digits that begins here.
func (s *splitter) addPlain() {
	s.begin()
	for s.next = s.at; s.next < len(s.text); s.next++ {
		c := plain[s.text[s.next]]
		if c == 0 {
			break
		}
		s.folded = append(s.folded, c)
	}
	s.words[len(s.words)-1].end = s.next
}

// point adds a full stop or a comma. Inside a number or an abbreviation it ends
// nothing.
func (s *splitter) point(c byte) {
	following := byte(' ')
	if s.next < len(s.text) {
		following = s.text[s.next]
	}
	digit := following >= '0' && following <= '9'
	if s.open && digit && s.folded[len(s.folded)-1] <= '9' {
		s.letters(string(rune(c))) // a thousands or decimal mark
		return
	}
	s.open = false
	switch {
	case c == ',':
		s.clause++
	case following <= ' ' || following == '.' || following >= 'A' && following <= 'Z' || following >= utf8.RuneSelf:
		s.endSentence()
	}
}

func (s *splitter) endSentence() {
	s.endClause()
	s.sentence++
}

func (s *splitter) endClause() {
	s.open = false
	s.clause++
}

func (s *splitter) sign(text string) {
	s.open = false
	s.letters(text)
	s.open = false
}

// letters adds to the open word, or starts one.
func (s *splitter) letters(folded string) {
	s.begin()
	s.foreign = s.foreign || folded[0] >= utf8.RuneSelf
	s.folded = append(s.folded, folded...)
	s.words[len(s.words)-1].end = s.next
}

// begin starts a word unless one is open.
func (s *splitter) begin() {
	if !s.open {
		s.finish()
		s.words = append(s.words, word{start: s.at, sentence: s.sentence, clause: s.clause})
		s.begins = append(s.begins, len(s.folded))
		s.open = true
	}
}

// finish looks at the last word, which is whole now.
func (s *splitter) finish() {
	last := len(s.begins) - 1
	if last < 0 {
		return
	}
	if s.foreign {
		s.foreign = false
		s.folded = append(s.folded[:s.begins[last]], undisguised(s.folded[s.begins[last]:])...)
	}
	if len(s.folded)-s.begins[last] == 1 {
		s.letter++
		s.spaced = s.spaced || s.letter >= fewestSpaced
	} else {
		s.letter = 0
	}
}
