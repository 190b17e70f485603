package advisor

import (
	"cmp"
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
	note, headline := strings.TrimSpace(inv.Note), strings.TrimSpace(inv.Headline)
	silent := note == "" && headline == ""
	f.NoteKnown = f.NoteKnown && note == ""
	suggestions := []Suggestion{}
	if silent && f.Namesake == "" && f.Messages <= 0 && f.InvitedBefore == "" && f.TimesSent < manyTimes && f.SameCompany <= 0 && !f.NoteKnown {
		return suggestions
	}
	b := phrases()
	r := reading{book: b, facts: f}
	if silent {
		for _, i := range b.factSigns {
			suggestions = r.suggest(suggestions, i)
		}
		return suggestions
	}
	r.found = make([]evidence, len(b.Signs))
	r.readNote(note, inv.Company)
	r.readHeadline(headline)
	for i := range b.Signs {
		suggestions = r.suggest(suggestions, i)
	}
	return suggestions
}

// evidence is what a sign rests on.
type evidence struct {
	ok     bool
	quote  string
	values map[string]string // for the placeholders of because
}

// reading is one invitation being read.
type reading struct {
	book  *phrasebook
	facts Facts
	found []evidence // for each sign, the first found
}

// suggest adds what sign i points to, unless its question has an answer.
func (r *reading) suggest(list []Suggestion, i int) []Suggestion {
	sign := &r.book.Signs[i]
	var e evidence
	switch {
	case sign.Fact != "":
		e.values, e.ok = r.facts.values(sign.Fact)
	case sign.Follows != "":
		e.quote, e.ok = quoteFor(list, sign.Follows)
	default:
		e = r.found[i]
	}
	if !e.ok {
		return list
	}
	if _, answered := quoteFor(list, sign.Question); answered {
		return list
	}
	return append(list, Suggestion{sign.Question, sign.Answer, fill(sign.Because, e.values), e.quote})
}

func quoteFor(list []Suggestion, question string) (string, bool) {
	for _, s := range list {
		if s.Question == question {
			return s.Quote, true
		}
	}
	return "", false
}

// readNote fills what the note's words, addresses and numbers point to.
func (r *reading) readNote(note, company string) {
	if note == "" {
		return
	}
	words := wordsOf(note)
	r.book.note.find(words, func(m match) {
		sign := &r.book.Signs[m.phrase.sign]
		e := &r.found[m.phrase.sign]
		if !e.ok && r.book.stands(sign, words, m) {
			*e = evidence{true, note[words[m.start].start:words[m.end-1].end], map[string]string{"name": m.name}}
		}
	})
	contacts := r.book.Addresses.contacts(note, words, company)
	for i := range r.book.Signs {
		if c, ok := contacts[r.book.Signs[i].Find]; ok {
			r.found[i] = evidence{true, c.quote, map[string]string{"host": c.host, "name": c.name}}
		}
	}
}

// stands reports whether a phrase means what it says there: it is not denied
// ("we never ask for money"), and not what somebody spoke or wrote about.
func (b *phrasebook) stands(sign *noteSign, words []word, m match) bool {
	begin := m.start
	for begin > 0 && words[begin-1].sentence == words[m.start].sentence {
		begin--
	}
	if anyIn(sign.unless, words[:sentenceEnd(words, m.start)], begin) {
		return false
	}
	return sign.Plain || !anyIn(b.topics, words[:m.start], begin) && !b.denied(words, m.start)
}

// anyIn reports whether one of the phrases begins at or after words[begin].
func anyIn(list []phrase, words []word, begin int) bool {
	for i := begin; i < len(words); i++ {
		for p := range list {
			if _, _, ok := follow(list[p].elements, words, i); ok {
				return true
			}
		}
	}
	return false
}

// denialReach is how many words before a phrase a denial may stand, and
// urgingReach how many before it make the denial an urging: "do not hesitate
// to" denies nothing.
const (
	denialReach = 3
	urgingReach = 6
)

func (b *phrasebook) denied(words []word, start int) bool {
	denied := false
	for back := 1; back <= urgingReach && start-back >= 0; back++ {
		w := words[start-back]
		if w.clause != words[start].clause {
			break
		}
		if b.urgings[w.text] {
			return false
		}
		denied = denied || back <= denialReach && b.denials[w.text]
	}
	return denied
}

func (r *reading) readHeadline(headline string) {
	if headline == "" {
		return
	}
	words := wordsOf(headline)
	r.book.headline.find(words, func(m match) {
		sign := &r.book.Signs[m.phrase.sign]
		e := &r.found[m.phrase.sign]
		if !e.ok && r.book.stands(sign, words, m) {
			*e = evidence{ok: true, values: map[string]string{"words": clip(headline[words[m.start].start:words[m.end-1].end])}}
		}
	})
}

// clip keeps a sentence readable that quotes a stranger.
func clip(s string) string {
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

// values returns what a fact's sentence may name, and whether the fact speaks
// at all. A count of one is not given, so that a sentence in the singular can
// stand for it.
func (f Facts) values(fact string) (map[string]string, bool) {
	switch fact {
	case "namesake":
		return map[string]string{"name": f.NamesakeName}, f.Namesake != ""
	case "messages":
		first := f.FirstMessage
		if first == f.LastMessage {
			first = ""
		}
		return map[string]string{"count": several(f.Messages), "first": first, "last": cmp.Or(f.LastMessage, f.FirstMessage)}, f.Messages > 0
	case "invited_before":
		return map[string]string{"date": f.InvitedBefore}, f.InvitedBefore != ""
	case "times_sent":
		return map[string]string{"count": several(f.TimesSent)}, f.TimesSent >= manyTimes
	case "same_company":
		return map[string]string{"count": several(f.SameCompany), "company": f.Company}, f.SameCompany > 0
	case "no_note":
		return nil, f.NoteKnown
	}
	return nil, false
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
