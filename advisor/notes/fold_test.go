package notes

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// TestShortcutsFoldAlike: a letter turns into the same, alone and inside a word,
// whether or not it was folded in advance.
func TestShortcutsFoldAlike(t *testing.T) {
	for r := rune(utf8.RuneSelf); r <= lastIdeograph+1; r++ {
		for _, before := range []string{"", "x"} {
			quick, thorough := splitter{text: string(r), next: utf8.RuneLen(r)}, splitter{text: string(r), next: utf8.RuneLen(r)}
			if before != "" {
				quick.letters(before)
				thorough.letters(before)
			}
			quick.addRune(r)
			thorough.addRare(r)
			if string(quick.folded) != string(thorough.folded) || !slices.Equal(quick.words, thorough.words) || !slices.Equal(quick.begins, thorough.begins) ||
				quick.open != thorough.open || quick.clause != thorough.clause || quick.sentence != thorough.sentence {
				t.Errorf("%U after %q: got %+v, want %+v", r, before, quick, thorough)
			}
		}
	}
}
