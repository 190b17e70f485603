package style

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// asciiSigns are the program's own signs where only ASCII can be shown, each as
// wide as what it stands for. Those of recommendations stay different from each
// other, and from those of decisions.
func asciiSigns() map[rune]byte {
	return map[rune]byte{
		'│': '|', '─': '-', '╭': '+', '╮': '+', '╰': '+', '╯': '+', '┃': '|', '━': '=', '╸': '-', '┏': '+', '┓': '+', '┗': '+', '┛': '+',
		'›': '>', '‹': '<', '▏': '|', '█': '#', '░': '.', '…': '.', '·': '-', '→': '>', '←': '<', '↑': '^', '↓': 'v', '↩': '<',
		'▸': '>', '✔': 'v', '✓': 'v', '●': 'o', '◐': '%', '○': 'c', '✕': 'x', '■': '#', '◆': '?', '≡': '=', '»': '}', '✎': '&',
		'–': '-', '—': '-', '−': '-', '⊘': '/', '⚑': 'P', '“': '"', '”': '"', '‘': '\'', '’': '\'', '×': 'x',
		'ß': 's', 'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'æ': 'a', 'Æ': 'A', 'œ': 'o', 'Œ': 'O', 'ı': 'i', 'ð': 'd', 'þ': 't',
		'▁': '.', '▂': '.', '▃': '-', '▄': '-', '▅': '=', '▆': '=', '▇': '#',
		'↷': '~', '•': '*',
	}
}

// ASCII is a text, with its escape codes, in ASCII alone and as wide: signs become
// others, letters lose their accents, and what has no letter of that kind is a
// question mark.
func ASCII(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	signs := asciiSigns()
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		if sign, ok := signs[r]; ok {
			b.WriteByte(sign)
			continue
		}
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		switch n := Width(string(r)); {
		case n == 0 || unicode.Is(unicode.M, r): // it stands over the letter before
		case base < utf8.RuneSelf:
			b.WriteRune(base)
		default:
			b.WriteString(strings.Repeat("?", n))
		}
	}
	return b.String()
}
