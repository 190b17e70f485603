package store

import (
	"strings"
	"testing"
	"time"

	"linkvet/advisor"
	"linkvet/store/record"
)

// Reporting is kept beside the decision, and both are taken back as one step.
func TestReportedBesideTheDecision(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Victor Almgren"})).ID
	act := record.Act{Decision: record.Blocked, Reported: true}
	all, err := s.DecideAll([]string{id}, act)
	if err != nil || all[0].ActDone() != act {
		t.Fatalf("%+v, %v", all, err)
	}
	if got := mustDo(t)(s.Get(id)); got.ActDone() != act {
		t.Errorf("stored: %+v", got.ActDone())
	}
	undo(t, s, "decided: Victor Almgren blocked, reported")
	if got := mustDo(t)(s.Get(id)); got.ActDone() != (record.Act{}) {
		t.Errorf("after undo: %+v", got.ActDone())
	}
	for _, d := range []record.Decision{record.Accepted, record.Ignored, record.Reported} {
		if _, err := s.DecideAll([]string{id}, record.Act{Decision: d, Reported: true}); err == nil || !strings.Contains(err.Error(), "goes with declined and blocked") {
			t.Errorf("%s and reported: %v", d, err)
		}
	}
}

// A decided one may come back on a day: it is due then, stays decided, and
// deciding again takes the day back.
func TestAFollowUpIsDueOnItsDay(t *testing.T) {
	s, c := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Mia Berg"})).ID
	day := c.days(14)
	if _, err := s.DecideAll([]string{id}, record.Act{Decision: record.Accepted, FollowUp: day}); err != nil {
		t.Fatal(err)
	}
	row := func() record.Row {
		rows := sure(s.Rows(t.Context()))
		return rows[0]
	}
	if r := row(); r.Status != record.StatusDecided || r.Due || r.LaterUntil != day {
		t.Errorf("%+v", r)
	}
	if inv := mustDo(t)(s.Get(id)); inv.Object(c.t).LaterUntil != nil || !inv.LaterUntil.IsZero() {
		t.Error("a follow-up is called put off")
	}
	c.advance(15 * 24 * time.Hour)
	if r := row(); r.Status != record.StatusDecided || !r.Due {
		t.Errorf("on its day: %+v", r)
	}
	mustDo(t)(s.Later(id, c.days(2))) // another day for the decided one
	if inv := mustDo(t)(s.Get(id)); inv.Decision != record.Accepted || inv.FollowUp.IsZero() || !inv.LaterUntil.IsZero() {
		t.Errorf("%+v", inv.ActDone())
	}
	mustDo(t)(s.Decide(id, record.Accepted, ""))
	if r := row(); r.Due || !r.LaterUntil.IsZero() {
		t.Errorf("decided again: %+v", r)
	}
	if _, err := s.DecideAll([]string{id}, record.Act{Decision: record.Ignored, FollowUp: c.days(0)}); err == nil {
		t.Error("a follow-up in the past is taken")
	}
}

// What was decided on a mail that asks to join is undone in the words it was
// recorded with: nobody was accepted.
func TestUndoingAJoinNamesIt(t *testing.T) {
	s, _ := newStore(t)
	id := mustDo(t)(s.Add(record.Invitation{Name: "Bo Berg", Answers: advisor.Answers{"kind": {record.KindJoin}}})).ID
	if _, err := s.DecideAll([]string{id}, record.Act{Decision: record.Accepted}); err != nil {
		t.Fatal(err)
	}
	undo(t, s, "decided: Bo Berg “I joined LinkedIn”")
}
