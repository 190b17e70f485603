package letter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parts are what the person says, each in a sentence or a few words of their own.
type Parts struct {
	Why   string // why they write to this person
	Known string // how they know each other, or of each other
	For   string // what it is for: what may come of it
}

// IsEmpty reports whether nothing is said yet.
func (p Parts) IsEmpty() bool { return strings.TrimSpace(p.Why+p.Known+p.For) == "" }

// Variant is one way to put the parts together.
type Variant struct {
	Name string // what comes first, or how long it is
	Text string
}

// Variants returns notes to somebody of that first name ("" for none) made of the
// parts, none twice. Without a part there is none.
func Variants(first string, p Parts) []Variant {
	var all []Variant
	for _, order := range []struct {
		name  string
		parts []string
	}{
		{"how you know each other first", []string{p.Known, p.Why, p.For}},
		{"why you write first", []string{p.Why, p.Known, p.For}},
		{"without what for", []string{p.Known, p.Why}},
		{"short", []string{p.Why}},
	} {
		text := put(first, order.parts)
		if text != "" && !slices.ContainsFunc(all, func(v Variant) bool { return v.Text == text }) {
			all = append(all, Variant{order.name, text})
		}
	}
	return all
}

// put makes one note of parts; "" of none.
func put(first string, parts []string) string {
	var sentences []string
	for _, part := range parts {
		if s := sentence(part); s != "" {
			sentences = append(sentences, s)
		}
	}
	if len(sentences) == 0 {
		return ""
	}
	greeting := "Hello, "
	if first != "" {
		greeting = "Hi " + first + ", "
	}
	sentences[0] = afterComma(sentences[0])
	return greeting + strings.Join(sentences, " ")
}

// sentence is a part as a sentence of its own: on one line, with a capital and an
// end.
func sentence(part string) string {
	text := strings.Join(strings.Fields(part), " ")
	if text == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(r)) + text[size:]
	if last, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(".!?…。！？", last) {
		return text
	}
	return text + "."
}

// lowered are the words whose capital goes after a greeting with a comma. Of any
// other, such as a name or a noun of German, nobody can tell.
var lowered = strings.Fields("we our you your it its this that these the a an as at in on after since when while last thank thanks " +
	"my for from with having both reading seeing one is are would could do did yesterday today " +
	"met saw heard read worked studied listened talked spoke learned found enjoyed loved liked sat shared came got was were had have been " +
	"followed following working studying he she they who what how where there here all some many most next two three")

func afterComma(sentence string) string {
	word, _, _ := strings.Cut(sentence, " ")
	if slices.Contains(lowered, strings.ToLower(strings.TrimRight(word, ",.:;!?"))) {
		r, size := utf8.DecodeRuneInString(sentence)
		return string(unicode.ToLower(r)) + sentence[size:]
	}
	return sentence
}

// Length is how long a note is as LinkedIn counts it, in characters.
func Length(text string) int { return utf8.RuneCountInString(strings.TrimSpace(text)) }
