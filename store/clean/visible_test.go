package clean

import (
	"strings"
	"testing"
	"unicode"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"":                                "",
		"plain, ünïcode\t李\n":             "plain, ünïcode\t李\n",
		"a\r\nb\rc":                       "a\r\nb\\x0dc",
		"\x1b]0;title\x07":                `\x1b]0;title\x07`,
		"\x1b[31mred\x1b[m":               `\x1b[31mred\x1b[m`,
		"M\u009b31m":                      `M\x9b31m`,
		"abc\u202egpj.exe":                `abc\u202egpj.exe`,
		"\u2066x\u200fy\ufeffz\u2028":     `\u2066x\u200fy\ufeffz\u2028`,
		"\xff\xc3":                        `\xff\xc3`,
		"نمی\u200cخواهم 👩\u200d🚀":         "نمی\u200cخواهم 👩\u200d🚀",
		"🏴\U000e0067\U000e0062\U000e007f": "🏴\U000e0067\U000e0062\U000e007f",
		"\U000e0001":                      `\U000e0001`,
		"\x7f\x00\x08":                    `\x7f\x00\x08`,
	} {
		if got := Visible(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"\x1b[1;38:2::1:2:3mbold\x1b[m": "\x1b[1;38:2::1:2:3mbold\x1b[m",
		"\x1b[2J\x1b[31":                `\x1b[2J\x1b[31`,
		"\x1b]52;c;x\x07\x1b[?25l":      `\x1b]52;c;x\x07\x1b[?25l`,
	} {
		if got := Screen(in); got != want {
			t.Errorf("on a screen, %q becomes %q, want %q", in, got, want)
		}
	}
}

// However it is cut, a writer gives what the whole gives.
func TestWriterInPieces(t *testing.T) {
	text := "a\u202eb\r\n\x1b[31m\u009b李\nlast \u202e"
	for size := 1; size < len(text); size++ {
		var out strings.Builder
		w := NewWriter(&out)
		for at := 0; at < len(text); at += size {
			if _, err := w.Write([]byte(text[at:min(len(text), at+size)])); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil || out.String() != Visible(text) {
			t.Errorf("in pieces of %d: %q, want %q, %v", size, out.String(), Visible(text), err)
		}
	}
}

func FuzzVisible(f *testing.F) {
	for _, s := range []string{"a", "\x1b[31m", "\u009b", "\u202e", "\xff", "\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		safe := Visible(s)
		for i, r := range safe {
			if unicode.IsControl(r) && r != '\n' && r != '\t' && (r != '\r' || i+1 == len(safe) || safe[i+1] != '\n') || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q has %U", safe, r)
			}
		}
		if Visible(safe) != safe {
			t.Fatalf("%q is not safe yet", safe)
		}
		if strings.ContainsRune(strings.ReplaceAll(Screen("\x1b[1m"+s), "\x1b[", ""), 0x1b) {
			t.Fatalf("Screen(%q) = %q", s, Screen("\x1b[1m"+s))
		}
	})
}

func BenchmarkScreen(b *testing.B) {
	screen := strings.Repeat("\x1b[38;5;12m"+strings.Repeat("Žofia and a long line of text ", 4)+"\x1b[m\n", 50)
	b.SetBytes(int64(len(screen)))
	for b.Loop() {
		Screen(screen)
	}
}
