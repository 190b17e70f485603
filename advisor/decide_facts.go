package advisor

import "slices"

// who is what the inviter is to the person.
type who uint8

const (
	stranger     who = iota // not known, only in writing, or not said
	acquaintance            // known slightly, or well without a word on trust
	distrusted              // known, and not trusted
	trusted                 // known well and trusted
)

// role is what they mainly are; a contact who is not known, and a role not
// said, count as other.
type role uint8

const (
	other role = iota
	peer
	recruiter
	badRecruiter  // reputable = no
	sellerLikely  // relevant = yes
	sellerUnclear // relevant = later, or not known
	sellerNever   // relevant = no
)

func (r role) recruits() bool { return r == recruiter || r == badRecruiter }
func (r role) sells() bool    { return r >= sellerLikely }

// trades holds for those who want something of everybody they write to.
func (r role) trades() bool { return r.recruits() || r.sells() }

// badge is what the verification badge adds.
type badge uint8

const (
	badgeOpen    badge = iota // not known, or a badge that confirms something else
	badgeMatches              // confirms the employer they claim
	badgeNone
)

func whoOf(know, trust string) who {
	switch {
	case know != "well" && know != "slightly":
		return stranger
	case trust == "no":
		return distrusted
	case know == "well" && trust == "yes":
		return trusted
	}
	return acquaintance
}

func roleOf(said, reputable, relevant string) role {
	switch said {
	case "peer":
		return peer
	case "recruiter":
		if reputable == "no" {
			return badRecruiter
		}
		return recruiter
	case "salesperson":
		switch relevant {
		case "yes":
			return sellerLikely
		case "no":
			return sellerNever
		}
		return sellerUnclear
	}
	return other
}

func badgeOf(verified string) badge {
	switch verified {
	case "matches":
		return badgeMatches
	case "none":
		return badgeNone
	}
	return badgeOpen
}

// leaning is what the person's own profile adds: ties it breaks, and which
// reasons and roles their goals make worth a connection (003 G1 to G7).
type leaning struct {
	against        bool // two or more leans against (000's table)
	looking        bool // looking for work
	wantsRecruiter bool
	wantsPeer      bool
	goals          []goal
}

// Own connections: under the first a lean for, from the second on a lean
// against, between them neither (000 T4).
const (
	fewConnections  = 500
	manyConnections = 1000
)

func (r *ruleset) leaningOf(p Profile) leaning {
	l := leaning{looking: p.JobSearch == "looking"}
	against := 0
	for _, lean := range []bool{p.Usage == "light", p.Comfort == "unsure", p.Connections != nil && *p.Connections >= manyConnections} {
		if lean {
			against++
		}
	}
	l.against = against >= 2
	l.wantsRecruiter = l.looking
	for _, g := range r.Goals {
		if slices.Contains(p.Goals, g.ID) {
			l.goals = append(l.goals, g)
			l.wantsRecruiter = l.wantsRecruiter || slices.Contains(g.Roles, "recruiter")
			l.wantsPeer = l.wantsPeer || slices.Contains(g.Roles, "peer")
		}
	}
	return l
}

// counts reports whether a value of the question `reasons` counts under the
// person's goals; without goals every one does.
func (l leaning) counts(reason string) bool {
	return len(l.goals) == 0 || slices.ContainsFunc(l.goals, func(g goal) bool { return slices.Contains(g.Reasons, reason) })
}
