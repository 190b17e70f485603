package advisor

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a stranger's text, folded so that it can be compared:
// lower case, without accents, styled letters as plain ones. A currency sign, a
// percent sign and an at sign are words too, because they say what a number is.
type word struct {
	text       string
	known      int // its number in the vocabulary of the phrases; 0 is in none
	start, end int // where it stands in the text, in bytes
	sentence   int // phrases never reach across the end of a sentence
	clause     int // the part between commas and the like
}

// number reports a word that begins with a digit, such as "500" or "10k".
func (w word) number() bool { return w.text[0] >= '0' && w.text[0] <= '9' }

// wordsOf splits text into words.
func wordsOf(text string) []word {
	s := splitter{text: text, words: make([]word, 0, len(text)/5+1), bounds: make([][2]int, 0, len(text)/5+1), folded: make([]byte, 0, len(text)+8)}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		s.at, s.next = i, i+size
		if r < utf8.RuneSelf {
			s.add(r)
		} else {
			s.addFolded(r, text[i:])
		}
		i += size
	}
	folded := string(s.folded)
	for i := range s.words {
		w := &s.words[i]
		w.text = folded[s.bounds[i][0]:s.bounds[i][1]]
	}
	return s.words
}

type splitter struct {
	text     string
	at, next int // the rune being added
	words    []word
	bounds   [][2]int // of each word in folded
	folded   []byte
	open     bool // the last word may grow
	sentence int
	clause   int
}

// addFolded adds the plain letters that a letter with an accent, a ligature or
// a styled letter stands for.
func (s *splitter) addFolded(r rune, rest string) {
	if plain, ok := plainLetters[unicode.ToLower(r)]; ok {
		for _, p := range plain {
			s.add(p)
		}
		return
	}
	decomposed := norm.NFKD.PropertiesString(rest).Decomposition()
	if len(decomposed) == 0 {
		s.add(r)
		return
	}
	for len(decomposed) > 0 {
		d, size := utf8.DecodeRune(decomposed)
		s.add(d)
		decomposed = decomposed[size:]
	}
}

// plainLetters have no accent to take off and are still typed as plain ones.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ı': "i",
}

func (s *splitter) add(r rune) {
	switch {
	case r < utf8.RuneSelf:
		s.addASCII(byte(r))
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r): // an accent, or nothing to see
	case unicode.IsLetter(r), unicode.IsDigit(r):
		s.letters(utf8.AppendRune(nil, unicode.ToLower(r))...)
	case r == '€', r == '£':
		s.sign(string(r))
	case r == '–', r == '—', r == '•':
		s.open = false
		s.clause++
	default:
		s.open = false
	}
}

func (s *splitter) addASCII(c byte) {
	switch {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		s.letters(c)
	case c >= 'A' && c <= 'Z':
		s.letters(c + 'a' - 'A')
	case c == '$', c == '%', c == '@':
		s.sign(string(rune(c)))
	case c == '!', c == '?', c == ';', c == '\n':
		s.endSentence()
	case c == '.' || c == ',':
		s.point(c)
	case c == ':', c == '(', c == ')', c == '|':
		s.open = false
		s.clause++
	default:
		s.open = false
	}
}

// point adds a full stop or a comma, which inside a number or an abbreviation
// ends nothing.
func (s *splitter) point(c byte) {
	following := byte(' ')
	if s.next < len(s.text) {
		following = s.text[s.next]
	}
	digit := following >= '0' && following <= '9'
	if s.open && digit && s.folded[len(s.folded)-1] <= '9' {
		s.letters(c) // a thousands or decimal mark
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
	s.open = false
	s.sentence++
	s.clause++
}

func (s *splitter) sign(text string) {
	s.open = false
	s.letters([]byte(text)...)
	s.open = false
}

// letters adds to the open word, or begins one.
func (s *splitter) letters(text ...byte) {
	if !s.open {
		s.words = append(s.words, word{start: s.at, sentence: s.sentence, clause: s.clause})
		s.bounds = append(s.bounds, [2]int{len(s.folded), len(s.folded)})
		s.open = true
	}
	s.folded = append(s.folded, text...)
	last := len(s.words) - 1
	s.words[last].end = s.next
	s.bounds[last][1] = len(s.folded)
}
