package profiles

import (
	"fmt"
	"strings"

	"linkvet/store/quantity"
)

func (j *judge) hint(question, format string, args ...any) {
	j.Hints = append(j.Hints, Hint{Question: question, Text: fmt.Sprintf(format, args...)})
}

// hints are what is worth a line and no answer.
func (j *judge) hints() {
	switch {
	case j.ConnectedOn != "":
		j.hint("", "You are connected already, since %s.", j.ConnectedOn)
	case j.Degree == 1:
		j.hint("", "LinkedIn shows 1st degree: you are connected already.")
	}
	if j.Degree > 1 && j.inv.Namesake {
		j.hint("impostor", "LinkedIn shows %s degree; your connection of this name would be 1st.", ordinal(j.Degree))
	}
	if j.PhotoNew && j.ContactNew && j.Facts.AccountFit != "" {
		j.hint("impostor", "The panel says that photo and contact details were changed within half a year, on an account of %s.", j.Facts.AccountFit)
	}
	if j.OutOfOrder {
		j.hint("profile", "Headings stand where LinkedIn does not put them, so nothing of the text counts.")
	}
	tied := j.ties()
	if j.inv.ClaimsTie && !tied && j.AllPositions && len(j.Positions) > 0 && len(j.circle.Positions) > 0 && !j.OutOfOrder {
		j.hint("claimed_tie", "The note speaks of a tie, and none of your employers or schools is on their lists.")
	}
	j.timeline()
}

// ties compares employers and schools.
func (j *judge) ties() (tied bool) {
	for _, theirs := range j.Positions {
		for _, own := range j.circle.Positions {
			if !j.circle.Same(theirs.Company, own.Company) {
				continue
			}
			tied = true
			j.hint("know", "%s. They: %s. You: %s.", own.Company, span(theirs.From, theirs.Until), span(own.From, own.Until))
			j.hint("claimed_tie", "%s. They: %s. You: %s.", own.Company, span(theirs.From, theirs.Until), span(own.From, own.Until))
			if theirs.Until == "" && own.Until != "" {
				j.hint("conflict", "They work at %s, a former employer of yours.", own.Company)
			}
		}
	}
	for _, theirs := range j.Schools {
		for _, own := range j.circle.Schools {
			if j.circle.Same(theirs.Name, own.Name) {
				tied = true
				j.hint("claimed_tie", "%s. They: %s. You: %s.", own.Name, span(theirs.From, theirs.Until), span(own.From, own.Until))
			}
		}
	}
	for _, name := range j.BothWorked {
		tied = true
		j.hint("claimed_tie", "LinkedIn says that you both worked at %s.", name)
	}
	for _, name := range j.BothStudied {
		tied = true
		j.hint("claimed_tie", "LinkedIn says that you both studied at %s.", name)
	}
	return tied
}

// Mutual says who of the people in common the archive knows, by the names that
// the page gives, which are often first names only.
func (p *Profile) Mutual(names []string, named func(name string) []Contact) []Hint {
	var hints []Hint
	for _, name := range names {
		found := named(name)
		switch {
		case len(found) == 1 && found[0].Messages > 0:
			hints = append(hints, Hint{Question: "shared", Text: quantity.Sentence(found[0].Messages, "%[2]s is a connection of yours, with %[1]d message between you.", "%[2]s is a connection of yours, with %[1]d messages between you.", found[0].Name)})
		case len(found) == 1:
			hints = append(hints, Hint{Question: "shared", Text: quantity.Text("%s is a connection of yours.", found[0].Name)})
		case len(found) > 1:
			hints = append(hints, Hint{Question: "shared", Text: quantity.Text("%s may be one of %d connections of yours.", name, len(found))})
		}
	}
	return hints
}

// timeline: what of the lists cannot be at once.
func (j *judge) timeline() {
	open := 0
	for _, job := range j.Positions {
		if job.Until == "" && job.FullTime {
			open++
		}
	}
	if open >= 3 {
		j.hint("profile", "%d full-time positions have no end.", open)
	}
}

// span is "2015-06 to 2020-01", "since 2020-02", or "at some time".
func span(from, until string) string {
	switch {
	case from == "" && until == "":
		return "at some time"
	case until == "":
		return "since " + from
	case from == "":
		return "until " + until
	}
	return from + " to " + until
}

func ordinal(degree int) string {
	return strings.Split("1st 2nd 3rd", " ")[min(max(degree, 1), 3)-1]
}
