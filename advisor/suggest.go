package advisor

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Suggestion is an answer that the note or the archive points to. It never
// counts until the person confirms it.
type Suggestion struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
	Because  string `json:"because"`
	Quote    string `json:"quote,omitempty"` // the words of the note it rests on
}

// Facts is what the archive knows about the inviter beside the invitation
// itself. Dates are texts such as "2024-05-01"; "" is never, or not known.
type Facts struct {
	Namesake      string // profile URL of a connection with the same name under another address
	NamesakeName  string
	Messages      int // between the two
	FirstMessage  string
	LastMessage   string
	InvitedBefore string // when the person invited them
	TimesSent     int    // how often they sent this invitation
	SameCompany   int    // connections of the person at the company named
	Company       string
	NoteKnown     bool // the source carries notes, so an empty note means none was sent
}

// Suggest reads the note and the headline for signs, and puts the facts of the
// archive beside them. It suggests at most one answer to a question, the one
// with the strongest evidence, in the order of the rulebook; never nil. It
// only reads: no address in a note is ever opened.
func Suggest(inv Invitation, f Facts) []Suggestion {
	r := reading{note: strings.TrimSpace(inv.Note), headline: strings.TrimSpace(inv.Headline), company: inv.Company}
	f.NoteKnown = f.NoteKnown && r.note == ""
	if r.note == "" && r.headline == "" && !f.speak() {
		return []Suggestion{}
	}
	r.book = phrases()
	r.readNote()
	r.readHeadline()
	for _, i := range r.book.factSigns {
		if values, ok := f.values(r.book.Signs[i].Fact); ok {
			r.found = append(r.found, evidence{sign: i, values: values})
		}
	}
	return r.suggestions()
}

// evidence is what a sign rests on.
type evidence struct {
	sign   int
	quote  string
	values map[string]string // for the placeholders of because
}

// reading is one invitation being read.
type reading struct {
	book                    *phrasebook
	note, headline, company string
	found                   []evidence // at most one for a sign
}

// add keeps evidence unless the sign has some.
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
	return append(list, Suggestion{sign.Question, sign.Answer, fill(sign.Because, e.values), e.quote})
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
func (r *reading) readNote() {
	if r.note == "" {
		return
	}
	words := r.book.words.wordsOf(clipped(r.note))
	r.read(r.book.note, words, func(m match) evidence {
		e := evidence{sign: m.phrase.sign, quote: r.note[words[m.start].start:words[m.end-1].end]}
		if m.name != "" {
			e.values = map[string]string{"name": m.name}
		}
		return e
	})
	for kind, c := range r.book.Addresses.contacts(clipped(r.note), words, r.company) {
		for _, i := range r.book.finders[kind] {
			r.add(evidence{i, c.quote, map[string]string{"host": c.host, "name": c.name}})
		}
	}
}

func (r *reading) readHeadline() {
	if r.headline == "" {
		return
	}
	words := r.book.words.wordsOf(clipped(r.headline))
	r.read(r.book.headline, words, func(m match) evidence {
		said := r.headline[words[m.start].start:words[m.end-1].end]
		return evidence{sign: m.phrase.sign, values: map[string]string{"words": shorten(said)}}
	})
}

// read adds what evidence makes of the phrases that mean what they say.
func (r *reading) read(index *phraseIndex, words []word, evidence func(m match) evidence) {
	var around *surroundings
	index.find(words, func(m match) {
		if r.has(m.phrase.sign) {
			return
		}
		sign := &r.book.Signs[m.phrase.sign]
		if around == nil && !(sign.Plain && len(sign.Unless) == 0) {
			around = r.book.around(words)
		}
		if around == nil || around.stands(sign, m) {
			r.add(evidence(m))
		}
	})
}

// mostRead is how many bytes of a text are read: many times what a note can
// hold, so that a pasted book does not keep the person waiting.
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

// shorten keeps a sentence readable that quotes a stranger.
func shorten(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// factKinds are what the archive may speak of.
var factKinds = []string{"namesake", "messages", "invited_before", "times_sent", "same_company", "no_note"}

// manyTimes is how often somebody invites before it looks like a habit: a
// second try is polite.
const manyTimes = 3

// speak reports whether any of the facts does.
func (f Facts) speak() bool {
	return f.Namesake != "" || f.Messages > 0 || f.InvitedBefore != "" || f.TimesSent >= manyTimes || f.SameCompany > 0 || f.NoteKnown
}

// values returns what a fact's sentence may name, and whether the fact speaks
// at all. A count of one is not given, so that a sentence in the singular can
// stand for it.
func (f Facts) values(fact string) (values map[string]string, ok bool) {
	switch {
	case fact == "namesake" && f.Namesake != "":
		return map[string]string{"name": f.NamesakeName}, true
	case fact == "messages" && f.Messages > 0:
		first := f.FirstMessage
		if first == f.LastMessage {
			first = ""
		}
		return map[string]string{"count": several(f.Messages), "first": first, "last": cmp.Or(f.LastMessage, f.FirstMessage)}, true
	case fact == "invited_before" && f.InvitedBefore != "":
		return map[string]string{"date": f.InvitedBefore}, true
	case fact == "times_sent" && f.TimesSent >= manyTimes:
		return map[string]string{"count": several(f.TimesSent)}, true
	case fact == "same_company" && f.SameCompany > 0:
		return map[string]string{"count": several(f.SameCompany), "company": f.Company}, true
	}
	return nil, fact == "no_note" && f.NoteKnown
}

func several(n int) string {
	if n < 2 {
		return ""
	}
	return strconv.Itoa(n)
}

// fill returns the first of the sentences of which everything is known, with
// what is known put in.
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
