package notes

import (
	"strings"
	"unicode/utf8"
)

// lookalikes are letters of other alphabets that look like Latin ones. A word
// that mixes them with Latin letters is a Latin word in disguise.
var lookalikes = map[rune]byte{
	'а': 'a', 'в': 'b', 'с': 'c', 'ԁ': 'd', 'е': 'e', 'һ': 'h', 'н': 'h', 'і': 'i', 'ј': 'j', 'к': 'k', 'ӏ': 'l', 'м': 'm', // Cyrillic
	'о': 'o', 'р': 'p', 'ԛ': 'q', 'ѕ': 's', 'т': 't', 'у': 'y', 'ѵ': 'v', 'ԝ': 'w', 'х': 'x', 'п': 'n', 'г': 'r',
	'α': 'a', 'β': 'b', 'ε': 'e', 'η': 'n', 'ι': 'i', 'κ': 'k', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'τ': 't', 'υ': 'u', 'χ': 'x', 'ω': 'w', // Greek
	'օ': 'o', 'ս': 'u', 'հ': 'h', 'ո': 'n', // Armenian
}

// undisguised replaces lookalikes in a folded word that has Latin letters too.
func undisguised(word []byte) []byte {
	if !mixesLatin(word) {
		return word
	}
	plain := word[:0]
	for i := 0; i < len(word); {
		r, size := utf8.DecodeRune(word[i:])
		if latin, ok := lookalikes[r]; ok {
			plain = append(plain, latin)
		} else {
			plain = append(plain, word[i:i+size]...)
		}
		i += size
	}
	return plain
}

func mixesLatin(word []byte) bool {
	for _, c := range word {
		if c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

// fewestSpaced is how many letters written apart, as in "t e l e g r a m", make
// one word. Fewer are initials, or words of one letter.
const fewestSpaced = 4

// joinSpaced makes one word of letters written apart. A wider gap separates two
// such words.
func (s *splitter) joinSpaced() {
	kept := 0
	for i := 0; i < len(s.words); {
		run := s.spacedFrom(i)
		s.words[kept], s.begins[kept] = s.words[i], s.begins[i]
		s.words[kept].end = s.words[i+run-1].end
		kept++
		i += run
	}
	s.words, s.begins = s.words[:kept], s.begins[:kept]
}

// spacedFrom returns how many words from one on make one together.
func (s *splitter) spacedFrom(first int) int {
	last := first
	for s.isLetter(last) && last+1 < len(s.words) && s.isLetter(last+1) && s.words[last+1].start == s.words[last].end+1 {
		last++
	}
	if run := last - first + 1; run >= fewestSpaced {
		return run
	}
	return 1
}

// isLetter reports whether a word is a single Latin letter.
func (s *splitter) isLetter(i int) bool {
	end := len(s.folded)
	if i+1 < len(s.begins) {
		end = s.begins[i+1]
	}
	return end-s.begins[i] == 1 && s.folded[s.begins[i]] >= 'a'
}

// undisguisedHost returns how the name of a host reads at a glance.
func undisguisedHost(host string) string {
	if strings.IndexFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return host
	}
	return string(undisguised([]byte(host)))
}
