package wording

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed words/*.yaml
var files embed.FS

// phrases are the words of one class, of all languages together: people's
// pages mix them.
type phrases struct {
	whole    map[string]bool
	patterns []pattern
	all      []string // without holes
	months   map[string]int
}

// words are read when they are first needed.
var words = sync.OnceValue(func() *[classes]phrases {
	book, err := readWords(files)
	if err != nil {
		panic(err) // they are part of the program, and a test reads them
	}
	return book
})

func readWords(from fs.FS) (*[classes]phrases, error) {
	names, err := fs.Glob(from, "words/*.yaml")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("the words of LinkedIn's pages are missing: %w", err)
	}
	var book [classes]phrases
	for _, name := range names {
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return nil, err
		}
		var language map[string]string
		if err := yaml.Unmarshal(data, &language); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for key, list := range language {
			class, known := keys[key]
			if !known {
				return nil, fmt.Errorf("%s: %q is not a class of words", name, key)
			}
			for i, phrase := range strings.Split(list, "|") {
				if class == months {
					book[class].addMonth(phrase, i+1)
					continue
				}
				if phrase = Plain(strings.TrimSpace(phrase)); phrase == "" {
					return nil, fmt.Errorf("%s: %s: an empty phrase", name, key)
				}
				book[class].add(phrase)
			}
		}
	}
	return &book, nil
}

func (p *phrases) add(phrase string) {
	if strings.ContainsAny(phrase, "{*") {
		p.patterns = append(p.patterns, parsePattern(phrase))
		return
	}
	if p.whole == nil {
		p.whole = map[string]bool{}
	}
	if !p.whole[phrase] {
		p.whole[phrase] = true
		p.all = append(p.all, phrase)
	}
}

func (p *phrases) addMonth(spellings string, month int) {
	if p.months == nil {
		p.months = map[string]int{}
	}
	for spelling := range strings.SplitSeq(spellings, "/") {
		p.months[Plain(strings.TrimSpace(spelling))] = month
	}
}

// Month returns the number of a month by its name or what is short for it, in
// any language; 0 for another word.
func Month(word string) int { return words()[months].months[strings.Trim(Plain(word), edges)] }

// Plain folds what differs between ways to write the same words: case and the
// form of apostrophes. It has as many characters as s.
func Plain(s string) string { return strings.ToLower(apostrophes.Replace(s)) }

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "´", "'", "`", "'", "\u00a0", " ", "\u202f", " ")

// edges are left out on both sides of a line.
const edges = " .…:>·•|!"

// Is reports whether a line is of a class as a whole.
func Is(class Class, line string) bool {
	_, ok := Match(class, line)
	return ok
}

// Match is Is, and returns the name that the line holds, as it is written; ""
// for none.
func Match(class Class, line string) (name string, ok bool) {
	p := &words()[class]
	plain := Plain(line)
	if p.whole[plain] || p.whole[strings.Trim(plain, edges)] {
		return "", true
	}
	for _, try := range p.patterns {
		begin, end, fits := try.match(plain)
		if !fits {
			continue
		}
		// Of several, the one that leaves the least for the name says most.
		if found := sameCharacters(line, plain, begin, end); !ok || len(found) < len(name) {
			name, ok = found, true
		}
	}
	return name, ok
}

// sameCharacters returns the characters of line that stand where plain has those
// from begin to end; the two differ in bytes only.
func sameCharacters(line, plain string, begin, end int) string {
	if begin == end {
		return ""
	}
	runes := []rune(line)
	from := len([]rune(plain[:begin]))
	return strings.TrimSpace(string(runes[from : from+len([]rune(plain[begin:end]))]))
}

// Holds reports whether a text has some words of a class in it.
func Holds(class Class, text string) bool {
	return has(class, text, strings.Contains)
}

// Begins reports whether a text begins with words of a class.
func Begins(class Class, text string) bool {
	return has(class, text, strings.HasPrefix)
}

// Ends reports whether a text ends in words of a class.
func Ends(class Class, text string) bool {
	return has(class, strings.TrimRight(text, edges), strings.HasSuffix)
}

func has(class Class, text string, is func(text, phrase string) bool) bool {
	plain := Plain(text)
	for _, phrase := range words()[class].all {
		if is(plain, phrase) {
			return true
		}
	}
	return false
}
