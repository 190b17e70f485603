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

// latinEnd is behind the Latin letters that names are mostly written with. Each
// falls apart into a letter and accents.
const latinEnd = 0x250

// appendFolded appends the folded form of s to out. Text falls apart between any
// two plain or Latin letters, so only runs of other characters need the general
// way, and of those only what is not in order already.
func appendFolded(out []byte, s string) []byte {
	start := len(out)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r < utf8.RuneSelf:
			out = appendRune(out, start, r)
		case r < latinEnd:
			if apart := norm.NFKD.PropertiesString(s[i:]).Decomposition(); apart != nil {
				out = appendRunes(out, start, apart)
			} else {
				out = appendRune(out, start, r)
			}
		default:
			for i+size < len(s) && s[i+size] >= utf8.RuneSelf {
				size++
			}
			if run := s[i : i+size]; norm.NFKD.IsNormalString(run) {
				for _, r := range run {
					out = appendRune(out, start, r)
				}
			} else {
				out = appendRunes(out, start, norm.NFKD.AppendString(nil, run))
			}
		}
		i += size
	}
	if len(out) > start && out[len(out)-1] == ' ' {
		out = out[:len(out)-1]
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
	return utf8.AppendRune(out, r)
}
