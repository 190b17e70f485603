package notes

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folding is what a letter outside ASCII turns into.
type folding struct {
	kind    foldKind
	letters string // in lower case, without accents
}

type foldKind uint8

const (
	foldRare    foldKind = iota // needs a closer look
	foldLetters                 // letters
	foldNothing                 // an accent, or invisible
	foldBreak                   // ends the word
)

// foldedBlocks are the runes folded in advance: the Latin, Greek, Cyrillic,
// Hebrew and Arabic alphabets, punctuation, and kana.
var foldedBlocks = [...]struct{ first, end rune }{{utf8.RuneSelf, 0x700}, {0x2000, 0x2070}, {0x3000, 0x3100}}

// foldings holds what each of these runes turns into. Working it out takes
// several lookups in the tables of Unicode, and notes are full of such runes.
var foldings = sync.OnceValue(func() *[len(foldedBlocks)][]folding {
	tables := new([len(foldedBlocks)][]folding)
	for i, block := range foldedBlocks {
		for r := block.first; r < block.end; r++ {
			tables[i] = append(tables[i], foldingOf(r))
		}
	}
	return tables
})

// foldedAhead returns the folding of a rune in one of the blocks, and foldRare
// for any other.
func foldedAhead(r rune) folding {
	for i, block := range foldedBlocks {
		if r >= block.first && r < block.end {
			return foldings()[i][r-block.first]
		}
	}
	return folding{kind: foldRare}
}

// foldingOf works out a folding by adding the rune to a word.
func foldingOf(r rune) folding {
	s := splitter{text: string(r), next: utf8.RuneLen(r)}
	s.letters("x")
	s.addRare(r)
	switch letters := string(s.folded[1:]); {
	case len(s.words) > 1 || s.clause > 0:
		return folding{kind: foldRare}
	case s.open && letters != "":
		return folding{foldLetters, letters}
	case s.open:
		return folding{kind: foldNothing}
	case letters == "":
		return folding{kind: foldBreak}
	}
	return folding{kind: foldRare}
}

// addRune adds a rune that is not ASCII.
func (s *splitter) addRune(r rune) {
	if r >= firstIdeograph && r <= lastIdeograph {
		s.letters(s.text[s.at:s.next])
		return
	}
	switch f := foldedAhead(r); f.kind {
	case foldLetters:
		s.letters(f.letters)
	case foldNothing:
	case foldBreak:
		s.open = false
	default:
		s.addRare(r)
	}
}

// The common ideographs of Chinese, Japanese and Korean: letters without case or
// accents.
const (
	firstIdeograph = 0x4e00
	lastIdeograph  = 0x9fff
)

// addRare adds the plain letters that a letter with an accent, a ligature or a
// styled letter stands for.
func (s *splitter) addRare(r rune) {
	if letters, ok := plainLetters[unicode.ToLower(r)]; ok {
		s.letters(letters)
		return
	}
	decomposed := norm.NFKD.PropertiesString(s.text[s.at:s.next]).Decomposition()
	if len(decomposed) == 0 {
		s.addDecomposed(r)
		return
	}
	for len(decomposed) > 0 {
		d, size := utf8.DecodeRune(decomposed)
		s.addDecomposed(d)
		decomposed = decomposed[size:]
	}
}

// addDecomposed adds a rune that stands for no other.
func (s *splitter) addDecomposed(r rune) {
	switch {
	case r < utf8.RuneSelf && plain[r] != 0:
		s.letters(string(rune(plain[r])))
	case r < utf8.RuneSelf:
		s.addASCII(byte(r))
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Me, r), unicode.Is(unicode.Cf, r): // an accent, a circle around it, or invisible
	case unicode.IsLetter(r), unicode.IsDigit(r):
		s.letters(string(unicode.ToLower(r)))
	case r == '€', r == '£', r == '₺':
		s.sign(string(r))
	case r == '–', r == '—', r == '•':
		s.endClause()
	default:
		s.open = false
	}
}

// plainLetters have no accent to remove, and are still often typed as plain ones.
var plainLetters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'ı': "i",
	'ɑ': "a", 'ɡ': "g", 'ᴀ': "a", 'ʙ': "b", 'ᴄ': "c", 'ᴅ': "d", 'ᴇ': "e", 'ꜰ': "f", 'ɢ': "g", 'ʜ': "h", 'ɪ': "i", 'ᴊ': "j", 'ᴋ': "k",
	'ʟ': "l", 'ᴍ': "m", 'ɴ': "n", 'ᴏ': "o", 'ᴘ': "p", 'ǫ': "q", 'ʀ': "r", 'ꜱ': "s", 'ᴛ': "t", 'ᴜ': "u", 'ᴠ': "v", 'ᴡ': "w", 'ʏ': "y", 'ᴢ': "z",
}
