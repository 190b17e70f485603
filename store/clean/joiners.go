package clean

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	zwnj = '\u200c'
	zwj  = '\u200d'

	// maxMarks is how many combining marks one letter may carry. Hebrew with
	// vowels and cantillation or a Tibetan stack needs six; piles that climb
	// over the neighboring lines of a screen have dozens.
	maxMarks = 8
)

// joiningScripts are those whose spelling uses the zero-width joiner or
// non-joiner between letters.
var joiningScripts = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mandaic, unicode.Nko, unicode.Mongolian, unicode.Adlam,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya,
	unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// trail is what has been kept just before a character; it decides whether a
// character that shows nothing by itself has a reason to be there.
type trail struct {
	last  rune // last kept character, 0 at the start of a line
	base  rune // the last that was neither mark nor joiner
	marks int  // combining marks since then
}

// keeps reports whether r stays, given what follows it.
func (c *trail) keeps(r rune, rest string) bool {
	switch {
	case r >= ' ' && r <= '~':
		return true
	case r == zwj || r == zwnj:
		return c.keepsJoiner(r, rest)
	case isSelector(r):
		return c.keepsSelector(r)
	case isInvisible(r):
		return false
	case isMark(r):
		return c.marks < maxMarks
	}
	return true
}

// push records that r was kept.
func (c *trail) push(r rune) {
	c.last = r
	switch {
	case r == zwj || r == zwnj:
	case isMark(r):
		c.marks++
	default:
		c.base, c.marks = r, 0
	}
}

// joins reports whether the word so far is in a joining script. Vowel signs
// that several scripts share count for the letter below them.
func (c *trail) joins() bool {
	return unicode.In(c.base, joiningScripts...) || unicode.In(c.last, joiningScripts...)
}

// keepsJoiner: after a virama a joiner chooses the shape of the letter, also at
// the end of a word; else it must stand between two letters of a joining
// script, or between two pictures of one emoji.
func (c *trail) keepsJoiner(r rune, rest string) bool {
	if c.last == 0 || c.last == zwj || c.last == zwnj {
		return false
	}
	joins := c.joins()
	if joins && norm.NFC.PropertiesString(string(c.last)).CCC() == virama {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if joins && unicode.In(next, joiningScripts...) && (unicode.IsLetter(next) || unicode.IsMark(next)) {
		return true
	}
	return r == zwj && (isPicture(c.last) || c.last == '\ufe0f') && isPicture(next)
}

// virama is the combining class of the sign that takes the vowel off an Indic
// letter.
const virama = 9

// keepsSelector: one selector directly after something visible, and each kind
// only where it means something.
func (c *trail) keepsSelector(r rune) bool {
	switch {
	case c.last == 0 || unicode.IsSpace(c.last) || c.last == zwj || c.last == zwnj:
		return false
	case isSelector(c.last):
		return false
	case r >= 0xE0100:
		return unicode.Is(unicode.Han, c.last)
	case r < 0xFE00:
		return unicode.Is(unicode.Mongolian, c.last)
	}
	return true
}

func isSelector(r rune) bool {
	return r >= 0x180B && unicode.Is(unicode.Variation_Selector, r)
}

func isPicture(r rune) bool {
	if r == utf8.RuneError { // also what stands after the end
		return false
	}
	return unicode.Is(unicode.So, r) || r >= 0x1F3FB && r <= 0x1F3FF || r == '\u2194'
}

// isMark reports characters that pile onto the one before, including the
// Hangul vowels and finals that compose with it.
func isMark(r rune) bool {
	if r < 0x300 || r >= 0x30A0 && r <= 0xA66E || r >= 0x1F000 && r <= 0x1FFFF {
		return false // asking the tables takes longer than all the rest
	}
	return unicode.Is(unicode.M, r) || r >= 0x1160 && r <= 0x11FF
}

// isInvisible reports characters that never show anything by themselves:
// controls, format characters (the signs that enclose Arabic and Syriac
// numbers do show), fillers, the blank Braille cell and non-characters.
func isInvisible(r rune) bool {
	switch {
	case r < 0x300:
		return r < ' ' || r >= 0x7f && r <= 0x9f || r == '\u00ad'
	case r >= 0x900 && r < 0x1100, r >= 0x1F000 && r < 0x1FFFE: // Indic, Thai; emoji
		return false
	case r >= 0x2E80 && r < 0xFDD0:
		return r == '\u3164'
	case r == '\u2800':
		return true
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	}
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}
