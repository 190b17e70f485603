package plain

import (
	"regexp"
	"strings"
	"time"

	"linkvet/store/dates"
)

// marks are signs that a voice would read out by name, each with what it stands
// for in a sentence.
var marks = strings.NewReplacer(
	"“", "", "”", "", " > ", ", then ", " › ", ", then ", " → ", ", then ", " | ", ", ", " · ", ", ", " • ", ", ", " – ", ", ", " — ", ", ", "…", "...", `"`, "",
	"✔", "", "✓", "", "●", "", "·", "", "•", "",
)

// isoDay is a day as 2026-12-01, shortMonth a month behind a day or before a year,
// and inLine the line of a file, each by itself.
var (
	isoDay     = regexp.MustCompile(`(^|[ (])(\d{4}-\d\d-\d\d)([ .,:;)]|$)`)
	shortMonth = regexp.MustCompile(`\b(\d{1,2} )?(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)( \d{4})?\b`)
	inLine     = regexp.MustCompile(`(\.\pL+):(\d+)(:? )`)
)

// spoken is a text as it is to be heard: without marks that are there for the eye,
// and with days as they are said.
func spoken(text string) string {
	text = isoDay.ReplaceAllStringFunc(text, func(found string) string {
		at := isoDay.FindStringSubmatch(found)
		day, err := time.Parse(time.DateOnly, at[2])
		if err != nil {
			return found
		}
		return at[1] + dates.Day(day) + at[3]
	})
	text = shortMonth.ReplaceAllStringFunc(text, func(found string) string {
		at := shortMonth.FindStringSubmatch(found)
		month, err := time.Parse("Jan", at[2])
		if err != nil || at[1] == "" && at[3] == "" {
			return found
		}
		return at[1] + dates.MonthOfYear(month) + at[3]
	})
	text = inLine.ReplaceAllString(text, "$1, line $2$3")
	return strings.Join(strings.Fields(marks.Replace(text)), " ")
}

// wrapped is a text in lines that end between words.
func wrapped(text string, w int, width func(string) int) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		now := ""
		for word := range strings.SplitSeq(line, " ") {
			if now != "" && width(now)+1+width(word) > w {
				lines, now = append(lines, now), word
				continue
			}
			now = strings.TrimPrefix(now+" "+word, " ")
		}
		lines = append(lines, now)
	}
	return strings.Join(lines, "\n")
}
