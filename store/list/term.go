package list

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/fault"
	"linkvet/store/fold"
	"linkvet/store/record"
)

// term is one condition of a query. text is folded.
type term struct {
	field    string // "" is a word in any text
	not      bool
	text     string
	code     uint8 // what a RowKey has, of status, decision and has; of rec those that are meant
	reach    uint8 // of status, where it is none of those
	reported bool  // of decision: reporting beside it counts as well
	day      int64 // of before and after: when that day begins, in seconds since 1970
}

// Fields that are not treated like any other.
const (
	fieldTags = "#" // the sign before the beginning of a tag, without a colon
	fieldURL  = "url"
)

// QueryValues are the values that a field of a query may have; nil where it takes
// any.
func QueryValues(field string) []string {
	switch field {
	case "status", "is":
		words := record.WordsOf(statuses)
		for _, c := range Conditions() {
			words = append(words, c[0])
		}
		return words
	case "rec":
		var words []string
		for _, r := range advisor.Recommendations() {
			words = append(words, r.String())
		}
		return append(words, noneYet, recReview, recIgnore, recBlock)
	case "decision":
		return append(record.WordsOf(decisions), noneYet)
	case "has":
		return hasWords()
	}
	return nil
}

// Conditions are the values of is beside the statuses, each with what it means.
func Conditions() [][2]string {
	all := [][2]string{
		{isDue, "put off, and the day has come"},
		{isChanged, "put off, and an archive has said something new since"},
		{isMarked, "something points to an answer that you have not given yet"},
		{isWarned, "and that answer would be a stop sign"},
		{isJoin, "a mail that asks you to join LinkedIn"},
		{isRevised, "the rules or your profile changed what is advised"},
	}
	for _, reach := range reaches {
		if about := reachMeanings[reach]; about != "" {
			all = append(all, [2]string{string(reach), about})
		}
	}
	return all
}

var reachMeanings = map[record.Reach]string{
	record.ReachThinking: "of your own: not sent yet",
	record.ReachSent:     "of your own: sent, and not answered",
	record.ReachPending:  "of your own: sent four weeks ago or earlier, and not answered",
	record.ReachAnswered: "of your own: they are a connection now, or it is no longer open",
	record.ReachDropped:  "of your own: you did not send it",
}

// complete checks the value of a field and works out what it is compared with;
// field and word are as written.
func (t *term) complete(field, word string, zone *time.Location) error {
	allowed := QueryValues(t.field)
	switch t.field {
	case "status":
		t.code, t.reach = codeOf(statuses, record.Status(t.text)), codeOf(reaches, record.Reach(t.text))
	case "rec":
		t.code = recsOf(t.text)
	case "decision":
		decision := record.Decision(strings.TrimPrefix(t.text, noneYet))
		t.code, t.reported = codeOf(decisions, decision), decision == record.Reported
	case "has":
		t.code = 1 << max(slices.Index(allowed, t.text), 0)
	case "before", "after":
		day, err := parseDay(word)
		t.day = day.Start(zone).Unix()
		return err
	default:
		return nil
	}
	if !slices.Contains(allowed, t.text) {
		return fault.Invalid("%s:%s (allowed: %s)", field, word, strings.Join(allowed, ", "))
	}
	return nil
}

// Values beside the words of the kind.
const (
	noneYet = "none" // of rec and decision, where there is none

	isDue     = "due" // of status, though none of them is one: it stays what the person made it
	isChanged = "changed"
	isMarked  = "marked"
	isWarned  = "warned"
	isJoin    = "join"
	isRevised = "revised"

	recReview = "review" // short for longer words
	recIgnore = "ignore"
	recBlock  = "block"
)

// recsOf are the recommendations that a value of rec stands for, one bit each;
// the lowest is for none yet.
func recsOf(value string) uint8 {
	switch value {
	case noneYet:
		return 1
	case recReview:
		return 1<<advisor.ReviewAndAccept | 1<<advisor.ReviewAndAcceptIfRelevant
	case recIgnore:
		return 1 << advisor.IgnoreOrVetFurther
	case recBlock:
		return 1 << advisor.DeclineAndBlock
	}
	for _, r := range advisor.Recommendations() {
		if r.String() == value {
			return 1 << r
		}
	}
	return 0
}

// parseDay reads a day, or the first day of a month or year.
func parseDay(s string) (record.Day, error) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if day, err := time.Parse(layout, s); err == nil {
			return record.DayIn(day), nil
		}
	}
	return 0, fault.Invalid("the date %q (write 2026-03-01, 2026-03 or 2026)", s)
}

// readsText reports whether the term looks into the text; isWord, whether for
// a word anywhere in a part of it.
func (t term) readsText() bool { return t.isWord() || t.field == "tag" || t.field == fieldTags }
func (t term) isWord() bool    { return t.field == "" || t.field == "name" || t.field == "company" }

// holdsFor is whether the term, one that reads no text, holds; not aside.
func (t *term) holdsFor(b *RowKey) bool {
	switch t.field {
	case "status":
		switch t.text {
		case isDue:
			return b.Due
		case isChanged:
			return b.Back
		case isMarked:
			return b.Marked()
		case isWarned:
			return b.Warns()
		case isJoin:
			return b.Joins()
		case isRevised:
			return b.Revised()
		}
		if t.code == unknownCode {
			return b.reach == t.reach
		}
		return b.status == t.code
	case "rec":
		return 1<<b.Recommendation&t.code != 0
	case "decision":
		return b.decision == t.code || t.reported && b.signs&signReported != 0
	case "has":
		return b.has&t.code != 0
	case "before":
		return b.Sent != 0 && b.Sent < t.day
	case "after":
		return b.Sent != 0 && b.Sent >= t.day
	}
	panic(fmt.Sprintf("query field %q is parsed but not matched", t.field))
}

// holdsIn is the same for those that read the text. Where one holds, its text is
// in the row's.
func (t *term) holdsIn(text string) bool {
	switch t.field {
	case "name":
		return strings.Contains(textPart(text, textName), t.text)
	case "company":
		return strings.Contains(textPart(text, textCompany), t.text)
	case "tag":
		return anyTag(text, func(tag string) bool { return tag == t.text })
	case fieldTags:
		return anyTag(text, func(tag string) bool { return strings.HasPrefix(tag, t.text) })
	}
	return strings.Contains(text, t.text)
}

// holdsAt is the same for those that read the address.
func (t *term) holdsAt(url string) bool { return strings.Contains(fold.Text(url), t.text) }

// textPart returns one of the texts that appendFoldedRow put together.
func textPart(text string, part int) string {
	for ; part > 0; part-- {
		_, text, _ = strings.Cut(text, textSeparator)
	}
	text, _, _ = strings.Cut(text, textSeparator)
	return text
}

// anyTag reports whether one of the tags in such a text is wanted.
func anyTag(text string, wanted func(tag string) bool) bool {
	more := true
	for part := 0; part < textTags && more; part++ {
		_, text, more = strings.Cut(text, textSeparator)
	}
	for tag := ""; more; {
		if tag, text, more = strings.Cut(text, textSeparator); wanted(tag) {
			return true
		}
	}
	return false
}

// implies reports whether what fulfils t fulfils other.
func (t term) implies(other term) bool {
	switch {
	case t == other:
		return true
	case t.field != other.field || t.not || other.not:
		return false
	case t.field == fieldTags:
		return strings.HasPrefix(t.text, other.text)
	}
	return (t.isWord() || t.field == fieldURL) && strings.Contains(t.text, other.text)
}
