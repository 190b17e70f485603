package insight

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"linkvet/advisor"
	"linkvet/store/dates"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// Chapter is one part of a report, as people read it: the same on a screen, on a
// page and in plain sentences.
type Chapter struct {
	Title  string
	Bars   []Bar    // numbers to draw, in the order shown
	Says   []string // sentences
	People []Person // a few invitations, with Whom above them
	Whom   string
}

// MonthsTitle is the title of the chapter of months, which a page draws as a
// picture.
const MonthsTitle = "Received by month"

// Bar is a number with its name.
type Bar struct {
	Label string
	N     int
}

// Chapters are all that there is something to say about, what is of every day first.
func (r *Report) Chapters() []Chapter {
	if r.Invitations == 0 {
		return []Chapter{{Title: "Nothing to count yet", Says: []string{
			"There are no invitations. Import your LinkedIn archive or add an invitation, and what you decide is counted here.",
		}}}
	}
	all := []Chapter{
		r.overview(), r.byMonth(), r.byInviter(), r.advised(), r.decided(), r.untilDecided(), r.effort(), r.caught(), r.agreement(),
		r.failing(), r.due(), r.waitingLongest(), r.pending(), r.yours(), r.tagged(), r.byYear(), r.connected(), r.yearInWords(),
	}
	var some []Chapter
	for _, c := range all {
		if len(c.Bars)+len(c.Says)+len(c.People) > 0 {
			some = append(some, c)
		}
	}
	return some
}

// filled are the bars that have a length.
func filled(bars []Bar) []Bar {
	var some []Bar
	for _, b := range bars {
		if b.N > 0 {
			some = append(some, b)
		}
	}
	return some
}

// statusLabels are what the statuses are called where nothing else explains them.
var statusLabels = map[record.Status]string{
	record.StatusWaiting: "Waiting for you", record.StatusLater: "Put off", record.StatusDecided: "Decided here",
	record.StatusAccepted: "Accepted on LinkedIn", record.StatusGone: "No longer listed",
}

func (r *Report) overview() Chapter {
	c := Chapter{Title: "Your invitations"}
	for _, status := range record.Statuses() {
		switch status {
		case record.StatusOutgoing:
			c.Bars = append(c.Bars,
				Bar{"Sent, no answer yet", r.open[record.ReachSent] + r.open[record.ReachPending]},
				Bar{capital(record.ReachThinking.Words()), r.open[record.ReachThinking]})
		case record.StatusGone:
			c.Bars = append(c.Bars, Bar{statusLabels[status], r.ByStatus[status] + r.open[record.ReachAnswered]})
		default:
			c.Bars = append(c.Bars, Bar{statusLabels[status], r.ByStatus[status]})
		}
	}
	c.Bars = filled(c.Bars)
	in := r.ByDirection[string(record.Incoming)]
	switch {
	case in == 0 && r.Sent == 0:
		c.say("No invitation has come to you yet, and you have sent none.")
	case in == 0:
		c.say("No invitation came to you, and you sent %d.", r.Sent)
	case r.Sent == 0:
		c.count(in, "%d invitation came to you, and you sent none.", "%d invitations came to you, and you sent none.")
	default:
		c.count(in, "%d invitation came to you, and you sent %d.", "%d invitations came to you, and you sent %d.", r.Sent)
	}
	c.part(r.ToJoin, in, askToJoin)
	c.part(r.WithNote, in, carriedNote)
	return c
}

// monthsInBars is how many months are drawn as bars below each other.
const monthsInBars = 12

func (r *Report) byMonth() Chapter {
	c := Chapter{Title: MonthsTitle}
	total, most := 0, Month{}
	shown := r.Months[max(len(r.Months)-monthsInBars, 0):]
	for _, m := range shown {
		c.Bars = append(c.Bars, Bar{MonthLabel(m.Month), m.Received})
		total += m.Received
		if m.Received > most.Received {
			most = m
		}
	}
	if total == 0 {
		return Chapter{}
	}
	if len(shown) == 1 {
		c.say("This month %d came to you.", total)
		return c
	}
	c.count(total, "In the last %[2]d months %[1]d came to you, in %[3]s.", "In the last %[2]d months %[1]d came to you, most in %[3]s (%[4]d).",
		len(shown), monthAs(most.Month, dates.Month), most.Received)
	return c
}

func (r *Report) byInviter() Chapter {
	c := Chapter{Title: "Who invites you"}
	said := 0
	for _, k := range kindLabels {
		c.Bars = append(c.Bars, Bar{k.label, r.ByInviter[k.kind]})
		if k.kind != NotSaid {
			said += r.ByInviter[k.kind]
		}
	}
	if said == 0 {
		return Chapter{}
	}
	c.Bars = filled(c.Bars)
	if r.ByInviter[NotSaid] == 0 {
		c.say("As you answered who they are to you.")
	} else {
		c.say("As you answered who they are to you, for %d of them.", said)
	}
	return c
}

func (r *Report) advised() Chapter {
	c := Chapter{Title: "What was advised"}
	for _, rec := range advisor.Recommendations() {
		c.Bars = append(c.Bars, Bar{rec.Label(), r.ByAdvice[rec.String()]})
	}
	if c.Bars = filled(c.Bars); len(c.Bars) == 0 {
		return Chapter{}
	}
	switch {
	case r.Settled == 0 && r.Answered == 1:
		c.say("The advice is not settled yet: an open answer could still change it.")
	case r.Settled == 0:
		c.say("The advice is settled for none of them yet: an open answer could still change it.")
	case r.Answered == 1:
		c.say("The advice is settled: no open answer can change it.")
	default:
		c.say("The advice is settled for %d of %d: no open answer can change it.", r.Settled, r.Answered)
	}
	if r.Reports > 0 {
		c.say("Reporting is advised for %d.", r.Reports)
	}
	return c
}

// decisionLabels are the decisions in words.
var decisionLabels = map[record.Decision]string{
	record.Accepted: "Accepted", record.Ignored: "Ignored", record.Declined: "Declined", record.Blocked: "Blocked",
	record.Reported: "Reported", record.Sent: "Sent", record.NotSent: "Not sent",
}

func (r *Report) decided() Chapter {
	c := Chapter{Title: "What you did"}
	for _, d := range record.Decisions() {
		c.Bars = append(c.Bars, Bar{decisionLabels[d], r.ByDecision[d]})
	}
	if c.Bars = filled(c.Bars); len(c.Bars) == 0 {
		return Chapter{}
	}
	if here := r.ByStatus[record.StatusDecided]; here > 0 {
		c.count(here, "You decided on %d invitation here.", "You decided on %d invitations here.")
	}
	return c
}

func (r *Report) untilDecided() Chapter {
	s := r.UntilDecided
	if s.Count == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "How long they waited", Bars: []Bar{
		{"Less than a day", s.SameDay}, {"1 to 7 days", s.Week}, {"8 to 30 days", s.Month}, {"31 to 90 days", s.Quarter}, {"Longer", s.Longer},
	}}
	switch {
	case s.Longest == 0:
		c.say("Whatever you decided on had waited less than a day.")
	case s.Count == 1:
		c.count(s.Longest, "The one you decided on had waited %d day.", "The one you decided on had waited %d days.")
	case s.Median == 0:
		c.count(s.Longest, "Half of those you decided on had waited less than a day, and the longest %d day.",
			"Half of those you decided on had waited less than a day, and the longest %d days.")
	default:
		c.count(s.Median, "Half of those you decided on had waited %d day or less.", "Half of those you decided on had waited %d days or less.")
		c.count(s.Longest, "The longest had waited %d day.", "The longest had waited %d days.")
	}
	return c
}

func (r *Report) effort() Chapter {
	e := r.Effort
	if e.Invitations == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "What it took"}
	if e.Invitations == 1 {
		c.count(e.Answers, "You gave %d answer, about one invitation.", "You gave %d answers, all about one invitation.")
	} else { // with one answer or more to each
		c.count(e.Answers, "You gave %d answer about %d invitations: %d in the middle case, and %d at most.",
			"You gave %d answers about %d invitations: %d in the middle case, and %d at most.", e.Invitations, e.Median, e.Most)
	}
	if e.Pages > 0 {
		c.count(e.Pages, "It took %d page of questions, as far as the journal goes back.", "It took %d pages of questions, as far as the journal goes back.")
	}
	return c
}

func (r *Report) caught() Chapter {
	c := Chapter{Title: "Stop signs and suggestions"}
	for _, s := range r.Signs {
		c.Bars = append(c.Bars, Bar{s.Label, s.Count})
	}
	if r.Caught > 0 {
		c.count(r.Caught, "You saw a stop sign in %d invitation.", "You saw a stop sign in %d invitations.")
	}
	c.suggested(r.Suggestions)
	return c
}

// suggested says what came of the suggestions.
func (c *Chapter) suggested(s Suggestions) {
	switch of := s.Confirmed + s.Refused; {
	case of == 0:
	case s.Refused == 0:
		c.count(of, "A note, a headline or your archive suggested %d answer, and you confirmed it.",
			"A note, a headline or your archive suggested %d answers, and you confirmed all of them.")
	case s.Confirmed == 0:
		c.count(of, "A note, a headline or your archive suggested %d answer, and you gave another.",
			"A note, a headline or your archive suggested %d answers, and you confirmed none of them.")
	default:
		c.count(of, "A note, a headline or your archive suggested %d answer, and you confirmed %d of them.",
			"A note, a headline or your archive suggested %d answers, and you confirmed %d of them.", s.Confirmed)
	}
	switch {
	case s.Waiting == 0:
	case s.Warned == 0:
		c.count(s.Waiting, "%d waiting invitation has something to confirm.", "%d waiting invitations have something to confirm.")
	default:
		c.count(s.Waiting, "%[1]d waiting invitation has something to confirm that looks like a stop sign.",
			"%d waiting invitations have something to confirm, and %d of them what looks like a stop sign.", s.Warned)
	}
}

// yours is how far the person's own invitations have come.
func (r *Report) yours() Chapter {
	c := Chapter{Title: "Invitations of your own"}
	for _, reach := range record.Reaches() {
		c.Bars = append(c.Bars, Bar{capital(reach.Words()), r.ByReach[reach]})
	}
	c.Bars = filled(c.Bars)
	return c
}

func (r *Report) tagged() Chapter {
	c := Chapter{Title: "Your tags"}
	for _, tag := range slices.Sorted(maps.Keys(r.Tags)) {
		c.Bars = append(c.Bars, Bar{"#" + tag, r.Tags[tag]})
	}
	return c
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (r *Report) byYear() Chapter {
	c := Chapter{Title: "Earlier years"}
	for _, y := range r.Years {
		if y.Received+y.Sent == 0 {
			continue
		}
		c.Bars = append(c.Bars, Bar{strconv.Itoa(y.Year), y.Received})
		c.say("%s: received %d (accepted %d), sent %d.", strconv.Itoa(y.Year), y.Received, y.Accepted, y.Sent)
	}
	if len(c.Bars) < 2 {
		return Chapter{}
	}
	c.say("LinkedIn lists an accepted invitation for about half a year only, so the years before your first archive have fewer than there were.")
	return c
}

// connected is when the connections of the archives were made, which go back
// further than their invitations.
func (r *Report) connected() Chapter {
	c := Chapter{Title: "Connections by year"}
	total, most := 0, Year{}
	for _, y := range r.Years {
		c.Bars = append(c.Bars, Bar{strconv.Itoa(y.Year), y.Connections})
		if total += y.Connections; y.Connections > most.Connections {
			most = y
		}
	}
	if total == 0 {
		return Chapter{}
	}
	c.Bars = filled(c.Bars)
	c.count(total, "Your archive dates %[1]d connection, in %[2]s.", "Your archive dates %d connections, most in %s (%d).", strconv.Itoa(most.Year), most.Connections)
	return c
}

// say adds a whole sentence, as quantity.Text writes it.
func (c *Chapter) say(format string, args ...any) {
	c.Says = append(c.Says, quantity.Text(format, args...))
}

// count adds a whole sentence about n, as quantity.Sentence writes it.
func (c *Chapter) count(n int, one, many string, args ...any) {
	c.Says = append(c.Says, quantity.Sentence(n, one, many, args...))
}

// Figures groups the digits of a number.
func Figures(n int) string { return quantity.Number(n) }

// MonthLabel is a month such as 2026-03 for the side of a bar.
func MonthLabel(month string) string { return monthAs(month, dates.ShortMonth) }

func monthAs(month string, write func(time.Time) string) string {
	t, err := time.Parse(monthLayout, month)
	if err != nil {
		return month
	}
	return write(t)
}
