package archivetest

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Options choose an archive.
type Options struct {
	Invitations int
	Connections int
	Seed        uint64
}

// Facts are what reading the archive must find, counted in rows unless said.
type Facts struct {
	Incoming          int
	IncomingConnected int // incoming from people among the connections
	Waiting           int // the other incoming rows
	WaitingPeople     int // from how many people: some ask twice
	Outgoing          int
	OutgoingConnected int
	Notes             int
	Connections       int // without the hidden ones
	Hidden            int
}

// Archive is a synthetic archive in memory.
type Archive struct {
	Facts       Facts
	invitations []invitation
	connections []connection
}

type person struct{ first, last, slug string }

func (p person) name() string { return p.first + " " + p.last }

func (p person) url() string { return "https://www.linkedin.com/in/" + p.slug }

type invitation struct {
	other    person
	outgoing bool
	sent     time.Time // wall clock as LinkedIn writes it
	note     string
}

type connection struct {
	person
	email, company, position string
	on                       time.Time
}

// exported is the day the archive was asked for.
var exported = time.Date(2026, time.July, 14, 9, 0, 0, 0, time.UTC)

// owner is the member whose archive it is.
var owner = person{"Robin", "Ashgrove", "robin-ashgrove"}

// window is how long LinkedIn lists an accepted invitation.
const window = 180

// New makes an archive. Of the incoming rows about nine in ten come from people
// who are already connected, as in real archives, as far as there are enough
// connections.
func New(o Options) *Archive {
	g := generator{random: random(o.Seed), scripts: scripts(), names: map[string]bool{}}
	a := &Archive{}
	outgoing := o.Invitations / 5
	incomingKnown := min(o.Invitations*725/1000, o.Connections*6/10)
	outgoingKnown := min(outgoing*5/12, o.Connections/10)
	for range o.Connections {
		a.connections = append(a.connections, g.connection(len(a.connections) < incomingKnown+outgoingKnown))
	}
	for i, c := range a.connections[:incomingKnown+outgoingKnown] {
		a.invitations = append(a.invitations, g.accepted(c, i >= incomingKnown))
	}
	open := o.Invitations - incomingKnown - outgoing
	a.invitations = append(a.invitations, g.waiting(open, a.connections)...)
	for range outgoing - outgoingKnown {
		a.invitations = append(a.invitations, invitation{other: g.person(), outgoing: true, sent: g.before(exported, 330)})
	}
	g.annotate(a.invitations)
	a.sort(&g)
	a.count(incomingKnown, outgoingKnown)
	return a
}

// count fills in the facts.
func (a *Archive) count(incomingKnown, outgoingKnown int) {
	people := map[string]bool{}
	known := make(map[string]bool, len(a.connections))
	for _, c := range a.connections {
		known[c.slug] = true
	}
	f := Facts{IncomingConnected: incomingKnown, OutgoingConnected: outgoingKnown, Connections: len(a.connections)}
	for _, inv := range a.invitations {
		if inv.note != "" {
			f.Notes++
		}
		if inv.outgoing {
			f.Outgoing++
			continue
		}
		f.Incoming++
		if !known[inv.other.slug] {
			people[inv.other.slug] = true
		}
	}
	f.Waiting, f.WaitingPeople = f.Incoming-f.IncomingConnected, len(people)
	if len(a.connections) > 0 {
		f.Hidden = hiddenRows
	}
	a.Facts = f
}

// sort puts rows newest first, but like LinkedIn only about so.
func (a *Archive) sort(g *generator) {
	slices.SortStableFunc(a.invitations, func(x, y invitation) int { return y.sent.Compare(x.sent) })
	for i := 1; i < len(a.invitations); i++ {
		if g.chance(25) {
			a.invitations[i-1], a.invitations[i] = a.invitations[i], a.invitations[i-1]
		}
	}
	slices.SortStableFunc(a.connections, func(x, y connection) int {
		return cmp.Or(y.on.Compare(x.on), strings.Compare(x.slug, y.slug))
	})
}

type generator struct {
	random
	scripts []script
	made    int
	names   map[string]bool // given so far
}

// person invents somebody nobody else in the archive shares an address with.
func (g *generator) person() person {
	s := g.script()
	p := person{}
	p.first, p.last = g.name(s)
	g.made++
	tail := fmt.Sprintf("%x%03x", g.made, g.below(1<<12))
	if s.slugs {
		p.slug = strings.ToLower(p.first+"-"+p.last) + "-" + tail
	} else {
		// LinkedIn percent-encodes these, in capitals.
		name := strings.ReplaceAll(strings.ReplaceAll(p.first+"-"+p.last, " ", "-"), "'", "")
		name = strings.ReplaceAll(name, "\u200c", "")
		p.slug = url.PathEscape(strings.ToLower(name)) + "-" + tail
	}
	switch {
	case g.chance(60):
		p.last += ", " + g.pick(list("Ph.D.|PMP|MBA|CFA"))
	case g.chance(60):
		p.first += " "
	case g.chance(100):
		p.last += " " + g.pick(list("🚀|✨|🌱|👩🏽‍🔬"))
	}
	return p
}

// namesakes says that one name in so many is given again, as in real archives
// (81 in 10,800).
const namesakes = 130

// name draws a name that is new, or now and then one that is not. Where the
// stock runs short, people have two family names, and then two given ones.
func (g *generator) name(s script) (first, last string) {
	for try := range 12 {
		first, last = g.pick(s.given), g.pick(s.family)
		if try > 0 {
			last += "-" + g.pick(s.family)
		}
		if try > 3 {
			first += "-" + g.pick(s.given)
		}
		if !g.names[first+last] || g.chance(namesakes) {
			break
		}
	}
	g.names[first+last] = true
	return first, last
}

func (g *generator) script() script {
	n := g.below(100)
	for _, s := range g.scripts {
		if n < s.share {
			return s
		}
		n -= s.share
	}
	return g.scripts[0]
}

// before returns a moment up to so many days earlier, most of them recent.
func (g *generator) before(t time.Time, days int) time.Time {
	span := days * 24 * 60
	a, b := g.below(span), g.below(span)
	return t.Add(-time.Duration(min(a, b)+1) * time.Minute)
}

// connection invents one made lately, or long ago.
func (g *generator) connection(lately bool) connection {
	c := connection{person: g.person(), company: g.pick(companies()), position: g.pick(positions())}
	if g.chance(12) {
		c.company, c.position = "", ""
	}
	if g.chance(50) {
		c.email = fmt.Sprintf("member%d@example.org", g.made)
	}
	days := 1 + g.below(window-5)
	if !lately {
		days = window + 5 + g.below(15*365)
	}
	c.on = exported.AddDate(0, 0, -days)
	return c
}

// accepted is the invitation a connection grew from.
func (g *generator) accepted(c connection, outgoing bool) invitation {
	wait := 20
	if g.chance(15) {
		wait = 500
	}
	return invitation{other: c.person, outgoing: outgoing, sent: g.before(c.on, wait)}
}

// waiting invents open incoming invitations over two years, the newest of the
// last days. A few ask a second time, and a few bear the name of a connection
// under another address.
func (g *generator) waiting(n int, connections []connection) []invitation {
	var open []invitation
	for i := range n {
		days := 700
		if i%6 == 0 {
			days = 12
		}
		inv := invitation{other: g.person(), sent: g.before(exported.AddDate(0, 0, -1), days)}
		switch {
		case i%15 == 7:
			inv.other = open[i-1].other
		case i%20 == 11 && len(connections) > 0:
			namesake := connections[g.below(len(connections))]
			inv.other.first, inv.other.last = namesake.first, namesake.last
		}
		open = append(open, inv)
	}
	return open
}

// annotate gives about three rows in a hundred a note, more often to those who
// still wait.
func (g *generator) annotate(invitations []invitation) {
	texts, next := notes(), 0
	for i := range invitations {
		if g.chance(60) || i%11 == 5 && i*10 > len(invitations)*7 && !invitations[i].outgoing {
			invitations[i].note = texts[next%len(texts)]
			next++
		}
	}
}
