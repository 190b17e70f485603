package style

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"linkvet/store/fold"
	"linkvet/store/record"
)

// Gist is the one line that says most about an invitation, after its tags: where
// a search found something, the place it was found.
func Gist(row *record.Row, w int, words []string) string {
	texts := [...]string{row.Note, row.Headline, row.Company, row.PersonNote}
	text := ""
	for i, t := range texts {
		if text == "" && i < len(texts)-1 { // one's own note is shown only where it was looked for
			text = t
		}
		if found, ok := snippet(t, words, w); ok {
			return found
		}
	}
	if most := w * 8; len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
	}
	text = OneLine(text)
	if len(row.Tags) > 0 {
		text = strings.TrimSpace("#" + OneLine(strings.Join(row.Tags, " #")) + " " + text)
	}
	return text
}

// snippet is the part of a text around the first of the folded words in it, in
// one line, and whether there is one.
func snippet(text string, words []string, w int) (string, bool) {
	if len(words) == 0 || text == "" || w == 0 {
		return "", false
	}
	text = OneLine(text)
	folded, from := foldedWithPlaces(text)
	for _, word := range words {
		at := strings.Index(folded, word)
		if at < 0 {
			continue
		}
		begin, end := from[at], from[at+len(word)]
		if Width(text[:end]) <= w-1 {
			return text, true
		}
		lead := begin
		for columns := 0; lead > 0 && columns < w/3; columns++ {
			_, size := utf8.DecodeLastRuneInString(text[:lead])
			lead -= size
		}
		return ellipsis + strings.TrimLeft(text[lead:], " "), true
	}
	return "", false
}

// Highlight underlines where the folded words are in a text without escape
// codes.
func (st *Styles) Highlight(text string, words []string) string {
	if len(words) == 0 || text == "" {
		return text
	}
	folded, from := foldedWithPlaces(text)
	hit := make([]bool, len(text))
	found := false
	for _, word := range words {
		for at := 0; word != ""; {
			next := strings.Index(folded[at:], word)
			if next < 0 {
				break
			}
			begin, end := from[at+next], from[at+next+len(word)]
			for i := begin; i < end; i++ {
				hit[i] = true
			}
			found = true
			at += next + len(word)
		}
	}
	if !found {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && hit[j] == hit[i] {
			j++
		}
		if hit[i] {
			b.WriteString(st.Match.Render(text[i:j]))
		} else {
			b.WriteString(text[i:j])
		}
		i = j
	}
	return b.String()
}

// foldedWithPlaces folds a text and says for each byte of the result, and for
// its end, where in the text it comes from.
func foldedWithPlaces(text string) (string, []int) {
	var b strings.Builder
	b.Grow(len(text))
	places := make([]int, 0, len(text)+1)
	for i, r := range text {
		if r < utf8.RuneSelf {
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
			places = append(places, i)
			continue
		}
		folded := fold.Text(string(r))
		if unicode.IsSpace(r) {
			folded = " "
		}
		for range len(folded) {
			places = append(places, i)
		}
		b.WriteString(folded)
	}
	return b.String(), append(places, len(text))
}
