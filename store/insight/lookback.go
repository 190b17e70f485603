package insight

import (
	"slices"
	"strconv"
	"time"

	"linkvet/store/dates"
	"linkvet/store/quantity"
	"linkvet/store/record"
)

// Agreed is the chapter on advice and decisions alone; it says so when there is
// nothing to compare.
func (r *Report) Agreed() []Chapter {
	c := r.agreement()
	if len(c.Says) == 0 {
		c = Chapter{Title: "You and the advice", Says: []string{"No decision with advice yet. Answer a few questions before you decide, and both are compared here."}}
	}
	return []Chapter{c}
}

func (r *Report) agreement() Chapter {
	a := r.Agreement
	if a.Advised == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "You and the advice", Bars: filled([]Bar{
		{"As advised", r.AsAdvised}, {"Close to it", r.NearAdvice}, {"Against it", r.AgainstAdvice}, {"Before any advice", r.WithoutAdvice},
	})}
	switch {
	case a.Left == 1 && a.LeftOpened == 1:
		c.say("The one that the advice left to you, you accepted.")
	case a.Left == 1:
		c.say("The one that the advice left to you, you did not accept.")
	case a.Left > 0:
		c.say("Where the advice left it to you, you accepted %d of %d.", a.LeftOpened, a.Left)
	}
	if a.Opened > 0 {
		c.say("You accepted or sent %d that the advice was against.", a.Opened)
	}
	if a.Closed > 0 {
		c.say("You turned down %d that the advice was for.", a.Closed)
	}
	if a.Milder > 0 {
		c.say("You were milder than advised with %d.", a.Milder)
	}
	if a.Harder > 0 {
		c.say("You were harder than advised with %d.", a.Harder)
	}
	switch {
	case !a.Enough:
		c.count(a.Advised, "%d decision with advice is too few to see a habit. From %d on, linkvet looks for one.",
			"%d decisions with advice are too few to see a habit. From %d on, linkvet looks for one.", leastAdvised)
	case len(a.Groups) == 0:
		c.say("No answer stands out where you and the advice differ, or the cases are too few to tell.")
	}
	for _, g := range a.Groups {
		c.Says = append(c.Says, g.Sentence())
	}
	return c
}

// Sentence says what the person does differently, and what would bring the advice
// to it.
func (g *Group) Sentence() string { return g.differs() + " " + g.remedy() }

// differs says how often the person did otherwise than was advised.
func (g *Group) differs() string {
	all := g.Differing == g.Cases
	switch {
	case g.Way == Opened && all:
		return quantity.Text("“%s”: the advice was against %d of them, and you accepted all.", g.Label, g.Cases)
	case g.Way == Opened:
		return quantity.Text("“%s”: the advice was against %d of them, and you accepted %d.", g.Label, g.Cases, g.Differing)
	case all:
		return quantity.Text("“%s”: the advice was for %d of them, and you turned down all.", g.Label, g.Cases)
	}
	return quantity.Text("“%s”: the advice was for %d of them, and you turned down %d.", g.Label, g.Cases, g.Differing)
}

// remedy says what would bring the advice to what the person did.
func (g *Group) remedy() string {
	switch {
	case 2*g.Today >= g.Tried:
		return quantity.Text("Today's advice would already be what you did in %d of the last %d.", g.Today, g.Tried)
	case g.Setting != "":
		return quantity.Text("If your profile said “%s”, the advice would be what you did in %d of the last %d; whether that is so, you know.", g.Setting, g.Matched, g.Tried)
	case g.Rule != "" && g.Way == Opened:
		return quantity.Text("A rule of your own, “%s” for %s=%s, would make the advice what you did in %d of the last %d. It would also let others in of whom that is true.",
			g.Rule, g.Question, g.Answer, g.Matched, g.Tried)
	case g.Rule != "":
		return quantity.Text("A rule of your own, “%s” for %s=%s, would make the advice what you did in %d of the last %d.", g.Rule, g.Question, g.Answer, g.Matched, g.Tried)
	}
	return "No single setting of your profile and no rule about this answer alone would change that."
}

func (r *Report) failing() Chapter {
	l := r.LookBack
	if l.Failing+l.Warned == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "Connections to look at again", People: l.FailingPeople, Whom: "The newest:"}
	if l.Failing > 0 {
		c.count(l.Failing, "%d connection that you accepted would be advised against today.", "%d connections that you accepted would be advised against today.")
	}
	if l.Warned > 0 {
		c.count(l.Warned, "%d accepted invitation that you never answered about has something that looks like a stop sign.",
			"%d accepted invitations that you never answered about have something that looks like a stop sign.")
	}
	c.say("Look at them once more, and remove those you no longer want.")
	return c
}

func (r *Report) due() Chapter {
	l := r.LookBack
	if l.Due == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "To come back to", People: l.DuePeople, Whom: "The earliest:"}
	c.count(l.Due, "There is %d invitation that you wanted to come back to by now.", "There are %d invitations that you wanted to come back to by now.")
	return c
}

func (r *Report) waitingLongest() Chapter {
	l := r.LookBack
	if len(l.WaitingLongest) == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "Waiting longest", People: l.WaitingLongest, Whom: "Since when:"}
	c.say("%s has waited for you since %s.", record.DisplayName(l.WaitingLongest[0].Name), r.DayOf(l.WaitingLongest[0]))
	if l.LongWaiting > 0 {
		c.count(l.LongWaiting, "%d invitation has waited for %d days or more.", "%d invitations have waited for %d days or more.", LongDays)
	}
	return c
}

func (r *Report) pending() Chapter {
	l := r.LookBack
	if l.LongPending == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "Sent and unanswered", People: l.PendingLongest, Whom: "Since when:"}
	c.count(l.LongPending, "%d invitation of yours has been without an answer for %d days or more.", "%d invitations of yours have been without an answer for %d days or more.", LongDays)
	c.say("If no answer comes, let it be: whoever withdraws one may have to wait before they can send another.")
	return c
}

// DayOf is the day of somebody in a list, in words; "" for none.
func (r *Report) DayOf(p Person) string {
	switch {
	case p.On == nil:
		return ""
	case p.isDay:
		return dates.Day(p.On.UTC())
	}
	return dates.Day(p.On.In(r.AsOf.Location()))
}

// yearInWords is what to read aloud at the end of a year, or of the last one in
// January.
func (r *Report) yearInWords() Chapter {
	year := r.AsOf.Year()
	if r.AsOf.Month() == time.January {
		year--
	}
	for _, y := range r.Years {
		if y.Year == year {
			return Chapter{Title: quantity.Text("Your %s", strconv.Itoa(year)), Says: r.yearSays(y)}
		}
	}
	return Chapter{}
}

func (r *Report) yearSays(y Year) []string {
	var c Chapter
	soFar := y.Year == r.AsOf.Year() && r.AsOf.Month() < time.December
	c.Says = append(c.Says, cameAndSent(y, soFar))
	c.part(y.WithNote, y.Received, carriedNote)
	c.part(y.Accepted, y.Received, wereAccepted)
	if busiest := r.busiest(y.Year); busiest.Received > 1 {
		c.say("The busiest month was %s, with %d.", monthAs(busiest.Month, dates.MonthOfYear), busiest.Received)
	}
	switch {
	case y.Decided == 0:
	case y.AsAdvised == 0:
		c.count(y.Decided, "You decided on %d invitation.", "You decided on %d invitations, none of them as advised.")
	default:
		c.count(y.Decided, "You decided on %[1]d invitation, as advised.", "You decided on %d invitations, %d of them as advised.", y.AsAdvised)
	}
	if y.Connections > 0 {
		c.count(y.Connections, "Your archive counts %d new connection in that year.", "Your archive counts %d new connections in that year.")
	}
	return c.Says
}

// partSays are sentences about a part of the invitations that came: the only one
// there was, none, all, one and many of several.
type partSays struct{ only, none, all, one, many string }

// What is said of those that came.
var (
	carriedNote = partSays{
		"The one that came carried a note.", "None of those that came carried a note.", "All of those that came carried a note.",
		"%d of those that came carried a note.", "%d of those that came carried a note.",
	}
	wereAccepted = partSays{
		"The one that came was accepted.", "None of those that came was accepted.", "All of those that came were accepted.",
		"%d of those that came was accepted.", "%d of those that came were accepted.",
	}
	askToJoin = partSays{
		"The one that came asks you to join LinkedIn.", "", "All of those that came ask you to join LinkedIn.",
		"%d of those that came asks you to join LinkedIn.", "%d of those that came ask you to join LinkedIn.",
	}
)

// part says of how many of those that came something is so. What is not so of a
// single one goes without saying.
func (c *Chapter) part(n, came int, says partSays) {
	switch {
	case n == 0 && (came < 2 || says.none == ""):
	case n == 0:
		c.say(says.none)
	case came == 1:
		c.say(says.only)
	case n == came:
		c.say(says.all)
	default:
		c.count(n, says.one, says.many)
	}
}

// cameAndSent is how many came and went in a year, which may not be over.
func cameAndSent(y Year, soFar bool) string {
	year := strconv.Itoa(y.Year)
	switch {
	case y.Received == 0 && soFar:
		return quantity.Text("In %s so far, no invitation came to you, and you sent %d.", year, y.Sent)
	case y.Received == 0:
		return quantity.Text("In %s, no invitation came to you, and you sent %d.", year, y.Sent)
	case y.Sent == 0 && soFar:
		return quantity.Sentence(y.Received, "In %[2]s so far, %[1]d invitation came to you, and you sent none.", "In %[2]s so far, %[1]d invitations came to you, and you sent none.", year)
	case y.Sent == 0:
		return quantity.Sentence(y.Received, "In %[2]s, %[1]d invitation came to you, and you sent none.", "In %[2]s, %[1]d invitations came to you, and you sent none.", year)
	case soFar:
		return quantity.Sentence(y.Received, "In %[2]s so far, %[1]d invitation came to you, and you sent %[3]d.", "In %[2]s so far, %[1]d invitations came to you, and you sent %[3]d.", year, y.Sent)
	}
	return quantity.Sentence(y.Received, "In %[2]s, %[1]d invitation came to you, and you sent %[3]d.", "In %[2]s, %[1]d invitations came to you, and you sent %[3]d.", year, y.Sent)
}

func (r *Report) busiest(year int) (most Month) {
	for _, m := range r.Months {
		if m.Month[:4] == strconv.Itoa(year) && m.Received > most.Received {
			most = m
		}
	}
	return most
}

// Words is the report in plain lines, for reading aloud and for a screen reader: a
// title, its sentences, then a line for each number and each person.
func (r *Report) Words() []string {
	var lines []string
	for _, c := range r.Chapters() {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, c.Title+".")
		lines = append(lines, r.ChapterWords(c)...)
	}
	return lines
}

// ChapterWords is what a chapter says, in plain lines.
func (r *Report) ChapterWords(c Chapter) []string {
	lines := slices.Clone(c.Says)
	for _, b := range c.Bars {
		lines = append(lines, b.Label+": "+Figures(b.N)+".")
	}
	if len(c.People) > 0 {
		lines = append(lines, c.Whom)
	}
	for _, p := range c.People {
		lines = append(lines, r.PersonLine(p))
	}
	return lines
}

// PersonLine is a person of a chapter in one line.
func (r *Report) PersonLine(p Person) string {
	text := record.DisplayName(p.Name)
	if day := r.DayOf(p); day != "" {
		text += ", " + day
	}
	if p.Why != "" {
		text += ": " + p.Why
	}
	return text
}
