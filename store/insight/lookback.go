package insight

import (
	"strconv"
	"time"

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
	if a.Left > 0 {
		c.say("Where the advice left it to you, you accepted ", Figures(a.LeftOpened), " of ", Figures(a.Left), ".")
	}
	if a.Opened > 0 {
		c.say("You accepted or sent ", Figures(a.Opened), " that the advice was against.")
	}
	if a.Closed > 0 {
		c.say("You turned down ", Figures(a.Closed), " that the advice was for.")
	}
	if a.Milder > 0 {
		c.say("You were milder than advised with ", Figures(a.Milder), ".")
	}
	if a.Harder > 0 {
		c.say("You were harder than advised with ", Figures(a.Harder), ".")
	}
	switch {
	case !a.Enough:
		c.say(quantity.Of(a.Advised, "decision with advice is", "decisions with advice are"), " too few to see a habit. From ", strconv.Itoa(leastAdvised), " on, linkvet looks for one.")
	case len(a.Groups) == 0:
		c.say("No answer stands out where you and the advice differ, or the cases are too few to tell.")
	}
	for _, g := range a.Groups {
		c.say(g.Sentence())
	}
	return c
}

// Sentence says what the person does differently, and what would bring the advice
// to it.
func (g *Group) Sentence() string {
	text := "“" + g.Label + "”: the advice was against " + Figures(g.Cases) + " of them, and you accepted "
	if g.Way == Closed {
		text = "“" + g.Label + "”: the advice was for " + Figures(g.Cases) + " of them, and you turned down "
	}
	if g.Differing == g.Cases {
		text += "all"
	} else {
		text += Figures(g.Differing)
	}
	text += ". "
	switch {
	case 2*g.Today >= g.Tried:
		text += "Today's advice would already be what you did in " + Figures(g.Today) + " of the last " + Figures(g.Tried) + "."
	case g.Setting != "":
		text += "If your profile said " + g.Setting + ", the advice would be what you did in " + Figures(g.Matched) + " of the last " + Figures(g.Tried) + "; whether that is so, you know."
	case g.Rule != "":
		text += "A rule of your own, “" + g.Rule + "” for " + g.Question + "=" + g.Answer + ", would make the advice what you did in " + Figures(g.Matched) + " of the last " + Figures(g.Tried) + "."
		if g.Way == Opened {
			text += " It would also let others in of whom that is true."
		}
	default:
		text += "No single setting of your profile and no rule about this answer alone would change that."
	}
	return text
}

func (r *Report) failing() Chapter {
	l := r.LookBack
	if l.Failing+l.Warned == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "Connections to look at again", People: l.FailingPeople, Whom: "The newest:"}
	if l.Failing > 0 {
		c.say(quantity.Of(l.Failing, "connection", "connections"), " that you accepted would be advised against today.")
	}
	if l.Warned > 0 {
		c.say(quantity.Of(l.Warned, "accepted invitation", "accepted invitations"), " that you never answered about ", quantity.Form(l.Warned, "has", "have"), " something that looks like a stop sign.")
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
	c.say(quantity.Of(l.Due, "invitation", "invitations"), " you wanted to come back to by now.")
	return c
}

func (r *Report) waitingLongest() Chapter {
	l := r.LookBack
	if len(l.WaitingLongest) == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "Waiting longest", People: l.WaitingLongest, Whom: "Since when:"}
	c.say(record.DisplayName(l.WaitingLongest[0].Name), " has waited for you since ", r.DayOf(l.WaitingLongest[0]), ".")
	if l.LongWaiting > 0 {
		c.say(quantity.Of(l.LongWaiting, "invitation has", "invitations have"), " waited for ", strconv.Itoa(LongDays), " days or more.")
	}
	return c
}

func (r *Report) pending() Chapter {
	l := r.LookBack
	if l.LongPending == 0 {
		return Chapter{}
	}
	c := Chapter{Title: "Sent and unanswered", People: l.PendingLongest, Whom: "Since when:"}
	c.say(quantity.Of(l.LongPending, "invitation of yours has", "invitations of yours have"), " been without an answer for ", strconv.Itoa(LongDays),
		" days or more. If no answer comes, let it be: whoever withdraws one may have to wait before they can send another.")
	return c
}

// DayOf is the day of somebody in a list, in words; "" for none.
func (r *Report) DayOf(p Person) string {
	switch {
	case p.On == nil:
		return ""
	case p.isDay:
		return p.On.UTC().Format(dayLayout)
	}
	return p.On.In(r.AsOf.Location()).Format(dayLayout)
}

const dayLayout = "2 January 2006"

// yearInWords is what to read aloud at the end of a year, or of the last one in
// January.
func (r *Report) yearInWords() Chapter {
	year := r.AsOf.Year()
	if r.AsOf.Month() == time.January {
		year--
	}
	for _, y := range r.Years {
		if y.Year == year {
			return Chapter{Title: "Your " + strconv.Itoa(year), Says: r.yearSays(y)}
		}
	}
	return Chapter{}
}

func (r *Report) yearSays(y Year) []string {
	var c Chapter
	so := ""
	if y.Year == r.AsOf.Year() && r.AsOf.Month() < time.December {
		so = " so far"
	}
	c.say("In ", strconv.Itoa(y.Year), so, ", ", quantity.Of(y.Received, "invitation", "invitations"), " came to you, and you sent ", Figures(y.Sent), ".")
	if y.Received > 0 {
		c.say(Figures(y.WithNote), " of them carried a note, and ", Figures(y.Accepted), quantity.Form(y.Accepted, " was", " were"), " accepted.")
	}
	if busiest := r.busiest(y.Year); busiest.Received > 1 {
		c.say("The busiest month was ", monthAs(busiest.Month, "January"), ", with ", Figures(busiest.Received), ".")
	}
	if y.Decided > 0 {
		c.say("You decided on ", quantity.Of(y.Decided, "invitation", "invitations"), ", ", Figures(y.AsAdvised), " of them as advised.")
	}
	if y.Connections > 0 {
		c.say("Your archive counts ", quantity.Of(y.Connections, "new connection", "new connections"), " in that year.")
	}
	return c.Says
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
		lines = append(lines, c.Says...)
		for _, b := range c.Bars {
			lines = append(lines, b.Label+": "+Figures(b.N)+".")
		}
		if len(c.People) > 0 {
			lines = append(lines, c.Whom)
		}
		for _, p := range c.People {
			lines = append(lines, r.PersonLine(p))
		}
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
