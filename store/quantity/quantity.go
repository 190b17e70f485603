// Package quantity says how many there are of something, and names several in a
// row, by the rules of the language. It knows no words of its own beside those
// that join a list: who counts gives whole sentences, one for each form.
//
// A sentence is never put together from halves. It is written out once for each
// case, with a verb where a number, a name or a day goes, so that a translator can
// turn it round. English sentences are what a translation would be looked up by, in
// a catalog of golang.org/x/text/message: see ARCHITECTURE.md.
package quantity

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// spoken is the language of everything the program says.
var spoken = language.English

var printer = sync.OnceValue(func() *message.Printer { return message.NewPrinter(spoken) })

// Number writes a number as people read it, such as "1,234".
func Number(n int) string {
	if n > -1000 && n < 1000 { // nothing groups so few digits
		return strconv.Itoa(n)
	}
	return printer().Sprint(n)
}

// Form is the form of a word that goes with a number: one or many.
func Form(n int, one, many string) string {
	if plural.Cardinal.MatchPlural(spoken, max(n, -n), 0, 0, 0, 0) == plural.One {
		return one
	}
	return many
}

// Of says how many there are of something, such as "1 invitation". It is for
// labels and the cells of a table; what stands in a sentence says [Sentence].
func Of(n int, one, many string) string { return Number(n) + " " + Form(n, one, many) }

// Sentence is a whole sentence about n, in the form that goes with it. Both forms
// have the verbs of [fmt], of which the first is for n and the others for args; a
// form that leaves one of them out numbers its verbs, as in %[1]d. A number is
// written as by [Number], so a year is given as text.
func Sentence(n int, one, many string, args ...any) string {
	form := Form(n, one, many)
	if !strings.Contains(form, "%") { // it says the number in a word
		return Text(form)
	}
	return Text(form, append([]any{n}, args...)...)
}

// Text is a whole sentence in which no word changes with a number. It has the
// verbs of [fmt], and writes numbers as [Number] does.
func Text(format string, args ...any) string { return printer().Sprintf(format, args...) }

// And names several in a row, as in "a, b and c".
func And(words []string) string { return inRow(words, " and ") }

// Or is And where one of them is meant, as in "a, b or c".
func Or(words []string) string { return inRow(words, " or ") }

func inRow(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	end := len(words) - 1
	return strings.Join(words[:end], ", ") + last + words[end]
}
