package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsMutual reports the line about connections in common.
func IsMutual(line string) bool {
	return len(strings.Fields(line)) <= 30 && Ends(Mutual, line) && !Is(Followers, line)
}

// BeforeMutual returns what such a line has before those words: names, or a
// number, or both.
func BeforeMutual(line string) string {
	plain := strings.TrimRight(Plain(line), edges)
	longest := ""
	for _, phrase := range words()[Mutual].all {
		if strings.HasSuffix(plain, phrase) && len(phrase) > len(longest) {
			longest = phrase
		}
	}
	before := sameCharacters(line, plain, 0, len(plain)-len(longest))
	for {
		rest, last := before, ""
		if at := strings.LastIndexByte(before, ' '); at >= 0 {
			rest, last = before[:at], before[at+1:]
		}
		if last == "" || !words()[copula].whole[Plain(last)] {
			return before
		}
		before = strings.TrimSpace(rest)
	}
}

// SplitAnd parts names at the word for "and".
func SplitAnd(text string) []string {
	var names []string
	var name []string
	for _, word := range strings.Fields(text) {
		if words()[ands].whole[Plain(word)] {
			names = append(names, strings.Join(name, " "))
			name = nil
			continue
		}
		name = append(name, word)
	}
	return append(names, strings.Join(name, " "))
}

// IsSpan reports a word for years or months.
func IsSpan(word string) bool {
	plain := strings.Trim(Plain(word), edges)
	return words()[year].whole[plain] || words()[month].whole[plain]
}

// HoldsMonths reports a text that speaks of months and not of years.
func HoldsMonths(text string) bool {
	months := false
	for word := range strings.FieldsSeq(Plain(text)) {
		word = strings.Trim(word, edges)
		if words()[year].whole[word] && len(word) > 1 {
			return false
		}
		months = months || words()[month].whole[word] && len(word) > 1
	}
	return months
}

// IsBadge reports signs beside a name that say nothing of who it is: the degree
// of connection, pronouns, badges, and lines without a letter or a digit.
func IsBadge(line string) bool {
	sign := strings.Trim(line, " ·•()")
	if strings.IndexFunc(sign, unicode.IsLetter) < 0 && strings.IndexFunc(sign, unicode.IsDigit) < 0 {
		return true
	}
	return Is(Degree, sign) || Is(Pronouns, sign) || Is(Badge, sign)
}

// IsContact reports what a profile says below the headline: where one lives with
// "Contact info" behind it, and how many connections and followers there are.
func IsContact(line string) bool {
	if Ends(Contact, line) {
		return true
	}
	number, what, ok := strings.Cut(strings.Trim(line, edges), " ")
	return ok && unicode.IsDigit(rune(number[0])) && words()[Counts].whole[Plain(what)]
}

// IsQuoted reports a line between quotation marks.
func IsQuoted(line string) bool {
	return len(line) > 2 && strings.HasPrefix(line, `"`) && strings.HasSuffix(line, `"`) ||
		strings.HasPrefix(line, "“") && strings.HasSuffix(line, "”") || strings.HasPrefix(line, "„") && strings.HasSuffix(line, "“") ||
		strings.HasPrefix(line, "«") && strings.HasSuffix(line, "»")
}

// Unquoted takes the quotation marks off.
func Unquoted(line string) string { return strings.Trim(line, `"“”„«» `) }

// IsGreeting reports "Hi Robin," and the like.
func IsGreeting(line string) bool {
	return len(strings.Fields(line)) <= 5 && BeginsWithGreeting(line)
}

// BeginsWithGreeting reports a text that begins as a letter does.
func BeginsWithGreeting(text string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "¡¿ "), " ")
	return words()[Greeting].whole[Plain(strings.TrimRight(first, ",.:!"))]
}

// IsFooter reports the line above a mail's small print, or above the people that
// LinkedIn suggests.
func IsFooter(line string) bool {
	if len(line) >= 10 && strings.Trim(line, ".-_=* ") == "" {
		return true
	}
	return Begins(Footer, line)
}

// IsList reports the sentence above a list of people.
func IsList(line string) bool {
	if plain := Plain(line); plain == "linkedin" || strings.HasSuffix(plain, ":") {
		return true
	}
	return len(strings.Fields(line)) >= 3 && Holds(List, line)
}

// WithoutMore takes off the words that end a text which is cut off, such as
// "… show more", and reports whether they were there.
func WithoutMore(line string) (text string, cut bool) {
	if strings.HasPrefix(line, "…") || strings.HasPrefix(line, "...") {
		return "", Is(More, line)
	}
	for _, dots := range []string{"…", "..."} {
		if at := strings.LastIndex(line, dots); at >= 0 && Is(More, line[at+len(dots):]) {
			return strings.TrimSpace(line[:at]), true
		}
	}
	return line, false
}

// WithoutVia takes off what stands between a sender's name and LinkedIn's: "Ada
// Lovell via" LinkedIn.
func WithoutVia(name string) string {
	plain := Plain(name)
	longest := 0
	for _, word := range words()[Via].all {
		if strings.HasSuffix(plain, " "+word) {
			longest = max(longest, len(strings.Fields(word)))
		}
	}
	fields := strings.Fields(name)
	return strings.Join(fields[:len(fields)-longest], " ")
}

// IsNobody reports the name that stands for members who hide theirs.
func IsNobody(name string) bool { return words()[Nobody].whole[Plain(name)] }

// Nobodies are all such names.
func Nobodies() []string { return words()[Nobody].all }

// LikelyName returns a name without what stands around it, or "" for what is too
// long to be one.
func LikelyName(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return strings.ContainsRune(nameEdges, r) || isPicture(r) })
	s = strings.TrimRight(s, nameEdges)
	if utf8.RuneCountInString(s) > 80 || len(strings.Fields(s)) > 8 {
		return ""
	}
	return s
}

const nameEdges = " ,.:!\"·•|-–—"

// isPicture reports emoji, which LinkedIn puts before the names in subjects.
func isPicture(r rune) bool {
	return unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) && r > 0xff || r == '\ufe0f' || r == '\u200d'
}

// WithoutDegree takes "· 2nd", badges and pronouns off a name.
func WithoutDegree(name string) string {
	for _, sign := range []string{" · ", " • ", " ("} {
		if before, after, ok := strings.Cut(name, sign); ok && IsBadge(after) {
			name = before
		}
	}
	return strings.TrimSpace(name)
}
