package notes

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"linkvet/advisor"
)

// Suggestion is an answer that the note or the archive points to. It never
// counts until the person confirms it.
type Suggestion struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
	Because  string `json:"because"`
	Quote    string `json:"quote,omitempty"` // the words of the note it rests on
	Glance   bool   `json:"-"`               // worth a look, and innocent in most notes: it holds no advice back
}

// Reassures reports whether what was found says that a sign is not there, so that
// nothing needs a warning.
func (s Suggestion) Reassures() bool { return s.Answer == "no" }

// Text says on one line why the answer is suggested, with the words of the note
// that it rests on.
func (s Suggestion) Text() string {
	if s.Quote == "" {
		return s.Because
	}
	return strings.TrimSuffix(s.Because, ".") + ": “" + shorten(strings.Join(strings.Fields(s.Quote), " ")) + "”"
}

// Suggest reads the note and the headline for signs, together with the facts of
// the archive. It returns at most one answer to a question, the one with the
// strongest evidence, in the order of the rulebook, and never nil. It only
// reads: no address in a note is ever opened.
func Suggest(inv advisor.Invitation, f Facts) []Suggestion {
	r, ok := newReading(inv, &f)
	if !ok {
		return []Suggestion{}
	}
	r.book.words.read(r.note, r.readNote)
	r.book.words.read(r.headline, r.readHeadline)
	if r.title != r.headline {
		r.book.words.read(r.title, r.readTitle)
	}
	for _, i := range r.book.factSigns {
		if fact := r.book.Signs[i].Fact; f.speaks(fact) {
			r.found = append(r.found, evidence{sign: i, values: f.values(fact), byName: f.NameOnly && f.tie(fact) != ""})
		}
	}
	return r.suggestions()
}

// evidence is what a sign rests on.
type evidence struct {
	sign   int
	quote  string
	values map[string]string // for the placeholders of because
	byName bool              // it may be of somebody else who has their name
}

// reading is one invitation being read.
type reading struct {
	book                    *phrasebook
	note, headline, company string
	title                   string     // the present one, as the profile has it
	found                   []evidence // at most one for a sign
}

// newReading prepares to read an invitation, if there is anything to read.
func newReading(inv advisor.Invitation, f *Facts) (r reading, ok bool) {
	note, headline := strings.TrimSpace(inv.Note), strings.TrimSpace(inv.Headline)
	f.NoteKnown = f.NoteKnown && note == ""
	if note == "" && headline == "" && f.Profile.title() == "" && !f.speak() {
		return reading{}, false
	}
	return reading{book: phrases(), note: clipped(note), headline: clipped(headline), company: inv.Company, title: clipped(f.Profile.title())}, true
}

// add keeps the evidence unless its sign already has some.
func (r *reading) add(e evidence) {
	if !r.has(e.sign) {
		r.found = append(r.found, e)
	}
}

func (r *reading) has(sign int) bool {
	return slices.ContainsFunc(r.found, func(e evidence) bool { return e.sign == sign })
}

// suggestions puts the evidence in the order of the signs, and keeps the
// strongest for each question.
func (r *reading) suggestions() []Suggestion {
	slices.SortFunc(r.found, func(a, b evidence) int { return cmp.Compare(a.sign, b.sign) })
	list := make([]Suggestion, 0, len(r.found)+1)
	for _, e := range r.found {
		list = r.followers(list, e.sign)
		list = r.suggest(list, e)
	}
	return r.followers(list, len(r.book.Signs))
}

func (r *reading) suggest(list []Suggestion, e evidence) []Suggestion {
	sign := &r.book.Signs[e.sign]
	if _, answered := quoteFor(list, sign.Question); answered {
		return list
	}
	because := sign.Because
	if e.byName && len(sign.ByName) > 0 {
		because = sign.ByName
	}
	return append(list, Suggestion{sign.Question, sign.Answer, fill(because, e.values), e.quote, sign.Glance})
}

// followers adds the signs before the given one that come with another
// question's suggestion.
func (r *reading) followers(list []Suggestion, before int) []Suggestion {
	for _, i := range r.book.followers {
		if quote, ok := quoteFor(list, r.book.Signs[i].Follows); ok && i < before {
			list = r.suggest(list, evidence{sign: i, quote: quote})
		}
	}
	return list
}

func quoteFor(list []Suggestion, question string) (string, bool) {
	for _, s := range list {
		if s.Question == question {
			return s.Quote, true
		}
	}
	return "", false
}

// readNote finds what the note's words, addresses and numbers point to.
func (r *reading) readNote(words []word) {
	for m := range r.book.meant(r.book.note, words) {
		if r.has(m.phrase.sign) {
			continue
		}
		e := evidence{sign: m.phrase.sign, quote: r.note[words[m.start].start:words[m.end-1].end]}
		if m.name != "" {
			e.values = map[string]string{"name": m.name}
		}
		r.add(e)
	}
	for kind, c := range r.book.Addresses.contacts(r.note, words, r.company) {
		for _, i := range r.book.finders[kind] {
			r.add(evidence{sign: i, quote: c.quote, values: map[string]string{"host": c.host, "name": c.name}})
		}
	}
}

func (r *reading) readHeadline(words []word) { r.readRole(r.headline, words) }

func (r *reading) readTitle(words []word) { r.readRole(r.title, words) }

// readRole finds what a headline or a title says of somebody's work.
func (r *reading) readRole(text string, words []word) {
	for m := range r.book.meant(r.book.headline, words) {
		said := text[words[m.start].start:words[m.end-1].end]
		r.add(evidence{sign: m.phrase.sign, values: map[string]string{"words": shorten(said)}})
	}
}

// mostRead is how many bytes of a text are read. That is many times what a note
// can hold, and a pasted book does not keep the person waiting.
const mostRead = 8 << 10

func clipped(text string) string {
	if len(text) <= mostRead {
		return text
	}
	end := mostRead
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// shorten cuts what a stranger wrote, so that a sentence that quotes it stays
// readable.
func shorten(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// fill returns the first sentence whose placeholders are all known, filled in.
func fill(sentences []string, values map[string]string) string {
	for _, s := range sentences {
		if text, ok := fillOne(s, values); ok {
			return text
		}
	}
	return ""
}

func fillOne(sentence string, values map[string]string) (string, bool) {
	if !strings.Contains(sentence, "{") {
		return sentence, true
	}
	var out strings.Builder
	for {
		before, rest, more := strings.Cut(sentence, "{")
		out.WriteString(before)
		if !more {
			return out.String(), true
		}
		name, after, _ := strings.Cut(rest, "}")
		if values[name] == "" {
			return "", false
		}
		out.WriteString(values[name])
		sentence = after
	}
}
