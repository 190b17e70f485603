package store

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes text comparable: case, accents, compatibility forms and the width
// of spaces no longer matter. "Łukasz  Müller" and "lukasz muller" fold alike.
// Marks that make a different letter, such as the vowel signs of Indic scripts,
// stay, because without them different names would become one.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	return string(appendFolded(make([]byte, 0, len(s)), s))
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

// appendFolded appends the folded form of s to out.
func appendFolded(out []byte, s string) []byte {
	start := len(out)
	for _, r := range decomposed(s) {
		switch {
		case isAccent(r):
		case unicode.IsSpace(r):
			if len(out) > start && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
		default:
			out = appendLower(out, r)
		}
	}
	if len(out) > start && out[len(out)-1] == ' ' {
		out = out[:len(out)-1]
	}
	return out
}

func decomposed(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return norm.NFKD.String(s)
		}
	}
	return s
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
	return utf8.AppendRune(out, r)
}
