package list

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"linkvet/store/fold"
	"linkvet/store/record"
)

// Query is a filter over invitations. Terms stand side by side and all must
// hold:
//
//	ann berlin          both words somewhere in name, headline, company, note, own note or tags
//	"data science"      the words in this order
//	!recruiter          not this word; works before every term
//	name:ann            in the name only; company:acme likewise
//	url:ana-costa       in the address of the profile
//	status:waiting      is: is the same
//	is:due              put off, and the day has come
//	is:changed          put off still, and an archive has said something new since
//	is:marked           something points to an answer that is not given yet
//	is:warned           and that answer would be a stop sign
//	is:join             a mail that asks to join LinkedIn
//	is:revised          the rules or the profile changed what is advised
//	is:thinking         yours, not sent yet; is:sent, is:pending for long, is:answered, is:dropped
//	rec:decline         the recommendation; rec:none for none yet
//	rec:review          either of the two; rec:ignore and rec:block are short, too
//	decision:ignored    what the person did; decision:none for nothing yet;
//	                    reported also finds who was blocked or declined and reported
//	has:note            also headline, company, url, tag, answer, date, mynote
//	before:2026-03-01   sent before that day; also 2026-03 and 2026
//	after:2026-03-01    sent on that day or later
//	tag:work            has exactly this tag
//	#wor                has a tag that begins so; "#wor" in quotation marks is a word
//
// Case and accents do not matter. A field nobody knows is a word like any
// other. The zero Query matches everything.
type Query struct {
	plain []term // those that a RowKey answers
	words []term // those that look into the text
	urls  []term // those that look into the address, last because it is not kept folded
}

// textSeparator stands between the folded texts of a row: no cleaned text has
// it, so no word is found across two of them.
const textSeparator = "\x00"

// Places of the texts in what appendFoldedRow writes.
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
// the end, so that a query can be tried while it is typed. Days begin and end as
// they do in the person's time zone.
func ParseQuery(s string, zone *time.Location) (Query, error) {
	var q Query
	for said := range terms(s) {
		t := term{not: said.not, field: said.field, text: fold.Text(said.word)}
		if t.field == "is" {
			t.field = "status"
		}
		if t.text == "" && (t.field == "" || said.quoted) {
			continue
		}
		if err := t.complete(said.field, said.word, zone); err != nil {
			return Query{}, err
		}
		among := &q.plain
		switch {
		case t.field == fieldURL:
			among = &q.urls
		case t.readsText():
			among = &q.words
		}
		if !slices.Contains(*among, t) { // a text that is pasted says most words again
			*among = append(*among, t)
		}
	}
	return q, nil
}

// QueryFields are the words that narrow a query down when a colon follows.
func QueryFields() []string {
	return []string{"name", "company", fieldURL, "tag", "status", "is", "rec", "decision", "has", "before", "after"}
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

// Match reports whether a row fulfils the query. For many rows and many
// queries, a [Table] is quicker.
func (q Query) Match(row record.Row) bool {
	text := ""
	if len(q.words) > 0 {
		text = string(appendFoldedRow(nil, &row))
	}
	b := RowKeyOf(&row)
	return q.match(&b, text) && q.matchURL(row.URL)
}

// match is Match with the row's key and its folded text at hand, but for the
// address.
func (q *Query) match(b *RowKey, text string) bool {
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

// matchURL is the rest of Match.
func (q *Query) matchURL(url string) bool {
	for i := range q.urls {
		if q.urls[i].holdsAt(url) == q.urls[i].not {
			return false
		}
	}
	return true
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
	return narrows(q.plain, other.plain) && narrows(q.words, other.words) && narrows(q.urls, other.urls)
}

// appendFoldedRow appends all searchable text of a row, folded.
func appendFoldedRow(out []byte, row *record.Row) []byte {
	for i, text := range [...]string{
		textName: row.Name, textHeadline: row.Headline, textCompany: row.Company,
		textNote: row.Note, textPersonNote: row.PersonNote,
	} {
		if i > 0 {
			out = append(out, textSeparator...)
		}
		out = fold.Append(out, text)
	}
	for _, tag := range row.Tags {
		out = append(out, textSeparator...)
		out = fold.Append(out, tag)
	}
	return out
}
