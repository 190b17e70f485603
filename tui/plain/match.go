package plain

import (
	"slices"
	"strconv"
	"strings"

	"linkvet/store/fold"
	"linkvet/store/quantity"
)

// numberOf is the number that somebody typed, also as dictation writes it: "1.",
// "#1" or in wide digits.
func numberOf(line string) (n int, ok bool) {
	n, err := strconv.Atoi(strings.Trim(fold.Text(line), "#.) "))
	return n, err == nil
}

// match finds what somebody typed among texts: the text itself, else the only one
// that begins so, else the only one in which a word begins so. Of texts that begin
// with each other, the shortest is meant. Where several can be meant, at is -1 and
// they are returned.
func match(line string, texts []string) (at int, several []string) {
	typed := fold.Text(strings.Trim(line, ". "))
	if typed == "" {
		return -1, nil
	}
	for _, fits := range []func(text string) bool{
		func(text string) bool { return text == typed },
		func(text string) bool { return strings.HasPrefix(text, typed) },
		func(text string) bool { return strings.Contains(" "+text, " "+typed) },
	} {
		var found []int
		for i, text := range texts {
			if fits(strings.Trim(fold.Text(text), ".")) {
				found = append(found, i)
			}
		}
		if len(found) == 0 {
			continue
		}
		for _, i := range found {
			begins := func(j int) bool { return strings.HasPrefix(fold.Text(texts[j]), fold.Text(texts[i])) }
			if !slices.ContainsFunc(found, func(j int) bool { return !begins(j) }) {
				return i, nil
			}
		}
		for _, i := range found {
			several = append(several, texts[i])
		}
		return -1, several
	}
	return -1, nil
}

// mostNamed is how many of those that a beginning can mean are said.
const mostNamed = 5

// whichOf says what a beginning can mean; what is not known where it means nothing.
func whichOf(line string, several []string) string {
	if len(several) == 0 {
		return notKnown(line)
	}
	named := several[:min(len(several), mostNamed)]
	if len(several) > len(named) {
		named = append(slices.Clone(named), "something else")
	}
	return quantity.Text("%s can be %s. Type more of it.", short(line), quantity.Or(named))
}

// numbersOf reads numbers and spans of them, such as "1 3-5", of a list of n; the
// places count from 0. ok is false for what is no numbers at all; wrong is the first
// that the list does not have.
func numbersOf(text string, n int) (places []int, wrong string, ok bool) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' }) {
		first, last, span := strings.Cut(word, "-")
		from, is := numberOf(first)
		to := from
		if span && is {
			to, is = numberOf(last)
		}
		if !is {
			return nil, "", false
		}
		if wrong == "" && (from < 1 || to < from || to > n) {
			wrong = word
			continue
		}
		for i := from; wrong == "" && i <= to; i++ {
			places = append(places, i-1)
		}
		ok = true
	}
	if wrong != "" {
		return nil, wrong, true
	}
	return places, "", ok
}
