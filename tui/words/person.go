package words

import (
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/quantity"
	"linkvet/store/record"
	"linkvet/tui/style"
)

// State is where an invitation stands, and whether that makes it come back.
type State struct {
	Text     string
	CameBack bool
	Asks     bool // nothing is answered yet, and it says what asks
}

// States says where an invitation stands beside the advice: what the person did,
// when it comes back, and why. asks and later say what asks the questions and
// what puts it off, as the person does it.
func States(row record.Row, now time.Time, asks, later string) []State {
	var said []State
	add := func(text string) { said = append(said, State{Text: text}) }
	back := func(text string) { said = append(said, State{Text: text, CameBack: true}) }
	for _, text := range reachStates(row, now, asks) {
		add(text)
	}
	if row.Join {
		add("A mail that asks you to join LinkedIn")
	}
	if row.Recommendation == 0 && row.Status == record.StatusWaiting {
		said = append(said, State{Text: quantity.Text("Not vetted yet: %s asks the questions", asks), Asks: true})
	}
	until := style.Date(row.LaterUntil.In(now.Location()), now)
	switch row.Status {
	case record.StatusDecided:
		if row.Reach == record.ReachNone {
			add("You: " + DecisionWord(row) + ", " + style.Date(row.DecidedAt, now))
		}
	case record.StatusLater:
		add(quantity.Text("Put off until %s", until))
	case record.StatusAccepted:
		if row.Reach == record.ReachNone {
			add("Already among your connections")
		}
	case record.StatusGone:
		add("No longer in your archive: ignored, withdrawn or expired")
	}
	followUp := row.Status == record.StatusDecided && !row.LaterUntil.IsZero()
	switch {
	case row.Due && followUp:
		back(quantity.Text("Due: you wanted to follow it up on %s", until))
	case followUp:
		add(quantity.Text("To follow up on %s", until))
	case row.Due:
		back(quantity.Text("Due: you put it off until %s", until))
	}
	if row.Back {
		back(quantity.Text("Changed since you put it off: see what happened; %s puts it off again", later))
	}
	return said
}

// Sent says when an invitation was sent, and how long ago.
func Sent(row record.Row, now time.Time) string {
	if row.Direction == record.Outgoing && row.SentAt.IsZero() {
		return "" // where it stands says the rest
	}
	if row.SentAt.IsZero() {
		return "When it was sent is not known"
	}
	day, ago := style.Date(row.SentAt, now), style.Age(row.SentAt, now)
	switch mine := row.Direction == record.Outgoing; {
	case mine && ago == "now":
		return quantity.Text("You sent it %s", day)
	case mine:
		return quantity.Text("You sent it %s (%s)", day, ago)
	case ago == "now":
		return quantity.Text("Sent %s", day)
	}
	return quantity.Text("Sent %s (%s)", day, ago)
}

// Sign is what is worth a look before deciding.
type Sign struct {
	Text  string
	Warns bool // it may be a stop sign
}

// Signs are what note and archive of an invitation point to, each said once.
func Signs(inv record.Invitation) []Sign {
	var signs []Sign
	said := map[string]bool{}
	for _, s := range inv.Suggestions() {
		if inv.Note == "" && s.Question == "note" || said[s.Because] {
			continue // that no note came with it is said by itself
		}
		said[s.Because] = true
		q, _ := advisor.QuestionByID(s.Question)
		signs = append(signs, Sign{style.OneLine(s.Because), q.Stage == advisor.StageStopSigns && !s.Reassures()})
	}
	return signs
}

// FromArchive says what the archives know of the person beside the invitation.
func FromArchive(inv record.Invitation, now time.Time) []string {
	said := inv.FactsObject().Sentences(inv.Direction, func(day time.Time) string { return style.Date(day, now) })
	for i, sentence := range said {
		said[i] = style.OneLine(sentence)
	}
	return said
}

// Who are headline and company of somebody, without what the name or the other
// says already.
func Who(row record.Row) []string {
	said := []string{style.NameOr(row.Name)}
	for _, text := range []string{row.Headline, row.Company} {
		if text = style.OneLine(text); text != "" && !strings.Contains(strings.Join(said, " "), text) {
			said = append(said, text)
		}
	}
	return said[1:]
}

// Ago says in words how long ago a time was: "3 days ago". It is "" where that
// is not known.
func Ago(at, now time.Time) string {
	if at.IsZero() {
		return ""
	}
	const day = 24 * time.Hour
	count := func(unit time.Duration, one, many string) string {
		return quantity.Sentence(int(now.Sub(at)/unit), one, many)
	}
	switch d := now.Sub(at); {
	case d < time.Hour:
		return "just now"
	case d < day:
		return count(time.Hour, "%d hour ago", "%d hours ago")
	case d < 14*day:
		return count(day, "%d day ago", "%d days ago")
	case d < 60*day:
		return count(7*day, "%d week ago", "%d weeks ago")
	case d < 730*day:
		return count(30*day, "%d month ago", "%d months ago")
	}
	return count(365*day, "%d year ago", "%d years ago")
}
