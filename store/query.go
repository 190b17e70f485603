package store

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
)

// Query is a filter over invitations. Terms stand side by side and all must
// hold:
//
//	ann berlin          both words somewhere in name, headline, company, note or tags
//	"data science"      the words in this order
//	!recruiter          not this word; works before every term
//	name:ann            in the name only; company:acme likewise
//	status:waiting      is: is the same
//	rec:decline         the recommendation; rec:none for none yet
//	decision:ignored    what the person did; decision:none for nothing yet
//	has:note            also headline, company, url, tag, answer, date
//	before:2026-03-01   sent before that day (UTC); also 2026-03 and 2026
//	after:2026-03-01    sent on that day or later
//	tag:work            has exactly this tag
//
// Case and accents do not matter. A field nobody knows is a word like any
// other. The zero Query matches everything.
type Query struct {
	terms []term
}

// term is one condition. text is folded.
type term struct {
	field string // "" is a word in any text
	not   bool
	text  string
	day   time.Time // of before and after
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
		q.terms = append(q.terms, t)
	}
}

// cutField takes a known field and its colon off the front.
func cutField(s string) (field, rest string) {
	name, after, ok := strings.Cut(s, ":")
	name = strings.ToLower(name)
	if ok && slices.Contains([]string{
		"status", "is", "rec", "decision", "name", "company", "has", "before", "after", "tag",
	}, name) {
		return name, after
	}
	return "", s
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

// complete checks the value of a field; word is as written.
func (t *term) complete(word string) error {
	var allowed []string
	switch t.field {
	case "status":
		allowed = statusWords()
	case "rec":
		for _, r := range advisor.Recommendations() {
			allowed = append(allowed, r.String())
		}
		allowed = append(allowed, "none")
	case "decision":
		for _, d := range Decisions() {
			allowed = append(allowed, string(d))
		}
		allowed = append(allowed, "none")
	case "has":
		allowed = []string{"note", "headline", "company", "url", "tag", "answer", "date"}
	case "before", "after":
		day, err := parseDay(word)
		t.day = day
		return err
	default:
		return nil
	}
	if !slices.Contains(allowed, t.text) {
		return invalid("%s:%s (allowed: %s)", t.field, word, strings.Join(allowed, ", "))
	}
	return nil
}

func statusWords() []string {
	var words []string
	for _, s := range Statuses() {
		words = append(words, string(s))
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
func (q Query) IsZero() bool { return len(q.terms) == 0 }

// Match reports whether a row fulfils the query. For many rows and many
// queries, a [Searcher] is quicker.
func (q Query) Match(row Row) bool {
	text := ""
	if q.readsText() {
		text = string(appendFoldedRow(nil, &row))
	}
	return q.match(&row, text)
}

func (q Query) readsText() bool {
	return slices.ContainsFunc(q.terms, term.readsText)
}

func (t term) readsText() bool { return t.field == "" || t.field == "name" || t.field == "company" }

// match is Match with the row's folded text at hand.
func (q Query) match(row *Row, text string) bool {
	for i := range q.terms {
		if q.terms[i].holds(row, text) == q.terms[i].not {
			return false
		}
	}
	return true
}

func (t *term) holds(row *Row, text string) bool {
	switch t.field {
	case "":
		return strings.Contains(text, t.text)
	case "name":
		return strings.Contains(textPart(text, textName), t.text)
	case "company":
		return strings.Contains(textPart(text, textCompany), t.text)
	case "status":
		return string(row.Status) == t.text
	case "rec":
		return row.Recommendation.String() == t.text || row.Recommendation == 0 && t.text == "none"
	case "decision":
		return string(row.Decision) == t.text || row.Decision == "" && t.text == "none"
	case "has":
		return hasPart(row, t.text)
	case "before":
		return !row.SentAt.IsZero() && row.SentAt.Before(t.day)
	case "after":
		return !row.SentAt.IsZero() && !row.SentAt.Before(t.day)
	case "tag":
		return slices.ContainsFunc(row.Tags, func(tag string) bool { return Fold(tag) == t.text })
	}
	panic(fmt.Sprintf("query field %q is parsed but not matched", t.field))
}

// textPart returns one of the texts that appendFoldedRow put together.
func textPart(text string, part int) string {
	for ; part > 0; part-- {
		_, text, _ = strings.Cut(text, textSeparator)
	}
	text, _, _ = strings.Cut(text, textSeparator)
	return text
}

func hasPart(row *Row, part string) bool {
	switch part {
	case "note":
		return row.Note != ""
	case "headline":
		return row.Headline != ""
	case "company":
		return row.Company != ""
	case "url":
		return row.URL != ""
	case "tag":
		return len(row.Tags) > 0
	case "answer":
		return row.Answered > 0
	default: // date
		return !row.SentAt.IsZero()
	}
}

// appendFoldedRow appends all searchable text of a row, folded.
func appendFoldedRow(out []byte, row *Row) []byte {
	for i, text := range [...]string{textName: row.Name, textHeadline: row.Headline, textCompany: row.Company, textNote: row.Note} {
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
