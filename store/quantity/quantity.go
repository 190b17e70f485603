// Package quantity says how many there are of something, with the number and the
// form of the word as the language has them. It knows no words of its own: who
// counts gives both forms.
package quantity

import (
	"strconv"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// spoken is the language of everything the program says.
var spoken = language.English

// Number writes a number as people read it, such as "1,234".
func Number(n int) string {
	if n > -1000 && n < 1000 { // nothing groups so few digits
		return strconv.Itoa(n)
	}
	return message.NewPrinter(spoken).Sprint(n)
}

// Form is the form of a word that goes with a number: one or many.
func Form(n int, one, many string) string {
	if plural.Cardinal.MatchPlural(spoken, max(n, -n), 0, 0, 0, 0) == plural.One {
		return one
	}
	return many
}

// Of says how many there are of something, such as "1 invitation".
func Of(n int, one, many string) string { return Number(n) + " " + Form(n, one, many) }
