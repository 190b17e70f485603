package notes

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// How many digits a phone number has. After a word such as "WhatsApp" fewer will
// do.
const (
	fewestDigits = 7
	enoughDigits = 9
	mostDigits   = 15
)

var phonePatterns = sync.OnceValue(func() (p struct{ run, us, group *regexp.Regexp }) {
	p.run = regexp.MustCompile(`\+?\(?[0-9][0-9 ().\-/\x{a0}]{5,}[0-9]`)
	p.us = regexp.MustCompile(`^\(?[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4}$`)
	p.group = regexp.MustCompile(`[0-9]+`)
	return p
})

// mayHavePhone reports whether there are enough digits for a number with nothing
// between them but what the pattern of a run allows (a no-break space is the
// bytes C2 A0). It spares most notes the pattern.
func mayHavePhone(note string) bool {
	digits := 0
	for i := range len(note) {
		switch phoneBytes[note[i]] {
		case 0:
			digits = 0
		case '0':
			if digits++; digits == fewestDigits {
				return true
			}
		}
	}
	return false
}

// phoneBytes holds '0' for digits, and something other than 0 for what may be
// between them.
var phoneBytes = func() (table [256]byte) {
	for _, c := range []byte(" ().-/\xc2\xa0") {
		table[c] = c
	}
	for c := '0'; c <= '9'; c++ {
		table[c] = '0'
	}
	return table
}()

// phoneIn returns the first phone number in a note. Years, dates and amounts do
// not count: without a plus sign a number must begin with a zero, be written as
// in the United States, or follow a word that announces it.
func (a *addressBook) phoneIn(note string, words []word) (string, bool) {
	for _, at := range phonePatterns().run.FindAllStringIndex(note, -1) {
		number := note[at[0]:at[1]]
		before, _ := utf8.DecodeLastRuneInString(note[:at[0]])
		after, _ := utf8.DecodeRuneInString(note[at[1]:])
		if unicode.IsLetter(before) || unicode.IsLetter(after) || strings.ContainsRune("/=@#_-.,$€£%&", before) || strings.ContainsRune("$€£%@", after) {
			continue
		}
		if anyOf(wordsBefore(words, at[0], 1), a.counting) {
			continue
		}
		if isPhone(number, anyOf(wordsBefore(words, at[0], 2), a.calling)) {
			return number, true
		}
	}
	return "", false
}

func isPhone(number string, announced bool) bool {
	groups := phonePatterns().group.FindAllString(number, -1)
	digits := strings.Join(groups, "")
	if len(digits) > mostDigits {
		return false
	}
	if number[0] == '+' || strings.HasPrefix(digits, "00") {
		return len(digits) >= enoughDigits
	}
	if slices.ContainsFunc(groups, isYear) {
		return false
	}
	switch {
	case announced:
		return len(digits) >= fewestDigits
	case digits[0] == '0':
		return len(digits) >= enoughDigits
	}
	return phonePatterns().us.MatchString(number)
}

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// wordsBefore returns at most n words before a place in the note.
func wordsBefore(words []word, start, n int) []word {
	end := sort.Search(len(words), func(i int) bool { return words[i].end > start })
	return words[max(0, end-n):end]
}

func anyOf(words []word, set wordSet) bool {
	return slices.ContainsFunc(words, func(w word) bool { return set[w.text] })
}
