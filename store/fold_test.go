package store

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// Taking a text apart piece by piece gives what taking it apart as a whole does.
func TestFoldingByPieces(t *testing.T) {
	odd := rapid.SampledFrom([]string{
		"", "é", "ǆ", "Ā", "n", "\u0301", "\u0323", "\u093c", "\u094d", "\u05bc", "\u0f71", "\u0f72", "\u1100\u1161\u11a8", "한국", "\xff", "\xc3",
		"ﬁ", "½", "ẛ̣", "\u0344", "क़", "\u3099", "か", "\u0345", "\u00a0", " ",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for range rapid.IntRange(0, 7).Draw(t, "pieces") {
			s += odd.Draw(t, "odd") + rapid.StringN(0, 1, -1).Draw(t, "any")
		}
		whole := appendRunes(nil, 0, []byte(norm.NFKD.String(s)))
		if n := len(whole); n > 0 && whole[n-1] == ' ' {
			whole = whole[:n-1]
		}
		if got := string(appendFolded(nil, s)); got != string(whole) {
			t.Fatalf("%q: %q, want %q", s, got, whole)
		}
	})
}
