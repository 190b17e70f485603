package archivetest

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"strings"
	"time"
)

type generator struct {
	random
	scripts              []script
	degrees, signs       []string
	companies, positions []string
	made                 int
	names                map[uint64]bool // hashes of those given so far
}

func newGenerator(o Options) *generator {
	return &generator{
		random: random(o.Seed), scripts: scripts(), degrees: list("Ph.D.|PMP|MBA|CFA"), signs: list("🚀|✨|🌱|👩🏽‍🔬"),
		companies: companies(), positions: positions(), names: map[uint64]bool{},
	}
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
		p.last += ", " + g.pick(g.degrees)
	case g.chance(60):
		p.first += " "
	case g.chance(100):
		p.last += " " + g.pick(g.signs)
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
		if !g.names[hashed(first, last)] || g.chance(namesakes) {
			break
		}
	}
	g.names[hashed(first, last)] = true
	return first, last
}

// hashed stands for a name: a million names would be a lot to keep.
func hashed(first, last string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(first))
	_, _ = h.Write([]byte(last))
	return h.Sum64()
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
func (g *generator) before(t time.Time, days int) minute {
	span := days * 24 * 60
	a, b := g.below(span), g.below(span)
	return minuteOf(t) - minute(min(a, b)+1)
}

// connection invents one made lately, or long ago.
func (g *generator) connection(lately bool) connection {
	c := connection{person: g.person(), company: g.pick(g.companies), position: g.pick(g.positions)}
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

// waiting adds n open incoming invitations over two years, the newest of the
// last days. A few ask a second time, and a few bear the name of a connection
// under another address.
func (g *generator) waiting(all []invitation, n int, connections []connection) []invitation {
	for i := range n {
		days := 700
		if i%6 == 0 {
			days = 12
		}
		inv := invitation{other: g.person(), sent: g.before(exported.AddDate(0, 0, -1), days)}
		switch {
		case i%15 == 7:
			inv.other = all[len(all)-1].other
		case i%20 == 11 && len(connections) > 0:
			namesake := connections[g.below(len(connections))]
			inv.other.first, inv.other.last = namesake.first, namesake.last
		}
		all = append(all, inv)
	}
	return all
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

// chat gives about a third of the rows a note, half of them over several lines.
func (g *generator) chat(invitations []invitation) {
	texts := notes()
	for i := range invitations {
		if !g.chance(3) {
			continue
		}
		note := g.pick(texts)
		if g.chance(2) {
			note = fmt.Sprintf("Hello Robin,\n\n%s\nShall we talk in week %d? %s", note, 1+g.below(52), g.pick(g.signs))
		}
		if g.chance(8) {
			note += "\n" + g.pick(texts) + "\n" + g.pick(texts)
		}
		invitations[i].note = note
	}
}
