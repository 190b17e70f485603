package screen

import (
	"regexp"
	"strings"

	"linkvet/store/dates"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// dayInWords is a day as the words of a step have it, which are kept.
var dayInWords = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`)

// StepText is what a step did, whose words the store keeps, as it is read within a
// sentence: "answered 43 invitations", "Mia Berg accepted".
func StepText(words string) string {
	what, whom, named := strings.Cut(style.OneLine(words), ": ")
	switch {
	case !named:
		return what
	case what == "answered":
		whom = strings.ReplaceAll(whom, ": ", " – ")
	}
	whom = dayInWords.ReplaceAllStringFunc(whom, func(text string) string {
		day, err := record.ParseDay(text)
		if err != nil {
			return text
		}
		return dates.Weekday(day.Time())
	})
	if what == "decided" {
		return whom
	}
	return what + " " + whom
}
