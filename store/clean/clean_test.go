package clean_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"linkvet/store/clean"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "Ada Fairbrook", "Ada Fairbrook"},
		{"edges", "  Ada \u00a0", "Ada"},
		{"double spaces stay", "a  b", "a  b"},
		{"tab and line break", "a\tb\nc\r\nd", "a b c d"},
		{"run of breaks", "a \n\t \n b", "a b"},
		{"unicode line breaks", "a\u2028b\u2029c\u0085d", "a b c d"},
		{"lone carriage return", "safe\rEvil", "safe Evil"},
		{"nul and bell", "a\x00b\ac\x7fd", "abcd"},
		{"color", "\x1b[31mred\x1b[0m", "red"},
		{"cursor with parameters", "a\x1b[2;5Hb\x1b[?25lc", "abc"},
		{"title ended by bell", "\x1b]0;owned\x07x", "x"},
		{"link ended by ST", "\x1b]8;;http://example.net\x1b\\x\x1b]8;;\x1b\\", "x"},
		{"title ended by C1 ST", "\x1b]0;owned\u009cx", "x"},
		{"string that never ends", "a\x1b]0;rest of the note", "a0;rest of the note"},
		{"string broken off by another", "\x1b]0;owned\x1b[31mx", "x"},
		{"device control", "\x1bPq#0\x1b\\x", "x"},
		{"charset and reset", "a\x1b(Bb\x1bcd", "abd"},
		{"vertical tab and form feed", "a\vb\fc", "a b c"},
		{"C1 in a garbled name", "Mar\u009bn Ros\u0090ek", "Marn Rosek"},
		{"C1 control sequence", "a\u009b31mb", "a31mb"},
		{"C1 string", "\u009d0;owned\u009cx", "0;ownedx"},
		{"other C1", "a\u0084b", "ab"},
		{"escape at the end", "a\x1b", "a"},
		{"half a sequence", "a\x1b[", "a"},
		{"escape in broken bytes", "a\x1b\xff[31mb", "ab"},
		{"bidi overrides", "\u202eabc\u202c \u2066def\u2069", "abc def"},
		{"bidi marks", "a\u200eb\u200fc\u061cd", "abcd"},
		{"zero width", "a\u200bb\u2060c\ufeffd\u00ade\u034ff", "abcdef"},
		{"fillers that look like nothing", "\u3164\u115f\uffa0\u2800", ""},
		{"tag characters", "a\U000e0068\U000e0069", "a"},
		{"invalid UTF-8", "a\xffb\xc3(c\xe2\x82", "ab(c"},
		{"composed", "Jose\u0301", "José"},
		{"composed after removal", "Jose\u200b\u0301", "José"},
		{"Persian non-joiner", "نوری\u200cزاده", "نوری\u200cزاده"},
		{"Persian non-joiner after a vowel sign", "نوریِ\u200cزاده", "نوریِ\u200cزاده"},
		{"non-joiner at an edge", "نوری\u200c", "نوری"},
		{"doubled non-joiner", "نوری\u200c\u200cزاده", "نوری\u200cزاده"},
		{"non-joiner in Latin", "ad\u200cmin", "admin"},
		{"Hindi joiner", "क्\u200dष", "क्\u200dष"},
		{"Sinhala joiner", "ශ්\u200dරී", "ශ්\u200dරී"},
		{"Malayalam chillu at the end", "അവന്\u200d", "അവന്\u200d"},
		{"emoji of three", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"},
		{"emoji with skin and selector", "👩🏽\u200d🔬 ❤\ufe0f\u200d🔥", "👩🏽\u200d🔬 ❤\ufe0f\u200d🔥"},
		{"emoji joiner to nothing", "👩\u200d", "👩"},
		{"selectors in a row", "a\ufe01\ufe02\ufe03", "a\ufe01"},
		{"selector without a base", "\ufe0fa", "a"},
		{"Han variant", "葛\U000e0100城", "葛\U000e0100城"},
		{"hidden variant selectors", "a\U000e0101\U000e0155", "a"},
		{"Arabic number sign", "\u06dd١", "\u06dd١"},
		{"right-to-left names", "ليلى الحداد", "ليلى الحداد"},
		{"Hebrew with points", "שָׁלוֹם", norm.NFC.String("שָׁלוֹם")},
		{"Thai", "สมชาย ใจดี", "สมชาย ใจดี"},
		{"Vietnamese", "Nguyễn Thị Ánh", "Nguyễn Thị Ánh"},
		{"Korean from parts", "\u1112\u1161\u11ab", "한"},
		{"pile of marks", "Z" + strings.Repeat("\u0335", 40) + "a", "Z" + strings.Repeat("\u0335", 8) + "a"},
		{"formula is text", "=1+1", "=1+1"},
		{"HTML is text", "<b>&amp;</b>", "<b>&amp;</b>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := clean.Line(tt.in); got != tt.want {
				t.Errorf("Clean(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanText(t *testing.T) {
	tests := []struct{ in, want string }{
		{"one line", "one line"},
		{"a\r\nb", "a\nb"},
		{"a  \n  b", "a\nb"},
		{"a\rb\vc", "a\nb\nc"},
		{"a\r\n\r\nb\r\rc", "a\n\nb\n\nc"},
		{"\n a \n\n\n\n b \n", "a\n\nb"},
		{"a\tb", "a b"},
		{"a\n\tb", "a\nb"},
		{"\x1b[2Ja\nb\u202e", "a\nb"},
	}
	for _, tt := range tests {
		if got := clean.Text(tt.in); got != tt.want {
			t.Errorf("CleanText(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{
		"Ada", "\x1b[31mred\x1b[0m", "a\x1b]0;t\x07b", "\u202eabc", "क्\u200dष", "👩🏽\u200d🔬", "a\tb\r\nc",
		"\u09cd\u0951\u200d", "Z\u0335\u0344\u0344", "\u1161\u1161\u1161", "\xff\u009b1m", "نوری\u200cزاده",
		strings.Repeat("\u0344", 40), "\ufe0f\U000e0100", "a \n \u200b \n b", "\u2000\u00a0x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line, text := clean.Line(s), clean.Text(s)
		if again := clean.Line(line); again != line {
			t.Errorf("Clean is not stable: %+q, then %+q", line, again)
		}
		if again := clean.Text(text); again != text {
			t.Errorf("CleanText is not stable: %+q, then %+q", text, again)
		}
		if strings.Contains(line, "\n") {
			t.Errorf("a line break is left in %+q", line)
		}
		if line != clean.Line(text) {
			t.Errorf("Clean gives %+q, but %+q after CleanText", line, clean.Line(text))
		}
		checkHarmless(t, line)
		checkHarmless(t, strings.ReplaceAll(text, "\n", " "))
	})
}

// checkHarmless holds cleaned text to what a terminal can draw without harm.
func checkHarmless(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
		t.Errorf("%+q is not valid or not NFC", s)
	}
	if strings.TrimSpace(s) != s {
		t.Errorf("%+q has spaces at its edges", s)
	}
	for _, r := range s {
		joiner := r == '\u200c' || r == '\u200d'
		format := unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
		if unicode.IsControl(r) || format && !joiner || unicode.Is(unicode.Bidi_Control, r) {
			t.Errorf("%U is left in %+q", r, s)
		}
	}
}

func BenchmarkClean(b *testing.B) {
	for _, s := range []string{"Hollis Quickfall", "Łucja Wiśniowska", "美咲 青木原", "می\u200cنا نوری\u200cزاده", "👩🏽\u200d🔬 at work"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				clean.Line(s)
			}
		})
	}
}

func TestCleanCutsAbsurdLengths(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 200_000), strings.Repeat("é 👩‍🔬", 30_000), strings.Repeat("a\u0301\u0302", 40_000)} {
		once := clean.Line(text)
		if n := utf8.RuneCountInString(once); n > 10_000 || n < 9_000 || clean.Line(once) != once {
			t.Errorf("%d characters", n)
		}
		lines := clean.Text(text + "\n" + text)
		if n := utf8.RuneCountInString(lines); n > 100_000 || clean.Text(lines) != lines {
			t.Errorf("%d characters of text", n)
		}
	}
}
