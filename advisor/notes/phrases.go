package notes

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed phrases.yaml
var phrasesYAML []byte

// phrasebook is the decoded phrases.yaml: the words that notes are read for,
// and what each finding is called.
type phrasebook struct {
	Sets      map[string]map[string]string `yaml:"sets"`
	Denials   []string                     `yaml:"denials"`
	Urgings   []string                     `yaml:"urgings"`
	Topics    map[string][]string          `yaml:"topics"`
	Addresses addressBook                  `yaml:"addresses"`
	Signs     []sign                       `yaml:"signs"`

	denials, urgings               wordSet
	reader                         phraseReader
	words                          *vocabulary
	note, headline, topics, unless *phraseIndex
	finders                        map[string][]int // the signs that rest on an address or a number
	factSigns                      []int            // the signs that rest on the archive
	followers                      []int            // the signs that come with another
}

// sign is something that points to one answer. It is found by phrases in the
// note or the headline, by a finder of addresses and numbers, in what the archive
// knows, or together with another question's sign.
type sign struct {
	Question string              `yaml:"question"`
	Answer   string              `yaml:"answer"`
	Because  []string            `yaml:"because"`         // the first whose placeholders are all known counts
	ByName   []string            `yaml:"because_of_name"` // the same where only the name is known to be theirs
	Find     string              `yaml:"find"`
	Fact     string              `yaml:"fact"`
	Follows  string              `yaml:"follows"`
	Plain    bool                `yaml:"plain"`  // counts even where it is denied or a topic
	Glance   bool                `yaml:"glance"` // worth a look, and innocent in most notes
	Unless   []string            `yaml:"unless"`
	Phrases  map[string][]string `yaml:"phrases"`
	Headline map[string][]string `yaml:"headline"`
}

// addressBook knows what addresses on the network are for.
type addressBook struct {
	Endings    []string          `yaml:"endings"`    // what an address without http ends in
	Names      []string          `yaml:"names"`      // names that only look like an address
	Reading    []string          `yaml:"reading"`    // sites that hold nothing but text
	Redirects  []string          `yaml:"redirects"`  // LinkedIn's own pages that lead elsewhere
	Shorteners []string          `yaml:"shorteners"` // addresses that hide where they lead
	Chats      map[string]string `yaml:"chats"`      // addresses that open a chat
	Ours       string            `yaml:"ours"`       // LinkedIn's own
	Lookalikes []string          `yaml:"lookalikes"` // spellings of it by others
	Employers  []string          `yaml:"employers"`  // words before the address of an employer
	Looking    []string          `yaml:"looking"`    // words that ask to look at an address
	Calling    []string          `yaml:"calling"`    // words before a phone number
	Counting   []string          `yaml:"counting"`   // words before another number

	endings, names, reading, shorteners, employers, looking, calling, counting wordSet
}

type wordSet map[string]bool

func setOf(list []string) wordSet {
	set := wordSet{}
	for _, s := range list {
		set[s] = true
	}
	return set
}

// phrases returns the embedded phrase book. It is decoded on first use, since
// few invitations carry a note. A test checks the embedded file, so a failure
// here is a broken build.
var phrases = sync.OnceValue(func() *phrasebook {
	b, err := parsePhrases(phrasesYAML)
	if err != nil {
		panic("phrases.yaml: " + err.Error())
	}
	return b
})

// Prepare reads the phrase book, so that the first note does not wait for it.
func Prepare() { phrases() }

// parsePhrases decodes a phrase book and checks it against what the code knows.
func parsePhrases(data []byte) (*phrasebook, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	b := &phrasebook{
		words: newVocabulary(), finders: map[string][]int{},
		note: &phraseIndex{}, headline: &phraseIndex{}, topics: &phraseIndex{}, unless: &phraseIndex{},
	}
	if err := dec.Decode(b); err != nil {
		return nil, err
	}
	b.reader = phraseReader{sets: b.Sets, words: b.words}
	b.denials, b.urgings = setOf(b.Denials), setOf(b.Urgings)
	b.Addresses.index()
	if err := b.compile(b.topics, b.Topics, 0); err != nil {
		return nil, fmt.Errorf("topics: %w", err)
	}
	for i := range b.Signs {
		if err := b.addSign(i); err != nil {
			return nil, fmt.Errorf("sign %d, %s=%s: %w", i+1, b.Signs[i].Question, b.Signs[i].Answer, err)
		}
	}
	b.words.close()
	return b, nil
}

func (a *addressBook) index() {
	a.endings, a.names, a.reading, a.shorteners = setOf(a.Endings), setOf(a.Names), setOf(a.Reading), setOf(a.Shorteners)
	a.employers, a.looking, a.calling, a.counting = setOf(a.Employers), setOf(a.Looking), setOf(a.Calling), setOf(a.Counting)
}

func (b *phrasebook) addSign(i int) error {
	s := &b.Signs[i]
	if err := s.check(); err != nil {
		return err
	}
	switch {
	case s.Fact != "":
		b.factSigns = append(b.factSigns, i)
	case s.Follows != "":
		b.followers = append(b.followers, i)
	case s.Find != "":
		b.finders[s.Find] = append(b.finders[s.Find], i)
	}
	if err := b.compile(b.unless, map[string][]string{"": s.Unless}, i); err != nil {
		return err
	}
	if err := b.compile(b.note, s.Phrases, i); err != nil {
		return err
	}
	return b.compile(b.headline, s.Headline, i)
}

func (s *sign) check() error {
	ways := 0
	for _, given := range []bool{s.Find != "", s.Fact != "", s.Follows != "", len(s.Phrases) > 0, len(s.Headline) > 0} {
		if given {
			ways++
		}
	}
	if ways != 1 {
		return fmt.Errorf("needs one of phrases, headline, find, fact and follows")
	}
	if s.Find != "" && !slices.Contains(finders, s.Find) {
		return fmt.Errorf("unknown find %q (allowed: %s)", s.Find, strings.Join(finders, ", "))
	}
	if s.Fact != "" && !slices.Contains(factKinds, s.Fact) {
		return fmt.Errorf("unknown fact %q (allowed: %s)", s.Fact, strings.Join(factKinds, ", "))
	}
	if len(s.Because) == 0 {
		return fmt.Errorf("because is missing")
	}
	return nil
}

// compile adds the phrases of all languages to an index, in the order of the
// languages' names, so that the result never depends on chance.
func (b *phrasebook) compile(index *phraseIndex, byLanguage map[string][]string, sign int) error {
	for _, language := range slices.Sorted(maps.Keys(byLanguage)) {
		for _, text := range byLanguage[language] {
			list, err := b.reader.phrases(text)
			if err != nil {
				return fmt.Errorf("phrase %q: %w", text, err)
			}
			for _, p := range list {
				p.sign = sign
				index.add(p)
			}
		}
	}
	return nil
}
