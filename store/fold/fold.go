package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text makes text comparable: case, accents, compatibility forms and the width
// of spaces no longer matter. "Łukasz  Müller" and "lukasz muller" fold alike.
// Marks that make a different letter, such as the vowel signs of Indic scripts,
// stay, because without them different names would become one. Apostrophes and
// hyphens are one each, however they are set: "d’Arcy" folds like "d'arcy".
func Text(s string) string {
	if isFolded(s) {
		return s
	}
	return string(Append(make([]byte, 0, len(s)), s))
}

// isFolded reports plain text that Fold would not change.
func isFolded(s string) bool {
	space := true // a leading space would be cut
	for i := range len(s) {
		c := s[i]
		if c <= ' ' {
			if c != ' ' || space {
				return false
			}
			space = true
			continue
		}
		if c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return false
		}
		space = false
	}
	return s == "" || !space
}

// Append appends the folded form of s to out. Taking a text apart puts
// marks on one letter into an order of their own. Hardly any text has marks that
// stay and stand in another, so it is taken apart character by character, and as
// a whole only where that is not enough.
func Append(out []byte, s string) []byte {
	start := len(out)
	class := uint8(0) // of the mark before that stayed, 0 after a letter
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			out, class = appendRune(out, start, rune(s[i])), 0
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if sign := typed(r); sign != 0 {
			out, class = appendRune(out, start, sign), 0
			i += size
			continue
		}
		p := norm.NFKD.PropertiesString(s[i:])
		switch apart := p.Decomposition(); {
		case p.Size() == 0: // no character at all
			return appendWhole(out[:start], s)
		case isHangul(r):
			out, class = appendHangul(out, r), 0
		case apart != nil && p.TrailCCC() == 0:
			out, class = appendRunes(out, start, apart), 0
		case apart != nil:
			for len(apart) > 0 {
				p := norm.NFKD.Properties(apart)
				r, _ := utf8.DecodeRune(apart)
				if out, class = appendMark(out, start, r, p.CCC(), class); class == outOfOrder {
					return appendWhole(out[:start], s)
				}
				apart = apart[p.Size():]
			}
		default:
			if out, class = appendMark(out, start, r, p.CCC(), class); class == outOfOrder {
				return appendWhole(out[:start], s)
			}
		}
		i += p.Size()
	}
	return trimSpace(out, start)
}

// typed is the sign on a keyboard that people type for one of its kin, 0 for any
// other character.
func typed(r rune) rune {
	switch r {
	case '\u2018', '\u2019', '\u201b', '\u02bc', '\u02b9', '\u2032', '\u00b4', '\uff07':
		return '\''
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\ufe58', '\ufe63', '\uff0d':
		return '-'
	}
	return 0
}

// outOfOrder stands for the class of a mark whose place is before others.
const outOfOrder = 0xff

// appendMark appends what stands for a letter or mark of a class; before is the
// class of the mark before. It returns the class for the next.
func appendMark(out []byte, start int, r rune, class, before uint8) ([]byte, uint8) {
	switch {
	case isAccent(r):
		return out, before
	case class != 0 && class < before:
		return out, outOfOrder
	}
	return appendRune(out, start, r), class
}

// appendWhole is Append for any text.
func appendWhole(out []byte, s string) []byte {
	start := len(out)
	s = strings.Map(func(r rune) rune {
		if sign := typed(r); sign != 0 {
			return sign
		}
		return r
	}, s)
	return trimSpace(appendRunes(out, start, norm.NFKD.AppendString(nil, s)), start)
}

// trimSpace takes a last space off text that begins at start.
func trimSpace(out []byte, start int) []byte {
	if len(out) > start && out[len(out)-1] == ' ' {
		return out[:len(out)-1]
	}
	return out
}

// The syllables of Hangul are made of two or three letters by a rule.
const (
	hangulFirst, hangulEnd  = 0xAC00, 0xD7A4
	leads, vowels, trailing = 0x1100, 0x1161, 0x11A7
	nVowels, nTrailing      = 21, 28
)

func isHangul(r rune) bool { return r >= hangulFirst && r < hangulEnd }

// appendHangul appends the letters of a syllable.
func appendHangul(out []byte, r rune) []byte {
	r -= hangulFirst
	out = utf8.AppendRune(out, leads+r/(nVowels*nTrailing))
	out = utf8.AppendRune(out, vowels+r/nTrailing%nVowels)
	if t := r % nTrailing; t > 0 {
		out = utf8.AppendRune(out, trailing+t)
	}
	return out
}

// appendRunes appends what stands for each character.
func appendRunes(out []byte, start int, text []byte) []byte {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		out = appendRune(out, start, r)
		text = text[size:]
	}
	return out
}

// appendRune appends what stands for a character in text that begins at start.
func appendRune(out []byte, start int, r rune) []byte {
	switch {
	case isAccent(r):
		return out
	case unicode.IsSpace(r):
		if len(out) > start && out[len(out)-1] != ' ' {
			out = append(out, ' ')
		}
		return out
	}
	return appendLower(out, r)
}

// isAccent reports marks that readers leave out when they type: the combining
// accents and the vowel points of Arabic and Hebrew.
func isAccent(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r <= 0x36F, // combining accents
		r >= 0x591 && r <= 0x5C7,   // Hebrew points
		r >= 0x64B && r <= 0x65F,   // Arabic vowel signs
		r >= 0x1AB0 && r <= 0x1AFF, // more combining accents
		r >= 0x1DC0 && r <= 0x1DFF,
		r >= 0x20D0 && r <= 0x20FF,
		r >= 0xFE20 && r <= 0xFE2F:
		return true
	}
	return r == 0x670 // Arabic superscript alef
}

// appendLower appends r in lower case. Some letters have no accent to take off
// and are still typed as plain ones.
func appendLower(out []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(out, byte(r))
	}
	switch r = unicode.ToLower(r); r {
	case 'ß':
		return append(out, "ss"...)
	case 'æ':
		return append(out, "ae"...)
	case 'œ':
		return append(out, "oe"...)
	case 'ø':
		r = 'o'
	case 'ł':
		r = 'l'
	case 'đ', 'ð':
		r = 'd'
	case 'ı':
		r = 'i'
	case 'ς':
		r = 'σ'
	}
	if sign := typed(r); sign != 0 { // a part of what was taken apart, such as a raised minus
		r = sign
	}
	return utf8.AppendRune(out, r)
}
