package store

import (
	"cmp"
	"slices"
	"sort"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/insight"
	"linkvet/store/record"
)

// plainAdvice counts decisions by what a table says of each pair.
func plainAdvice(r *insight.Report, all []record.Invitation) {
	a := &r.Agreement
	for i := range all {
		inv := &all[i]
		if inv.Decision == "" {
			continue
		}
		if inv.Advised == 0 {
			r.WithoutAdvice++
			continue
		}
		a.Advised++
		carried, agrees := inv.Decision.CarriesOut(inv.Advised, inv.Report), inv.Decision.Agrees(inv.Advised)
		yes := inv.Decision == record.Accepted || inv.Decision == record.Sent
		switch {
		case carried:
			r.AsAdvised++
		case agrees:
			r.NearAdvice++
		default:
			r.AgainstAdvice++
		}
		switch inv.Advised {
		case advisor.Accept, advisor.ReviewAndAccept:
			if !yes {
				a.Closed++
			}
		case advisor.ReviewAndAcceptIfRelevant:
			switch {
			case !carried && !agrees:
				a.Harder++
			case yes:
				a.Left, a.LeftOpened = a.Left+1, a.LeftOpened+1
			default:
				a.Left++
			}
		default:
			switch {
			case yes:
				a.Opened++
			case carried || agrees:
			case inv.Advised == advisor.DeclineAndBlock:
				a.Milder++
			default:
				a.Harder++
			}
		}
	}
	a.Enough = a.Advised >= 10
}

func plainSigns(r *insight.Report, all []record.Invitation, now time.Time) {
	r.Signs = []insight.Sign{}
	for _, q := range advisor.Questions() {
		if q.Stage != advisor.StageStopSigns {
			continue
		}
		n := 0
		for i := range all {
			if seen(&all[i], q) {
				n++
			}
		}
		if n > 0 {
			r.Signs = append(r.Signs, insight.Sign{Question: q.ID, Label: q.Label, Count: n})
		}
	}
	sort.SliceStable(r.Signs, func(i, j int) bool { return r.Signs[i].Count > r.Signs[j].Count })
	for i := range all {
		inv := &all[i]
		if slices.ContainsFunc(advisor.Questions(), func(q advisor.Question) bool { return q.Stage == advisor.StageStopSigns && seen(inv, q) }) {
			r.Caught++
		}
		row := inv.Row(now)
		if row.Status == record.StatusWaiting && row.Suggested {
			r.Suggestions.Waiting++
		}
		if row.Status == record.StatusWaiting && row.Warned {
			r.Suggestions.Warned++
		}
		bare := inv.Clone()
		bare.Answers = nil
		for _, s := range bare.Suggestions() {
			switch given := inv.Answers[s.Question]; {
			case s.Question == "note" || s.Answer == "no" || len(given) == 0:
			case slices.Contains(given, s.Answer):
				r.Suggestions.Confirmed++
			default:
				r.Suggestions.Refused++
			}
		}
	}
}

// seen reports whether the person answered that they saw a sign: with an answer
// that speaks against.
func seen(inv *record.Invitation, q advisor.Question) bool {
	for _, c := range q.Answers {
		if c.Outcome == advisor.Opposes && slices.Contains(inv.Answers[q.ID], c.Value) {
			return true
		}
	}
	return false
}

func plainLookBack(t *testing.T, s *Store, r *insight.Report, all []record.Invitation, now time.Time, profile advisor.Profile) {
	t.Helper()
	l := &r.LookBack
	long := now.AddDate(0, 0, -90)
	var failing, due, waiting, pending []record.Invitation
	for _, inv := range all {
		row := inv.Row(now)
		if row.Due {
			due = append(due, inv)
		}
		if row.Status == record.StatusWaiting {
			waiting = append(waiting, inv)
			if !inv.SentAt.After(long) {
				l.LongWaiting++
			}
		}
		if sent := row.SentOn(); !sent.IsZero() && (row.Reach == record.ReachSent || row.Reach == record.ReachPending) {
			pending = append(pending, inv)
			if !sent.After(long) {
				l.LongPending++
			}
		}
		became := inv.Decision == record.Accepted || inv.Decision == "" && inv.Connected
		shut := inv.Recommendation == advisor.Decline || inv.Recommendation == advisor.DeclineAndBlock || inv.Recommendation == advisor.IgnoreOrVetFurther && inv.Settled
		switch {
		case !isIncoming(&inv) || !became:
		case isAnswered(&inv) && shut:
			l.Failing++
			failing = append(failing, inv)
		case !isAnswered(&inv) && row.Warned:
			l.Warned++
			failing = append(failing, inv)
		}
	}
	r.Due, l.Due = len(due), len(due)
	slices.Reverse(due)
	sort.SliceStable(due, func(i, j int) bool { return due[i].Row(now).LaterUntil < due[j].Row(now).LaterUntil })
	slices.Reverse(waiting)
	slices.Reverse(pending)
	sent := func(inv record.Invitation) time.Time { row := inv.Row(now); return cmp.Or(row.SentOn(), inv.SentAt) }
	sort.SliceStable(pending, func(i, j int) bool { return sent(pending[i]).Before(sent(pending[j])) })
	nothing := func(record.Invitation) string { return "" }
	l.WaitingLongest, l.PendingLongest = plainPeople(waiting, sent, nothing), plainPeople(pending, sent, nothing)
	l.DuePeople = plainPeople(due, func(inv record.Invitation) time.Time { return inv.Row(now).LaterUntil.Time() }, func(inv record.Invitation) string {
		if inv.Decision != "" {
			return "to follow up"
		}
		return "put off until then"
	})
	l.FailingPeople = plainPeople(failing, sent, func(inv record.Invitation) string {
		for _, sg := range inv.Suggestions() {
			if q, _ := advisor.QuestionByID(sg.Question); q.Stage == advisor.StageStopSigns && !isAnswered(&inv) {
				return sg.Text()
			}
		}
		for _, reason := range advisor.Advise(inv.Case(profile)).Reasons {
			if reason.Outcome == advisor.Opposes {
				return reason.Text
			}
		}
		return "Today's advice: " + inv.Recommendation.Label() + "."
	})
	if len(waiting) > 0 {
		r.OldestWaiting = record.OrNull(waiting[0].SentAt)
	}
}

func plainPeople(all []record.Invitation, on func(record.Invitation) time.Time, why func(record.Invitation) string) []insight.Person {
	people := []insight.Person{}
	for _, inv := range all[:min(len(all), insight.MostPeople)] {
		people = append(people, insight.Person{ID: inv.ID, Name: inv.Name, On: record.OrNull(on(inv)), Why: why(inv)})
	}
	return people
}

// checkGroups counts each group again, and tries its setting again.
func checkGroups(t *testing.T, s *Store, groups []insight.Group) {
	t.Helper()
	all := wholeRecords(t, s)
	for _, g := range groups {
		cases, differing := 0, 0
		for i := range all {
			inv := &all[i]
			if inv.Advised == 0 || inv.Decision == "" || !slices.Contains(inv.Answers[g.Question], g.Answer) {
				continue
			}
			yes := inv.Decision == record.Accepted || inv.Decision == record.Sent
			forIt := inv.Advised <= advisor.ReviewAndAccept
			againstIt := inv.Advised >= advisor.IgnoreOrVetFurther
			if g.Way == insight.Opened && againstIt || g.Way == insight.Closed && forIt {
				cases++
				if yes == (g.Way == insight.Opened) {
					differing++
				}
			}
		}
		if g.Cases != cases || g.Differing != differing || g.Cases < 5 || 2*g.Differing <= g.Cases {
			t.Errorf("%+v: counted %d of %d", g, differing, cases)
		}
		if g.Setting != "" && 2*g.Matched < g.Tried || g.Tried > g.Differing {
			t.Errorf("%+v brings too little", g)
		}
	}
}
