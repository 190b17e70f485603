package profiles

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/unicode/norm"

	"linkvet/store/dates"
)

//go:embed words.yaml
var wordsFile []byte

// wordLists are what is compared with, of all languages together.
type wordLists struct {
	Ranks     []string `yaml:"ranks"`     // words of a title that only say how high
	Endings   []string `yaml:"endings"`   // of words that mean the same
	Titles    []string `yaml:"titles"`    // that could be anybody's
	Companies []string `yaml:"companies"` // likewise
	At        []string `yaml:"at"`        // stand in a headline before where somebody works
	Former    []string `yaml:"former"`    // say that it is over
}

var lists = sync.OnceValue(func() *wordLists {
	var w wordLists
	if err := yaml.Unmarshal(wordsFile, &w); err != nil {
		panic(err) // it is part of the program, and a test reads it
	}
	return &w
})

// sameWork reports whether two titles name the same work, whatever the rank and
// the ending: "Senior Data Engineer" and "Lead Data Engineer".
func sameWork(a, b string) bool {
	x, y := workOf(a), workOf(b)
	return x != "" && x == y
}

// workOf is a title without rank and endings; "" where nothing is left.
func workOf(title string) string {
	title, _, _ = strings.Cut(title, "(") // "(m/f/d)" and the like
	var kept []string
	for _, word := range wordsOf(title) {
		if !slices.Contains(lists().Ranks, word) {
			kept = append(kept, stem(word))
		}
	}
	if len(kept) == 1 && len(kept[0]) < 5 {
		return "" // "it", "hr"
	}
	return strings.Join(kept, " ")
}

// stem takes the endings off a word, as "ingenieurin" has two.
func stem(word string) string {
	for _, ending := range lists().Endings {
		if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) > 4 {
			return stem(rest)
		}
	}
	return word
}

// wordsOf splits a text into small words without accents.
func wordsOf(text string) []string {
	var plain strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		if !unicode.Is(unicode.Mn, r) {
			plain.WriteRune(r)
		}
	}
	return strings.FieldsFunc(plain.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// employersIn are where a headline says that somebody works: "Head of Learning at
// Inkwell Schools | Speaker".
func employersIn(headline string) []string {
	var list []string
	for part := range strings.FieldsFuncSeq(headline, func(r rune) bool { return strings.ContainsRune("|·•,;", r) }) {
		words := strings.Fields(strings.ReplaceAll(part, "@", " @ "))
		if slices.ContainsFunc(wordsOf(part), func(word string) bool { return slices.Contains(lists().Former, word) }) {
			continue
		}
		at := slices.IndexFunc(words, func(word string) bool { return slices.Contains(lists().At, strings.ToLower(word)) })
		if at >= 0 && at+1 < len(words) {
			list = append(list, strings.Join(words[at+1:], " "))
		}
	}
	return list
}

func isGenericTitle(title string) bool {
	return slices.Contains(lists().Titles, strings.Join(wordsOf(title), " "))
}

func isGenericCompany(company string) bool {
	return slices.Contains(lists().Companies, strings.Join(wordsOf(company), " "))
}

// holdsName reports whether a domain holds a word of a company's name.
func holdsName(domain, company string) bool {
	const shortest = 5
	labels := strings.Join(wordsOf(domain[:max(0, strings.LastIndexByte(domain, '.'))]), "")
	for _, word := range wordsOf(company) {
		if len(word) >= shortest && strings.Contains(labels, word) && !slices.Contains(lists().Companies, word) {
			return true
		}
	}
	return false
}

// monthOf reads "2020-02" or "2020".
func monthOf(text string) (time.Time, bool) {
	year, month, _ := strings.Cut(text, "-")
	y, err := strconv.Atoi(year)
	if err != nil || y < 1900 {
		return time.Time{}, false
	}
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		m = 1
	}
	return time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC), true
}

func monthsBetween(from, to time.Time) int {
	return (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month())
}

// words is a month as a person says it.
func words(month time.Time) string { return dates.Month(month) }
