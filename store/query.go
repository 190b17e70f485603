package store

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"linkvet/advisor"
)

// Query is a filter over invitations. Terms stand side by side and all must
// hold:
//
//	ann berlin          both words somewhere in name, headline, company, note, own note or tags
//	"data science"      the words in this order
//	!recruiter          not this word; works before every term
//	name:ann            in the name only; company:acme likewise
//	status:waiting      is: is the same
//	rec:decline         the recommendation; rec:none for none yet
//	decision:ignored    what the person did; decision:none for nothing yet
//	has:note            also headline, company, url, tag, answer, date, mynote
//	before:2026-03-01   sent before that day (UTC); also 2026-03 and 2026
//	after:2026-03-01    sent on that day or later
//	tag:work            has exactly this tag
//
// Case and accents do not matter. A field nobody knows is a word like any
// other. The zero Query matches everything.
type Query struct {
	plain []term // those that a Brief answers
	words []term // those that look into the text
}

// term is one condition. text is folded.
type term struct {
	field string // "" is a word in any text
	not   bool
	text  string
	code  uint8 // what a Brief has, of status, rec, decision and has
	day   int64 // of before and after, in seconds since 1970
}

// textSeparator stands between the folded texts of a row: no cleaned text has
// it, so no word is found across two of them.
const textSeparator = "\x00"

// Places of the texts in what foldRow writes.
const (
	textName = iota
	textHeadline
	textCompany
	textNote
	textPersonNote
	textTags // this one and all after it
)

// ParseQuery reads a query. An unknown value of a known field is an error that
// names the allowed ones. A quotation mark that is not closed yet reaches to
// the end, so that a query can be tried while it is typed.
func ParseQuery(s string) (Query, error) {
	var q Query
	for rest := s; ; {
		var t term
		var quoted bool
		var word string
		rest = strings.TrimLeft(rest, " \t\r\n")
		if rest == "" {
			return q, nil
		}
		if len(rest) > 1 && rest[0] == '!' {
			t.not, rest = true, rest[1:]
		}
		if t.field, rest = cutField(rest); t.field == "is" {
			t.field = "status"
		}
		word, rest, quoted = cutWord(rest)
		t.text = Fold(word)
		if t.text == "" && (t.field == "" || quoted) {
			continue
		}
		if err := t.complete(word); err != nil {
			return Query{}, err
		}
		if t.readsText() {
			q.words = append(q.words, t)
		} else {
			q.plain = append(q.plain, t)
		}
	}
}

// cutField takes a known field and its colon off the front.
func cutField(s string) (field, rest string) {
	name, after, ok := strings.Cut(s, ":")
	name = strings.ToLower(name)
	if ok && slices.Contains(QueryFields(), name) {
		return name, after
	}
	return "", s
}

// QueryFields are the words that narrow a query down when a colon follows.
func QueryFields() []string {
	return []string{"name", "company", "tag", "status", "is", "rec", "decision", "has", "before", "after"}
}

// LikeFields returns the words of a query that look like a field nobody knows,
// such as "city:", for telling a person who finds nothing.
func (q Query) LikeFields() []string {
	var like []string
	for _, t := range q.words {
		name, value, ok := strings.Cut(t.text, ":")
		if ok && t.field == "" && value != "" && !strings.HasPrefix(value, "//") && isLetters(name) {
			like = append(like, name+":")
		}
	}
	return like
}

func isLetters(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// cutWord takes a word or a quoted phrase off the front.
func cutWord(s string) (word, rest string, quoted bool) {
	if strings.HasPrefix(s, `"`) {
		word, rest, _ = strings.Cut(s[1:], `"`)
		return word, rest, true
	}
	if end := strings.IndexAny(s, " \t\r\n"); end >= 0 {
		return s[:end], s[end:], false
	}
	return s, "", false
}

// complete checks the value of a field and works out what it is compared with;
// word is as written.
func (t *term) complete(word string) error {
	var allowed []string
	switch t.field {
	case "status":
		allowed = wordsOf(Statuses())
		t.code = codeOf(allowed, t.text)
	case "rec":
		for _, r := range advisor.Recommendations() {
			if allowed = append(allowed, r.String()); r.String() == t.text {
				t.code = uint8(r)
			}
		}
		allowed = append(allowed, noneYet)
	case "decision":
		allowed = append(wordsOf(Decisions()), noneYet)
		t.code = codeOf(Decisions(), Decision(strings.TrimPrefix(t.text, noneYet)))
	case "has":
		allowed = hasWords()
		t.code = 1 << max(slices.Index(allowed, t.text), 0)
	case "before", "after":
		day, err := parseDay(word)
		t.day = day.Unix()
		return err
	default:
		return nil
	}
	if !slices.Contains(allowed, t.text) {
		return invalid("%s:%s (allowed: %s)", t.field, word, strings.Join(allowed, ", "))
	}
	return nil
}

// noneYet is the value of rec and decision where there is none.
const noneYet = "none"

// wordsOf are words as text.
func wordsOf[W ~string](all []W) []string {
	words := make([]string, len(all))
	for i, word := range all {
		words[i] = string(word)
	}
	return words
}

// parseDay reads a day, or the first day of a month or year.
func parseDay(s string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if day, err := time.Parse(layout, s); err == nil {
			return day, nil
		}
	}
	return time.Time{}, invalid("the date %q (write 2026-03-01, 2026-03 or 2026)", s)
}

// IsZero reports whether the query matches everything.
func (q Query) IsZero() bool { return len(q.plain)+len(q.words) == 0 }

// Match reports whether a row fulfils the query. For many rows and many
// queries, a [Table] is quicker.
func (q Query) Match(row Row) bool {
	text := ""
	if len(q.words) > 0 {
		text = string(appendFoldedRow(nil, &row))
	}
	b := briefOf(&row)
	return q.match(&b, text)
}

// readsText reports whether the term looks into the text; isWord, whether for
// a word anywhere in a part of it.
func (t term) readsText() bool { return t.isWord() || t.field == "tag" }
func (t term) isWord() bool    { return t.field == "" || t.field == "name" || t.field == "company" }

// match is Match with the row's brief and its folded text at hand.
func (q *Query) match(b *Brief, text string) bool {
	for i := range q.plain {
		if q.plain[i].holdsFor(b) == q.plain[i].not {
			return false
		}
	}
	for i := range q.words {
		if q.words[i].holdsIn(text) == q.words[i].not {
			return false
		}
	}
	return true
}

// holdsFor is whether the term, one that reads no text, holds; not aside.
func (t *term) holdsFor(b *Brief) bool {
	switch t.field {
	case "status":
		return b.status == t.code
	case "rec":
		return uint8(b.Recommendation) == t.code
	case "decision":
		return b.decision == t.code
	case "has":
		return b.has&t.code != 0
	case "before":
		return b.Sent != 0 && b.Sent < t.day
	case "after":
		return b.Sent != 0 && b.Sent >= t.day
	}
	panic(fmt.Sprintf("query field %q is parsed but not matched", t.field))
}

// holdsIn is the same for the others. Where one holds, its text is in the row's.
func (t *term) holdsIn(text string) bool {
	switch t.field {
	case "name":
		return strings.Contains(textPart(text, textName), t.text)
	case "company":
		return strings.Contains(textPart(text, textCompany), t.text)
	case "tag":
		return hasPart(text, textTags, t.text)
	}
	return strings.Contains(text, t.text)
}

// textPart returns one of the texts that appendFoldedRow put together.
func textPart(text string, part int) string {
	for ; part > 0; part-- {
		_, text, _ = strings.Cut(text, textSeparator)
	}
	text, _, _ = strings.Cut(text, textSeparator)
	return text
}

// hasPart reports whether one of the texts from some part on is exactly this.
func hasPart(text string, from int, exactly string) bool {
	more := true
	for ; from > 0 && more; from-- {
		_, text, more = strings.Cut(text, textSeparator)
	}
	for part := ""; more; {
		if part, text, more = strings.Cut(text, textSeparator); part == exactly {
			return true
		}
	}
	return false
}

// Words returns the texts that every match contains somewhere, folded, for
// showing where they are.
func (q Query) Words() []string {
	var words []string
	for _, t := range q.words {
		if t.isWord() && !t.not {
			words = append(words, t.text)
		}
	}
	return words
}

// Narrows reports whether every row that fulfils q fulfils the other query as
// well, as far as can be told from their wording: then looking among the rows
// found for the other is enough.
func (q Query) Narrows(other Query) bool {
	narrows := func(mine, others []term) bool {
		for _, t := range others {
			if !slices.ContainsFunc(mine, func(m term) bool { return m.implies(t) }) {
				return false
			}
		}
		return true
	}
	return narrows(q.plain, other.plain) && narrows(q.words, other.words)
}

// implies reports whether what fulfils t fulfils other.
func (t term) implies(other term) bool {
	if t == other {
		return true
	}
	return t.field == other.field && !t.not && !other.not && t.isWord() && strings.Contains(t.text, other.text)
}

// appendFoldedRow appends all searchable text of a row, folded.
func appendFoldedRow(out []byte, row *Row) []byte {
	for i, text := range [...]string{
		textName: row.Name, textHeadline: row.Headline, textCompany: row.Company,
		textNote: row.Note, textPersonNote: row.PersonNote,
	} {
		if i > 0 {
			out = append(out, textSeparator...)
		}
		out = appendFolded(out, text)
	}
	for _, tag := range row.Tags {
		out = append(out, textSeparator...)
		out = appendFolded(out, tag)
	}
	return out
}
