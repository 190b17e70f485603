package words

import (
	"slices"
	"strings"

	"linkvet/store/record"
)

// ParseTags reads tags as people type them: words are added, words with a minus
// in front are taken off, and words in quotes are one tag. Where there is a comma,
// it is what stands between tags, and a tag may have several words.
func ParseTags(text string) (add, remove []string) {
	between := " "
	if strings.Contains(text, ",") {
		between = ","
	}
	for rest := text; rest != ""; {
		var sign, tag string
		switch sign, tag, rest = cutTag(rest, between); {
		case strings.TrimSpace(tag) == "":
		case strings.Contains(sign, "-"):
			remove = append(remove, tag)
		default:
			add = append(add, tag)
		}
	}
	return add, remove
}

// cutTag takes a tag, or several words in quotes, off the front, with what stands before
// it: a minus to take the tag off, or what people write before tags.
func cutTag(text, between string) (sign, tag, rest string) {
	text = strings.TrimLeft(text, " ,")
	word := strings.TrimLeft(text, "#+-")
	sign = text[:len(text)-len(word)]
	if quoted, ok := strings.CutPrefix(word, `"`); ok {
		tag, rest, _ = strings.Cut(quoted, `"`)
		return sign, tag, rest
	}
	tag, rest, _ = strings.Cut(word, between)
	return sign, strings.TrimSpace(tag), rest
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
