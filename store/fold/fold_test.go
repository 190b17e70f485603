package fold

import (
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// Taking a text apart character by character gives what taking it apart as a
// whole does, for every character alone and for odd ones one after the other.
func TestFoldingByPieces(t *testing.T) {
	for r := range unicode.MaxRune + 1 {
		s := "a" + string(r) + "b"
		if got, whole := string(Append(nil, s)), string(appendWhole(nil, s)); got != whole {
			t.Fatalf("%+q: %q, want %q", s, got, whole)
		}
	}
	odd := rapid.SampledFrom([]string{
		"", "é", "ǆ", "Ā", "n", "\u0301", "\u0323", "\u093c", "\u094d", "\u05bc", "\u0f71", "\u0f72", "\u1100\u1161\u11a8", "한국", "\xff", "\xc3",
		"ﬁ", "½", "ẛ̣", "\u0344", "क़", "\u3099", "か", "が", "\u0345", "\u00a0", " ", "ﷺ", "ﱞ", "\u0e38", "\u0e48", "\U0001d15f", "\u0c55", "\u0c56",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for range rapid.IntRange(0, 7).Draw(t, "pieces") {
			s += odd.Draw(t, "odd") + rapid.StringN(0, 1, -1).Draw(t, "any")
		}
		if got, whole := string(Append(nil, s)), string(appendWhole(nil, s)); got != whole {
			t.Fatalf("%q: %q, want %q", s, got, whole)
		}
	})
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"plain text":                   "plain text",
		"  Ada \n LIND ":               "ada lind",
		"Jürgen Müller-Straße":         "jurgen muller-strasse",
		"Ðorđe Łukasz Ørsted":          "dorde lukasz orsted",
		"ΣΊΣΥΦΟΣ Σίσυφος":              "σισυφοσ σισυφοσ",
		"İstanbul ıslak":               "istanbul islak",
		"ＦＵＬＬ　width ﬁne":               "full width fine",
		"राम":                          "राम", // the vowel sign is the name
		"रम":                           "रम",
		"d’Arcy d‘arcy dʼArcy d´arcy":  "d'arcy d'arcy d'arcy d'arcy",
		"Mary‑Ann Smith–Jones a—b x−y": "mary-ann smith-jones a-b x-y",
		"x⁻y ŉ":                        "x-y 'n",
		"\u0301":                       "",
		"e\u0301 \u00e9":               "e e",
	} {
		if got := Text(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := Text(s); Text(once) != once {
			t.Fatalf("Fold(%q) = %q and again %q", s, once, Text(once))
		}
	})
}
