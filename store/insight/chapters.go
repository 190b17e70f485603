package insight

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"linkvet/advisor"
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
	c.say(quantity.Of(in, "invitation", "invitations"), " came to you, and you sent ", Figures(r.Sent), ".")
	if r.ToJoin > 0 {
		c.say(quantity.Of(r.ToJoin, "of those that came asks", "of those that came ask"), " you to join LinkedIn.")
	}
	switch {
	case in > 0 && r.WithNote == 0:
		c.say("None of those that came carried a note.")
	case in > 0:
		c.say(Figures(r.WithNote), " of those that came carried a note.")
	}
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
		c.say("This month ", Figures(total), " came to you.")
		return c
	}
	c.say("In the last ", Figures(len(shown)), " months ", Figures(total), " came to you, most in ", longMonth(most.Month), " (", Figures(most.Received), ").")
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
	c.say("As you answered who they are to you, for ", Figures(said), " of them.")
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
	if r.Settled > 0 {
		c.say("The advice is settled for ", Figures(r.Settled), " of ", Figures(r.Answered), ": no open answer can change it.")
	} else {
		c.say("The advice is settled for none of them yet: an open answer could still change it.")
	}
	if r.Reports > 0 {
		c.say("Reporting is advised for ", Figures(r.Reports), ".")
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
	c.say("You decided on ", quantity.Of(r.ByStatus[record.StatusDecided], "invitation", "invitations"), " here.")
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
	c.say("Half of those you decided on had waited ", days(s.Median), " or less, and the longest ", days(s.Longest), ".")
	return c
}

func (r *Report) effort() Chapter {
	e := r.Effort
	if e.Invitations == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "What it took"}
	c.say("You gave ", quantity.Of(e.Answers, "answer", "answers"), " about ", quantity.Of(e.Invitations, "invitation", "invitations"), ": ",
		Figures(e.Median), " in the middle case, and ", Figures(e.Most), " at most.")
	if e.Pages > 0 {
		c.say("It took ", quantity.Of(e.Pages, "page of questions", "pages of questions"), ", as far as the journal goes back.")
	}
	return c
}

func (r *Report) caught() Chapter {
	c := Chapter{Title: "Stop signs and suggestions"}
	for _, s := range r.Signs {
		c.Bars = append(c.Bars, Bar{s.Label, s.Count})
	}
	if r.Caught > 0 {
		c.say("You saw a stop sign in ", quantity.Of(r.Caught, "invitation", "invitations"), ".")
	}
	s := r.Suggestions
	if s.Confirmed+s.Refused > 0 {
		c.say("Of ", quantity.Of(s.Confirmed+s.Refused, "answer", "answers"), " that a note, a headline or your archive suggested, you confirmed ", Figures(s.Confirmed), ".")
	}
	if s.Waiting > 0 {
		text := quantity.Of(s.Waiting, "waiting invitation has", "waiting invitations have") + " something to confirm"
		if s.Warned > 0 {
			text += ", and " + Figures(s.Warned) + " of them what looks like a stop sign"
		}
		c.say(text, ".")
	}
	return c
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
		c.say(strconv.Itoa(y.Year), ": ", Figures(y.Received), " received, of which ", Figures(y.Accepted), " accepted, and ", Figures(y.Sent), " sent.")
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
	c.say("Your archive dates ", quantity.Of(total, "connection", "connections"), ", most in ", strconv.Itoa(most.Year), " (", Figures(most.Connections), ").")
	return c
}

// say adds a sentence.
func (c *Chapter) say(parts ...string) {
	text := ""
	for _, part := range parts {
		text += part
	}
	c.Says = append(c.Says, text)
}

// Figures groups the digits of a number.
func Figures(n int) string { return quantity.Number(n) }

// days are in words what less than one day is, too.
func days(n int) string {
	if n == 0 {
		return "less than a day"
	}
	return quantity.Of(n, "day", "days")
}

// MonthLabel is a month such as 2026-03 for the side of a bar, and longMonth for a
// sentence.
func MonthLabel(month string) string { return monthAs(month, "Jan 2006") }

func longMonth(month string) string { return monthAs(month, "January 2006") }

func monthAs(month, layout string) string {
	t, err := time.Parse(monthLayout, month)
	if err != nil {
		return month
	}
	return t.Format(layout)
}
