package insight

import (
	"slices"

	"linkvet/advisor"
	"linkvet/store/record"
)

// people are the few invitations that a report names. Names are only looked up for
// those that are left in the end.
type people struct {
	waiting, pending, due earliest
	failing               []mention // the newest, as they come first
	long                  int64     // what was sent before is long ago, in seconds since 1970
	named                 map[id]*record.Invitation
}

// id is the id of an invitation where many go by.
type id [record.IDLength]byte

func idOf(b []byte) (i id) {
	copy(i[:], b)
	return i
}

// mention is one of them.
type mention struct {
	id id
	on int64 // seconds since 1970
}

// earliest keeps the few with the earliest times.
type earliest []mention

// add takes one in, before those of the same time. As what is listed comes newest
// first, it nearly always belongs to the front.
func (e *earliest) add(m mention) {
	at := 0
	for at < len(*e) && (*e)[at].on < m.on {
		at++
	}
	if at == MostPeople {
		return
	}
	*e = slices.Insert((*e)[:min(len(*e), MostPeople-1)], at, m)
}

// listed notes an invitation where it belongs.
func (p *people) listed(t *Tally, key []byte, sent int64, s *record.Skim, status record.Status, due bool) {
	r := &t.report.LookBack
	who := idOf(key)
	if due {
		r.Due++
		p.due.add(mention{who, int64(s.ComesBack) * secondsOfDay})
	}
	if status == record.StatusWaiting {
		if s.Suggested {
			t.report.Suggestions.Waiting++
		}
		if s.Warned {
			t.report.Suggestions.Warned++
		}
		if sent != 0 {
			r.LongWaiting += before(sent, p.long)
			p.waiting.add(mention{who, sent})
		}
	}
	if s.Outgoing {
		reach, on := s.Reach(sent, t.now)
		if on != 0 && (reach == record.ReachSent || reach == record.ReachPending) {
			r.LongPending += before(on, p.long)
			p.pending.add(mention{who, on})
		}
		return
	}
	if !accepted(s.Decision, s.Connected) {
		return
	}
	switch {
	case failing(s):
		r.Failing++
	case s.Answered == 0 && s.Warned:
		r.Warned++
	default:
		return
	}
	if len(p.failing) < MostPeople {
		p.failing = append(p.failing, mention{who, sent})
	}
}

const secondsOfDay = 24 * 60 * 60

func before(sent, moment int64) int {
	if sent <= moment {
		return 1
	}
	return 0
}

// failing reports whether today's advice is against what was accepted. To wait and
// see is only that when no open answer could change it.
func failing(s *record.Skim) bool {
	return s.Answered > 0 && (s.Recommendation >= advisor.Decline || s.Recommendation == advisor.IgnoreOrVetFurther && s.Settled)
}

// Wanted are the ids of those that the report names. Each is to be shown with Name.
func (t *Tally) Wanted() []string {
	var ids []string
	for _, group := range [][]mention{t.people.waiting, t.people.pending, t.people.failing, t.people.due} {
		for _, m := range group {
			if text := string(m.id[:]); !slices.Contains(ids, text) {
				ids = append(ids, text)
			}
		}
	}
	return ids
}

// Name takes in one of those wanted.
func (t *Tally) Name(inv *record.Invitation) {
	if t.people.named == nil {
		t.people.named = map[id]*record.Invitation{}
	}
	t.people.named[idOf([]byte(inv.ID))] = inv
}

// report names them.
func (p *people) report(t *Tally) {
	r := &t.report.LookBack
	why := func(*record.Invitation) string { return "" }
	r.WaitingLongest, r.PendingLongest = p.persons(p.waiting, why), p.persons(p.pending, why)
	r.DuePeople = p.persons(p.due, func(inv *record.Invitation) string {
		if inv.Decision != "" {
			return "to follow up"
		}
		return "put off until then"
	})
	for i := range r.DuePeople {
		r.DuePeople[i].isDay = true
	}
	r.FailingPeople = p.persons(p.failing, func(inv *record.Invitation) string { return whyFailing(inv, t.profile) })
	if len(r.WaitingLongest) > 0 {
		t.report.OldestWaiting = r.WaitingLongest[0].On
	}
}

func (p *people) persons(mentions []mention, why func(*record.Invitation) string) []Person {
	all := make([]Person, 0, len(mentions))
	for _, m := range mentions {
		if inv := p.named[m.id]; inv != nil {
			all = append(all, Person{ID: inv.ID, Name: inv.Name, On: record.OrNull(record.Moment(m.on)), Why: why(inv)})
		}
	}
	return all
}

// whyFailing says in a sentence what speaks against somebody who was accepted.
func whyFailing(inv *record.Invitation, profile advisor.Profile) string {
	if inv.Answered() == 0 {
		for _, s := range inv.Suggestions() {
			if q, known := advisor.QuestionByID(s.Question); known && q.Stage == advisor.StageStopSigns {
				return s.Text()
			}
		}
	}
	for _, reason := range advisor.Advise(inv.Case(profile)).Reasons {
		if reason.Outcome == advisor.Opposes {
			return reason.Text
		}
	}
	return "Today's advice: " + inv.Recommendation.Label() + "."
}
