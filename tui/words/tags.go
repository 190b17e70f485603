package words

import (
	"slices"
	"strings"

	"linkvet/store/record"
)

// ParseTags reads tags as people type them: words are added, words with a minus
// in front are taken off, and words in quotes are one tag.
func ParseTags(text string) (add, remove []string) {
	for rest := text; rest != ""; {
		var sign, tag string
		switch sign, tag, rest = cutTag(rest); {
		case strings.TrimSpace(tag) == "":
		case strings.Contains(sign, "-"):
			remove = append(remove, tag)
		default:
			add = append(add, tag)
		}
	}
	return add, remove
}

// cutTag takes a word or several in quotes off the front, with what stands before
// it: a minus to take the tag off, or what people write before tags.
func cutTag(text string) (sign, tag, rest string) {
	text = strings.TrimLeft(text, " ")
	word := strings.TrimLeft(text, "#+-")
	sign = text[:len(text)-len(word)]
	if quoted, ok := strings.CutPrefix(word, `"`); ok {
		tag, rest, _ = strings.Cut(quoted, `"`)
		return sign, tag, rest
	}
	tag, rest, _ = strings.Cut(word, " ")
	return sign, tag, rest
}

// CommonTags are the tags all rows have, and those only some have.
func CommonTags(rows []record.Row) (all, some []string) {
	counts := map[string]int{}
	for i := range rows {
		for _, tag := range rows[i].Tags {
			counts[tag]++
		}
	}
	for tag, n := range counts {
		if n == len(rows) {
			all = append(all, tag)
		} else {
			some = append(some, tag)
		}
	}
	slices.Sort(all)
	slices.Sort(some)
	return all, some
}
