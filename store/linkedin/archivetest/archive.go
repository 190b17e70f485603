package archivetest

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Options choose an archive.
type Options struct {
	Invitations int
	Connections int
	Seed        uint64
	Chatty      bool // a third of the rows have a note, many of several lines; else about three in a hundred
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

// Archive is a synthetic archive in memory. Its rows are kept small, so that
// there can be a million of them.
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
	sent     minute
	note     string
}

// minute is a moment of the wall clock as LinkedIn writes it.
type minute int32

func minuteOf(t time.Time) minute { return minute(t.Unix() / 60) }

func (m minute) time() time.Time { return time.Unix(int64(m)*60, 0).UTC() }

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
	g := newGenerator(o)
	a := &Archive{invitations: make([]invitation, 0, o.Invitations), connections: make([]connection, 0, o.Connections)}
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
	a.invitations = g.waiting(a.invitations, open, a.connections)
	for range outgoing - outgoingKnown {
		a.invitations = append(a.invitations, invitation{other: g.person(), outgoing: true, sent: g.before(exported, 330)})
	}
	if o.Chatty {
		g.chat(a.invitations)
	} else {
		g.annotate(a.invitations)
	}
	a.sort(g)
	a.count(incomingKnown, outgoingKnown)
	return a
}

// Earlier returns the archive as it was before its newest rows came.
func (a *Archive) Earlier(rows int) *Archive {
	earlier := &Archive{invitations: a.invitations[min(rows, len(a.invitations)):], connections: a.connections}
	known := earlier.known()
	var incoming, outgoing int
	for _, inv := range earlier.invitations {
		switch {
		case !known[inv.other.slug]:
		case inv.outgoing:
			outgoing++
		default:
			incoming++
		}
	}
	earlier.count(incoming, outgoing)
	return earlier
}

// known are the addresses of the connections.
func (a *Archive) known() map[string]bool {
	known := make(map[string]bool, len(a.connections))
	for _, c := range a.connections {
		known[c.slug] = true
	}
	return known
}

// count fills in the facts.
func (a *Archive) count(incomingKnown, outgoingKnown int) {
	people, known := map[string]bool{}, a.known()
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
	slices.SortStableFunc(a.invitations, func(x, y invitation) int { return cmp.Compare(y.sent, x.sent) })
	for i := 1; i < len(a.invitations); i++ {
		if g.chance(25) {
			a.invitations[i-1], a.invitations[i] = a.invitations[i], a.invitations[i-1]
		}
	}
	slices.SortStableFunc(a.connections, func(x, y connection) int {
		return cmp.Or(y.on.Compare(x.on), strings.Compare(x.slug, y.slug))
	})
}
