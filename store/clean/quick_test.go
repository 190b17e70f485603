package clean

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// TestEasyCharacters: each is visible, one whole character in NFC, and never
// composes with a neighbor.
func TestEasyCharacters(t *testing.T) {
	easy := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !IsEasyLetter(r) && !isEasySign(r) {
			continue
		}
		easy++
		form := norm.NFC.PropertiesString(string(r))
		if !unicode.IsGraphic(r) || isInvisible(r) || isSelector(r) || isMark(r) || !norm.NFC.IsNormalString(string(r)) || !form.BoundaryBefore() {
			t.Errorf("%U is not easy", r)
		}
		if lower := unicode.ToLower(r); IsEasyLetter(r) && lower > '~' && !IsEasyLetter(lower) {
			t.Errorf("%U becomes %U, which is not easy", r, lower)
		}
	}
	if easy < 30_000 {
		t.Errorf("only %d letters", easy)
	}
}

// TestShortWaysAgree with the tables of Unicode.
func TestShortWaysAgree(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		format := unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
		invisible := format || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) ||
			unicode.Is(unicode.Noncharacter_Code_Point, r) || r == '\u2800'
		if isInvisible(r) != invisible && !isSelector(r) {
			t.Errorf("%U: invisible is %v, want %v", r, isInvisible(r), invisible)
		}
		if mark := unicode.Is(unicode.M, r) || r >= 0x1160 && r <= 0x11FF; isMark(r) != mark {
			t.Errorf("%U: mark is %v, want %v", r, isMark(r), mark)
		}
		if isSelector(r) != unicode.Is(unicode.Variation_Selector, r) {
			t.Errorf("%U: selector is %v", r, isSelector(r))
		}
	}
}

// TestEasyTextAgrees with cleaning it thoroughly.
func TestEasyTextAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom(strings.Split("a|b| |  |\n|\r\n|\r|\t|é|美|ن|«|\u00a0|\u3000|🚀|—|Ж|が", "|"))
		s := strings.Join(rapid.SliceOfN(part, 1, 12).Draw(t, "parts"), "")
		if !isEasy(s) {
			t.Fatalf("%+q is not easy", s)
		}
		if quick, thorough := joinLines(s), cleanThoroughly(s, false); quick != thorough {
			t.Fatalf("%+q: quick %+q, thorough %+q", s, quick, thorough)
		}
	})
}
