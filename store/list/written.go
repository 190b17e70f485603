package list

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"linkvet/store/fault"
)

// written is a term of a query as it is written.
type written struct {
	at     int // where it begins, in bytes
	not    bool
	field  string // known, in small letters; "" for none
	word   string
	quoted bool
	closed bool // a quotation mark has its second one
}

// terms takes a query apart.
func terms(s string) iter.Seq[written] {
	return func(yield func(written) bool) {
		for rest := s; ; {
			rest = strings.TrimLeft(rest, " \t\r\n")
			if rest == "" {
				return
			}
			p := written{at: len(s) - len(rest)}
			if len(rest) > 1 && rest[0] == '!' {
				p.not, rest = true, rest[1:]
			}
			p.field, rest = cutField(rest)
			p.word, rest, p.quoted, p.closed = cutWord(rest)
			if !yield(p) {
				return
			}
		}
	}
}

// cutField takes a known field and its colon, or the sign of a tag, off the
// front.
func cutField(s string) (field, rest string) {
	if rest, ok := strings.CutPrefix(s, fieldTags); ok {
		return fieldTags, rest
	}
	// Only the word in front is looked at, or a long query would be read to its
	// end for each of its words.
	word, _, _ := strings.Cut(s, " ")
	at := strings.IndexByte(word, ':')
	if at < 0 {
		return "", s
	}
	if name := strings.ToLower(word[:at]); slices.Contains(QueryFields(), name) {
		return name, s[at+1:]
	}
	return "", s
}

// cutWord takes a word or a quoted phrase off the front.
func cutWord(s string) (word, rest string, quoted, closed bool) {
	if strings.HasPrefix(s, `"`) {
		word, rest, closed = strings.Cut(s[1:], `"`)
		return word, rest, true, closed
	}
	if end := strings.IndexAny(s, " \t\r\n"); end >= 0 {
		return s[:end], s[end:], false, true
	}
	return s, "", false, true
}

// CheckWhole looks over a query that is typed to its end, and returns an error that
// says where it cannot mean what it says. While it is still being typed, such a
// query is one of words.
func CheckWhole(s string) error {
	for t := range terms(s) {
		if wrong := t.wrong(); wrong != "" {
			return fault.Invalid("in the query at character %d, %s", utf8.RuneCountInString(s[:t.at])+1, wrong)
		}
	}
	return nil
}

// wrong says what is wrong with a term, "" for nothing.
func (t written) wrong() string {
	switch {
	case !t.closed:
		return "a quotation mark that is not closed"
	case t.quoted:
		return ""
	case t.word == "" && t.field != "" && t.field != fieldTags:
		return t.field + ": with nothing behind it"
	case t.word == "" && t.field == "" || t.word == "!":
		return "! with nothing behind it"
	case t.field == "" && strings.Trim(t.word, "()[]{}") == "":
		return t.word + ": a query has no brackets, and all its words and conditions have to hold"
	case t.field == "" && slices.Contains([]string{"AND", "OR", "NOT"}, t.word):
		return t.word + ": all words and conditions of a query have to hold, and ! in front of one is for not; " +
			"in small letters it is a word to look for"
	}
	return ""
}
